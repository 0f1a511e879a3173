package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.report.Report;
import org.inkseal.report.ValidationState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code inkseal show}: prints everything in a credential. */
@Command(
        name = "show",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Prints the whole credential of a picture as JSON, in the form that other C2PA tools print.",
        footer = {"", "Example:", "  inkseal show painting.signed.png"})
final class ShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "One picture.")
    private Path file = Path.of("");

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        Report report;
        try {
            report = trust.verifier().verify(file);
        } catch (IOException e) {
            Trouble trouble = Trouble.of(e);
            new ErrorReport(terminal).tell(file.toString(), trouble);
            return trouble.exitCode();
        }
        if (report.state() == ValidationState.NONE) {
            terminal.error(file + ": no credential");
            report.remoteManifest()
                    .ifPresent(url -> terminal.hint("it is kept at " + PlainText.of(url) + " and was not fetched"));
            return ExitCode.NOT_PASSED;
        }
        terminal.out().println(PlainText.json(JsonWriter.write(ManifestStoreJson.of(report), true)));
        return report.state().isValid() ? ExitCode.GOOD : ExitCode.NOT_PASSED;
    }
}
