package org.inkseal.trust;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.inkseal.crypto.Der;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;

/**
 * A question to a time-stamp authority (RFC 3161 §2.4.1), which asks for the authority's certificate and has a nonce, and
 * the check of the answer.
 */
public final class TimeStampRequest {
    /** Media type of a request. */
    public static final String MEDIA_TYPE = "application/timestamp-query";

    private static final int NONCE_BITS = 64;
    /** How far the clocks of an authority and of this computer may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Bytes stamped;
    private final HashAlgorithm algorithm;
    private final BigInteger nonce;

    /**
     * Asks for a time-stamp.
     *
     * @param stamped the bytes whose hash is to be stamped
     * @param random where the nonce comes from
     */
    public TimeStampRequest(Bytes stamped, HashAlgorithm algorithm, RandomGenerator random) {
        this.stamped = stamped;
        this.algorithm = algorithm;
        // The highest bit is set, so that no request is shorter than another.
        this.nonce = BigInteger.valueOf(random.nextLong() >>> 1).setBit(NONCE_BITS - 2);
    }

    /** The request in DER. */
    public Bytes der() {
        MessageImprint imprint = new MessageImprint(
                new AlgorithmIdentifier(oid(algorithm)), algorithm.hash(stamped).toArray());
        return Der.encode(new TimeStampReq(imprint, null, new ASN1Integer(nonce), ASN1Boolean.TRUE, null));
    }

    private static ASN1ObjectIdentifier oid(HashAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA256 -> NISTObjectIdentifiers.id_sha256;
            case SHA384 -> NISTObjectIdentifiers.id_sha384;
            case SHA512 -> NISTObjectIdentifiers.id_sha512;
        };
    }

    /**
     * The token of an answer, in DER as it goes under {@code sigTst2}. It is granted, of this very imprint and nonce,
     * signed by the certificate that it carries, and that one is made for time-stamps and was valid at the time named.
     * Whether anybody trusts the authority is not asked here.
     *
     * @param response a TimeStampResp
     * @param now the present, for tokens of the future
     * @throws MalformedException if it is anything else; the message says what
     */
    public Bytes token(Bytes response, Instant now) throws MalformedException {
        Budget.standard().check(Limit.TIME_STAMP_BYTES, response.length(), 0);
        TimeStampToken parsed = TimeStampToken.read(response, true);
        Bytes token;
        try {
            ContentInfo message =
                    TimeStampResp.getInstance(Der.value(response, "the answer")).getTimeStampToken();
            token = Der.encode(message);
            requireNonce(SignedData.getInstance(message.getContent()));
        } catch (RuntimeException e) {
            throw new MalformedException(0, "the answer of the time-stamp authority cannot be read");
        }
        if (!parsed.imprintHash().equals(Optional.of(algorithm))) {
            throw new MalformedException(0, "the token is made over another kind of hash than was asked for");
        }
        TimeStamp.requireSound(token, stamped);
        if (parsed.time().isAfter(now.plus(SKEW))) {
            throw new MalformedException(0, "the token names " + parsed.time() + ", which is still to come");
        }
        return token;
    }

    private void requireNonce(SignedData signed) throws MalformedException {
        byte[] content = ASN1OctetString.getInstance(
                        signed.getEncapContentInfo().getContent())
                .getOctets();
        ASN1Primitive primitive = Der.value(Bytes.wrap(content), "the TSTInfo");
        ASN1Integer answered = TSTInfo.getInstance(primitive).getNonce();
        if (answered == null || !answered.hasValue(nonce)) {
            throw new MalformedException(0, "the token does not answer this request: its nonce is missing or another");
        }
    }
}
