package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.vectors.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    Path folder;

    @Test
    void initMakesAKeyThatOnlyItsOwnerCanRead() throws IOException {
        Path home = folder.resolve("deep/home");

        Run run = Run.of(home, "init", "--name", "Mara Voss");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        home.resolve("key.p12").toString(),
                        home.resolve("root.pem").toString(),
                        "Mara Voss")
                .contains("Nobody vouches for the name")
                .contains("No passphrase");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("key.p12"))))
                .isEqualTo("rw-------");
        assertThat(home.resolve("identity.pem")).content().startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void keyIsNeverOverwritten() throws IOException {
        Run.of(folder, "init", "--name", "One");
        byte[] key = Files.readAllBytes(folder.resolve("key.p12"));

        Run run = Run.of(folder, "init", "--name", "Two");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("never overwritten");
        assertThat(folder.resolve("key.p12")).hasBinaryContent(key);
    }

    @Test
    void nameIsNeededAndHasToFit() {
        assertThat(Run.of(folder, "init").err()).contains("--name");
        assertThat(Run.of(folder, "init", "--name", " ").code()).isEqualTo(2);
        assertThat(Run.of(folder, "init", "--name", "x".repeat(65)).code()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void passphraseComesFromTheEnvironmentOrAFile() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Path secret = Files.writeString(folder.resolve("secret"), "open sesame\n");
        Map<String, String> without =
                Map.of("INKSEAL_HOME", folder.resolve("home").toString());
        Map<String, String> with =
                Map.of("INKSEAL_HOME", folder.resolve("home").toString(), "INKSEAL_PASSPHRASE", "open sesame");

        assertThat(Run.with(with, "init", "--name", "Ida").out()).contains("encrypted with your passphrase");
        assertThat(Run.with(with, "sign", picture).code()).isZero();
        assertThat(Run.with(without, "sign", "--force", "--passphrase-file", secret, picture)
                        .code())
                .isZero();
        Run locked = Run.with(without, "sign", "--force", picture);

        assertThat(locked.code()).isEqualTo(3);
        assertThat(locked.err())
                .contains("passphrase is wrong")
                .contains("INKSEAL_PASSPHRASE")
                .doesNotContain("sesame");
        assertThat(Run.with(without, "check", folder.resolve("p.signed.png")).out())
                .contains("known, your own key");
    }

    @Test
    void homeIsWhereTheSystemKeepsSettings() {
        Path xdg = folder.resolve("xdg");

        Run.with(Map.of("XDG_CONFIG_HOME", xdg.toString(), "HOME", folder.toString()), "init", "--name", "A");
        Run.with(Map.of("HOME", folder.toString()), "init", "--name", "A");

        assertThat(xdg.resolve("inkseal/key.p12")).exists();
        assertThat(folder.resolve(".config/inkseal/key.p12")).exists();
    }

    @Test
    void keyOfAnotherFileCanBeUsed() throws IOException {
        Path other = folder.resolve("other");
        Map<String, String> env = Map.of("INKSEAL_HOME", other.toString(), "INKSEAL_PASSPHRASE", "open sesame");
        Run.with(env, "init", "--name", "Ida");
        Path picture = Pictures.make(folder.resolve("p.png"));
        Path secret = Files.writeString(folder.resolve("secret"), "open sesame");
        Path home = folder.resolve("home");

        Run run = Run.of(home, "sign", picture, "--p12", other.resolve("key.p12"), "--passphrase-file", secret);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("signed by   Ida  ");
        assertThat(home).doesNotExist();
    }

    @Test
    void keyAndCertificateBelongTogether() {
        assertThat(Run.of(folder, "sign", "--key", "k.pem", "p.png").err())
                .contains("--key and --cert belong together");
        assertThat(Run.of(folder, "sign", "--key", "k.pem", "--cert", "c.pem", "--p12", "k.p12", "p.png")
                        .code())
                .isEqualTo(2);
        Run missing = Run.of(folder, "sign", "--key", "k.pem", "--cert", "c.pem", "p.png");
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err()).contains("k.pem").doesNotContain("Exception");
    }

    @Test
    void keyThatEverybodyHasIsWarnedOf() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Path key = Files.writeString(folder.resolve("k.pem"), Vectors.publishedKey());
        Path certificate = Files.writeString(folder.resolve("c.pem"), Vectors.publishedCertificate());
        Run.of(folder, "init", "--name", "Ida");

        assertThat(Run.of(folder, "sign", "--key", key, "--cert", certificate, picture)
                        .err())
                .contains("everybody has this key");
        assertThat(Run.of(folder, "sign", picture).err()).doesNotContain("everybody has this key");
    }

    @Test
    void keyThatOthersCanReadIsWarnedOf() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Run.of(folder, "init", "--name", "Ida");
        Files.setPosixFilePermissions(folder.resolve("key.p12"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(Run.of(folder, "sign", picture).err())
                .contains("can be read by others")
                .contains("chmod 600");
    }

    /** Somebody who answers one question after the other. */
    private static final class Typist implements Prompt {
        private final Iterator<String> answers;
        private final List<String> questions = new ArrayList<>();
        private final List<Passphrase> given = new ArrayList<>();

        Typist(String... answers) {
            this.answers = List.of(answers).iterator();
        }

        @Override
        public Optional<Passphrase> ask(String question) {
            questions.add(question);
            Passphrase answer = new Passphrase(answers.next().toCharArray());
            given.add(answer);
            return Optional.of(answer);
        }
    }

    private Map<String, String> home() {
        return Map.of("INKSEAL_HOME", folder.toString());
    }

    @Test
    void passphraseIsTypedTwiceAndAskedForWhenItIsNeeded() {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Typist maker = new Typist("open sesame", "open sesame");
        Typist signer = new Typist("open sesame");

        Run made = Run.asked(home(), maker, "init", "--name", "Ida");
        Run signed = Run.asked(home(), signer, "sign", picture);

        assertThat(made.out()).contains("encrypted with your passphrase").doesNotContain("sesame");
        assertThat(maker.questions)
                .containsExactly("Passphrase for the new key (empty for none): ", "The same once more: ");
        assertThat(signer.questions).containsExactly("Passphrase of " + folder.resolve("key.p12") + ": ");
        assertThat(signed.code()).isZero();
        assertThat(Run.of(folder, "sign", "--force", picture).code()).isEqualTo(3);
        assertThat(maker.given).allMatch(KeysTest::isWiped);
        assertThat(signer.given).allMatch(KeysTest::isWiped);
    }

    private static boolean isWiped(Passphrase passphrase) {
        return new String(passphrase.characters()).chars().allMatch(letter -> letter == 0);
    }

    @Test
    void passphrasesThatDifferMakeNoKey() {
        Run run = Run.asked(home(), new Typist("open sesame", "open sesam"), "init", "--name", "Ida");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("the two passphrases differ").doesNotContain("sesam");
        assertThat(folder.resolve("key.p12")).doesNotExist();
    }

    @Test
    void nothingTypedMeansNoPassphraseAndNobodyIsAskedLater() {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Typist signer = new Typist();

        assertThat(Run.asked(home(), new Typist(""), "init", "--name", "Ida").out())
                .contains("No passphrase");
        assertThat(Run.asked(home(), signer, "sign", picture).code()).isZero();
        assertThat(signer.questions).isEmpty();
    }

    @Test
    void anEmptyPassphraseFileIsNoPassphrase() throws IOException {
        Path empty = Files.writeString(folder.resolve("secret"), "\nopen sesame");

        assertThat(Run.of(folder, "init", "--name", "Ida", "--passphrase-file", empty)
                        .err())
                .contains("the passphrase is empty");
    }

    @Test
    void publicPartIsWhatOthersNeedAndNothingElse() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Run.of(folder, "init", "--name", "Ida");
        Run.of(folder, "sign", picture);
        Path file = folder.resolve("ida.pem");

        Run exported = Run.of(folder, "init", "--export", file);
        Run shown = Run.of(folder, "init", "--export");

        assertThat(exported.code()).isZero();
        assertThat(file)
                .content()
                .isEqualTo(shown.out())
                .startsWith("# Ida, key ")
                .doesNotContain("PRIVATE");
        assertThat(Run.of(folder.resolve("else"), "check", "--trust", file, folder.resolve("p.signed.png"))
                        .out())
                .contains("\"Ida\" [trusted list]");
        assertThat(Run.of(folder, "init", "--export", file).code()).isEqualTo(3);
        assertThat(Run.of(folder, "init", "--export", "--name", "X").code()).isEqualTo(2);
        assertThat(Run.of(folder.resolve("none"), "init", "--export").err()).contains("there is no key yet");
    }
}
