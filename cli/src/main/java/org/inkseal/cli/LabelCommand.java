package org.inkseal.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.inkseal.Declaration;
import org.inkseal.cbor.Value;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Permission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code inkseal label}: labels the output of generative models. */
@Command(
        name = "label",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Labels pictures as made by generative AI, and signs the label.",
            "out.png becomes out.labelled.png unless --output or --in-place says otherwise.",
            "Without a key, one is made in the name of the provider.",
            "",
        },
        footer = {"", "Example:", "  inkseal label out.png --model \"AcmeDiffusion:2.1\" --provider \"Acme AI\""})
final class LabelCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--model",
            paramLabel = "NAME[:VERSION]",
            required = true,
            description = "The model that made the pictures.")
    private String model = "";

    @Option(names = "--provider", paramLabel = "NAME", required = true, description = "Who runs the model.")
    private String provider = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "The title of the picture.")
    private Optional<String> title = Optional.empty();

    @Mixin
    private PermissionOptions permissions = new PermissionOptions();

    @Mixin
    private SealOptions options = new SealOptions();

    LabelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        Declaration.Tool tool = tool();
        Declaration declaration = Declaration.of(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA)
                .permitting(permissions.permissions(Permission.SILENT))
                .madeWith(tool)
                .madeAt(options.trust().clock().instant().truncatedTo(ChronoUnit.SECONDS));
        if (title.isPresent()) {
            declaration = declaration.titled(title.get());
        }
        Author author = options.author(terminal, provider);
        int code = options.seal(terminal, author, declaration, "labelled", new Words(author, tool));
        if (!options.quiet() && !options.dryRun()) {
            terminal.note("note: no watermark was added; the law of your country may ask for one too");
        }
        return code;
    }

    private Declaration.Tool tool() throws UsageException {
        int colon = model.lastIndexOf(':');
        String name = colon < 0 ? model : model.substring(0, colon);
        Optional<String> version = colon < 0 ? Optional.empty() : Optional.of(model.substring(colon + 1));
        if (name.isBlank() || version.isPresent() && version.get().isBlank()) {
            throw new UsageException("--model: NAME or NAME:VERSION is allowed, not '" + model + "'");
        }
        if (provider.isBlank()) {
            throw new UsageException("--provider: a name is needed");
        }
        return new Declaration.Tool(name, version, Optional.of(provider));
    }

    /** One line for each picture, since there are usually many. */
    private record Words(Author author, Declaration.Tool tool) implements OutputRun.Teller<Sealed> {
        @Override
        public String word(Sealed sealed) {
            return sealed.manifest().isPresent() ? "labelled" : "to label";
        }

        @Override
        public String text(Sealed sealed, String source, String target) {
            return source + target
                    + "  " + Sentence.origin(sealed.origin())
                    + "  "
                    + PlainText.of(tool.name()
                            + tool.version().map(version -> " " + version).orElse(""))
                    + "  " + sealed.manifest().orElse("(dry run, nothing written)");
        }

        @Override
        public Value.Dict json(Sealed sealed, String source, String target) {
            return sealed.json(source, target, author.name(), author.fingerprint());
        }
    }
}
