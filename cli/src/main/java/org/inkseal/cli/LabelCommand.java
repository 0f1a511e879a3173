package org.inkseal.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.inkseal.Declaration;
import org.inkseal.Generation;
import org.inkseal.IngredientFile;
import org.inkseal.cbor.Value;
import org.inkseal.report.Permission;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal label}: labels the output of generative models. */
final class LabelCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final GeneratorOptions generator = new GeneratorOptions();

    private final ReferenceOptions references = new ReferenceOptions();

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
                .footer(
                        "",
                        "Examples:",
                        "  inkseal label out.png --model \"AcmeDiffusion:2.1\" --provider \"Acme AI\"",
                        "  inkseal label -r out/ -o labelled/ --resume --model AcmeDiffusion:2.1");
        generator.addTo(spec);
        references.addTo(spec);
        title.addTo(spec);
        permissions.addTo(spec);
        options.xmp().addLabelsTo(spec);
        options.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException, RefusedException {
        Optional<String> provider = generator.provider();
        Optional<Declaration.Tool> named =
                options.xmp().unsigned() ? generator.namedTool(provider) : Optional.of(generator.tool(provider));
        Generation generation = generator.generation(terminal);
        List<IngredientFile> inputs = references.files(options.trust(), terminal);
        if (options.xmp().unsigned()) {
            return unsigned(named, generation);
        }
        Author author = options.author(terminal, provider.orElse(SignCommand.DEFAULT_NAME));
        Declaration.Tool tool = generator.tool(provider.or(() -> Optional.of(author.name())));
        Declaration declaration = declaration(generation)
                .madeWith(tool)
                .madeAt(options.trust().clock().instant().truncatedTo(ChronoUnit.SECONDS))
                .madeFrom(inputs);
        declaration = permissions.offer().map(declaration::offering).orElse(declaration);
        declaration = title.value().map(declaration::titled).orElse(declaration);
        int code = options.seal(terminal, author, declaration, "labelled", new Words(author, tool));
        if (!options.quiet() && !options.dryRun()) {
            terminal.note("note: " + law());
        }
        return code;
    }

    private Declaration declaration(Generation generation) throws UsageException {
        return Declaration.of(generator.origin())
                .permitting(permissions.permissions(Permission.SILENT))
                .generated(generation);
    }

    private int unsigned(Optional<Declaration.Tool> tool, Generation generation) throws UsageException {
        Declaration silent = declaration(generation);
        Declaration declaration = tool.map(silent::madeWith).orElse(silent);
        int code = options.mark(terminal, declaration, "labelled", new UnsignedWords(tool, options.dryRun()));
        if (code == ExitCode.GOOD && !options.quiet() && !options.dryRun()) {
            terminal.note(
                    "note: the label is not signed: anybody can change or remove it, and laws ask for a signed one where"
                            + " there can be a key");
        }
        return code;
    }

    /** What the law asks of those who run models, and what of it is not in the pictures (EU code of practice, 2026). */
    private String law() {
        List<String> missing = new ArrayList<>();
        if (!options.isTimeStamped()) {
            missing.add("a time-stamp (--tsa)");
        }
        if (!generator.hasWatermark()) {
            missing.add("an invisible watermark");
        }
        String more = missing.isEmpty()
                ? ""
                : "; the EU code of practice also asks for " + String.join(" and ", missing) + ", not added here";
        String recorded = generator.hasWatermark() ? "; the watermark was recorded and not looked for" : "";
        return "laws on AI output ask for a signed mark, which this is" + more + recorded;
    }

    /** One line for each picture, since there are usually many. */
    private record Words(Author author, Declaration.Tool tool) implements OutputRun.Teller<Sealed> {
        @Override
        public String word(Sealed sealed) {
            return sealed.word("labelled", "to label");
        }

        @Override
        public String text(Sealed sealed, String source, String target) {
            return source + target
                    + "  " + Sentence.origin(sealed.origin())
                    + "  " + GeneratorOptions.words(tool)
                    + "  " + sealed.manifest().orElse("(dry run, nothing written)")
                    + sealed.note();
        }

        @Override
        public Value.Dict json(Sealed sealed, String source, String target) {
            return sealed.json(source, target, author.name(), author.fingerprint());
        }
    }
}
