package org.inkseal.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.inkseal.Declaration;
import org.inkseal.Generation;
import org.inkseal.assertion.AiDisclosure.Oversight;
import org.inkseal.assertion.SoftBinding;
import org.inkseal.assertion.SoftBindingAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.report.DigitalSourceType;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say what a generative model did. */
final class GeneratorOptions {
    private final Setting<String> model = Setting.option(
            String.class,
            "NAME[:VERSION]",
            "The model that made the pictures. It may be left out with --unsigned only.",
            "--model");

    private final Setting<String> identifier = Setting.option(
            String.class,
            "URI",
            "Where the model is described: a URI, such as pkg:huggingface/acme/diffusion@2.1.",
            "--model-id");

    private final Setting<String> provider = Setting.option(
            String.class, "NAME", "Who runs the model (default: the name in the key's certificate).", "--provider");

    private final Setting<Boolean> edited = Setting.flag(
            "The model changed the pictures or made parts of them; it did not make the whole.", "--edited-with-ai");

    private final Setting<Oversight> oversight = Setting.option(
            Oversight.class,
            "autonomous|guided|validated",
            "How far people were involved: nobody reviewed the pictures; somebody prompted the model, and nobody"
                    + " approved the pictures; somebody reviewed and approved them.",
            "--oversight");

    private final Setting<String> prompt = Setting.option(
            String.class,
            "TEXT",
            "What the model was told. Everybody who gets a picture can read it; nothing is written by default.",
            "--prompt");

    private final Setting<String> watermark = Setting.option(
            String.class,
            "ALGORITHM:VALUE",
            "Record an invisible watermark that the pictures have already, by its name in the C2PA list of algorithms"
                    + " and its value: a text, or bytes as hex:0a1b. It is not checked.",
            "--watermark");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, model, identifier, provider, edited, oversight, prompt, watermark);
    }

    /** How the pictures came to be. */
    DigitalSourceType origin() {
        return Setting.on(edited)
                ? DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA
                : DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA;
    }

    /** Who runs the model, if that was said. */
    Optional<String> provider() throws UsageException {
        if (provider.value().filter(String::isBlank).isPresent()) {
            throw new UsageException("--provider: a name is needed");
        }
        return provider.value();
    }

    /**
     * The model, if it was named.
     *
     * @param runner who runs it
     */
    Optional<Declaration.Tool> namedTool(Optional<String> runner) throws UsageException {
        return model.value().isPresent() ? Optional.of(tool(runner)) : Optional.empty();
    }

    /**
     * The model, which must be named.
     *
     * @param runner who runs it
     */
    Declaration.Tool tool(Optional<String> runner) throws UsageException {
        String text = model.value()
                .orElseThrow(() -> new UsageException(
                        "--model=NAME[:VERSION] is missing", "only an unsigned label can do without"));
        int colon = text.lastIndexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Optional<String> version = colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
        if (name.isBlank() || version.isPresent() && version.get().isBlank()) {
            throw new UsageException("--model: NAME or NAME:VERSION is allowed, not '" + text + "'");
        }
        return new Declaration.Tool(name, version, runner);
    }

    /** The name and the version of a model, safe to print. */
    static String words(Declaration.Tool model) {
        return PlainText.of(
                model.name() + model.version().map(version -> " " + version).orElse(""));
    }

    /** Whether a watermark is recorded. */
    boolean hasWatermark() {
        return watermark.value().isPresent();
    }

    /** What else is said of its work. */
    Generation generation(Terminal terminal) throws UsageException {
        Generation generation = Generation.byModel();
        if (identifier.value().isPresent()) {
            generation = generation.identified(uri(identifier.value().get()));
        }
        if (oversight.value().isPresent()) {
            generation = generation.overseen(oversight.value().get());
        }
        if (prompt.value().isPresent()) {
            generation = generation.prompted(prompt.value().get());
        }
        return watermark.value().isPresent()
                ? generation.watermarked(softBinding(watermark.value().get(), terminal))
                : generation;
    }

    private static String uri(String text) throws UsageException {
        try {
            if (new URI(text).isAbsolute()) {
                return text;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw new UsageException("--model-id: a URI is allowed, not '" + text + "'");
    }

    private static SoftBinding softBinding(String text, Terminal terminal) throws UsageException {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        if (colon < 0 || colon == text.length() - 1 || !name.matches("[A-Za-z]{2,63}(\\.[A-Za-z0-9-]+)+")) {
            throw new UsageException(
                    "--watermark: ALGORITHM:VALUE is allowed, such as com.adobe.trustmark.P:2*0110, not '" + text
                            + "'");
        }
        Optional<SoftBindingAlgorithm> algorithm = SoftBindingAlgorithm.of(name);
        if (algorithm.isPresent() && !algorithm.get().watermark()) {
            throw new UsageException("--watermark: " + name + " is a fingerprint, and no watermark");
        }
        if (algorithm.isEmpty()) {
            terminal.note("warning: " + name + " is not in the C2PA list of soft binding algorithms of "
                    + SoftBindingAlgorithm.LIST_DATE);
        }
        return SoftBinding.of(name, value(text.substring(colon + 1)));
    }

    private static Bytes value(String text) throws UsageException {
        if (!text.startsWith("hex:")) {
            return Bytes.utf8(text);
        }
        try {
            return Bytes.wrap(java.util.HexFormat.of().parseHex(text.substring("hex:".length())));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--watermark: after hex: pairs of hexadecimal digits are allowed");
        }
    }
}
