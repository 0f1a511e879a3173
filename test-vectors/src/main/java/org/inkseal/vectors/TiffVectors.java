package org.inkseal.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/** TIFF and DNG files: signed, changed afterwards, and with IFDs that lie about the store. */
final class TiffVectors {
    private static final String RULES = "C2PA 2.4 §A.3.6";
    private static final String DATA_HASH = "assertion.dataHash.mismatch";
    private static final String ERROR = "general.error";
    private static final int STORE = 0xcd41;
    private static final int STRIPS = 273;
    private static final int ENTRY = 12;

    private final Path folder;
    private final List<Vector> vectors = new ArrayList<>();

    private TiffVectors(Path folder) {
        this.folder = folder;
    }

    /** Makes all of them, by way of a folder for passing files. */
    static List<Vector> make(Path folder) throws IOException, SigningException {
        TiffVectors made = new TiffVectors(folder);
        made.honest();
        Bytes signed = made.sign("small.tif", "es256");
        made.tampered(signed);
        made.lying(signed);
        return made.vectors;
    }

    private void honest() throws IOException, SigningException {
        for (String key : List.of("es256", "ps256", "ed25519")) {
            trusted("signed-" + key + ".tif", sign("small.tif", key), "little-endian");
        }
        trusted("big-endian.tif", sign("big-endian.tif", "es256"), "big-endian");
        trusted("bigtiff.tif", sign("bigtiff.tif", "es256"), "BigTIFF");
        trusted("signed-es256.dng", sign("small.dng", "es256"), "DNG, with a SubIFD and an EXIF IFD");
        Bytes again = HonestVectors.sign(folder, sign("small.tif", "es256"), "ed25519", HonestVectors.EDITED);
        trusted("signed-again.tif", again, "signed, edited, signed again");
    }

    private void tampered(Bytes signed) {
        invalid("tampered/pixel.tif", Forgery.flip(signed, 500), "one bit of the pixels flipped", DATA_HASH);
        Bytes longer = Bytes.concat(signed, Bytes.utf8("and more"));
        invalid("tampered/appended.tif", longer, "bytes after the store", DATA_HASH);
        Bytes shorter = signed.slice(0, signed.length() - 1);
        invalid("tampered/truncated.tif", shorter, "the file ends inside the store", ERROR);
    }

    private void lying(Bytes signed) {
        int entry = entry(signed, STORE);
        ByteBuffer numbers = signed.buffer().order(ByteOrder.LITTLE_ENDIAN);
        int length = numbers.getInt(entry + 4);
        int store = numbers.getInt(entry + 8);
        lying("count-too-large.tif", set(signed, entry + 4, length + 1), "the entry says one byte too many");
        lying("count-too-small.tif", set(signed, entry + 4, length - 1), "the entry says one byte too few");
        lying("count-huge.tif", set(signed, entry + 4, -1), "the entry says 4 GiB");
        lying("store-elsewhere.tif", set(signed, entry + 8, 8), "the entry points at the pixels");
        lying("wrong-type.tif", set(signed, entry, 1 << 16 | STORE), "the type of the entry is BYTE");
        lying(
                "pixels-in-store.tif",
                set(signed, entry(signed, STRIPS) + 8, store + 8),
                "the pixels are said to be inside the store");
        int first = numbers.getInt(4);
        int next = first + 2 + ENTRY * numbers.getShort(first);
        lying("ifd-circle.tif", set(signed, next, first), "the IFD leads back to itself");
        int second = signed.length() + (signed.length() & 1);
        Bytes two = Bytes.concat(
                set(signed, next, second),
                Bytes.wrap(new byte[signed.length() & 1]),
                alone(signed.slice(entry, entry + ENTRY)),
                signed.slice(store, store + length));
        Bytes placed = set(two, second + 2 + 8, second + 2 + ENTRY + 4);
        vectors.add(new Vector(
                "container/two-stores.tif",
                placed,
                Expectation.none(
                        RULES, "one store in the first IFD, one in the last", "org.inkseal.manifest.multipleStores")));
        vectors.add(new Vector(
                "container/unsigned.tif",
                picture("small.tif"),
                Expectation.none(RULES, "a picture without a credential")));
    }

    /** An IFD of one entry, the last of its chain. */
    private static Bytes alone(Bytes entry) {
        return Bytes.concat(Bytes.wrap(new byte[] {1, 0}), entry, Bytes.wrap(new byte[4]));
    }

    private Bytes sign(String picture, String key) throws IOException, SigningException {
        return HonestVectors.sign(folder, picture(picture), key, HonestVectors.PAINTING);
    }

    private static Bytes picture(String name) {
        return Vectors.resource(Pictures.SMALL + name);
    }

    private void trusted(String name, Bytes file, String note) {
        vectors.add(new Vector("honest/" + name, file, Expectation.trusted(RULES, note)));
    }

    private void lying(String name, Bytes file, String note) {
        invalid("container/" + name, file, note, ERROR);
    }

    private void invalid(String name, Bytes file, String note, String code) {
        vectors.add(new Vector(name, file, Expectation.invalid(RULES, note, code)));
    }

    /** Where an entry of the first IFD is. */
    private static int entry(Bytes file, int tag) {
        ByteBuffer numbers = file.buffer().order(ByteOrder.LITTLE_ENDIAN);
        int at = numbers.getInt(4) + 2;
        while (Short.toUnsignedInt(numbers.getShort(at)) != tag) {
            at += ENTRY;
        }
        return at;
    }

    private static Bytes set(Bytes file, int at, int value) {
        byte[] changed = file.toArray();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return Bytes.wrap(changed);
    }
}
