package org.inkseal.xmp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;

/**
 * The property {@code dcterms:provenance} of an XMP packet, which says where a store is that is not in the file
 * (C2PA 2.4 §11.4).
 *
 * <p>A packet in good order is read with its namespaces. In one that is not, the property is looked for by its usual prefix,
 * in one pass in which nothing is resolved or expanded but the five predefined entities and character references. A packet
 * with a document type has no property.
 */
public final class XmpProvenance {
    /** Writers of version 1 repeated there where in the file the store is. */
    private static final String INTERNAL = "self#jumbf";

    private XmpProvenance() {}

    /**
     * Reads the property of a packet.
     *
     * @return the value as it stands there, not checked to be a URI; empty if there is none, or one that points into the
     *     file itself
     */
    public static Optional<String> find(Bytes packet, Budget budget) {
        Xmp xmp = Xmp.read(packet, budget);
        Optional<String> found = xmp.texts(XmpName.PROVENANCE).stream()
                .filter(XmpProvenance::isExternal)
                .findFirst();
        boolean whole = xmp.trouble().isEmpty() && !xmp.properties().isEmpty();
        return found.isPresent() || whole
                ? found
                : new XmpScan(new String(packet.toArray(), StandardCharsets.UTF_8)).provenance();
    }

    /** Whether a value, without white space around it, leads out of the file. */
    static boolean isExternal(String value) {
        return !value.isEmpty() && !value.startsWith(INTERNAL);
    }
}
