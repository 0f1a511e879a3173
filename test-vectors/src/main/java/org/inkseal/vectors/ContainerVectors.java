package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/** Stores that are framed wrongly, or more often than once, or not at all. */
final class ContainerVectors {
    private static final String RULES = "C2PA 2.2 §A.3.1";
    private static final String ERROR = "general.error";
    private static final String ONE_STORE = "C2PA 2.2 §15.5.2.1";
    private static final String SEVERAL = "org.inkseal.manifest.multipleStores";

    private final List<Vector> vectors = new ArrayList<>();

    private ContainerVectors() {}

    static List<Vector> make() throws SigningException {
        ContainerVectors made = new ContainerVectors();
        made.png();
        made.jpeg();
        made.without();
        return made.vectors;
    }

    private void png() throws SigningException {
        List<Bytes> chunks =
                PngChunks.split(new Forgery(Container.PNG, 2).created().file());
        int at = PngChunks.find(chunks, PngChunks.STORE);
        Bytes store = chunks.get(at);
        List<Bytes> twice = with(chunks, at, store);
        add("two-stores.png", PngChunks.join(twice), Expectation.none(ONE_STORE, "the store, twice", SEVERAL));
        List<Bytes> wrongSum = new ArrayList<>(chunks);
        wrongSum.set(at, Forgery.flip(store, store.length() - 1));
        add(
                "wrong-checksum.png",
                PngChunks.join(wrongSum),
                Expectation.invalid("ISO/IEC 15948 §5.3", "the checksum of the chunk is wrong", ERROR));
        List<Bytes> moved = new ArrayList<>(chunks);
        moved.remove(at);
        moved.add(store);
        add(
                "store-after-end.png",
                PngChunks.join(moved),
                Expectation.none("ISO/IEC 15948 §5.6", "the store stands after the end of the picture"));
        List<Bytes> cut = new ArrayList<>(chunks.subList(0, at + 1));
        cut.set(at, store.slice(0, store.length() / 2));
        add(
                "store-cut.png",
                PngChunks.join(cut),
                Expectation.invalid("ISO/IEC 15948 §5.3", "the file ends inside the store", ERROR));
    }

    private void jpeg() throws SigningException {
        List<Bytes> parts =
                JpegSegments.split(new Forgery(Container.JPEG, 2).created().file());
        int at = JpegSegments.find(parts, JpegSegments.APP11);
        List<Bytes> swapped = new ArrayList<>(parts);
        swapped.set(at, parts.get(at + 1));
        swapped.set(at + 1, parts.get(at));
        broken("parts-swapped.jpg", swapped, "two parts of the store in the wrong order");
        Bytes comment = JpegSegments.segment(JpegSegments.COMMENT, Bytes.utf8("between"));
        broken("foreign-between.jpg", with(parts, at + 1, comment), "a comment between two parts of the store");
        broken("part-twice.jpg", with(parts, at + 1, parts.get(at + 1)), "one part of the store comes twice");
        List<Bytes> missing = new ArrayList<>(parts);
        missing.remove(at + 1);
        broken("part-missing.jpg", missing, "one part of the store is missing");
        List<Bytes> packets = new ArrayList<>();
        for (Bytes part : parts) {
            if (JpegSegments.marker(part) == JpegSegments.APP11) {
                // Another instance number makes it another box.
                byte[] changed = part.toArray();
                changed[7] = 2;
                packets.add(Bytes.wrap(changed));
            }
        }
        List<Bytes> twice = new ArrayList<>(parts);
        twice.addAll(at + packets.size(), packets);
        add(
                "two-stores.jpg",
                JpegSegments.join(twice),
                Expectation.none(ONE_STORE, "the store, twice, under two instance numbers", SEVERAL));
        List<Bytes> after = new ArrayList<>(parts);
        List<Bytes> moved = new ArrayList<>(after.subList(at, at + packets.size()));
        after.removeAll(moved);
        after.addAll(moved);
        add(
                "store-after-end.jpg",
                JpegSegments.join(after),
                Expectation.none(RULES, "the store stands after the end of the picture"));
    }

    private void without() {
        for (Container container : Container.TWO) {
            add(
                    "unsigned." + container.extension(),
                    container.picture(),
                    Expectation.none("C2PA 2.2 §15.5", "a picture without a credential"));
            add(
                    "remote." + container.extension(),
                    container.linked("https://example.com/credential.c2pa"),
                    Expectation.none("C2PA 2.2 §15.5.3", "XMP says that the credential is elsewhere"));
        }
    }

    private static List<Bytes> with(List<Bytes> parts, int at, Bytes... more) {
        List<Bytes> longer = new ArrayList<>(parts);
        longer.addAll(at, Arrays.asList(more));
        return longer;
    }

    private void broken(String name, List<Bytes> parts, String note) {
        add(name, JpegSegments.join(parts), Expectation.invalid(RULES, note, ERROR));
    }

    private void add(String name, Bytes file, Expectation expectation) {
        vectors.add(new Vector("container/" + name, file, expectation));
    }
}
