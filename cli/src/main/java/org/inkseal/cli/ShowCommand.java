package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.inkseal.Credentials;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.report.CertificateSummary;
import org.inkseal.report.Report;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.inkseal.trust.Pem;
import org.inkseal.verify.Verifier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal show}: prints everything in a credential. */
final class ShowCommand implements Callable<Integer> {
    /** Both warnings that C2PA 2.2 §15.3 asks for beside the data of a manifest that is not valid. */
    static final String WARNING =
            "the credential is not valid; nothing that it says is attributed to its signer or anybody";

    private final Terminal terminal;

    private final Setting<Path> file = Setting.oneFile("FILE", "One picture, or a credential by itself (NAME.c2pa).");

    private final SidecarOption sidecar = new SidecarOption();

    private final ShowForm form = new ShowForm();

    private final TrustOptions trust = new TrustOptions();

    private final HelpOption help = new HelpOption();

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("show");
        spec.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description(
                        "Prints the whole credential of a picture as JSON, in the form that other C2PA tools print.")
                .footer(
                        "",
                        "Example:",
                        "  inkseal show painting.signed.png",
                        "  inkseal show --tree painting.signed.png");
        file.addTo(spec);
        form.addTo(spec);
        sidecar.addTo(spec);
        trust.addWithNetworkTo(spec);
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        Path path = file.value().orElseThrow();
        ShowForm.Kind kind = form.kind();
        Verifier verifier = trust.verifier(terminal);
        Report report;
        try {
            report = SidecarOption.isStore(path) ? verifier.inspect(path) : sidecar.verify(verifier, path);
        } catch (IOException e) {
            Trouble trouble = Trouble.of(e);
            new ErrorReport(terminal).tell(path.toString(), trouble);
            return trouble.exitCode();
        }
        if (kind == ShowForm.Kind.CRJSON) {
            terminal.out().println(PlainText.json(Credentials.crJson(report)));
            return report.state() == ValidationState.NONE || report.state().isValid()
                    ? ExitCode.GOOD
                    : ExitCode.NOT_PASSED;
        }
        if (report.state() == ValidationState.NONE) {
            terminal.error(path + ": no credential");
            report.remoteManifest()
                    .ifPresent(url -> terminal.hint("it is kept at " + PlainText.of(url) + " and "
                            + (report.active().has(StatusCode.MANIFEST_INACCESSIBLE)
                                    ? "cannot be reached"
                                    : "was not fetched")));
            return ExitCode.NOT_PASSED;
        }
        boolean valid = report.state().isValid();
        if (!valid) {
            terminal.note(path + ": " + WARNING);
        }
        boolean done = switch (kind) {
            case DETAILED -> json(DetailedJson.of(report));
            case TREE -> {
                new ManifestTree(report, form.showUnverified()).lines().forEach(terminal.out()::println);
                yield true;
            }
            case CERTS -> certificates(path, report);
            case RESOURCES -> resources(path, report);
            default -> json(ManifestStoreJson.of(report));
        };
        return valid && done ? ExitCode.GOOD : ExitCode.NOT_PASSED;
    }

    private boolean json(Value.Dict store) {
        terminal.out().println(PlainText.json(JsonWriter.write(store, true)));
        return true;
    }

    private boolean certificates(Path path, Report report) {
        List<CertificateSummary> chain =
                report.signature().map(SignatureSummary::chain).orElse(List.of());
        if (chain.isEmpty()) {
            terminal.error(path + ": no certificate can be read");
        }
        chain.forEach(certificate -> terminal.out().print(Pem.encode("CERTIFICATE", certificate.der())));
        return !chain.isEmpty();
    }

    private boolean resources(Path path, Report report) throws IOException {
        if (!report.state().isValid() && !form.showUnverified()) {
            terminal.error(path + ": nothing is extracted from a credential that is not valid");
            terminal.hint("--show-unverified extracts it all the same");
            return false;
        }
        Path folder = form.folder().orElseThrow();
        int files = Resources.extract(report, folder);
        terminal.out()
                .println(PlainText.line(path.toString()) + ": " + files + (files == 1 ? " file" : " files") + " -> "
                        + PlainText.line(folder.toString()));
        return true;
    }
}
