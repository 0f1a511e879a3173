package org.inkseal.cose;

import java.util.List;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;

/** What a signature is made over (RFC 9052 §4.4). */
final class SignatureStructure {
    static final String SIGNATURE = "Signature1";
    static final String COUNTERSIGNATURE = "CounterSignature";

    private SignatureStructure() {}

    /** The encoded array of context, protected header, data from elsewhere, and payload. */
    static Bytes of(String context, Bytes protectedBytes, Bytes externalData, Bytes payload) {
        return CborWriter.write(Value.of(
                List.of(Value.of(context), Value.of(protectedBytes), Value.of(externalData), Value.of(payload))));
    }
}
