package org.inkseal.crypto;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Object identifiers of the hash algorithms. */
final class Oids {
    private Oids() {}

    /** The hash that an identifier names (RFC 5754 §2); nothing for any other or with parameters. */
    static Optional<HashAlgorithm> hash(AlgorithmIdentifier identifier) {
        if (!hasNoParameters(identifier)) {
            return Optional.empty();
        }
        ASN1ObjectIdentifier oid = identifier.getAlgorithm();
        if (oid.equals(NISTObjectIdentifiers.id_sha256)) {
            return Optional.of(HashAlgorithm.SHA256);
        }
        if (oid.equals(NISTObjectIdentifiers.id_sha384)) {
            return Optional.of(HashAlgorithm.SHA384);
        }
        if (oid.equals(NISTObjectIdentifiers.id_sha512)) {
            return Optional.of(HashAlgorithm.SHA512);
        }
        return Optional.empty();
    }

    /** Whether the parameters are absent or NULL, which mean the same for most algorithms. */
    static boolean hasNoParameters(AlgorithmIdentifier identifier) {
        ASN1Encodable parameters = identifier.getParameters();
        return parameters == null || parameters.toASN1Primitive() instanceof ASN1Null;
    }
}
