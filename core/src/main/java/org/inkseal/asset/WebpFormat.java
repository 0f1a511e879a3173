package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * WebP (RFC 9649), lossy, lossless or animated, which keeps its store in the last chunk {@code C2PA} of its RIFF
 * (C2PA 2.2 §A.3.7).
 *
 * <p>The hash leaves out the chunk without its pad byte, and covers the size of the file: that is what other writers do,
 * and what verifiers of every version of the standard accept. A simple file stays one: no chunk {@code VP8X} is needed.
 */
final class WebpFormat implements AssetFormat {
    static final int RIFF = 0x52494646;
    static final int WEBP = 0x57454250;

    /** Bytes before the first chunk. */
    static final int FILE_HEADER = 12;

    private static final byte[] RIFF_LETTERS = {'R', 'I', 'F', 'F'};
    private static final byte[] WEBP_LETTERS = {'W', 'E', 'B', 'P'};
    /** RFC 9649 §2.4, which counts from after the size. */
    private static final long MOST_FILE = (1L << 32) - 10 + RiffChunk.HEADER;

    private static final int MOST_STORE = Integer.MAX_VALUE - 64;

    @Override
    public String name() {
        return "WebP";
    }

    @Override
    public String mediaType() {
        return "image/webp";
    }

    @Override
    public List<String> extensions() {
        return List.of("webp");
    }

    @Override
    public boolean hasNamedBoxes() {
        return true;
    }

    @Override
    public boolean sniff(Bytes head) {
        return head.startsWith(0, RIFF_LETTERS) && head.startsWith(8, WEBP_LETTERS);
    }

    @Override
    public AssetMap map(ByteSource source, Budget budget) throws IOException, MalformedException {
        return new WebpWalk(source, budget).map(this);
    }

    @Override
    public Optional<BoxWalk> boxes(ByteSource source, AssetMap map, Set<String> names) {
        return Optional.of(new WebpBoxes(source, map));
    }

    @Override
    public Layout layout(AssetMap map, long storeLength) {
        long most = Math.min(MOST_STORE, MOST_FILE - riff(map, 0).length() - RiffChunk.HEADER - 1);
        if (storeLength < 1 || storeLength > most) {
            throw new IllegalArgumentException(
                    "a store of " + storeLength + " bytes in this WebP file: allowed are 1 to " + most);
        }
        return file(map, storeLength + RiffChunk.HEADER);
    }

    /** The size of the RIFF says how long the store is, and what is signed covers it, by us and by others. */
    @Override
    public Layout layoutInPlace(AssetMap map, long storeLength) throws ImmovableException {
        throw new ImmovableException("an update would change the size of the RIFF, which the hash of the signed "
                + name() + " file covers; sign it anew instead");
    }

    @Override
    public Layout stripped(AssetMap map) {
        return file(map, 0);
    }

    @Override
    public Layout withXmp(ByteSource source, AssetMap map, Bytes packet) throws IOException, MalformedException {
        return new WebpXmp(source, map).with(packet);
    }

    @Override
    public Bytes frame(AssetMap map, Bytes store) {
        return header("C2PA", store);
    }

    private static Bytes header(String name, Bytes data) {
        return Bytes.concat(Bytes.utf8(name), littleEndian(data.length()), data);
    }

    /** A whole chunk with its pad byte. */
    static Bytes chunk(String name, Bytes data) {
        return Bytes.concat(header(name, data), Bytes.wrap(new byte[data.length() & 1]));
    }

    private static Layout file(AssetMap map, long slot) {
        Layout riff = riff(map, slot);
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Copy(new Range(0, 4)));
        pieces.add(new Piece.Literal(littleEndian(riff.length())));
        pieces.addAll(riff.pieces());
        for (Region region : map.regions()) {
            if (region.kind() == Region.Kind.TRAILER) {
                pieces.add(new Piece.Copy(region.range()));
            }
        }
        return new Layout(pieces);
    }

    /** What the size of a RIFF file counts: all after itself, and nothing of what was appended. */
    private static Layout riff(AssetMap map, long slot) {
        List<Piece> pieces = new ArrayList<>();
        for (Region region : map.regions()) {
            boolean counts = region.range().start() >= RiffChunk.HEADER && region.kind() != Region.Kind.TRAILER;
            if (counts && region.kind() != Region.Kind.CARRIER) {
                pieces.add(new Piece.Copy(region.range()));
            }
        }
        pieces.add(new Piece.Slot(slot));
        pieces.add(new Piece.Padding((int) (slot & 1)));
        return new Layout(pieces);
    }

    static Bytes littleEndian(long value) {
        return Bytes.wrap(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) value)
                .array());
    }
}
