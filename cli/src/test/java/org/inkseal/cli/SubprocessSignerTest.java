package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another program signs; whatever it does, a file is whole and signed or not there. */
class SubprocessSignerTest {
    @TempDir
    Path folder;

    private Path picture;

    @BeforeEach
    void makeKeysAndAPicture() throws IOException {
        Run.of(folder.resolve("keys"), "init", "--name", "Far Away");
        Run.of(folder.resolve("others"), "init", "--name", "Far Away");
        Files.copy(folder.resolve("others/key.p12"), folder.resolve("keys/other.p12"));
        picture = Pictures.make(folder.resolve("work/p.png"));
    }

    private Run sign(String habit, int seconds) {
        String command = FakeSigner.command(habit, folder.resolve("keys"));
        return Run.of(folder.resolve("home"), "sign", picture, "--signer", command, "--signer-timeout", seconds);
    }

    private List<String> written() throws IOException {
        return Pictures.names(folder.resolve("work"));
    }

    @ParameterizedTest
    @CsvSource({"good", "complains-much"})
    void anHonestProgramSigns(String habit) throws IOException {
        Run run = sign(habit, 60);

        assertThat(run.err()).contains("the signer names a time-stamp authority, which is not asked");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("signed by   Far Away  ");
        assertThat(written()).containsExactly("p.png", "p.signed.png");
        assertThat(Run.of(folder.resolve("keys"), "check", folder.resolve("work/p.signed.png"))
                        .out())
                .contains("OK")
                .contains("known, your own key");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short          | a signature of 63 bytes; with es256 and this key it has 64",
                "long           | a signature of 65 bytes; with es256 and this key it has 64",
                "der            | r and s one after the other, not in DER",
                "silent         | a signature of 0 bytes",
                "zeros          | does not fit the signer's own certificate",
                "reads-nothing  | does not fit the signer's own certificate",
                "other-key      | does not fit the signer's own certificate",
                "other-message  | does not fit the signer's own certificate",
                "dies           | failed with exit code 7 and says: no more paper",
                "floods         | wrote more than 8192 bytes",
            })
    void aProgramThatLiesOrFailsYieldsNoFile(String habit, String complaint) throws IOException {
        Run run = sign(habit, 60);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains(complaint).doesNotContain("\u001b");
        assertThat(written()).containsExactly("p.png");
    }

    @ParameterizedTest
    @CsvSource({"hangs", "leaves-a-child"})
    void aProgramThatDoesNotEndIsEndedAndYieldsNoFile(String habit) throws Exception {
        Run run = sign(habit, 3);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains(habit.equals("hangs") ? "did not end within 3 s" : "--signer: ");
        assertThat(written()).containsExactly("p.png");
        if (habit.equals("hangs")) {
            Optional<ProcessHandle> left =
                    ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("keys/pid"))));
            left.ifPresent(
                    handle -> handle.onExit().orTimeout(30, TimeUnit.SECONDS).join());
            assertThat(left.map(ProcessHandle::isAlive).orElse(false)).isFalse();
        } else {
            ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("keys/pid"))))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "info-no-json         | the answer to --signer-info is not JSON",
                "info-no-certificate  | there is no PEM certificate",
                "info-other-algorithm | cannot sign with PS256",
                "info-hangs           | did not end within 2 s",
            })
    void aProgramThatCannotSayWhoItIsIsNotAskedToSign(String habit, String complaint) throws IOException {
        Run run = sign(habit, habit.equals("info-hangs") ? 2 : 60);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(complaint);
        assertThat(written()).containsExactly("p.png");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThat(Run.of(folder, "sign", picture, "--signer", "no-such-program-here --profile x")
                        .err())
                .contains("no-such-program-here cannot be started");
    }

    @Test
    void itIsToldNothingOfOurs() throws Exception {
        String command = FakeSigner.command("tells", folder.resolve("keys"));
        Map<String, String> env =
                Map.of("INKSEAL_HOME", folder.resolve("home").toString(), "INKSEAL_PASSPHRASE", "open sesame");

        Run run = ProcessRun.with(env, "sign", picture, "--signer", command);

        assertThat(run.code()).isZero();
        assertThat(folder.resolve("keys/told")).content().contains("PATH").doesNotContain("INKSEAL_", "sesame");
    }

    @Test
    void aCommandIsTakenApartByBlanksAndQuotes() throws Exception {
        assertThat(CommandWords.of(" a  'b c' d\"e f\"'' \"\" ")).containsExactly("a", "b c", "de f", "");
        for (String wrong : List.of("", "  ", "'a", "''")) {
            assertThatThrownBy(() -> CommandWords.of(wrong)).isInstanceOf(UsageException.class);
        }
    }

    @Test
    void keySourcesExcludeEachOther() {
        assertThat(Run.of(folder, "sign", picture, "--signer", "x", "--p12", "k.p12")
                        .err())
                .contains("exclude each other");
        assertThat(Run.of(folder, "sign", picture, "--signer-timeout", "5").err())
                .contains("needs --signer");
        assertThat(Run.of(folder, "sign", picture, "--signer", "x", "--signer-timeout", "0")
                        .err())
                .contains("1 to 3600");
        assertThat(Run.of(folder, "sign", picture, "--pkcs11-key", "x").err()).contains("needs --pkcs11");
    }
}
