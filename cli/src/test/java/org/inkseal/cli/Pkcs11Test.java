package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.trust.Credential;
import org.inkseal.trust.KeyStores;
import org.inkseal.trust.Pem;
import org.inkseal.trust.SelfIssued;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Signs with keys on a token of SoftHSM, in processes of their own, as its library looks at the environment once. Passed
 * over where SoftHSM is not installed.
 */
class Pkcs11Test {
    private static final String PIN = "canary-1357";
    private static final char[] PASSPHRASE = "inkseal".toCharArray();

    private static final Optional<Path> LIBRARY = List.of(
                    "/usr/lib/softhsm/libsofthsm2.so",
                    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
                    "/usr/lib64/libsofthsm2.so")
            .stream()
            .map(Path::of)
            .filter(Files::exists)
            .findFirst();

    @TempDir
    Path folder;

    private final Map<String, String> env = new HashMap<>();
    private Path configuration;
    private Path picture;

    @BeforeEach
    void makeToken() throws Exception {
        assumeThat(LIBRARY).as("SoftHSM").isPresent();
        Files.createDirectories(folder.resolve("tokens"));
        Path softhsm = Files.writeString(
                folder.resolve("softhsm2.conf"), "directories.tokendir = " + folder.resolve("tokens") + "\n");
        configuration = Files.writeString(
                folder.resolve("pkcs11.cfg"), "name = Soft\nlibrary = " + LIBRARY.get() + "\nslotListIndex = 0\n");
        env.put("SOFTHSM2_CONF", softhsm.toString());
        env.put("INKSEAL_HOME", folder.resolve("home").toString());
        env.put("INKSEAL_PASSPHRASE", PIN);
        Run made = ProcessRun.of(
                env, "softhsm2-util", "--init-token", "--free", "--label", "t", "--pin", PIN, "--so-pin", "24681357");
        assertThat(made.code()).as(made.err()).isZero();
        picture = Pictures.make(folder.resolve("work/p.png"));
    }

    /** A key that goes onto the token, with its certificates; the root is left as a file. */
    private void load(String name, SignatureAlgorithm algorithm) throws Exception {
        Credential credential =
                SelfIssued.create("Token " + name, algorithm, Instant.now(), Duration.ofDays(30), new SecureRandom());
        Path file = folder.resolve(name + ".p12");
        KeyStores.save(file, credential, PASSPHRASE);
        Files.writeString(
                folder.resolve(name + "-root.pem"),
                Pem.encode("CERTIFICATE", credential.last().der()));
        Files.writeString(
                folder.resolve(name + ".pem"),
                Pem.encode("CERTIFICATE", credential.leaf().der()));
        Run loaded = ProcessRun.of(
                env,
                ProcessRun.tool("keytool"),
                "-importkeystore",
                "-noprompt",
                "-srckeystore",
                file,
                "-srcstorepass",
                "inkseal",
                "-srcalias",
                "inkseal",
                "-destalias",
                name,
                "-destkeystore",
                "NONE",
                "-deststoretype",
                "PKCS11",
                "-deststorepass",
                PIN,
                "-addprovider",
                "SunPKCS11",
                "-providerarg",
                configuration);
        assertThat(loaded.code()).as(loaded.out() + loaded.err()).isZero();
        Files.delete(file);
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "ES384", "PS256"})
    void aKeyOnATokenSigns(SignatureAlgorithm algorithm) throws Exception {
        load("first", algorithm);

        Run run = ProcessRun.with(env, "sign", picture, "--pkcs11", configuration);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("signed by   Token first  ");
        Run check = Run.of(
                folder,
                "check",
                "--json",
                "--trust",
                folder.resolve("first-root.pem"),
                folder.resolve("work/p.signed.png"));
        assertThat(check.out()).contains("\"Trusted\"", "\"" + algorithm.label() + "\"");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void ofSeveralKeysTheLabelSaysWhichOne() throws Exception {
        load("first", SignatureAlgorithm.ES256);
        load("second", SignatureAlgorithm.PS256);

        Run unclear = ProcessRun.with(env, "sign", picture, "--pkcs11", configuration);
        Run unknown = ProcessRun.with(env, "sign", picture, "--pkcs11", configuration, "--pkcs11-key", "third");
        Run foreign = ProcessRun.with(
                env,
                "sign",
                picture,
                "--pkcs11",
                configuration,
                "--pkcs11-key",
                "second",
                "--cert",
                folder.resolve("first.pem"));
        assertThat(written()).containsExactly("p.png");
        Run second = ProcessRun.with(env, "sign", picture, "--pkcs11", configuration, "--pkcs11-key", "second");

        assertThat(unclear.code()).isEqualTo(3);
        assertThat(unclear.err()).contains("2 keys");
        assertThat(unknown.err()).contains("no key with a certificate labelled \"third\"");
        assertThat(foreign.code()).isEqualTo(1);
        assertThat(second.out()).contains("signed by   Token second  ");
    }

    @Test
    void aWrongPinAndAMissingTokenAreSaidAndNothingIsWritten() throws Exception {
        load("first", SignatureAlgorithm.ES256);
        Map<String, String> wrong = new HashMap<>(env);
        wrong.put("INKSEAL_PASSPHRASE", "canary-2468");
        Path nowhere = Files.writeString(folder.resolve("no.cfg"), "name = No\nlibrary = /no/such/library.so\n");

        Run locked = ProcessRun.with(wrong, "sign", picture, "--pkcs11", configuration);
        Run missing = ProcessRun.with(env, "sign", picture, "--pkcs11", nowhere);
        Run unread = ProcessRun.with(env, "sign", picture, "--pkcs11", folder.resolve("none.cfg"));

        assertThat(locked.code()).isEqualTo(3);
        assertThat(locked.err()).contains("is the PIN right?").doesNotContain("canary");
        assertThat(missing.err()).contains("/no/such/library.so");
        assertThat(unread.err()).contains("none.cfg: no such file");
        assertThat(written()).containsExactly("p.png");
    }

    private List<String> written() throws IOException {
        return Pictures.names(folder.resolve("work"));
    }
}
