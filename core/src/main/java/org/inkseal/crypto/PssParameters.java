package org.inkseal.crypto;

import java.math.BigInteger;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.inkseal.io.MalformedException;

/**
 * RSASSA-PSS parameters with one hash for the message and for MGF1, as C2PA demands (2.2 §14.5.1).
 *
 * @param saltLength bytes of salt, not negative; inside a key the least that a signature may have
 */
record PssParameters(HashAlgorithm hash, int saltLength) {
    private static final BigInteger MOST_SALT = BigInteger.valueOf(512);

    /** Reads RSASSA-PSS-params (RFC 4055 §3.1); their defaults mean SHA-1 and are refused. */
    static PssParameters read(ASN1Encodable encoded) throws MalformedException {
        try {
            RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(encoded);
            AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
            Optional<HashAlgorithm> hash = AlgorithmIdentifiers.hash(parameters.getHashAlgorithm());
            if (hash.isEmpty()
                    || !mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                    || !AlgorithmIdentifiers.hash(AlgorithmIdentifier.getInstance(mask.getParameters()))
                            .equals(hash)) {
                throw new MalformedException(
                        0, "RSASSA-PSS parameters: only one SHA-2 hash for both message and MGF1 is allowed");
            }
            BigInteger salt = parameters.getSaltLength();
            if (!parameters.getTrailerField().equals(BigInteger.ONE)
                    || salt.signum() < 0
                    || salt.compareTo(MOST_SALT) > 0) {
                throw new MalformedException(0, "RSASSA-PSS parameters: the salt length or the trailer is not allowed");
            }
            return new PssParameters(hash.get(), salt.intValueExact());
        } catch (RuntimeException e) {
            throw new MalformedException(0, "RSASSA-PSS parameters cannot be read");
        }
    }

    /** The same for the Java security API. */
    static PSSParameterSpec spec(HashAlgorithm hash, int saltLength) {
        return new PSSParameterSpec(
                hash.jca(), "MGF1", new MGF1ParameterSpec(hash.jca()), saltLength, PSSParameterSpec.TRAILER_FIELD_BC);
    }
}
