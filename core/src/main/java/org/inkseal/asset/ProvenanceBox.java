package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The box that C2PA puts into ISO base media files, a {@code ContentProvenanceBox} (C2PA 2.2 §A.5.1).
 *
 * @param range where it is, with its header
 * @param purpose what it is for
 * @param firstMerkle where the first box for {@link Purpose#MERKLE} is said to be; 0 if there is none or it is not said
 * @param payload what it carries, with any padding
 */
public record ProvenanceBox(Range range, Purpose purpose, long firstMerkle, Range payload) {
    /** The extended type of the box. */
    public static final Bytes UUID = Bytes.wrap(HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481"));

    private static final int LONGEST_PURPOSE = 16;
    private static final int JUMB = 0x6a756d62;

    /** What such a box is for. */
    public enum Purpose {
        /** A manifest store. */
        MANIFEST,
        /** The manifest store of a file that has another one for update manifests. */
        ORIGINAL,
        /** A second manifest store, for update manifests. */
        UPDATE,
        /** Hashes for a Merkle tree. */
        MERKLE
    }

    /**
     * The box of a store. Before its store stands no place of hashes for a Merkle tree; for updates the standard is silent on
     * those eight bytes, and with zeros there, as before any other store, it is read in more places.
     */
    static Bytes framing(Purpose purpose, Bytes store) {
        ByteBuffer box = ByteBuffer.allocate(Math.addExact(store.length(), overhead(purpose)));
        box.putInt(box.capacity()).put("uuid".getBytes(StandardCharsets.US_ASCII));
        box.put(UUID.buffer())
                .putInt(0)
                .put(purpose.name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        return Bytes.wrap(box.put((byte) 0).putLong(0).put(store.buffer()).array());
    }

    /** The bytes of such a box beside its store: size, type, extended type, version and flags, purpose, place of hashes. */
    static int overhead(Purpose purpose) {
        return 8 + UUID.length() + 4 + purpose.name().length() + 1 + 8;
    }

    /** Whether a box is one, whatever is in it. */
    public static boolean is(ByteSource source, BmffBox box) throws IOException {
        return box.is("uuid")
                && box.parent() == null
                && box.payload().length() >= UUID.length()
                && source.read(box.payload().start(), UUID.length()).equals(UUID);
    }

    /**
     * Reads a box that is one.
     *
     * @throws MalformedException if its version or its purpose is none of the standard
     */
    public static ProvenanceBox read(ByteSource source, BmffBox box) throws IOException, MalformedException {
        Window window = new Window(source);
        long at = box.payload().start() + UUID.length();
        long end = box.range().end();
        if (end - at < 4 || window.u32(at) != 0) {
            throw new MalformedException(at, "C2PA box without version 0 and flags 0");
        }
        at += 4;
        StringBuilder name = new StringBuilder();
        while (at < end && window.u8(at) != 0 && name.length() < LONGEST_PURPOSE) {
            name.append((char) window.u8(at++));
        }
        at++;
        Purpose purpose = switch (name.toString()) {
            case "manifest" -> Purpose.MANIFEST;
            case "original" -> Purpose.ORIGINAL;
            case "update" -> Purpose.UPDATE;
            case "merkle" -> Purpose.MERKLE;
            default ->
                throw new MalformedException(
                        box.range().start(), "C2PA box whose purpose is none of manifest, original, update and merkle");
        };
        if (purpose == Purpose.MERKLE) {
            return new ProvenanceBox(box.range(), purpose, 0, Range.between(Math.min(at, end), end));
        }
        // The standard gives an update box no offset, but some writers do.
        boolean bare = purpose == Purpose.UPDATE && end - at >= 8 && (int) window.u32(at + 4) == JUMB;
        if (end - at < 8) {
            throw new MalformedException(box.range().start(), "C2PA box without a manifest store");
        }
        long firstMerkle = bare ? 0 : window.s64(at);
        return new ProvenanceBox(box.range(), purpose, firstMerkle, Range.between(bare ? at : at + 8, end));
    }
}
