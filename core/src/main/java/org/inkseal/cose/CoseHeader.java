package org.inkseal.cose;

import java.util.Set;
import org.inkseal.cbor.Value;

/** The header labels that C2PA uses (RFC 9052 §3.1, RFC 9360 §2, C2PA 2.2 §13.2 and §14.5). */
final class CoseHeader {
    static final Value ALGORITHM = Value.of(1);
    static final Value CRITICAL = Value.of(2);
    static final Value CONTENT_TYPE = Value.of(3);
    static final Value CWT_CLAIMS = Value.of(15);
    static final Value CERTIFICATES = Value.of(33);
    static final Value LEGACY_CERTIFICATES = Value.of("x5chain");
    static final Value ISSUED_AT = Value.of("iat");
    static final Value PADDING = Value.of("pad");
    static final Value MORE_PADDING = Value.of("pad2");

    /** Every header with content that the standard puts where the signature does not cover it. */
    static final Set<Value> UNPROTECTED =
            Set.of(CERTIFICATES, LEGACY_CERTIFICATES, Value.of("sigTst"), Value.of("sigTst2"), Value.of("rVals"));

    private CoseHeader() {}
}
