package org.inkseal.report;

import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;

/**
 * One assertion as it stands in a manifest.
 *
 * @param label its label with version and instance, such as {@code "c2pa.ingredient.v3__1"}
 * @param uri its absolute JUMBF URI
 * @param form how it is written
 * @param data its content, for the forms CBOR and JSON
 * @param mediaType media type, for an embedded file
 * @param file bytes of an embedded file
 * @param created whether the signer states it; gathered assertions come from others (C2PA 2.4 §10.2.2)
 */
public record AssertionSummary(
        String label,
        String uri,
        Form form,
        Optional<Value> data,
        Optional<String> mediaType,
        Optional<Bytes> file,
        boolean created) {
    /** How the content of an assertion is written. */
    public enum Form {
        /** CBOR. */
        CBOR,
        /** JSON. */
        JSON,
        /** A file with its media type. */
        FILE,
        /** Anything else; not looked into. */
        OTHER
    }
}
