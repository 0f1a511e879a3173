package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.inkseal.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    Path folder;

    @Test
    void versionIsThatOfTheLibrary() {
        Run run = Run.of(folder, "--version");

        assertThat(run).isEqualTo(new Run(0, "inkseal " + Version.current() + "\n", ""));
    }

    @Test
    void withoutArgumentsThereIsAShortUsageWithAnExample() {
        Run run = Run.of(folder);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("inkseal sign painting.png").contains("inkseal --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "sign", "label", "check", "show", "strip", "csr", "cert"})
    void everyCommandHelpsWithAnExampleOfItself(String command) {
        Run run = Run.of(folder, command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Usage: inkseal " + command + " ").contains("\n  inkseal " + command + " ");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(Run.of(folder, "--help").out()).contains("\n  " + command + " ");
    }

    @Test
    void unknownCommandSuggestsTheOneThatWasMeant() {
        Run run = Run.of(folder, "sing", "a.png");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("inkseal: error: unknown command 'sing'\ninkseal: hint: did you mean ");
        assertThat(run.err()).contains("sign");
    }

    @Test
    void unknownOptionIsNamed() {
        Run run = Run.of(folder, "check", "--tust", "x.pem", "a.png");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'--tust'").contains("'inkseal check --help' shows what is allowed");
    }

    @Test
    void wrongValueOfAnOptionNamesWhatIsAllowed() {
        assertThat(Run.of(folder, "sign", "--made", "magic", "a.png").err())
                .contains("'--made'")
                .contains("allowed are human, photo, scan, screen, edited, ai-assisted, not 'magic'");
        assertThat(Run.of(folder, "sign", "--train", "maybe", "a.png").err())
                .contains("allowed are no, yes, terms, not 'maybe'");
        assertThat(Run.of(folder, "check", "--require", "all", "a.png").err())
                .contains("allowed are signed, known, trusted, not 'all'");
        assertThat(Run.of(folder, "check", "--at", "noon", "a.png").err()).contains("2026-11-22");
        assertThat(Run.of(folder, "check", "-j", "0", "a.png").err()).contains("from 1 to");
    }

    @Test
    void aFileNameMayBeginWithAnAt() {
        assertThat(Run.of(folder, "check", "@home.png").err()).contains("@home.png: no such file");
    }

    @Test
    void withoutAPlaceForKeysSigningIsRefusedAndCheckingIsNot() {
        assertThat(Run.with(Map.of(), "sign", "a.png").err()).contains("neither INKSEAL_HOME nor HOME");
        assertThat(Run.with(Map.of(), "check", "a.png").err()).contains("no such file");
    }
}
