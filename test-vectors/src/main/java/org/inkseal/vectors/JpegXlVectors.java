package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;
import org.inkseal.jumbf.ContentType;
import org.inkseal.sign.SigningException;

/** What can be done to JPEG XL files: to the picture, to the box of the store, and by the signer. */
final class JpegXlVectors {
    private static final String HASH = "C2PA 2.2 §15.12.1";
    private static final String PLACE = "C2PA 2.3 §A.3.9";
    private static final String BOXES = "ISO/IEC 18181-2";
    private static final String NAMES = "C2PA 2.4 §18.7";
    private static final String BOX_MISMATCH = "assertion.boxesHash.mismatch";
    private static final String UNLISTED = "assertion.boxesHash.unknownBox";
    private static final String MISMATCH = "assertion.dataHash.mismatch";
    private static final String ERROR = "general.error";

    private static final int STORE = Container.SLOT;
    private static final int CODESTREAM = STORE + 1;
    /** Offsets in the box of a store: its type, and in its description the type and the label. */
    private static final int TYPE = 4;

    private static final int DESCRIBED_TYPE = 16;
    private static final int LABEL = 33;
    private static final Bytes EXIF = JpegXlBoxes.box("Exif", Bytes.utf8("\0\0\0\0II*\0"));

    private final Bytes signed;
    private final List<Bytes> boxes;
    private final List<Vector> vectors = new ArrayList<>();

    private JpegXlVectors() throws SigningException {
        this.signed = new Forgery(Container.JXL, 1).created().file();
        this.boxes = JpegXlBoxes.split(signed);
    }

    static List<Vector> make() throws SigningException {
        JpegXlVectors made = new JpegXlVectors();
        made.tampered();
        made.framed();
        made.damaged();
        made.bound();
        made.boundByBoxes();
        return made.vectors;
    }

    private void tampered() {
        add("tampered/untouched", signed, Expectation.trusted(HASH, "the file that the others are made from"));
        invalid("tampered/pixel", Forgery.flip(signed, signed.length() - 100), HASH, "one bit flipped", MISMATCH);
        invalid("tampered/box-appended", with(boxes.size(), EXIF), HASH, "a box after the codestream", MISMATCH);
        invalid("tampered/comment-before", with(STORE, EXIF), HASH, "metadata added before the store", MISMATCH);
        Bytes bytes = Bytes.concat(signed, Bytes.utf8("and more"));
        invalid("tampered/appended", bytes, BOXES, "bytes after the last box that are no box", ERROR);
        Bytes cut = signed.slice(0, signed.length() - 100);
        invalid("tampered/truncated", cut, BOXES, "the file ends inside the codestream", ERROR);
        Bytes another = Forgery.superBox(ContentType.JSON, "c2pb");
        invalid("tampered/another-jumb", with(CODESTREAM, another), HASH, "a box jumb that is no store", MISMATCH);
    }

    private void framed() {
        Bytes store = boxes.get(STORE);
        add("container/unsigned", Container.JXL.picture(), Expectation.none("C2PA 2.2 §15.5", "no store"));
        add("container/naked", JpegXlBoxes.naked(), Expectation.none("C2PA 2.2 §15.5", "a codestream has no boxes"));
        add(
                "container/two-stores",
                with(STORE, store),
                Expectation.none("C2PA 2.2 §15.5.2.1", "the store, twice", "org.inkseal.manifest.multipleStores"));
        List<Bytes> moved = new ArrayList<>(boxes);
        moved.add(moved.remove(STORE));
        invalid("container/store-last", JpegXlBoxes.join(moved), HASH, "the store was moved", MISMATCH);
        Bytes other = Forgery.superBox(ContentType.JSON, "c2pb");
        add("container/another-jumb", replaced(other), Expectation.none(PLACE, "a box jumb that is no store"));
        Bytes compressed = JpegXlBoxes.box("brob", Bytes.concat(Bytes.utf8("jumb"), store));
        add("container/brob", replaced(compressed), Expectation.none(PLACE, "a store may not be compressed"));
    }

    private void damaged() {
        Bytes half = signed.slice(0, signed.length() - boxes.get(CODESTREAM).length() - 500);
        invalid("container/store-cut", half, BOXES, "the file ends inside the store", ERROR);
        damaged("another-type", store -> Forgery.flip(store, TYPE), "the box has another type");
        damaged("another-uuid", store -> Forgery.flip(store, DESCRIBED_TYPE), "its description has another type");
        damaged("another-label", store -> Forgery.flip(store, LABEL), "its description has another label");
        damaged("size-too-large", store -> Forgery.flip(store, 0), "the box ends after the file");
    }

    private void damaged(String name, UnaryOperator<Bytes> change, String note) {
        invalid("container/" + name, replaced(change.apply(boxes.get(STORE))), PLACE, note, ERROR);
    }

    private void bound() throws SigningException {
        bound("pixels-excluded", slot -> List.of(slot, new Range(slot.end() + 200, 50)), "the pixels are not hashed");
        bound(
                "one-wide-exclusion",
                slot -> List.of(new Range(slot.start(), slot.length() + 100)),
                "the range of the store reaches into the picture");
        bound("type-excluded", slot -> List.of(new Range(12, 20), slot), "the type of the file is not hashed");
    }

    private void bound(String name, Function<Range, List<Range>> ranges, String note) throws SigningException {
        Bytes file = new Forgery(Container.JXL, 3).created().excluding(ranges).file();
        invalid("binding/" + name, file, HASH, note, MISMATCH);
    }

    /** Every box is named; of the {@code jumb} boxes only the store may be left out as {@code C2PA}. */
    private void boundByBoxes() throws SigningException {
        List<Bytes> parts = JpegXlBoxes.split(Container.JXL.picture());
        parts.add(STORE, Forgery.superBox(ContentType.JSON, "c2pb"));
        Bytes picture = JpegXlBoxes.join(parts);
        Bytes file = boundByBoxes(picture, UnaryOperator.identity());
        add("boxes/each-box", file, Expectation.trusted(NAMES, "a hash for each box, another jumb among them"));
        Bytes changed = Forgery.flip(file, Forgery.find(file, "c2pb"));
        invalid("boxes/another-jumb", changed, NAMES, "a box jumb was changed that is no store", BOX_MISMATCH);
        Bytes named = boundByBoxes(picture, part -> part.name().equals("jumb") ? named(part) : part);
        invalid("boxes/jumb-as-the-store", named, NAMES, "a box jumb is left out as if it were the store", UNLISTED);
        Bytes pixels = boundByBoxes(picture, part -> part.name().equals("jxlc") ? named(part) : part);
        invalid("boxes/pixels-as-the-store", pixels, NAMES, "the codestream is left out as the store", UNLISTED);
        Bytes another = Bytes.concat(picture, JpegXlBoxes.box("C2PA", Bytes.utf8("anything")));
        Bytes two = boundByBoxes(another, UnaryOperator.identity());
        invalid("boxes/box-called-store", two, NAMES, "a box C2PA, which is no store, is left out", BOX_MISMATCH);
        Bytes more = Bytes.concat(file, EXIF);
        invalid("boxes/box-appended", more, NAMES, "a box after the codestream", UNLISTED);
    }

    private static Bytes boundByBoxes(Bytes picture, UnaryOperator<BoxEntries.Part> change) throws SigningException {
        return new Forgery(Container.JXL, 4)
                .created()
                .in(picture)
                .boundByBoxes((file, slot) ->
                        BoxEntries.hash(BoxEntries.each(BoxEntries.parts(Container.JXL, file, slot).stream()
                                .map(change)
                                .toList())))
                .file();
    }

    private static BoxEntries.Part named(BoxEntries.Part part) {
        return new BoxEntries.Part("C2PA", part.bytes());
    }

    private Bytes with(int at, Bytes box) {
        List<Bytes> longer = new ArrayList<>(boxes);
        longer.add(at, box);
        return JpegXlBoxes.join(longer);
    }

    private Bytes replaced(Bytes store) {
        List<Bytes> others = new ArrayList<>(boxes);
        others.set(STORE, store);
        return JpegXlBoxes.join(others);
    }

    private void invalid(String name, Bytes file, String clause, String note, String code) {
        add(name, file, Expectation.invalid(clause, note, code));
    }

    private void add(String name, Bytes file, Expectation expectation) {
        vectors.add(new Vector(name + ".jxl", file, expectation));
    }
}
