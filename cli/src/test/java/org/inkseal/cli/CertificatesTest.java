package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.inkseal.trust.Pem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates are reviewed, and asked for. */
class CertificatesTest {
    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void makeKey() {
        home = folder.resolve("home");
        Run.of(home, "init", "--name", "Mara Voss");
    }

    @Test
    void aCertificateOfOursFitsWithItsRoot() throws IOException {
        Path chain = folder.resolve("chain.pem");
        Files.writeString(
                chain, Files.readString(home.resolve("identity.pem")) + Files.readString(home.resolve("root.pem")));

        Run run = Run.of(home, "cert", "check", chain);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("certificate 1 of \"Mara Voss\" by \"Mara Voss\"  key ")
                .contains("  ok      key usage digitalSignature\n", "  ok      issued the certificate before it\n")
                .endsWith("chain.pem: fits\n")
                .doesNotContain("NOT OK");
        assertThat(Run.of(home, "cert", "check", "--identity", chain).code()).isZero();
    }

    @Test
    void aRootDoesNotFitAndEachRuleHasAHint() {
        Run run = Run.of(home, "cert", "check", home.resolve("root.pem"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("  NOT OK  no authority  [C2PA 2.2 §14.5.1]\n", "hint: OpenSSL: basicConstraints")
                .contains("  NOT OK  issued by an authority", "the certificate issued itself")
                .endsWith("of the rules are broken\n");
        assertThat(Run.of(home, "cert", "check", "--json", home.resolve("root.pem"))
                        .out())
                .contains("\"fits\": false", "\"rule\": \"no authority\"", "\"ok\": false");
    }

    @Test
    void theOrderOfAChainCounts() throws IOException {
        Run.of(folder.resolve("other"), "init", "--name", "Mara Voss");
        Path chain = folder.resolve("chain.pem");
        Files.writeString(
                chain,
                Files.readString(home.resolve("identity.pem")) + Files.readString(folder.resolve("other/root.pem")));

        assertThat(Run.of(home, "cert", "check", chain).out())
                .contains("NOT OK  issued the certificate before it", "not that of the issuer of certificate 1");
    }

    @Test
    void oneInDerIsReadAndWhatIsNoCertificateIsNot() throws IOException {
        Path der = folder.resolve("c.der");
        Files.write(
                der,
                Pem.certificates(Files.readString(home.resolve("identity.pem")))
                        .get(0)
                        .toArray());
        Path other = Files.writeString(folder.resolve("x.pem"), "nothing");

        assertThat(Run.of(home, "cert", "check", der).code()).isZero();
        assertThat(Run.of(home, "cert", "check", other).code()).isEqualTo(2);
        assertThat(Run.of(home, "cert", "check", folder.resolve("none.pem")).code())
                .isEqualTo(3);
        assertThat(Run.of(home, "cert").err()).contains("cert needs: check FILE");
    }

    private static JcaPKCS10CertificationRequest request(String pem) throws Exception {
        String base64 = pem.replaceAll("-----[^-]+-----|\\s", "");
        return new JcaPKCS10CertificationRequest(Base64.getDecoder().decode(base64));
    }

    @Test
    void aRequestIsForTheOwnKeyAndSaysWhoAsks() throws Exception {
        Path file = folder.resolve("request.pem");

        Run run = Run.of(
                home,
                "csr",
                "--organization",
                "Studio Voss",
                "--country",
                "DE",
                "--email",
                "m@voss.example",
                "-o",
                file);

        assertThat(run.code()).as(run.err()).isZero();
        JcaPKCS10CertificationRequest request = request(Files.readString(file));
        assertThat(request.getSubject().toString()).isEqualTo("C=DE,O=Studio Voss,CN=Mara Voss,E=m@voss.example");
        assertThat(request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(request.getPublicKey())))
                .isTrue();
        assertThat(Run.of(home, "csr", "-o", file).code()).isEqualTo(3);
        assertThat(Run.of(home, "csr", "--country", "Germany").code()).isEqualTo(2);
        assertThat(Run.of(home, "csr", "--email", "mara").code()).isEqualTo(2);
        assertThat(Run.of(folder.resolve("none"), "csr").err()).contains("there is no key yet");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"es256", "es384", "es512", "ps256", "ps384", "ps512", "ed25519"})
    void aNewKeyIsKeptAndItsRequestIsSignedWithIt(String algorithm) throws Exception {
        Path key = folder.resolve("new.pem");
        Map<String, String> env = Map.of("INKSEAL_HOME", home.toString(), "INKSEAL_PASSPHRASE", "open sesame");

        Run run = Run.with(env, "csr", "--name", "New", "--new-key", key, "--algorithm", algorithm);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(request(run.out()).getSubject().toString()).isEqualTo("CN=New");
        assertThat(key).content().startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Pem.privateKey(Files.readString(key), Optional.of("open sesame".toCharArray())))
                .isNotNull();
        assertThat(Run.with(env, "csr", "--name", "New", "--new-key", key).code())
                .isEqualTo(3);
    }

    @Test
    void aNewKeyWithoutAPassphraseIsPlain() {
        Path key = folder.resolve("new.pem");

        assertThat(Run.of(home, "csr", "--new-key", key).err()).contains("--name is needed");
        assertThat(Run.of(home, "csr", "--name", "New", "--new-key", key).code())
                .isZero();
        assertThat(key).content().startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(Run.of(home, "csr", "--algorithm", "es256").err()).contains("--algorithm needs --new-key");
        assertThat(Run.of(home, "csr", "--name", "N", "--new-key", key, "--p12", key)
                        .code())
                .isEqualTo(2);
    }
}
