package org.inkseal.verify;

import org.inkseal.report.RevocationStatus;
import org.inkseal.report.StatusCode;

/** What the findings about revocation are called, by whose certificate they speak of. */
enum RevocationCodes {
    /** Of signers of claims (C2PA 2.4 §15.9). */
    CLAIM_SIGNERS(
            StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED,
            StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED,
            StatusCode.SIGNING_CREDENTIAL_OCSP_UNKNOWN,
            StatusCode.SIGNING_CREDENTIAL_OCSP_INACCESSIBLE,
            StatusCode.SIGNING_CREDENTIAL_OCSP_SKIPPED),
    /** Of those who sign identity assertions (CAWG identity assertion 1.3 §8.2). */
    IDENTITY_SIGNERS(
            StatusCode.CAWG_IDENTITY_CREDENTIAL_REVOKED,
            StatusCode.CAWG_X509_OCSP_NOT_REVOKED,
            StatusCode.CAWG_X509_OCSP_UNKNOWN,
            StatusCode.CAWG_X509_OCSP_INACCESSIBLE,
            StatusCode.CAWG_X509_OCSP_SKIPPED);

    private final StatusCode revoked;
    private final StatusCode notRevoked;
    private final StatusCode unknown;
    private final StatusCode inaccessible;
    private final StatusCode skipped;

    RevocationCodes(
            StatusCode revoked,
            StatusCode notRevoked,
            StatusCode unknown,
            StatusCode inaccessible,
            StatusCode skipped) {
        this.revoked = revoked;
        this.notRevoked = notRevoked;
        this.unknown = unknown;
        this.inaccessible = inaccessible;
        this.skipped = skipped;
    }

    StatusCode of(RevocationStatus status) {
        return switch (status) {
            case REVOKED -> revoked;
            case NOT_REVOKED -> notRevoked;
            case UNKNOWN -> unknown;
            case INACCESSIBLE -> inaccessible;
            case SKIPPED -> skipped;
        };
    }
}
