package org.inkseal.xmp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.inkseal.io.Bytes;

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
     * Reads the property of a packet.
     *
     * @return the value as it stands there, not checked to be a URI; empty if there is none, or one that points into the
     *     file itself
     */
    public static Optional<String> find(Bytes packet) {
        return new XmpScan(new String(packet.toArray(), StandardCharsets.UTF_8)).provenance();
    }
}
