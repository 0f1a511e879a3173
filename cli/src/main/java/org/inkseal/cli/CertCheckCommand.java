package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SignerCertificates;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.ChainReview;
import org.inkseal.trust.ChainReview.Line;
import org.inkseal.trust.KeyPurpose;
import org.inkseal.trust.Pem;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal cert check}: says rule by rule whether certificates fit the profile of C2PA. */
final class CertCheckCommand implements Callable<Integer> {
    private static final int DER_SEQUENCE = 0x30;

    private final Terminal terminal;

    private final Setting<Path> file = Setting.oneFile(
            "FILE", "The signer's certificate, and those of its issuers after it (PEM, or one in DER).");

    private final Setting<Boolean> identity =
            Setting.flag("Review it for identity assertions instead of claims.", "--identity");

    private final Setting<Boolean> json = Setting.flag("Answer in JSON.", "--json");

    private final HelpOption help = new HelpOption();

    CertCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("check");
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Says rule by rule whether a certificate fits the C2PA certificate profile, and what to ask",
                        "its authority for if it does not. The exit code is 1 then. Nothing is looked up.")
                .footer("", "Example:", "  inkseal cert check mara.pem");
        Setting.add(spec, file, identity, json);
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        List<Certificate> chain = read(file.value().orElseThrow());
        List<Line> lines = ChainReview.of(
                chain,
                Setting.on(identity) ? KeyPurpose.IDENTITY_SIGNERS : KeyPurpose.CLAIM_SIGNERS,
                Clock.systemUTC().instant());
        long broken = lines.stream()
                .filter(line -> line.required() && line.broken().isPresent())
                .count();
        if (Setting.on(json)) {
            terminal.out().println(JsonWriter.write(json(chain, lines, broken == 0), true));
        } else {
            tell(chain, lines, broken);
        }
        return broken == 0 ? ExitCode.GOOD : ExitCode.NOT_PASSED;
    }

    private static List<Certificate> read(Path file) throws IOException, UsageException {
        Bytes content = Bytes.wrap(Files.readAllBytes(file));
        try {
            boolean der = content.length() > 0 && content.unsigned(0) == DER_SEQUENCE;
            return SignerCertificates.parse(der ? List.of(content) : Pem.certificates(TextFile.read(file)));
        } catch (IllegalArgumentException | SigningException e) {
            throw new UsageException(file + ": " + e.getMessage());
        }
    }

    private void tell(List<Certificate> chain, List<Line> lines, long broken) {
        int number = 0;
        for (Line line : lines) {
            if (line.certificate() != number) {
                number = line.certificate();
                terminal.out().println(heading(number, chain.get(number - 1)));
            }
            terminal.out().println(words(line));
        }
        terminal.out()
                .println(PlainText.line(file.value().orElseThrow().toString())
                        + (broken == 0 ? ": fits" : ": does not fit, " + broken + " of the rules are broken"));
    }

    private static String heading(int number, Certificate certificate) {
        return "certificate " + number + " of "
                + PlainText.quoted(
                        certificate.commonName().or(certificate::organization).orElse("no name"))
                + " by "
                + PlainText.quoted(certificate
                        .issuerCommonName()
                        .or(certificate::issuerOrganization)
                        .orElse("no name"))
                + "  key " + Fingerprint.of(certificate.keySha256().hex());
    }

    private static String words(Line line) {
        Optional<String> broken = line.broken();
        String word = broken.isEmpty() ? "ok    " : line.required() ? "NOT OK" : "advice";
        return "  " + word + "  " + line.rule()
                + broken.map(what -> "  [" + line.clause() + "]\n          " + PlainText.of(what) + "\n          hint: "
                                + line.hint())
                        .orElse("");
    }

    private static Value json(List<Certificate> chain, List<Line> lines, boolean fits) {
        List<Value> certificates = new ArrayList<>();
        for (Certificate certificate : chain) {
            certificates.add(Value.dict()
                    .put("sha256", certificate.sha256().hex())
                    .put(
                            "keyFingerprint",
                            Fingerprint.of(certificate.keySha256().hex()))
                    .put("notBefore", certificate.notBefore().toString())
                    .put("notAfter", certificate.notAfter().toString())
                    .build());
        }
        List<Value> rules = new ArrayList<>();
        for (Line line : lines) {
            rules.add(Value.dict()
                    .put("certificate", line.certificate())
                    .put("rule", line.rule())
                    .put("clause", line.clause())
                    .put("required", line.required())
                    .put("ok", line.broken().isEmpty())
                    .put("broken", line.broken().<Value>map(Value::of).orElse(Value.NULL))
                    .put("hint", line.hint())
                    .build());
        }
        return Value.dict()
                .put("fits", fits)
                .put("certificates", certificates)
                .put("rules", rules)
                .build();
    }
}
