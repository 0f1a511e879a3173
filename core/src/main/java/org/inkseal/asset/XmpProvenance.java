package org.inkseal.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.Range;

/**
 * The property {@code dcterms:provenance} of an XMP packet, which says where a store is that is not in the file
 * (C2PA 2.2 §11.4).
 *
 * <p>One pass over the packet, not an XML parser: nothing is resolved or expanded but the five predefined entities and
 * character references. A packet that is not UTF-8, or has a document type, has no property. The usual prefix
 * {@code dcterms} is taken for granted.
 */
public final class XmpProvenance {
    private XmpProvenance() {}

    /**
     * Reads the property of a file.
     *
     * @return the value as it stands there, not checked to be a URI; empty if there is none, or one that points into the
     *     file itself
     * @throws LimitExceededException if the packet is larger than {@link Limit#XMP_BYTES}
     */
    public static Optional<String> find(ByteSource source, AssetMap map, Budget budget)
            throws IOException, LimitExceededException {
        return packet(source, map, budget).flatMap(XmpProvenance::find);
    }

    /**
     * Reads the packet of a file.
     *
     * @throws LimitExceededException if it is larger than {@link Limit#XMP_BYTES}
     */
    public static Optional<Bytes> packet(ByteSource source, AssetMap map, Budget budget)
            throws IOException, LimitExceededException {
        if (map.xmp().isEmpty()) {
            return Optional.empty();
        }
        Range range = map.xmp().get();
        budget.check(Limit.XMP_BYTES, range.length(), range.start());
        return Optional.of(source.read(range.start(), Math.toIntExact(range.length())));
    }

    /** Reads the property of a packet, as {@link #find(ByteSource, AssetMap, Budget)} does. */
    public static Optional<String> find(Bytes packet) {
        return new XmpScan(new String(packet.toArray(), StandardCharsets.UTF_8)).provenance();
    }
}
