package org.inkseal.crypto;

import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** The algorithms that have an identifier of their own. */
final class SignatureSchemes {
    static final Map<ASN1ObjectIdentifier, SignatureScheme> BY_OID = Map.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256, new SignatureScheme.Ecdsa(HashAlgorithm.SHA256),
            X9ObjectIdentifiers.ecdsa_with_SHA384, new SignatureScheme.Ecdsa(HashAlgorithm.SHA384),
            X9ObjectIdentifiers.ecdsa_with_SHA512, new SignatureScheme.Ecdsa(HashAlgorithm.SHA512),
            PKCSObjectIdentifiers.sha256WithRSAEncryption, new SignatureScheme.Pkcs1(HashAlgorithm.SHA256),
            PKCSObjectIdentifiers.sha384WithRSAEncryption, new SignatureScheme.Pkcs1(HashAlgorithm.SHA384),
            PKCSObjectIdentifiers.sha512WithRSAEncryption, new SignatureScheme.Pkcs1(HashAlgorithm.SHA512),
            EdECObjectIdentifiers.id_Ed25519, new SignatureScheme.Ed25519());

    private SignatureSchemes() {}

    static AlgorithmIdentifier identifier(Bytes der) throws MalformedException {
        try {
            return AlgorithmIdentifier.getInstance(Der.sequence(der, "the algorithm"));
        } catch (RuntimeException e) {
            throw new MalformedException(0, "the algorithm cannot be read");
        }
    }
}
