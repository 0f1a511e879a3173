package org.inkseal.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.inkseal.Declaration;
import org.inkseal.cbor.Value;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Permission;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal label}: labels the output of generative models. */
final class LabelCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final Setting<String> model =
            Setting.required("NAME[:VERSION]", "The model that made the pictures.", "--model");

    private final Setting<String> provider = Setting.required("NAME", "Who runs the model.", "--provider");

    private final Setting<String> title = Setting.option(String.class, "TEXT", "The title of the picture.", "--title");

    private final PermissionOptions permissions = new PermissionOptions();

    private final SealOptions options = new SealOptions();

    LabelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("label");
        spec.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description(
                        "Labels pictures as made by generative AI, and signs the label.",
                        "out.png becomes out.labelled.png unless --output or --in-place says otherwise.",
                        "Without a key, one is made in the name of the provider.",
                        "")
                .footer("", "Example:", "  inkseal label out.png --model \"AcmeDiffusion:2.1\" --provider \"Acme AI\"");
        Setting.add(spec, model, provider, title);
        permissions.addTo(spec);
        options.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        Declaration.Tool tool = tool();
        Declaration declaration = Declaration.of(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA)
                .permitting(permissions.permissions(Permission.SILENT))
                .madeWith(tool)
                .madeAt(options.trust().clock().instant().truncatedTo(ChronoUnit.SECONDS));
        declaration = permissions.offer().map(declaration::offering).orElse(declaration);
        declaration = title.value().map(declaration::titled).orElse(declaration);
        Author author = options.author(terminal, provider.value().orElseThrow());
        int code = options.seal(terminal, author, declaration, "labelled", new Words(author, tool));
        if (!options.quiet() && !options.dryRun()) {
            terminal.note("note: no watermark was added; the law of your country may ask for one too");
        }
        return code;
    }

    private Declaration.Tool tool() throws UsageException {
        String text = model.value().orElseThrow();
        String runner = provider.value().orElseThrow();
        int colon = text.lastIndexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Optional<String> version = colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
        if (name.isBlank() || version.isPresent() && version.get().isBlank()) {
            throw new UsageException("--model: NAME or NAME:VERSION is allowed, not '" + text + "'");
        }
        if (runner.isBlank()) {
            throw new UsageException("--provider: a name is needed");
        }
        return new Declaration.Tool(name, version, Optional.of(runner));
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
                    + "  " + sealed.manifest().orElse("(dry run, nothing written)")
                    + sealed.note();
        }

        @Override
        public Value.Dict json(Sealed sealed, String source, String target) {
            return sealed.json(source, target, author.name(), author.fingerprint());
        }
    }
}
