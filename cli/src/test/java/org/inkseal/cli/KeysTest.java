package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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
}
