package org.inkseal.cose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;

/**
 * A COSE_Sign1 message as stored (RFC 9052 §4.2). It is well-formed; whether it is a good signature of anything is not
 * known yet.
 *
 * @param protectedBytes content of the protected header's byte string, exactly as stored
 * @param protectedHeaders the map in it; no label of it is in {@code unprotectedHeaders}
 * @param unprotectedHeaders headers that no signature covers
 * @param payload nothing where it is {@code nil}, as C2PA requires
 * @param signature raw bytes
 */
public record CoseSign1(
        Bytes protectedBytes,
        Value.Dict protectedHeaders,
        Value.Dict unprotectedHeaders,
        Optional<Bytes> payload,
        Bytes signature) {
    /** RFC 8392 §4. */
    private static final long ISSUED_AT_CLAIM = 6;

    /**
     * The one message that the bytes are.
     *
     * @throws MalformedException if they are not CBOR with tag 18, and no other, around an array of protected header,
     *     unprotected header, payload and signature; if a label is in both headers (RFC 9052 §3); or if the header
     *     {@code crit} is not protected, is empty, or names a label that is absent or that this library does not
     *     understand (RFC 9052 §3.1)
     */
    public static CoseSign1 read(Bytes cbor, Budget budget) throws MalformedException {
        return new CoseReader(budget).read(cbor);
    }

    /** The algorithm, if the protected header names one that C2PA allows. */
    public Optional<SignatureAlgorithm> algorithm() {
        OptionalLong id = algorithmId();
        return id.isPresent() ? SignatureAlgorithm.ofCose(id.getAsLong()) : Optional.empty();
    }

    /** The number of the algorithm in the protected header, if there is one; the unprotected header does not count. */
    public OptionalLong algorithmId() {
        Value id = protectedHeaders.entries().get(CoseHeader.ALGORITHM);
        return id instanceof Value.Int number ? number.asLong() : OptionalLong.empty();
    }

    /** The media type of the payload, if the protected header gives one as text; the unprotected does not count. */
    public Optional<String> contentType() {
        return protectedHeaders.get(CoseHeader.CONTENT_TYPE).flatMap(Value::asText);
    }

    /**
     * When the signer claims to have signed, if the protected header says so: {@code iat}, by name (C2PA 2.2 §15.8.3) or
     * as claim 6 of header 15 (RFC 9597 §2). Of whatever type, and not proved by anything.
     */
    public Optional<Value> issuedAt() {
        return protectedHeaders
                .get(CoseHeader.ISSUED_AT)
                .or(() -> protectedHeaders.get(CoseHeader.CWT_CLAIMS).flatMap(claims -> claims.get(ISSUED_AT_CLAIM)));
    }

    /**
     * The certificates in DER, the signer's first, from header 33 or from {@code x5chain}, as older files have it; from
     * 33 where one header has both. Empty where there are none.
     *
     * @throws MalformedException if both headers have certificates; if they are anything but one byte string or an
     *     array of some; if one is empty or repeated; or if they pass {@link Limit#CHAIN_CERTIFICATES} or {@link
     *     Limit#CERTIFICATE_BYTES}
     */
    public List<Bytes> certificates(Budget budget) throws MalformedException {
        return CertificateHeader.read(protectedHeaders, unprotectedHeaders, budget);
    }

    /** What the signature is made over, given the payload that is stored elsewhere (RFC 9052 §4.4). */
    public Bytes signatureStructure(Bytes detachedPayload) {
        return signatureStructure(detachedPayload, Bytes.EMPTY);
    }

    /** What the signature is made over where the application supplies further data, which C2PA never does. */
    public Bytes signatureStructure(Bytes detachedPayload, Bytes externalData) {
        return SignatureStructure.of(
                SignatureStructure.SIGNATURE, signedProtectedBytes(), externalData, detachedPayload);
    }

    /**
     * What a time-stamp is made over (C2PA 2.2 §10.3.2.5): the claim for version 1, the CBOR encoding of the
     * signature's byte string for version 2.
     */
    public Bytes counterSignatureStructure(Bytes stamped) {
        return SignatureStructure.of(SignatureStructure.COUNTERSIGNATURE, signedProtectedBytes(), Bytes.EMPTY, stamped);
    }

    /** An unprotected header with a text label, such as {@code sigTst2}; nothing when it is absent or {@code null}. */
    public Optional<Value> unprotected(String label) {
        return unprotectedHeaders.get(label);
    }

    /**
     * Whether nothing hides where nobody signs: every unprotected header is one of the standard's, or zero bytes under
     * whatever label, as some writers pad.
     */
    public boolean hidesNothing() {
        for (Map.Entry<Value, Value> header : unprotectedHeaders.entries().entrySet()) {
            boolean known = CoseHeader.UNPROTECTED.contains(header.getKey());
            if (!known && header.getValue().asBytes().filter(Bytes::isZero).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    // RFC 9052 §4.4: no protected header is an empty string there, even where an empty map was stored.
    private Bytes signedProtectedBytes() {
        return protectedHeaders.entries().isEmpty() ? Bytes.EMPTY : protectedBytes;
    }
}
