package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.Credential;
import org.inkseal.trust.KeyStores;
import org.inkseal.trust.Pem;
import org.inkseal.trust.SelfIssued;
import org.inkseal.trust.SigningRequest;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal csr}: asks an authority for a certificate. */
final class CsrCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final Setting<String> name =
            Setting.option(String.class, "NAME", "Common name (default: that of the key's certificate).", "--name");

    private final Setting<String> organization =
            Setting.option(String.class, "NAME", "Organization, by which verifiers show a signer.", "--organization");

    private final Setting<String> country =
            Setting.option(String.class, "CODE", "Country, two capital letters.", "--country");

    private final Setting<String> email = Setting.option(String.class, "ADDRESS", "E-mail address.", "--email");

    private final Setting<Path> newKey = Setting.option(
            Path.class,
            "FILE",
            "Make a new key and keep it in this file (PKCS #8 in PEM, under the passphrase if there is one).",
            "--new-key");

    private final Setting<SignatureAlgorithm> algorithm = Setting.option(
            SignatureAlgorithm.class,
            "es256|es384|es512|ps256|ps384|ps512|ed25519",
            "What --new-key is for (default: es256).",
            "--algorithm");

    private final Setting<Path> output =
            Setting.option(Path.class, "FILE", "Write the request to a new file and not here.", "-o", "--output");

    private final KeyOptions keys = new KeyOptions();

    private final HelpOption help = new HelpOption();

    CsrCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("csr");
        spec.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description(
                        "Writes a request for a certificate (PKCS #10) to be sent to an authority: for your own key, for",
                        "another one that you have, or for a new one. 'inkseal cert check' reviews what comes back.")
                .footer("", "Example:", "  inkseal csr --organization \"Studio Voss\" --country DE -o request.pem");
        Setting.add(spec, name, organization, country, email, newKey, algorithm, output);
        keys.addTo(spec);
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        Signer signer = newKey.value().isPresent() ? made(newKey.value().get()) : existing();
        String request = request(signer);
        if (output.value().isEmpty()) {
            terminal.out().print(request);
            return ExitCode.GOOD;
        }
        Path file = output.value().get();
        Files.writeString(file, request, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        terminal.out().println("Wrote the request: " + PlainText.line(file.toString()));
        return ExitCode.GOOD;
    }

    private Signer existing() throws IOException, UsageException {
        if (algorithm.value().isPresent()) {
            throw new UsageException("--algorithm needs --new-key");
        }
        if (keys.needsNewKey(terminal)) {
            throw new UsageException("there is no key yet", "--new-key FILE makes one, or 'inkseal init'");
        }
        return keys.open(terminal, "").signer();
    }

    /** The certificate of the new key is thrown away: what counts is the one that the authority will make. */
    private Signer made(Path file) throws IOException, UsageException {
        if (keys.isGiven()) {
            throw new UsageException("--new-key makes a key; the options of another one do not go with it");
        }
        String holder = name.value()
                .orElseThrow(() -> new UsageException("--name is needed for a new key: the name to ask for"));
        Credential credential;
        try {
            credential = SelfIssued.create(
                    holder,
                    algorithm.value().orElse(SignatureAlgorithm.ES256),
                    Instant.now(),
                    SelfIssued.USUAL_VALIDITY,
                    new SecureRandom());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--name: " + e.getMessage());
        }
        Optional<Passphrase> secret = keys.passphraseForNewKey(terminal);
        try (Passphrase passphrase = secret.orElse(new Passphrase(new char[0]))) {
            Optional<char[]> characters = secret.map(given -> passphrase.characters());
            KeyStores.saveText(file, Pem.encode(credential.key(), characters, new SecureRandom()));
            return CredentialSigner.of(credential);
        } catch (SigningException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private String request(Signer signer) throws IOException, UsageException {
        try {
            Certificate holder = Certificate.parse(signer.certificates().get(0));
            SigningRequest.Subject subject = new SigningRequest.Subject(
                    name.value().or(holder::commonName).orElse(""),
                    organization.value(),
                    country.value(),
                    email.value());
            SigningRequest request = SigningRequest.of(subject, holder, signer.algorithm());
            Bytes signed = request.seal(signer.sign(request.toBeSigned()));
            return Pem.encode("CERTIFICATE REQUEST", signed);
        } catch (MalformedException | SigningException e) {
            throw new IOException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
