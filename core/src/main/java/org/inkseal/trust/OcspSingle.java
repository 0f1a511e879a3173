package org.inkseal.trust;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.CRLReason;
import org.inkseal.io.MalformedException;

/**
 * What a response says of one certificate (RFC 6960 §4.2.1).
 *
 * @param id the certificate, by hashes of its issuer's name and key and by its serial number
 * @param status what is said
 * @param revokedAt since when it is revoked, only if it is
 * @param released whether the revocation was taken back (removeFromCRL), which is as good as good
 * @param held whether the revocation may be taken back (certificateHold)
 * @param thisUpdate when this was known to be so
 * @param nextUpdate until when nothing newer is to be had; nothing if something newer always is
 */
record OcspSingle(
        CertID id,
        Status status,
        Optional<Instant> revokedAt,
        boolean released,
        boolean held,
        Instant thisUpdate,
        Optional<Instant> nextUpdate) {
    private static final int REVOKED_TAG = 1;

    enum Status {
        GOOD,
        REVOKED,
        UNKNOWN
    }

    static OcspSingle read(SingleResponse single) throws MalformedException {
        if (single.getSingleExtensions() != null
                && single.getSingleExtensions().getCriticalExtensionOIDs().length > 0) {
            throw new MalformedException(0, "the OCSP response has a critical extension that is not understood");
        }
        CertStatus status = single.getCertStatus();
        Optional<Instant> revokedAt = Optional.empty();
        int reason = -1;
        if (status.getTagNo() == REVOKED_TAG) {
            RevokedInfo info = RevokedInfo.getInstance(status.getStatus());
            revokedAt = Optional.of(time(info.getRevocationTime()));
            CRLReason given = info.getRevocationReason();
            reason = given == null ? -1 : given.getValue().intValueExact();
        }
        Optional<Instant> next =
                single.getNextUpdate() == null ? Optional.empty() : Optional.of(time(single.getNextUpdate()));
        return new OcspSingle(
                single.getCertID(),
                Status.values()[status.getTagNo()],
                revokedAt,
                reason == CRLReason.removeFromCRL,
                reason == CRLReason.certificateHold,
                time(single.getThisUpdate()),
                next);
    }

    static Instant time(ASN1GeneralizedTime time) throws MalformedException {
        return Asn1Time.instant(time.getTimeString());
    }
}
