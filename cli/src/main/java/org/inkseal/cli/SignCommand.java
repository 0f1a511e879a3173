package org.inkseal.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.inkseal.Amendment;
import org.inkseal.Declaration;
import org.inkseal.ManifestDefinition;
import org.inkseal.Statement;
import org.inkseal.cbor.Value;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal sign}: signs pictures that a person made. */
final class SignCommand implements Callable<Integer> {
    static final String DEFAULT_NAME = "Anonymous";

    private final Terminal terminal;

    private final Setting<Making> made = Setting.option(
            Making.class,
            "human|photo|scan|screen|edited|ai-assisted",
            "How the pictures came to be (default: human, with digital tools and no generative AI).",
            "--made");

    private final PermissionOptions permissions = new PermissionOptions();

    private final Setting<String> title = Setting.option(String.class, "TEXT", "The title of the picture.", "--title");

    private final Setting<String> name = Setting.option(
            String.class,
            "NAME",
            "Your name for the key that is made on the first use (default: " + DEFAULT_NAME + ").",
            "--name");

    private final IngredientOptions ingredients = new IngredientOptions();

    private final RedactionOptions redactions = new RedactionOptions();

    private final Setting<Boolean> update = Setting.flag(
            "Add to the credential that the picture has, and leave the picture as it is: title, permissions,"
                    + " redactions.",
            "--update");

    private final DefinitionOptions definition = new DefinitionOptions();

    private final SealOptions options = new SealOptions();

    SignCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("sign");
        spec.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description(
                        "Signs pictures: who made them, how, and what they may be used for.",
                        "painting.png becomes painting.signed.png unless --output or --in-place says otherwise.",
                        "Without a key, one is made on the first use.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  inkseal sign painting.png",
                        "  inkseal sign -r portfolio/ -o signed/ --made photo --train no --mining yes",
                        "  inkseal sign -r old/ -o signed/ --registry works.json");
        made.addTo(spec);
        permissions.addTo(spec);
        Setting.add(spec, title, name);
        ingredients.addTo(spec);
        redactions.addTo(spec);
        update.addTo(spec);
        definition.addTo(spec);
        options.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        Optional<ManifestDefinition> defined = definition.read();
        Statement statement = statement(defined);
        String newName = name.value().orElse(DEFAULT_NAME);
        Author author = defined.isPresent()
                ? options.author(terminal, defined.get(), newName)
                : options.author(terminal, newName);
        if (name.value().isPresent() && !name.value().get().equals(author.name())) {
            throw new UsageException(
                    "the key signs as \"" + author.name() + "\", not as \""
                            + name.value().get() + "\"",
                    "--name is for the first use; INKSEAL_HOME can name a folder with another key");
        }
        return options.seal(terminal, author, statement, "signed", new Words(author));
    }

    private Statement statement(Optional<ManifestDefinition> defined) throws IOException, UsageException {
        if (defined.isPresent()) {
            boolean more = ingredients.isGiven() || redactions.isGiven() || Setting.on(update);
            if (more || made.value().isPresent() || title.value().isPresent() || permissions.isGiven()) {
                throw new UsageException(
                        "--manifest says everything; it cannot be used with options that say more of the picture");
            }
            return defined.get();
        }
        Optional<Offer> terms = permissions.offer();
        if (Setting.on(update)) {
            if (made.value().isPresent() || ingredients.isGiven()) {
                throw new UsageException(
                        "--update leaves the picture as it is; --made, --parent and --ingredient speak of a changed"
                                + " one");
            }
            Amendment amendment = Amendment.nothing()
                    .permitting(permissions.permissions(Permission.SILENT))
                    .redacting(redactions.redactions());
            amendment = terms.map(amendment::offering).orElse(amendment);
            return title.value().map(amendment::titled).orElse(amendment);
        }
        Declaration declaration = Declaration.of(
                        made.value().orElse(Making.HUMAN).origin())
                .permitting(permissions.permissions(Permission.NOT_ALLOWED))
                .madeFrom(ingredients.files())
                .redacting(redactions.redactions());
        declaration = terms.map(declaration::offering).orElse(declaration);
        return title.value().map(declaration::titled).orElse(declaration);
    }

    /** A few lines for each picture. */
    private record Words(Author author) implements OutputRun.Teller<Sealed> {
        private static final int LABEL = 12;

        @Override
        public String word(Sealed sealed) {
            return sealed.word("signed", "to sign");
        }

        @Override
        public String text(Sealed sealed, String source, String target) {
            String dry = sealed.manifest().isPresent() ? "" : "  (dry run, nothing written)";
            String again = sealed.again() ? "\n  on top of   the credential that the picture had" : "";
            return source + target + dry
                    + "\n" + line("made by", "origin", Sentence.origin(sealed.origin()))
                    + "\n  signed by   " + author.words()
                    + "\n" + line("training", "training", Sentence.permissions(sealed.permissions(), " · "))
                    + again
                    + sealed.note();
        }

        /** A phrase that begins with the name of its line goes on after it. */
        private static String line(String name, String otherName, String phrase) {
            boolean fits = phrase.startsWith(name + " ");
            String label = fits ? name : otherName;
            return "  " + label + " ".repeat(LABEL - label.length())
                    + (fits ? phrase.substring(name.length() + 1) : phrase);
        }

        @Override
        public Value.Dict json(Sealed sealed, String source, String target) {
            return sealed.json(source, target, author.name(), author.fingerprint());
        }
    }
}
