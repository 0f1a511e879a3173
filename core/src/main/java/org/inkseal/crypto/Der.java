package org.inkseal.crypto;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * Strict reading of ASN.1: one value, nothing after it, in the distinguished encoding (X.690 §10). Shared by the
 * packages that read keys and certificates; not for callers of the library.
 */
public final class Der {
    private Der() {}

    /**
     * Reads a sequence in distinguished encoding.
     *
     * @param what what it should be, for messages
     * @throws MalformedException if the bytes are not exactly one sequence in that encoding
     */
    public static ASN1Sequence sequence(Bytes der, String what) throws MalformedException {
        if (value(der, what) instanceof ASN1Sequence sequence) {
            return sequence;
        }
        throw new MalformedException(0, what + " is not an ASN.1 sequence");
    }

    /**
     * Reads any value in distinguished encoding.
     *
     * @param what what it should be, for messages
     * @throws MalformedException if the bytes are not exactly one value in that encoding
     */
    public static ASN1Primitive value(Bytes der, String what) throws MalformedException {
        byte[] encoded = der.toArray();
        try {
            ASN1Primitive value = ASN1Primitive.fromByteArray(encoded);
            // The parser also takes the basic encoding; only the distinguished one survives being written again.
            if (value == null || !Arrays.equals(value.getEncoded(ASN1Encoding.DER), encoded)) {
                throw new MalformedException(0, what + " is not in the distinguished encoding (DER)");
            }
            return value;
        } catch (IOException | RuntimeException e) {
            throw new MalformedException(0, what + " is not ASN.1");
        }
    }

    /** The distinguished encoding of a value that was read or built. */
    public static Bytes encode(ASN1Encodable value) {
        try {
            return Bytes.wrap(value.toASN1Primitive().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("an ASN.1 value in memory cannot be written", e);
        }
    }
}
