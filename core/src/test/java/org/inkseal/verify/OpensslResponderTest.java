package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.net.Network;
import org.inkseal.report.Report;
import org.inkseal.report.RevocationStatus;
import org.inkseal.trust.Hierarchy;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks a responder that somebody else wrote: {@code openssl ocsp}. Skipped where openssl is missing. */
class OpensslResponderTest {
    private static final String REVOKED = "R\t491231000000Z\t250101000000Z,keyCompromise\t4D\tunknown\t/CN=x\n";
    private static final String GOOD = "V\t491231000000Z\t\t4D\tunknown\t/CN=x\n";
    private static final String OTHER = "V\t491231000000Z\t\t4E\tunknown\t/CN=x\n";

    @TempDir
    Path folder;

    /** Passes the question on to the tool by files. */
    private final class Tool implements Network {
        private final String index;

        Tool(String index) {
            this.index = index;
        }

        @Override
        public Reply get(URI uri, int most) throws IOException {
            throw new IOException("nothing to get");
        }

        @Override
        public Reply post(URI uri, String mediaType, Bytes body, int most) throws IOException {
            Files.write(folder.resolve("question"), body.toArray());
            Files.writeString(folder.resolve("index"), index);
            run(
                    "ocsp",
                    "-index",
                    "index",
                    "-CA",
                    "issuer.pem",
                    "-rsigner",
                    "issuer.pem",
                    "-rkey",
                    "issuer.key",
                    "-reqin",
                    "question",
                    "-respout",
                    "answer",
                    "-ndays",
                    "1");
            return new Reply("application/ocsp-response", Bytes.wrap(Files.readAllBytes(folder.resolve("answer"))));
        }
    }

    private boolean run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private boolean present() {
        try {
            return run("version");
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"good, NOT_REVOKED", "revoked, REVOKED", "unknown, UNKNOWN"})
    void opensslIsUnderstoodAndUnderstands(String kind, RevocationStatus wanted) throws Exception {
        Assumptions.assumeTrue(present(), "no openssl");
        Hierarchy signer = Hierarchy.lasting();
        Files.writeString(folder.resolve("issuer.pem"), signer.issuerPem());
        Files.writeString(folder.resolve("issuer.key"), signer.issuerKeyPem());
        Tool tool = new Tool(kind.equals("good") ? GOOD : kind.equals("revoked") ? REVOKED : OTHER);

        Report report = Verifier.at(Instant.now().plusSeconds(5))
                .trusting(Hierarchy.trust())
                .online(tool)
                .verify(new TimedPicture(signer).with(Value.dict().build()));

        assertThat(report.signature().orElseThrow().revocation()).isEqualTo(wanted);
    }
}
