package org.inkseal.cli;

import org.inkseal.Signing;
import org.inkseal.Twins;
import picocli.CommandLine.Model.CommandSpec;

/** The options about what is repeated in the XMP of a picture. */
final class XmpOptions {
    /** What a robots.txt may name too (RFC 9309), with a server in front or not. */
    private static final String PLACE = "(https?://[^/\\s?#@]+)?/[!-~]*";

    private final Setting<Boolean> none = Setting.flag(
            "Leave the metadata of the picture as they are. Otherwise its XMP repeats what the credential says of origin and"
                    + " permissions, for those who read no credentials.",
            "--no-xmp");

    private final Setting<Boolean> unsigned = Setting.flag(
            "Write the label into the XMP only, without a credential and without a key: anybody can change it.",
            "--unsigned");

    private final Setting<String> producer = Setting.option(
            String.class,
            "PRODUCER",
            "Add the mark of GB 45438-2025 (TC260) to the XMP, with the code of who produces the content.",
            "--cn");

    private final Setting<String> published = Setting.option(
            String.class,
            "URL|PATH",
            "Repeat the permissions as RSL 1.0 too, which says of what address they are: where the picture will be"
                    + " published. A * stands for any text, so that many pictures can share one.",
            "--published");

    /** Adds those options to a command that are for every picture. */
    void addTo(CommandSpec command) {
        Setting.add(command, none, published);
    }

    /** Adds those options to a command that are for generated pictures. */
    void addLabelsTo(CommandSpec command) {
        Setting.add(command, producer, unsigned);
    }

    /** Whether no credential is to be written. */
    boolean unsigned() {
        return Setting.on(unsigned);
    }

    /** Checks that the options fit together. */
    void check() throws UsageException {
        if (Setting.on(none) && (unsigned() || producer.value().isPresent())) {
            throw new UsageException("--no-xmp leaves the XMP alone, into which --unsigned and --cn write");
        }
        if (Setting.on(none) && published.value().isPresent()) {
            throw new UsageException("--no-xmp leaves the XMP alone, into which --published writes");
        }
        if (producer.value().filter(String::isBlank).isPresent()) {
            throw new UsageException("--cn: the code of a producer is needed");
        }
        if (published.value().filter(place -> !place.matches(PLACE)).isPresent()) {
            throw new UsageException("--published: an address such as https://example.org/works/* is needed, or a path"
                    + " that begins with /, not '" + published.value().get() + "'");
        }
    }

    /** What goes into the XMP. */
    Twins twins() {
        Twins marked = producer.value().map(Twins.standard()::markedFor).orElse(Twins.standard());
        return published.value().map(marked::publishedAt).orElse(marked);
    }

    /** A signing that does as these options say. */
    Signing applyTo(Signing signing) {
        return Setting.on(none) ? signing : signing.twins(twins());
    }
}
