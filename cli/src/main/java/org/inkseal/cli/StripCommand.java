package org.inkseal.cli;

import java.util.concurrent.Callable;
import org.inkseal.Stripping;
import org.inkseal.cbor.Value;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal strip}: takes credentials out of pictures. */
final class StripCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final FileSelection files = new FileSelection();

    private final OutputChoice outputs = new OutputChoice();

    private final ReportOptions answers = new ReportOptions();

    private final HelpOption help = new HelpOption();

    StripCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("strip");
        spec.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description(
                        "Takes the credential out of pictures. A picture that inkseal signed with --no-xmp becomes its original again,"
                                + " byte for byte; otherwise what was repeated in its XMP stays.",
                        "painting.png becomes painting.stripped.png unless --output or --in-place says otherwise.",
                        "")
                .footer("", "Example:", "  inkseal strip painting.signed.png -o original.png");
        files.addTo(spec);
        outputs.addTo(spec);
        answers.addTo(spec);
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws UsageException {
        Stripping stripping = Stripping.standard().output(outputs.options(), outputs.fsync());
        OutputRun run = new OutputRun(terminal, files, outputs, answers);
        return run.run(
                "stripped",
                (item, target, progress) -> {
                    if (outputs.dryRun()) {
                        return Stripping.hasCredential(item.path());
                    }
                    return outputs.inPlace()
                            ? stripping.writeInPlace(item.path(), progress)
                            : stripping.write(item.path(), target, progress);
                },
                new Words(outputs.dryRun()));
    }

    /** A file that had a credential, or had none. */
    private record Words(boolean dryRun) implements OutputRun.Teller<Boolean> {
        @Override
        public String word(Boolean stripped) {
            if (!stripped) {
                return "without a credential";
            }
            return dryRun ? "to strip" : "stripped";
        }

        @Override
        public String text(Boolean stripped, String source, String target) {
            if (!stripped) {
                return source + ": nothing to strip";
            }
            return source + target + (dryRun ? "  (dry run, nothing written)" : "  credential removed");
        }

        @Override
        public Value.Dict json(Boolean stripped, String source, String target) {
            return Value.dict()
                    .put("file", source)
                    .put("output", stripped ? Value.of(target) : Value.NULL)
                    .put("result", stripped ? "stripped" : "nothing to strip")
                    .put("exitCode", ExitCode.GOOD)
                    .put("dryRun", dryRun)
                    .build();
        }
    }
}
