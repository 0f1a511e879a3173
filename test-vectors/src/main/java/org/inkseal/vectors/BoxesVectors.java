package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;
import org.inkseal.sign.SigningException;

/** Files that are bound by the hashes of their boxes, in order or not. */
final class BoxesVectors {
    private static final String RULES = "C2PA 2.4 §15.12.3";
    private static final String MISMATCH = "assertion.boxesHash.mismatch";
    private static final String MALFORMED = "assertion.boxesHash.malformed";
    private static final String UNKNOWN = "assertion.boxesHash.unknownBox";
    private static final String LEFT_OUT = "assertion.boxesHash.additionalExclusionsPresent";
    private static final int NUMBER = 8;
    /** Where the data of the comment begins, in both containers. */
    private static final int DATA = 8;

    private final Folder folder;

    private BoxesVectors(Folder folder) {
        this.folder = folder;
    }

    static List<Vector> make() throws SigningException {
        return Folder.of("boxes", folder -> {
            BoxesVectors made = new BoxesVectors(folder);
            made.honest();
            made.metadata();
            made.lists();
            made.fields();
            made.changed();
        });
    }

    private void honest() throws SigningException {
        add("each-box", each(entries -> entries), Expectation.trusted(RULES, "a hash for each box"));
        Forgery grouped = forgery()
                .boundByBoxes((file, slot) ->
                        BoxEntries.hash(BoxEntries.grouped(BoxEntries.parts(folder.container(), file, slot))));
        add(
                "grouped",
                grouped,
                Expectation.trusted(RULES, "a hash for all boxes before the store, and one for the rest"));
        Forgery older = each(entries -> change(entries, entries.size() - 1, entry -> entry.put("excluded", false)));
        add("not-excluded", older, Expectation.trusted(RULES, "a field that says what goes without saying"));
    }

    private void metadata() throws SigningException {
        Expectation left =
                Expectation.trusted(RULES, "metadata that is not hashed").remarking(LEFT_OUT);
        Forgery whole = commented(parts -> BoxEntries.over(parts).put("excluded", true));
        add("metadata-excluded", whole, left);
        Bytes edited = Forgery.flip(whole.file(), Forgery.find(whole.file(), "harbour"));
        add(
                "metadata-excluded-and-edited",
                edited,
                Expectation.trusted(RULES, "metadata that is not hashed was changed")
                        .remarking(LEFT_OUT));
        int length = commentLength();
        Forgery part = commented(parts -> BoxEntries.leavingOut(parts.get(0), Range.between(DATA, length)));
        add("metadata-partly-excluded", part, left);
        add(
                "metadata-name-excluded",
                commented(parts -> BoxEntries.leavingOut(parts.get(0), Range.between(2, length))),
                Expectation.invalid(RULES, "name or length of a box is not hashed", MISMATCH));
        add(
                "exclusion-past-the-box",
                commented(parts -> BoxEntries.leavingOut(parts.get(0), Range.between(DATA, length + 1))),
                Expectation.invalid(RULES, "an exclusion ends after its box", MISMATCH));
        add(
                "exclusions-overlap",
                commented(parts -> BoxEntries.over(parts)
                        .put("exclusions", exclusions(Range.between(DATA, 12), Range.between(11, 13)))),
                Expectation.invalid(RULES, "two exclusions overlap", MALFORMED));
        add(
                "exclusion-in-no-box",
                commented(parts -> BoxEntries.over(parts)
                        .put(
                                "exclusions",
                                List.of(Value.dict()
                                        .put("start", DATA)
                                        .put("length", 1)
                                        .put("boxIndex", 1)
                                        .build()))),
                Expectation.invalid(RULES, "an exclusion in a box that its entry does not name", MALFORMED));
    }

    private void lists() throws SigningException {
        add(
                "only-the-store",
                each(entries -> List.of(entries.get(2))),
                Expectation.invalid(RULES, "no box but that of the store is listed", UNKNOWN));
        add(
                "last-box-missing",
                each(entries -> entries.subList(0, entries.size() - 1)),
                Expectation.invalid(RULES, "the last box is not listed", UNKNOWN));
        add(
                "one-box-too-many",
                each(entries -> append(entries, named("more"))),
                Expectation.invalid(RULES, "a box is listed and not there", MISMATCH));
        add(
                "order-swapped",
                each(entries -> {
                    List<DictBuilder> swapped = new ArrayList<>(entries);
                    swapped.add(0, swapped.remove(1));
                    return swapped;
                }),
                Expectation.invalid(RULES, "two boxes are listed in another order", MISMATCH));
        add(
                "pixels-excluded",
                each(entries -> change(entries, entries.size() - 2, entry -> entry.put("excluded", true))),
                Expectation.invalid(RULES, "the pixels are not hashed", MISMATCH));
        add(
                "pixels-named-as-store",
                each(entries -> change(entries, entries.size() - 2, entry -> entry.put("names", names("C2PA")))),
                Expectation.invalid(RULES, "the pixels are listed as manifest store", UNKNOWN));
        add(
                "store-with-a-hash",
                each(entries -> change(entries, 2, entry -> entry.put("hash", Bytes.wrap(new byte[32])))),
                Expectation.invalid(RULES, "the store has another hash than 00", MISMATCH));
        add(
                "store-not-alone",
                forgery()
                        .boundByBoxes((file, slot) -> BoxEntries.hash(
                                List.of(BoxEntries.over(BoxEntries.parts(folder.container(), file, slot))))),
                Expectation.invalid(RULES, "the store is listed together with other boxes", MISMATCH));
    }

    private void fields() throws SigningException {
        add(
                "no-boxes",
                forgery()
                        .boundByBoxes((file, slot) ->
                                Value.dict().put("alg", "sha256").build()),
                Expectation.invalid(RULES, "nothing is listed", MALFORMED));
        add(
                "no-names",
                each(entries -> change(entries, 0, entry -> entry.put("names", List.of()))),
                Expectation.invalid(RULES, "an entry without names", MALFORMED));
        add(
                "no-hash",
                each(entries -> change(entries, 0, entry -> entry.put("hash", Value.NULL))),
                Expectation.invalid(RULES, "an entry without a hash", MISMATCH));
        add(
                "sha1",
                each(entries -> change(entries, 0, entry -> entry.put("alg", "sha1"))),
                Expectation.invalid("C2PA 2.2 §15.4", "an algorithm that is not allowed", "algorithm.unsupported"));
    }

    private void changed() throws SigningException {
        Bytes file = each(entries -> entries).file();
        add(
                "pixel-changed",
                Forgery.flip(file, file.length() - 30),
                Expectation.invalid(RULES, "a bit of the pixels was changed", MISMATCH));
        add(
                "trailing-bytes",
                Bytes.concat(file, Bytes.utf8("PK")),
                Expectation.invalid(RULES, "bytes were added to the end", UNKNOWN));
        List<Bytes> parts = new ArrayList<>(folder.container().split(file));
        Bytes other = Bytes.wrap(new byte[20]);
        parts.add(
                1,
                folder.container() == Container.PNG ? PngChunks.chunk("prVt", other) : JpegSegments.packet(1, other));
        // PNG wants its header first.
        if (folder.container() == Container.PNG) {
            parts.add(1, parts.remove(2));
        }
        add(
                "box-added",
                Bytes.concat(parts.toArray(new Bytes[0])),
                Expectation.invalid(RULES, "a box was added", UNKNOWN));
    }

    private Forgery forgery() {
        return folder.forgery(NUMBER).created();
    }

    /** A hash for each box, with another list of them. */
    private Forgery each(UnaryOperator<List<DictBuilder>> list) {
        return forgery()
                .boundByBoxes((file, slot) ->
                        BoxEntries.hash(list.apply(BoxEntries.each(BoxEntries.parts(folder.container(), file, slot)))));
    }

    /** What to do with the entry of the comment. */
    @FunctionalInterface
    private interface Comment {
        DictBuilder entry(List<BoxEntries.Part> comment);
    }

    private Forgery commented(Comment comment) {
        return forgery().in(folder.container().commented("at the harbour")).boundByBoxes((file, slot) -> {
            List<DictBuilder> entries = new ArrayList<>();
            for (BoxEntries.Part part : BoxEntries.parts(folder.container(), file, slot)) {
                boolean metadata = part.name().equals("COM") || part.name().equals("tEXt");
                entries.add(metadata ? comment.entry(List.of(part)) : BoxEntries.over(List.of(part)));
            }
            return BoxEntries.hash(entries);
        });
    }

    private int commentLength() {
        return folder.container().commented("at the harbour").length()
                - folder.container().picture().length();
    }

    private static List<Value> exclusions(Range... ranges) {
        return List.of(ranges).stream().map(BoxEntries::exclusion).toList();
    }

    private static DictBuilder named(String name) {
        return Value.dict().put("names", names(name)).put("hash", Bytes.wrap(new byte[32]));
    }

    private static List<Value> names(String name) {
        return List.of(Value.of(name));
    }

    private static List<DictBuilder> append(List<DictBuilder> entries, DictBuilder entry) {
        List<DictBuilder> longer = new ArrayList<>(entries);
        longer.add(entry);
        return longer;
    }

    private static List<DictBuilder> change(List<DictBuilder> entries, int index, UnaryOperator<DictBuilder> change) {
        List<DictBuilder> changed = new ArrayList<>(entries);
        changed.set(index, change.apply(changed.get(index)));
        return changed;
    }

    private void add(String name, Forgery forgery, Expectation expectation) throws SigningException {
        add(name, forgery.file(), expectation);
    }

    private void add(String name, Bytes file, Expectation expectation) {
        folder.add(name, file, expectation);
    }
}
