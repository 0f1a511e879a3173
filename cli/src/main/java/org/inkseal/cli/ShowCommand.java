package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.report.Report;
import org.inkseal.report.ValidationState;
import org.inkseal.verify.Verifier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal show}: prints everything in a credential. */
final class ShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final Setting<Path> file = Setting.oneFile("FILE", "One picture.");

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
                .footer("", "Example:", "  inkseal show painting.signed.png");
        file.addTo(spec);
        trust.addWithNetworkTo(spec);
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        Path path = file.value().orElseThrow();
        Verifier verifier = trust.verifier(terminal);
        Report report;
        try {
            report = verifier.verify(path);
        } catch (IOException e) {
            Trouble trouble = Trouble.of(e);
            new ErrorReport(terminal).tell(path.toString(), trouble);
            return trouble.exitCode();
        }
        if (report.state() == ValidationState.NONE) {
            terminal.error(path + ": no credential");
            report.remoteManifest()
                    .ifPresent(url -> terminal.hint("it is kept at " + PlainText.of(url) + " and was not fetched"));
            return ExitCode.NOT_PASSED;
        }
        terminal.out().println(PlainText.json(JsonWriter.write(ManifestStoreJson.of(report), true)));
        return report.state().isValid() ? ExitCode.GOOD : ExitCode.NOT_PASSED;
    }
}
