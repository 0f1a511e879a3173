package org.inkseal.crypto;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** What an AlgorithmIdentifier means. */
final class AlgorithmIdentifiers {
    private AlgorithmIdentifiers() {}

    /** The hash that an identifier names (RFC 5754 §2); nothing for any other or with parameters. */
    static Optional<HashAlgorithm> hash(AlgorithmIdentifier identifier) {
        return hasNoParameters(identifier)
                ? HashAlgorithm.ofOid(identifier.getAlgorithm().getId())
                : Optional.empty();
    }

    /** Whether the parameters are absent or NULL, which mean the same for most algorithms. */
    static boolean hasNoParameters(AlgorithmIdentifier identifier) {
        ASN1Encodable parameters = identifier.getParameters();
        return parameters == null || parameters.toASN1Primitive() instanceof ASN1Null;
    }
}
