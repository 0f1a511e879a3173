package org.inkseal.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenSSL on the command line, where it is installed: an authority that this project has not written. */
public final class OpenSsl {
    private static final String CONFIG = """
            [req]
            distinguished_name = dn
            prompt = no
            [dn]
            CN = unused
            [ca]
            basicConstraints = critical,CA:TRUE
            keyUsage = critical,keyCertSign,cRLSign
            subjectKeyIdentifier = hash
            [tsa_cert]
            basicConstraints = critical,CA:FALSE
            keyUsage = critical,digitalSignature
            extendedKeyUsage = critical,timeStamping
            subjectKeyIdentifier = hash
            authorityKeyIdentifier = keyid
            [leaf]
            basicConstraints = critical,CA:FALSE
            keyUsage = critical,digitalSignature
            extendedKeyUsage = emailProtection
            subjectKeyIdentifier = hash
            authorityKeyIdentifier = keyid
            authorityInfoAccess = OCSP;URI:http://127.0.0.1:@PORT@/
            [large]
            nsComment = @COMMENT@
            [tsa]
            default_tsa = tsa1
            [tsa1]
            serial = serial.txt
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256, sha384, sha512
            ordering = yes
            tsa_name = no
            ess_cert_id_chain = no
            ess_cert_id_alg = sha256
            """;

    private final Path folder;

    /** Works in a folder, with a root, a time-stamp authority and a signer; the signer's responder is at a port. */
    public OpenSsl(Path folder, int port) throws IOException {
        this.folder = folder;
        Files.writeString(
                folder.resolve("openssl.cnf"),
                CONFIG.replace("@PORT@", String.valueOf(port)).replace("@COMMENT@", "x".repeat(9000)));
        Files.writeString(folder.resolve("serial.txt"), "01\n");
        key("root");
        run(
                "req",
                "-x509",
                "-new",
                "-key",
                "root.key",
                "-subj",
                "/O=Test/CN=Test Root",
                "-days",
                "4000",
                "-config",
                "openssl.cnf",
                "-extensions",
                "ca",
                "-out",
                "root.pem");
        issue("tsa", "tsa_cert", "/O=Test/CN=Test TSA", 2000);
        issue("large", "large", "/O=Test/CN=Large", 2000);
        issue("signer", "leaf", "/O=Test/CN=Test Signer", 30);
    }

    /** Whether there is an OpenSSL to run. */
    public static boolean isThere() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void key(String name) throws IOException {
        run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", name + ".key");
    }

    private void issue(String name, String extensions, String subject, int days) throws IOException {
        key(name);
        run("req", "-new", "-key", name + ".key", "-subj", subject, "-config", "openssl.cnf", "-out", name + ".csr");
        run(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "root.pem",
                "-CAkey",
                "root.key",
                "-CAcreateserial",
                "-days",
                String.valueOf(days),
                "-extfile",
                "openssl.cnf",
                "-extensions",
                extensions,
                "-out",
                name + ".pem");
        Files.writeString(
                folder.resolve(name + "-chain.pem"),
                Files.readString(folder.resolve(name + ".pem")) + Files.readString(folder.resolve("root.pem")));
    }

    /** Answers a time-stamp request. */
    public synchronized byte[] timeStamp(byte[] request) throws IOException {
        return timeStamp(request, "root.pem");
    }

    /** Answers a time-stamp request with a token of more than nine thousand bytes. */
    public synchronized byte[] longTimeStamp(byte[] request) throws IOException {
        return timeStamp(request, "large-chain.pem");
    }

    private byte[] timeStamp(byte[] request, String chain) throws IOException {
        Files.write(folder.resolve("request.tsq"), request);
        run(
                "ts",
                "-reply",
                "-config",
                "openssl.cnf",
                "-queryfile",
                "request.tsq",
                "-signer",
                "tsa.pem",
                "-inkey",
                "tsa.key",
                "-chain",
                chain,
                "-out",
                "reply.tsr");
        return Files.readAllBytes(folder.resolve("reply.tsr"));
    }

    /** Answers an OCSP request about the signer. */
    public synchronized byte[] status(byte[] request, boolean good) throws IOException {
        String serial =
                run("x509", "-in", "signer.pem", "-noout", "-serial").strip().replace("serial=", "");
        String line = (good ? "V\t491231235959Z\t" : "R\t491231235959Z\t260101000000Z") + "\t" + serial
                + "\tunknown\t/O=Test/CN=Test Signer\n";
        Files.writeString(folder.resolve("index.txt"), line);
        Files.write(folder.resolve("request.ocsp"), request);
        run(
                "ocsp",
                "-index",
                "index.txt",
                "-CA",
                "root.pem",
                "-rsigner",
                "root.pem",
                "-rkey",
                "root.key",
                "-reqin",
                "request.ocsp",
                "-respout",
                "reply.ocsp",
                "-ndays",
                "1");
        return Files.readAllBytes(folder.resolve("reply.ocsp"));
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    private String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + ": " + Files.readString(folder.resolve("errors.txt")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return out;
    }
}
