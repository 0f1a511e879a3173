package org.inkseal.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges many mutants, and keeps those that something is wrong with. */
public final class MutantRun {
    private static final Path FINDINGS = Path.of("target/findings");
    private static final int PROGRESS = 100_000;

    private MutantRun() {}

    /**
     * Judges the mutants of as many numbers as told, from the number told, and says how many there were.
     *
     * @param arguments how many, and the first number
     */
    public static void main(String[] arguments) throws IOException {
        long count = Long.parseLong(arguments[0]);
        long first = Long.parseLong(arguments[1]);
        Mutator mutator = new Mutator(Samples.golden());
        Judge judge = new Judge(Bounds.bare(Boolean.getBoolean("inkseal.timed")));
        Map<String, Integer> objections = new TreeMap<>();
        long signed = 0;
        for (long number = first; number < first + count; number++) {
            Mutant mutant = mutator.make(number);
            signed += mutant.isSigned() ? 1 : 0;
            Optional<String> objection = judge.objection(mutant);
            if (objection.isPresent()) {
                objections.merge(objection.get(), 1, Integer::sum);
                keep(mutant, number, objection.get());
            }
            if ((number - first + 1) % PROGRESS == 0) {
                System.err.println(number - first + 1 + " mutants, objections " + objections);
            }
        }
        System.out.println("mutants seed " + first + " count " + count + " of which signed by a stranger " + signed
                + " objections " + objections);
        System.exit(objections.isEmpty() ? 0 : 1);
    }

    private static void keep(Mutant mutant, long number, String objection) throws IOException {
        Files.createDirectories(FINDINGS);
        Files.write(FINDINGS.resolve(Long.toString(number)), mutant.file().toArray());
        System.err.println(number + ": " + mutant.from() + ": " + objection);
    }
}
