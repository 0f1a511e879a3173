package org.inkseal.vectors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;
import org.inkseal.sign.SigningException;

/** What can be done to files of the further formats: to the picture, to the frame of the store, and by the signer. */
final class FormatVectors {
    private static final String HASH = "C2PA 2.2 §15.12.1";
    private static final String MISMATCH = "assertion.dataHash.mismatch";
    private static final String ERROR = "general.error";
    private final Container container;
    private final Bytes signed;
    private final Range slot;
    private final List<Vector> vectors = new ArrayList<>();

    private FormatVectors(Container container) throws SigningException {
        this.container = container;
        this.signed = new Forgery(container, 1).created().file();
        this.slot = slotOf(container, signed);
    }

    static List<Vector> make() throws SigningException {
        List<Vector> all = new ArrayList<>();
        for (Container container : Container.MORE) {
            FormatVectors made = new FormatVectors(container);
            made.tampered();
            made.framed();
            made.bound();
            all.addAll(made.vectors);
        }
        return all;
    }

    /** What the standard says about the frame of the store. */
    private String carrierRules() {
        return switch (container) {
            case WEBP -> "C2PA 2.2 §A.3.7";
            case GIF -> "C2PA 2.2 §A.3.8";
            default -> "C2PA 2.2 §A.3.3";
        };
    }

    private static Range slotOf(Container container, Bytes signed) {
        Bytes picture = container.picture();
        int start = container.slotStart();
        List<Bytes> parts = container.split(picture);
        int after = parts.subList(Container.SLOT, parts.size()).stream()
                .mapToInt(Bytes::length)
                .sum();
        return Range.between(start, signed.length() - after);
    }

    private void tampered() {
        add("tampered/untouched", signed, Expectation.trusted(HASH, "the file that the others are made from"));
        invalid("tampered/pixel", Forgery.flip(signed, (int) pixels(slot).start()), HASH, "one bit flipped", MISMATCH);
        Bytes appended = Bytes.concat(signed, Bytes.utf8("<!--and more-->"));
        invalid("tampered/appended", appended, HASH, "bytes after the end of the picture", MISMATCH);
        Bytes cut = signed.slice(0, signed.length() - 100);
        invalid("tampered/truncated", cut, carrierRules(), "the last bytes are missing", ERROR);
        invalid("tampered/comment-before", commented(), HASH, "metadata added before the store", MISMATCH);
    }

    private Bytes commented() {
        int at = (int) slot.start();
        Bytes comment = switch (container) {
            case WEBP -> RiffChunks.chunk("EXIF", Bytes.utf8("later!"));
            case GIF -> GifBlocks.comment("later");
            default -> Bytes.utf8("<!--later-->");
        };
        int place = container == Container.SVG ? 0 : at;
        Bytes file = Bytes.concat(signed.slice(0, place), comment, signed.from(place));
        return container == Container.WEBP ? RiffChunks.sized(file) : file;
    }

    private void framed() {
        String rules = carrierRules();
        Bytes half = signed.slice(0, (int) (slot.start() + slot.length() / 2));
        invalid("container/store-cut", half, rules, "the file ends inside the store", ERROR);
        add("container/unsigned", container.picture(), Expectation.none("C2PA 2.2 §15.5.1", "no store"));
        add(
                "container/two-stores",
                twice(),
                Expectation.none("C2PA 2.2 §15.5.2.1", "the store, twice", "org.inkseal.manifest.multipleStores"));
        switch (container) {
            case WEBP -> riff(rules);
            case GIF -> gif(rules);
            default -> svg(rules);
        }
    }

    private Bytes twice() {
        int from = (int) slot.start();
        int end = (int) slot.end();
        if (container == Container.SVG) {
            from = Forgery.find(signed, "<c2pa:manifest");
            end += "</c2pa:manifest>".length();
        }
        Bytes file = Bytes.concat(signed.slice(0, end), signed.slice(from, end), signed.from(end));
        return container == Container.WEBP ? RiffChunks.sized(file) : file;
    }

    private void riff(String rules) {
        int size = signed.length() - 8;
        invalid(
                "container/size-too-large",
                RiffChunks.sized(signed, size + 2),
                "RFC 9649 §2.4",
                "beyond the file",
                ERROR);
        invalid(
                "container/size-too-small",
                RiffChunks.sized(signed, size - 2),
                "RFC 9649 §2.4",
                "inside a chunk",
                ERROR);
        Bytes outside = RiffChunks.sized(signed, container.picture().length() - 8);
        add("container/store-after-end", outside, Expectation.none(rules, "the RIFF ends before the store"));
    }

    private void gif(String rules) {
        Bytes store = signed.slice((int) slot.start(), (int) slot.end());
        Bytes picture = container.picture();
        int end = picture.length() - 1;
        Bytes late = Bytes.concat(picture.slice(0, end), store, picture.from(end));
        invalid("container/store-after-picture", late, rules, "it must come before the first picture", ERROR);
        add(
                "container/store-after-end",
                Bytes.concat(picture, store),
                Expectation.none("GIF89a §27", "the store stands after the trailer"));
        Bytes code = Forgery.flip(signed, (int) slot.start() + 13);
        invalid("container/another-code", code, rules, "an authentication code that is not 010000", ERROR);
    }

    private void svg(String rules) {
        svg("store-in-comment", "<metadata>", "<metadata><!--", "</c2pa:manifest>", "</c2pa:manifest>-->", false);
        svg("store-in-cdata", "<metadata>", "<metadata><![CDATA[", "</c2pa:manifest>", "</c2pa:manifest>]]>", false);
        svg("store-outside-metadata", "<metadata>", "<desc>", "</metadata>", "</desc>", true);
        svg("cdata-in-store", "manifest\">", "manifest\"><![CDATA[", "</c2pa:manifest>", "]]></c2pa:manifest>", true);
        svg("comment-in-store", "manifest\">", "manifest\"><!---->", "</c2pa:manifest>", "</c2pa:manifest>", true);
        svg("no-base64", "manifest\">", "manifest\">?", "</c2pa:manifest>", "</c2pa:manifest>", true);
        svg("entities", "<svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg", "</svg>", "</svg>", true);
        Bytes wide = Bytes.wrap(("\uFEFF" + text()).getBytes(StandardCharsets.UTF_16BE));
        invalid("container/wide", wide, rules, "UTF-16, in which no offset would be right", ERROR);
    }

    private void svg(String name, String from, String to, String lastFrom, String lastTo, boolean invalid) {
        Bytes file = Bytes.utf8(text().replace(from, to).replace(lastFrom, lastTo));
        Expectation expectation = invalid
                ? Expectation.invalid("C2PA 2.2 §A.3.3", "an element that others may or may not see", ERROR)
                : Expectation.none("XML 1.0 §2.5", "a text that only looks like an element");
        add("container/" + name, file, expectation);
    }

    private String text() {
        return new String(signed.toArray(), StandardCharsets.UTF_8);
    }

    private void bound() throws SigningException {
        binding("pixels-excluded", range -> sorted(range, pixels(range)), MISMATCH, "the pixels are not hashed");
        int more = container == Container.WEBP ? -100 : 100;
        binding(
                "one-wide-exclusion",
                range -> List.of(new Range(range.start() + Math.min(0, more), range.length() + Math.abs(more))),
                MISMATCH,
                "the range of the store reaches into the picture");
        if (container == Container.WEBP) {
            sizeExcluded();
        }
    }

    /** The size of a RIFF tells what belongs to the picture, unless the store is the last thing in the file anyway. */
    private void sizeExcluded() throws SigningException {
        String rules = "C2PA 2.5 §A.3.7";
        add(
                "binding/size-excluded",
                sizeExcluded(Bytes.EMPTY),
                Expectation.trusted(rules, "the size of the file may be left out"));
        Bytes chunk = RiffChunks.chunk("more", Bytes.utf8("a frame."));
        Bytes whole = Bytes.concat(sizeExcluded(chunk), chunk);
        String note = "who changes the size chooses whether the chunk after the store counts";
        invalid("binding/size-excluded-chunk-after", RiffChunks.sized(whole), rules, note, MISMATCH);
        invalid("binding/size-excluded-chunk-cut-off", whole, rules, note, MISMATCH);
    }

    private Bytes sizeExcluded(Bytes later) throws SigningException {
        return new Forgery(container, 3)
                .created()
                .excluding(range -> List.of(new Range(4, 4), range))
                .followedBy(later)
                .file();
    }

    private static List<Range> sorted(Range one, Range other) {
        return one.start() < other.start() ? List.of(one, other) : List.of(other, one);
    }

    /** A range inside what is drawn. */
    private Range pixels(Range store) {
        return switch (container) {
            case WEBP -> new Range(store.start() - 150, 50);
            case GIF -> new Range(store.end() + 700, 100);
            default -> new Range(store.end() + 102, 2);
        };
    }

    private void binding(String name, Function<Range, List<Range>> ranges, String code, String note)
            throws SigningException {
        Bytes file = new Forgery(container, 3).created().excluding(ranges).file();
        invalid("binding/" + name, file, HASH, note, code);
    }

    private void invalid(String name, Bytes file, String clause, String note, String code) {
        add(name, file, Expectation.invalid(clause, note, code));
    }

    private void add(String name, Bytes file, Expectation expectation) {
        vectors.add(new Vector(name + "." + container.extension(), file, expectation));
    }
}
