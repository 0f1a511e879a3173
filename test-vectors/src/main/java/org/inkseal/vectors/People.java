package org.inkseal.vectors;

import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;

/** A signer whose certificate can be revoked, with the authorities above and the authorities for time. */
final class People {
    static final Issued ROOT = CertificateDraft.authority("Claim Root").make();
    static final Issued INTERMEDIATE =
            CertificateDraft.authority("Claim Intermediate").from(ROOT).make();
    static final Issued SIGNER = signer("2025-01-01T00:00:00Z", "2125-01-01T00:00:00Z");

    /** Valid for the first quarter of 2026 only. */
    static final Issued SHORT_LIVED = signer("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z");

    /** Has a key that the library knows to be everybody's. */
    static final Issued PUBLISHED =
            CertificateDraft.leaf("Published").from(ROOT).make();

    static final Issued CLOCK_ROOT = CertificateDraft.authority("Clock Root").make();
    static final Issued CLOCK = CertificateDraft.clock("Clock").from(CLOCK_ROOT).make();
    static final Issued STRANGE_CLOCK = CertificateDraft.clock("Strange Clock")
            .from(CertificateDraft.authority("Strange Root").make())
            .make();

    private People() {}

    private static Issued signer(String from, String to) {
        return CertificateDraft.leaf("Claim Signer")
                .serial(77)
                .valid(from, to)
                .with(Extension.authorityInfoAccess, false, responder("http://ocsp.example/"))
                .from(INTERMEDIATE)
                .make();
    }

    /** Where to ask about revocation. */
    static AuthorityInformationAccess responder(String address) {
        return new AuthorityInformationAccess(new AccessDescription(
                AccessDescription.id_ad_ocsp, new GeneralName(GeneralName.uniformResourceIdentifier, address)));
    }
}
