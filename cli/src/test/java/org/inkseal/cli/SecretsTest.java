package org.inkseal.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.inkseal.sign.Pkcs12Signer;
import org.inkseal.trust.Credential;
import org.inkseal.trust.KeyStores;
import org.inkseal.trust.Pem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A passphrase and a key that would be noticed anywhere are noticed nowhere, whatever is run and whatever fails. */
class SecretsTest {
    private static final String CANARY = "canary-Tr0ub4dor-7391";
    private static final String WRONG = "canary-wrong-5521";

    @TempDir
    Path folder;

    private final StringBuilder said = new StringBuilder();
    private final Map<String, String> env = new HashMap<>();

    private Run run(Map<String, String> more, Object... args) {
        Map<String, String> all = new HashMap<>(env);
        all.putAll(more);
        Run run = Run.with(all, args);
        said.append(run.out()).append(run.err());
        return run;
    }

    @Test
    void noCommandTellsASecret() throws Exception {
        Path home = folder.resolve("home");
        // What failed is told with all its causes.
        env.putAll(Map.of("INKSEAL_HOME", home.toString(), "INKSEAL_DEBUG", "1"));
        Map<String, String> right = Map.of("INKSEAL_PASSPHRASE", CANARY, "INKSEAL_IDENTITY_PASSPHRASE", CANARY);
        Map<String, String> wrong = Map.of("INKSEAL_PASSPHRASE", WRONG, "INKSEAL_IDENTITY_PASSPHRASE", WRONG);
        Path picture = Pictures.make(folder.resolve("work/p.png"));
        Path signed = folder.resolve("work/p.signed.png");
        Path secret = Files.writeString(folder.resolve("secret.txt"), CANARY + "\n");
        Path pem = folder.resolve("key.pem");

        assertThat(run(right, "init", "--name", "Mara", "--site", "mara.example")
                        .code())
                .isZero();
        Credential credential = KeyStores.load(home.resolve("key.p12"), CANARY.toCharArray());
        Path plain = Files.writeString(folder.resolve("plain.pem"), pem(credential.key()));
        Path broken = Files.writeString(
                folder.resolve("broken.pem"), pem(credential.key()).replaceFirst("M", "*"));
        Path certificate = home.resolve("identity.pem");
        List<Object[]> commands = new ArrayList<>(List.of(
                new Object[] {"init", "--name", "Mara"},
                new Object[] {"init", "--export"},
                new Object[] {"sign", picture, "--force", "--identity", home.resolve("key.p12")},
                new Object[] {"sign", picture, "--force", "--passphrase-file", secret, "--json"},
                new Object[] {"sign", picture, "--force", "--dry-run"},
                new Object[] {"label", picture, "--force", "--model", "M", "--provider", "P"},
                new Object[] {"sign", picture, "--force", "--key", plain, "--cert", certificate},
                new Object[] {"sign", picture, "--force", "--key", plain, "--cert", plain},
                new Object[] {"sign", picture, "--force", "--key", broken, "--cert", certificate},
                new Object[] {"sign", picture, "--force", "--key", home.resolve("key.p12"), "--cert", certificate},
                new Object[] {"sign", picture, "--force", "--p12", plain},
                new Object[] {"sign", picture, "--force", "--p12", secret},
                new Object[] {"sign", picture, "--force", "--pkcs11", plain},
                new Object[] {"sign", picture, "--force", "--pkcs11", secret},
                new Object[] {"sign", picture, "--force", "--signer", "cat " + plain},
                new Object[] {"sign", picture, "--force", "--identity", plain},
                new Object[] {"check", signed},
                new Object[] {"check", "--json", signed},
                new Object[] {"check", "--explain", "--trust", plain, signed},
                new Object[] {"check", "--trust", secret, signed},
                new Object[] {"check", "--allowed", plain, signed},
                new Object[] {"show", signed},
                new Object[] {"show", "--detailed", signed},
                new Object[] {"show", "--certs", signed},
                new Object[] {"show", plain},
                new Object[] {"strip", signed, "-o", folder.resolve("work/stripped.png"), "--force"},
                new Object[] {"csr", "--organization", "Studio"},
                new Object[] {"csr", "--key", plain, "--cert", certificate},
                new Object[] {"csr", "--name", "New", "--new-key", pem},
                new Object[] {"cert", "check", certificate},
                new Object[] {"cert", "check", plain},
                new Object[] {"cert", "check", home.resolve("key.p12")},
                new Object[] {"trust", "add", signed, "--as", "Mara"},
                new Object[] {"trust", "add", "--anchor", plain},
                new Object[] {"trust", "list"},
                new Object[] {"formats"}));
        int good = 0;
        int bad = 0;
        for (Map<String, String> environment : List.of(right, wrong, Map.<String, String>of())) {
            for (Object[] command : commands) {
                if (run(environment, command).code() == 0) {
                    good++;
                } else {
                    bad++;
                }
            }
        }
        said.append(credential).append(Pkcs12Signer.open(home.resolve("key.p12"), CANARY.toCharArray()));
        said.append(new Passphrase(CANARY.toCharArray()));

        assertThat(good).isGreaterThan(30);
        assertThat(bad).isGreaterThan(30);
        assertNoSecret("what was said", said.toString(), secrets(credential.key()));
        assertFilesHoldNoSecret(secrets(credential.key()), Set.of(secret, plain, broken));
    }

    private void assertFilesHoldNoSecret(List<String> secrets, Set<Path> given) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!given.contains(file)) {
                    assertNoSecret(file.toString(), new String(Files.readAllBytes(file), ISO_8859_1), secrets);
                }
            }
        }
    }

    private static void assertNoSecret(String where, String text, List<String> secrets) {
        for (String secret : secrets) {
            int at = text.indexOf(secret);
            // Where it stood, without it.
            assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 200), at))
                    .as(where)
                    .isEmpty();
        }
    }

    private static String pem(PrivateKey key) {
        return Pem.encode("PRIVATE KEY", org.inkseal.io.Bytes.wrap(key.getEncoded()));
    }

    /** The passphrases and the key in every form in which they could slip out. */
    private static List<String> secrets(PrivateKey key) {
        byte[] scalar = ((ECPrivateKey) key).getS().toByteArray();
        byte[] middle = Arrays.copyOfRange(scalar, scalar.length - 30, scalar.length - 2);
        List<String> secrets = new ArrayList<>();
        for (byte[] bytes :
                List.of(CANARY.getBytes(ISO_8859_1), WRONG.getBytes(ISO_8859_1), CANARY.getBytes(UTF_16LE), middle)) {
            secrets.add(new String(bytes, ISO_8859_1));
            secrets.add(HexFormat.of().formatHex(bytes));
            secrets.add(HexFormat.of().withUpperCase().formatHex(bytes));
            secrets.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            secrets.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        secrets.add(((ECPrivateKey) key).getS().toString());
        // A line of the PEM form, which begins at another bit than the scalar.
        secrets.addAll(pem(key).lines()
                .filter(line -> line.length() >= 32 && !line.startsWith("-"))
                .toList());
        return secrets;
    }
}
