package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;
import org.inkseal.vectors.BoxEntries.Part;

/** GIF and WebP files that are bound by the hashes of their boxes, in order or not. */
final class NamedBlocksVectors {
    private static final String RULES = "C2PA 2.4 §15.12.3";
    private static final String MISMATCH = "assertion.boxesHash.mismatch";
    private static final String UNKNOWN = "assertion.boxesHash.unknownBox";
    private static final int NUMBER = 8;

    private final Container container;
    private final List<Vector> vectors = new ArrayList<>();

    private NamedBlocksVectors(Container container) {
        this.container = container;
    }

    static List<Vector> make() throws SigningException {
        List<Vector> all = new ArrayList<>();
        for (Container container : List.of(Container.WEBP, Container.GIF)) {
            NamedBlocksVectors made = new NamedBlocksVectors(container);
            made.honest();
            made.lists();
            made.changed();
            all.addAll(made.vectors);
        }
        return all;
    }

    private void honest() throws SigningException {
        add("each-box", bound(BoxEntries::each), Expectation.trusted(RULES, "a hash for each box"));
        boolean last = container == Container.WEBP;
        UnaryOperator<List<DictBuilder>> filled = entries -> last ? entries.subList(0, 2) : entries;
        add(
                "grouped",
                bound(parts -> filled.apply(BoxEntries.grouped(parts))),
                Expectation.trusted(RULES, "a hash for all boxes before the store, and one for those after it"));
        Bytes excluded = bound(commented(), parts -> {
            List<DictBuilder> entries = new ArrayList<>();
            for (Part part : parts) {
                boolean metadata = part.name().equals("21FE") || part.name().equals("EXIF");
                entries.add(BoxEntries.over(List.of(part)).put("excluded", metadata));
            }
            return entries;
        });
        add(
                "metadata-excluded",
                excluded,
                Expectation.trusted(RULES, "metadata that is not hashed")
                        .remarking("assertion.boxesHash.additionalExclusionsPresent"));
    }

    private void lists() throws SigningException {
        invalid("last-box-missing", bound(parts -> BoxEntries.each(parts).subList(0, parts.size() - 1)), UNKNOWN);
        invalid(
                "pixels-named-as-store",
                bound(parts -> BoxEntries.each(parts.stream()
                        .map(part -> part.name().equals("TBID") || part.name().startsWith("VP8") ? named(part) : part)
                        .toList())),
                UNKNOWN);
        if (container == Container.WEBP) {
            // By the name of its kind, a list of such things looks like a store.
            Bytes list = RiffChunks.chunk("LIST", Bytes.utf8("C2PA and more."));
            invalid("list-named-as-store", bound(Bytes.concat(container.picture(), list), BoxEntries::each), MISMATCH);
        }
    }

    private void changed() throws SigningException {
        Bytes file = bound(BoxEntries::each);
        int pixel = container == Container.GIF ? file.length() - 100 : 150;
        invalid("pixel-changed", Forgery.flip(file, pixel), MISMATCH);
        invalid("trailing-bytes", Bytes.concat(file, Bytes.utf8("PK")), UNKNOWN);
        if (container == Container.GIF) {
            int at = Bytes.concat(GifBlocks.split(file).subList(0, 2).toArray(new Bytes[0]))
                    .length();
            Bytes added = Bytes.concat(file.slice(0, at), GifBlocks.comment("later"), file.from(at));
            invalid("box-added", added, UNKNOWN);
        } else {
            Bytes added = RiffChunks.sized(Bytes.concat(file, RiffChunks.chunk("EXIF", Bytes.utf8("later!"))));
            invalid("box-added", added, MISMATCH, UNKNOWN);
        }
    }

    /** What to list for the boxes of a file. */
    @FunctionalInterface
    private interface Listing {
        List<DictBuilder> of(List<Part> parts);
    }

    private Bytes bound(Listing listing) throws SigningException {
        return bound(container.picture(), listing);
    }

    private Bytes bound(Bytes picture, Listing listing) throws SigningException {
        return new Forgery(container, NUMBER)
                .created()
                .in(picture)
                .boundByBoxes(
                        (file, slot) -> BoxEntries.hash(listing.of(NamedBlocks.parts(container, file, slot.start()))))
                .file();
    }

    private Bytes commented() {
        Bytes picture = container.picture();
        if (container == Container.WEBP) {
            return RiffChunks.sized(Bytes.concat(picture, RiffChunks.chunk("EXIF", Bytes.utf8("earlier!"))));
        }
        List<Bytes> parts = GifBlocks.split(picture);
        return Bytes.concat(parts.get(0), parts.get(1), GifBlocks.comment("earlier"), parts.get(2));
    }

    private static Part named(Part part) {
        return new Part("C2PA", part.bytes());
    }

    private void invalid(String name, Bytes file, String... codes) {
        add(name, file, Expectation.invalid(RULES, name.replace('-', ' '), codes));
    }

    private void add(String name, Bytes file, Expectation expectation) {
        vectors.add(new Vector("boxes/" + name + "." + container.extension(), file, expectation));
    }
}
