package org.inkseal.vectors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Progress;

/** The boxes of small ISO base media files, and hashes over them. */
final class BmffBoxes {
    /** The label of the hash that is written. */
    static final String LABEL = "c2pa.hash.bmff.v3";

    private static final Bytes UUID = Bytes.wrap(HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481"));
    private static final int HEADER = 8;

    private BmffBoxes() {}

    /** The boxes of a file, none of which is large. */
    static List<Bytes> split(Bytes file) {
        List<Bytes> boxes = new ArrayList<>();
        for (int at = 0; at < file.length(); at += size(file, at)) {
            boxes.add(file.slice(at, at + size(file, at)));
        }
        return boxes;
    }

    /** The two parts before a store, of which the second is empty, and the rest. */
    static List<Bytes> afterType(Bytes file) {
        int end = size(file, 0);
        return List.of(file.slice(0, end), Bytes.EMPTY, file.from(end));
    }

    private static int size(Bytes file, int at) {
        return file.buffer().getInt(at);
    }

    static String type(Bytes box) {
        return new String(box.slice(4, HEADER).toArray(), StandardCharsets.ISO_8859_1);
    }

    static Bytes box(String type, Bytes content) {
        Bytes header = Bytes.concat(Bytes.wrap(new byte[4]), Bytes.utf8(type));
        byte[] box = Bytes.concat(header, content).toArray();
        ByteBuffer.wrap(box).putInt(box.length);
        return Bytes.wrap(box);
    }

    /** Where the first box of a type starts. */
    static int find(Bytes file, String type) {
        int at = 0;
        for (Bytes box : split(file)) {
            if (type(box).equals(type)) {
                return at;
            }
            at += box.length();
        }
        throw new IllegalArgumentException("no box " + type);
    }

    /** The first box of a type. */
    static Bytes named(Bytes file, String type) {
        return split(file.from(find(file, type))).get(0);
    }

    /** The box of a store, with nothing in it that depends on the file. */
    static Bytes frame(Bytes store) {
        return box(
                "uuid",
                Bytes.concat(
                        UUID, Bytes.wrap(new byte[4]), Bytes.utf8("manifest\0"), Bytes.wrap(new byte[HEADER]), store));
    }

    /** A file with a store; the numbers that say where something is are moved by the library. */
    static Bytes embed(Bytes picture, Bytes store) {
        try {
            ByteSource source = ByteSource.of(picture);
            AssetFormat format = AssetFormats.detect(source).orElseThrow();
            AssetMap map = format.map(source, Budget.standard());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.layout(map, store.length()).writeTo(source, Channels.newChannel(out), frame(store), Progress.NONE);
            return Bytes.wrap(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedException e) {
            throw new IllegalStateException("a picture of ours is not in order", e);
        }
    }

    /** The exclusion that every hash has (C2PA 2.4 §A.5.6). */
    static Value c2pa() {
        Value data = Value.dict().put("offset", HEADER).put("value", UUID).build();
        return Value.dict().put("xpath", "/uuid").put("data", List.of(data)).build();
    }

    /** The exclusion of all boxes at a place. */
    static DictBuilder exclusion(String xpath) {
        return Value.dict().put("xpath", xpath);
    }

    /** What the standard asks for, and no more. */
    static Value hash(Bytes file) {
        return hash(file, Set.of(), new BitSet()).build();
    }

    /**
     * A hash that leaves out more.
     *
     * @param types boxes of the file that are left out
     * @param cut bytes that are left out besides
     * @param more the exclusions that say so
     */
    static DictBuilder hash(Bytes file, Set<String> types, BitSet cut, Value... more) {
        ByteArrayOutputStream hashed = new ByteArrayOutputStream();
        int at = 0;
        for (Bytes box : split(file)) {
            boolean store = type(box).equals("uuid")
                    && box.slice(HEADER, HEADER + UUID.length()).equals(UUID);
            if (!store && !types.contains(type(box))) {
                hashed.writeBytes(ByteBuffer.allocate(HEADER).putLong(at).array());
                for (int i = at; i < at + box.length(); i++) {
                    if (!cut.get(i)) {
                        hashed.write(file.at(i));
                    }
                }
            }
            at += box.length();
        }
        List<Value> exclusions =
                new ArrayList<>(List.of(c2pa(), exclusion("/mfra").build()));
        exclusions.addAll(List.of(more));
        return Value.dict()
                .put("exclusions", exclusions)
                .put("alg", "sha256")
                .put("hash", HashAlgorithm.SHA256.hash(Bytes.wrap(hashed.toByteArray())));
    }
}
