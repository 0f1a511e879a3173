package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.inkseal.asset.AssetFormats;
import org.inkseal.cbor.Value;
import org.inkseal.io.AtomicOutput;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Progress;
import org.inkseal.verify.UnsupportedFormatException;

/** A run that makes a new file of each picture: what {@code sign}, {@code label} and {@code strip} have in common. */
final class OutputRun {
    private final Terminal terminal;
    private final FileSelection files;
    private final OutputChoice outputs;
    private final ReportOptions answers;
    private final Set<Path> swept = ConcurrentHashMap.newKeySet();

    OutputRun(Terminal terminal, FileSelection files, OutputChoice outputs, ReportOptions answers) {
        this.terminal = terminal;
        this.files = files;
        this.outputs = outputs;
        this.answers = answers;
    }

    /** Makes the new file, or only says what it would be. */
    interface Writer<T> {
        T write(Item item, Path target, Progress progress) throws Exception;
    }

    /** What to tell of a file that was written. */
    interface Teller<T> {
        /** The word for the sum. */
        String word(T written);

        /**
         * The lines for a person.
         *
         * @param source the picture
         * @param target where it goes, with an arrow or the like before it
         */
        String text(T written, String source, String target);

        /** The entry of the JSON answer. */
        Value.Dict json(T written, String source, String target);
    }

    /** What was written, and where. */
    private record Written<T>(Path target, T what) {}

    /**
     * Goes through the files.
     *
     * @param mark what stands for the command in names of files, such as {@code "signed"}
     */
    <T> int run(String mark, Writer<T> writer, Teller<T> teller) throws UsageException {
        outputs.check(files);
        Tally tally = new Tally();
        Optional<JsonDocument> json = answers.json() ? Optional.of(new JsonDocument(terminal.out())) : Optional.empty();
        ErrorReport errors = new ErrorReport(terminal);
        Batch.Work<Written<T>> work = (item, progress) -> plan(item, mark, writer, progress);
        Batch.Sink<Written<T>> sink = outcome -> {
            if (outcome.skipped()) {
                tally.skip();
            } else if (outcome.trouble().isPresent()) {
                Trouble trouble = outcome.trouble().get();
                errors.tell(outcome.item().name(), trouble);
                json.ifPresent(document -> document.add(failure(outcome.item().name(), trouble)));
                tally.add("failed", trouble.exitCode());
            } else {
                tell(outcome.item(), outcome.result().orElseThrow(), teller, json, tally);
            }
        };
        Interruption interruption = Interruption.watch(terminal, answers.quiet());
        try {
            files.run(terminal, answers, path -> outputs.isOutput(path, mark), work, sink);
        } finally {
            interruption.forget();
        }
        json.ifPresent(JsonDocument::end);
        if (!answers.quiet()) {
            tally.tell(terminal);
        }
        return tally.exitCode();
    }

    /** Chooses the target here, in the order of the files, so that it never depends on which thread is faster. */
    private <T> Callable<Written<T>> plan(Item item, String mark, Writer<T> writer, Progress progress) {
        Path target;
        try {
            target = outputs.target(item, mark, files);
        } catch (IOException | UsageException e) {
            return () -> {
                requirePicture(item);
                throw e;
            };
        }
        return () -> {
            requirePicture(item);
            if (!outputs.dryRun()) {
                outputs.prepare(target);
                sweep(target);
            }
            return new Written<>(target, writer.write(item, target, progress));
        };
    }

    /** Removes what killed runs left beside a target; once for each folder, as a folder may have very many files. */
    private void sweep(Path target) throws IOException {
        Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        Path folder = real.getParent();
        if (folder != null && swept.add(folder)) {
            AtomicOutput.sweep(folder);
        }
    }

    /** A file of any format can have a credential beside it, but most files in a folder are not meant. */
    private void requirePicture(Item item) throws IOException {
        if (outputs.sidecar() && !item.found()) {
            return;
        }
        try (ByteSource source = ByteSource.open(item.path())) {
            if (AssetFormats.detect(source).isEmpty()) {
                throw new UnsupportedFormatException("not a picture format that inkseal can write");
            }
        }
    }

    private <T> void tell(Item item, Written<T> written, Teller<T> teller, Optional<JsonDocument> json, Tally tally) {
        tally.add(teller.word(written.what()), ExitCode.GOOD);
        if (json.isPresent()) {
            json.get()
                    .add(teller.json(
                            written.what(), item.name(), written.target().toString()));
        } else if (answers.lines()) {
            String target = outputs.inPlace()
                    ? " (in place)"
                    : " -> " + PlainText.line(written.target().toString());
            terminal.out().println(teller.text(written.what(), PlainText.line(item.name()), target));
        }
    }

    private static Value.Dict failure(String file, Trouble trouble) {
        return Value.dict()
                .put("file", file)
                .put("output", Value.NULL)
                .put("result", "failed")
                .put("exitCode", trouble.exitCode())
                .put("reason", trouble.about(file))
                .build();
    }
}
