package org.inkseal.cose;

import java.util.List;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Bytes;

/**
 * A COSE_Sign1 message before it is signed: the algorithm and the certificates, both protected (C2PA 2.2 §13.2).
 *
 * <p>{@code seal(sign(draft.toBeSigned(claim)), headers, reserved)} gives a message of exactly the reserved length.
 *
 * @param certificates in DER, the signer's first; at least one
 */
public record CoseDraft(SignatureAlgorithm algorithm, List<Bytes> certificates) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no certificate
     */
    public CoseDraft {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("a signature needs the certificate of its signer");
        }
    }

    /** What to sign, given the payload, which stays detached (RFC 9052 §4.4). */
    public Bytes toBeSigned(Bytes payload) {
        return SignatureStructure.of(SignatureStructure.SIGNATURE, protectedBytes(), Bytes.EMPTY, payload);
    }

    /** What a time-stamp is to be made over; see {@link CoseSign1#counterSignatureStructure}. */
    public Bytes toBeStamped(Bytes stamped) {
        return SignatureStructure.of(SignatureStructure.COUNTERSIGNATURE, protectedBytes(), Bytes.EMPTY, stamped);
    }

    /**
     * The least length, in bytes, that {@link #seal} can give the message; it can give any from there on.
     *
     * @throws IllegalArgumentException if the headers have padding already
     */
    public int minimumLength(int signatureLength, Value.Dict unprotected) {
        return message(Bytes.wrap(new byte[signatureLength]), padded(unprotected))
                .length();
    }

    /**
     * The message, tagged, without payload, and filled with zeros in the unprotected header {@code pad} (and {@code
     * pad2}, where no {@code pad} has the right length) to exactly {@code totalLength} bytes.
     *
     * @throws IllegalArgumentException if that is less than {@link #minimumLength}, or if the headers have padding
     *     already
     */
    public Bytes seal(Bytes signature, Value.Dict unprotected, int totalLength) {
        DictBuilder headers = padded(unprotected);
        int least = message(signature, headers).length();
        if (totalLength < least) {
            throw new IllegalArgumentException(
                    "signature takes at least " + least + " bytes: " + totalLength + " are reserved");
        }
        int padding = paddingLength(totalLength - least);
        if (padding < 0) {
            headers.put(CoseHeader.MORE_PADDING, Value.of(Bytes.EMPTY));
            padding = paddingLength(totalLength - message(signature, headers).length());
        }
        headers.put(CoseHeader.PADDING, Value.of(Bytes.wrap(new byte[padding])));
        return message(signature, headers);
    }

    /** How many zeros lengthen an empty byte string by that many bytes, head included; -1 where no number does. */
    private static int paddingLength(int added) {
        for (int head = 1; head <= 5; head++) {
            int length = added + 1 - head;
            if (length >= 0 && CborWriter.headLength(length) == head) {
                return length;
            }
        }
        return -1;
    }

    private static DictBuilder padded(Value.Dict unprotected) {
        DictBuilder headers = Value.dict();
        unprotected.entries().forEach((label, value) -> {
            if (label.equals(CoseHeader.PADDING) || label.equals(CoseHeader.MORE_PADDING)) {
                throw new IllegalArgumentException("unprotected header has padding already");
            }
            headers.put(label, value);
        });
        return headers.put(CoseHeader.PADDING, Value.of(Bytes.EMPTY));
    }

    private Bytes protectedBytes() {
        return CborWriter.write(Value.dict()
                .put(CoseHeader.ALGORITHM, Value.of(algorithm.coseId()))
                .put(CoseHeader.CERTIFICATES, CertificateHeader.write(certificates))
                .build());
    }

    private Bytes message(Bytes signature, DictBuilder unprotected) {
        Value array =
                Value.of(List.of(Value.of(protectedBytes()), unprotected.build(), Value.NULL, Value.of(signature)));
        return CborWriter.write(new Value.Tagged(CoseReader.COSE_SIGN1_TAG, array));
    }
}
