package org.inkseal.trust;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.inkseal.crypto.Der;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * A question to the OCSP responder of a certificate's issuer (RFC 6960 §4.1), and a first look at the answer: whether it
 * answers the question at all and says "good". Who signed the answer is for the verifier to judge.
 */
public final class RevocationRequest {
    /** Media type of a request. */
    public static final String MEDIA_TYPE = "application/ocsp-request";

    private static final int GOOD = 0;
    private static final int REVOKED = 1;
    private static final String BASIC = OCSPObjectIdentifiers.id_pkix_ocsp_basic.getId();

    private final CertID id;

    /**
     * Asks about a certificate.
     *
     * @throws MalformedException if one of the certificates cannot be read
     */
    public RevocationRequest(Certificate certificate, Certificate issuer) throws MalformedException {
        BigInteger serial = certificate.serialNumber();
        var key = org.bouncycastle.asn1.x509.Certificate.getInstance(Der.sequence(issuer.der(), "the issuer"))
                .getSubjectPublicKeyInfo();
        var name = org.bouncycastle.asn1.x509.Certificate.getInstance(
                        Der.sequence(certificate.der(), "the certificate"))
                .getIssuer();
        // SHA-1 only names the issuer here; RFC 5019 §2.1.1 wants it, and many responders know nothing else.
        this.id = new CertID(
                new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1, DERNull.INSTANCE),
                new DEROctetString(sha1(Der.encode(name))),
                new DEROctetString(sha1(Bytes.wrap(key.getPublicKeyData().getOctets()))),
                new ASN1Integer(serial));
    }

    /** The address of the responder that a certificate names, if it names one (RFC 5280 §4.2.2.1). */
    public static Optional<String> responder(Certificate certificate) throws MalformedException {
        try {
            Extensions extensions = org.bouncycastle.asn1.x509.Certificate.getInstance(
                            Der.sequence(certificate.der(), "the certificate"))
                    .getTBSCertificate()
                    .getExtensions();
            AuthorityInformationAccess access =
                    extensions == null ? null : AuthorityInformationAccess.fromExtensions(extensions);
            if (access == null || extensions.getExtension(Extension.authorityInfoAccess) == null) {
                return Optional.empty();
            }
            for (AccessDescription description : access.getAccessDescriptions()) {
                GeneralName location = description.getAccessLocation();
                if (description.getAccessMethod().equals(AccessDescription.id_ad_ocsp)
                        && location.getTagNo() == GeneralName.uniformResourceIdentifier) {
                    return Optional.of(location.getName().toString());
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new MalformedException(0, "the certificate's authority information access cannot be read");
        }
    }

    /** The request in DER. */
    public Bytes der() {
        TBSRequest request = new TBSRequest(null, new DERSequence(new Request(id, null)), (Extensions) null);
        return Der.encode(new OCSPRequest(request, null));
    }

    /**
     * Requires that an answer says of the certificate that it is good now.
     *
     * @return until when the answer holds; nothing if it does not say
     * @throws MalformedException if it says anything else, is no answer to this, or cannot be read
     */
    public Optional<Instant> requireGood(Bytes response, Instant now) throws MalformedException {
        try {
            OCSPResponse answer = OCSPResponse.getInstance(Der.sequence(response, "the OCSP response"));
            int status = answer.getResponseStatus().getIntValue();
            if (status != 0 || answer.getResponseBytes() == null) {
                throw new MalformedException(0, "the OCSP responder gives no answer: status " + status);
            }
            if (!answer.getResponseBytes().getResponseType().getId().equals(BASIC)) {
                throw new MalformedException(0, "the OCSP response is not of the basic type");
            }
            Bytes basic = Bytes.wrap(answer.getResponseBytes().getResponse().getOctets());
            ResponseData data = BasicOCSPResponse.getInstance(Der.sequence(basic, "the OCSP response"))
                    .getTbsResponseData();
            for (var element : data.getResponses()) {
                SingleResponse single = SingleResponse.getInstance(element);
                if (single.getCertID().equals(id)) {
                    return good(single, now);
                }
            }
            throw new MalformedException(0, "the OCSP response is about another certificate");
        } catch (RuntimeException e) {
            throw new MalformedException(0, "the OCSP response cannot be read");
        }
    }

    private static Optional<Instant> good(SingleResponse single, Instant now) throws MalformedException {
        int status = single.getCertStatus().getTagNo();
        if (status != GOOD) {
            throw new MalformedException(
                    0,
                    status == REVOKED
                            ? "the certificate is revoked"
                            : "the OCSP responder does not know the certificate");
        }
        ASN1GeneralizedTime next = single.getNextUpdate();
        Optional<Instant> until = next == null ? Optional.empty() : Optional.of(Asn1Time.instant(next.getTimeString()));
        if (until.isPresent() && until.get().isBefore(now)) {
            throw new MalformedException(0, "the OCSP response was good until " + until.get() + " only");
        }
        return until;
    }

    private static byte[] sha1(Bytes bytes) {
        try {
            return MessageDigest.getInstance("SHA-1", "SUN").digest(bytes.toArray());
        } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-1", e);
        }
    }
}
