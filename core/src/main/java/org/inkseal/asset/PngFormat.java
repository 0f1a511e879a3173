package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * PNG (ISO/IEC 15948, W3C PNG 3), animated or not, which keeps its store in a {@code caBX} chunk (C2PA 2.2 §A.3.2).
 *
 * <p>A new store stands directly after {@code IHDR}: the standard wants it before the first {@code IDAT}, and nothing
 * but {@code IHDR} has a place of its own before.
 */
final class PngFormat implements AssetFormat {
    static final int CABX = 0x63614258;

    static final int SIGNATURE_BYTES = 8;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int AFTER_IHDR = 33;
    private static final int CHUNK_OVERHEAD = 12;
    /** PNG allows 2^31 - 1; an array holds the chunk with its overhead. */
    private static final int MOST_STORE = Integer.MAX_VALUE - 64;

    @Override
    public String name() {
        return "PNG";
    }

    @Override
    public String mediaType() {
        return "image/png";
    }

    @Override
    public List<String> extensions() {
        return List.of("png", "apng");
    }

    @Override
    public boolean hasNamedBoxes() {
        return true;
    }

    @Override
    public boolean sniff(Bytes head) {
        return head.startsWith(0, SIGNATURE);
    }

    @Override
    public AssetMap map(ByteSource source, Budget budget) throws IOException, MalformedException {
        if (!sniff(source.read(0, (int) Math.min(SIGNATURE.length, source.size())))) {
            throw new MalformedException(0, "no PNG signature");
        }
        return new PngWalk(source, budget).map(this, SIGNATURE.length);
    }

    @Override
    public Optional<BoxWalk> boxes(ByteSource source, AssetMap map, Set<String> names) {
        return Optional.of(new PngBoxes(source, map));
    }

    @Override
    public Layout layout(AssetMap map, long storeLength) {
        if (storeLength < 1 || storeLength > MOST_STORE) {
            throw new IllegalArgumentException(
                    "a store of " + storeLength + " bytes in PNG: allowed are 1 to " + MOST_STORE);
        }
        return Splice.with(map, AFTER_IHDR, storeLength + CHUNK_OVERHEAD);
    }

    @Override
    public Layout stripped(AssetMap map) {
        return Splice.without(map);
    }

    @Override
    public CarriedXmp carriedXmp(ByteSource source, AssetMap map, Budget budget) throws IOException {
        CarriedXmp plain = AssetFormat.super.carriedXmp(source, map, budget);
        return plain.equals(CarriedXmp.NONE) ? new PngXmp(source, map).inflated(budget) : plain;
    }

    @Override
    public Layout withXmp(ByteSource source, AssetMap map, Bytes packet) throws IOException, MalformedException {
        return new PngXmp(source, map).with(packet, AFTER_IHDR);
    }

    @Override
    public Bytes frame(AssetMap map, Bytes store) {
        return chunk(CABX, store);
    }

    /** A whole chunk. */
    static Bytes chunk(int type, Bytes data) {
        ByteBuffer chunk = ByteBuffer.allocate(Math.addExact(data.length(), CHUNK_OVERHEAD));
        chunk.putInt(data.length()).putInt(type).put(data.buffer());
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, data.length() + 4);
        return Bytes.wrap(chunk.putInt((int) crc.getValue()).array());
    }
}
