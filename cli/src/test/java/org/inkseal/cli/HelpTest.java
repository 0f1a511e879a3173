package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The help of every command has examples that work, and the manual page and the completion know every option. */
class HelpTest {
    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** What an example needs that a test does not have: other machines, devices and programs, or the working directory. */
    private static final List<String> WORLD =
            List.of("://", "--online", "--signer", "--pkcs11", "--site", "--export", "trust update");

    @TempDir
    Path folder;

    /** Every command with those below it. */
    static Stream<CommandLine> commands() {
        StringWriter nowhere = new StringWriter();
        Deque<CommandLine> next = new ArrayDeque<>();
        next.add(Main.everyCommand(new Terminal(new PrintWriter(nowhere), new PrintWriter(nowhere), Map.of())));
        List<CommandLine> all = new ArrayList<>();
        while (!next.isEmpty()) {
            CommandLine command = next.remove();
            all.add(command);
            next.addAll(command.getSubcommands().values());
        }
        return all.stream();
    }

    /** Every example. */
    static Stream<String> examples() {
        return commands().flatMap(command -> {
            String[] footer = command.getCommandSpec().usageMessage().footer();
            List<String> lines = Stream.of(footer)
                    .filter(line -> line.startsWith("  inkseal "))
                    .map(String::strip)
                    .toList();
            assertThat(lines).as(command.getCommandSpec().qualifiedName()).isNotEmpty();
            return lines.stream();
        });
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleOfTheHelpWorks(String example) throws IOException {
        Path home = folder.resolve("home");
        assertThat(Run.of(home, "init", "--name", "Mara Voss").code()).isZero();
        List<String> words = new ArrayList<>();
        for (Matcher word = WORDS.matcher(example); word.find(); ) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        words.remove(0);
        Object[] plain = words.toArray();
        Main.everyCommand(new Terminal(new PrintWriter(System.err), new PrintWriter(System.err), Map.of()))
                .parseArgs(words.toArray(String[]::new));
        if (WORLD.stream().anyMatch(example::contains)) {
            return;
        }
        if (example.contains("trust remove")) {
            assertThat(Run.of(home, "trust", "add", picture("p.signed.png"), "--as", "Mara Voss")
                            .code())
                    .isZero();
        }
        for (int i = 0; i < plain.length; i++) {
            boolean output = i > 0 && List.of("-o", "--html", "--registry").contains(words.get(i - 1));
            plain[i] = place(words.get(i), output);
        }

        Run run = Run.of(example.contains("inkseal init") ? folder.resolve("new") : home, plain);

        // Pictures may fail to pass; the command line may not.
        assertThat(run.code()).as("%s: %s%s", example, run.out(), run.err()).isBetween(0, 1);
        assertThat(run.err()).doesNotContain("internal error", "no such file");
    }

    private Object place(String word, boolean output) throws IOException {
        if (output) {
            return folder.resolve(word);
        }
        if (!word.endsWith("/") && !word.matches(".*\\.(png|jpg|pem|html|csv|json)")) {
            return word;
        }
        if (word.endsWith("/")) {
            picture(word + "one.png");
            return folder.resolve(word);
        }
        if (word.endsWith(".pem")) {
            return Files.copy(folder.resolve("home/root.pem"), folder.resolve(word));
        }
        return picture(word);
    }

    private Path picture(String name) {
        Path file = folder.resolve(name);
        if (!name.contains(".signed.")) {
            return Pictures.make(file);
        }
        Path plain = Pictures.make(folder.resolve(name.replace(".signed.", ".")));
        assertThat(Run.of(folder.resolve("home"), "sign", plain).code()).isZero();
        return file;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void manualPageNamesEveryOptionAndBeginsNoLineWithAnUnknownMacro(CommandLine command) {
        String[] words = command.getCommandSpec().qualifiedName().split(" ");
        words[0] = "man";

        Run run = Run.of(folder, (Object[]) words);

        assertThat(run.code()).isZero();
        for (OptionSpec option : command.getCommandSpec().options()) {
            assertThat(run.out()).contains(option.longestName().replace("-", "\\-"));
        }
        assertThat(run.out().lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|PP|TP|EX|EE|br)( .*)?"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void completionKnowsEveryLongOption(CommandLine command) {
        String script = Run.of(folder, "completion", "bash").out();

        for (OptionSpec option : command.getCommandSpec().options()) {
            assertThat(script).contains("'" + option.longestName());
        }
        assertThat(Run.of(folder, "completion", "zsh").out()).isEqualTo(script);
        assertThat(Run.of(folder, "completion", "fish").code()).isEqualTo(2);
    }
}
