package org.inkseal.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x500.X500Name;
import org.inkseal.crypto.Der;
import org.inkseal.crypto.SignatureScheme;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;

/**
 * Whoever signed a response, and with what right (RFC 6960 §4.2.2.2): the issuer of the certificate in question, or
 * somebody whom that very issuer certified for nothing but this.
 *
 * @param id name or key, as the response gives it
 * @param certificates those that came with the response
 * @param signed what is signed
 * @param algorithm how, in DER
 * @param signature the signature
 */
record OcspSigner(ResponderID id, List<Certificate> certificates, Bytes signed, Bytes algorithm, Bytes signature) {
    OcspSigner {
        certificates = List.copyOf(certificates);
    }

    /**
     * Whether the response is signed by somebody who may answer for an issuer.
     *
     * @param at when the response was made, and a delegate's certificate must have been valid. Whether it was revoked in
     *     turn is not asked: that is what id-pkix-ocsp-nocheck says, and without it RFC 6960 §4.2.2.2.1 leaves it open
     */
    boolean mayAnswerFor(Certificate issuer, Instant at, Budget budget) throws LimitExceededException {
        List<Certificate> candidates = new ArrayList<>();
        candidates.add(issuer);
        candidates.addAll(certificates);
        for (Certificate candidate : candidates) {
            if (isNamed(candidate) && isAuthorised(candidate, issuer, at, budget) && hasSigned(candidate, budget)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(Certificate candidate) {
        X500Name name = id.getName();
        if (name != null) {
            return Der.encode(name).equals(candidate.subject());
        }
        Bytes keyHash = Bytes.wrap(id.getKeyHash());
        return keyHash.equals(OcspIdentifier.sha1(candidate.keyBits()));
    }

    private static boolean isAuthorised(Certificate candidate, Certificate issuer, Instant at, Budget budget)
            throws LimitExceededException {
        if (candidate.equals(issuer)) {
            return true;
        }
        if (!candidate.issuer().equals(issuer.subject())
                || !candidate.validAt(at)
                || !CertificateProfile.responderViolations(candidate).isEmpty()) {
            return false;
        }
        budget.spend(Limit.KEY_OPERATIONS, 1, 0);
        return candidate.isSignedBy(issuer);
    }

    private boolean hasSigned(Certificate candidate, Budget budget) throws LimitExceededException {
        budget.spend(Limit.KEY_OPERATIONS, 1, 0);
        try {
            return SignatureScheme.read(algorithm).verify(candidate.key(), signed, signature);
        } catch (MalformedException e) {
            return false;
        }
    }
}
