package org.inkseal.trust;

import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.inkseal.crypto.Der;
import org.inkseal.io.Bytes;

/** A question about revocation (RFC 6960 §4.1). */
public final class OcspRequest {
    /** Media type of a request. */
    public static final String MEDIA_TYPE = "application/ocsp-request";

    private OcspRequest() {}

    /**
     * An OCSPRequest in DER for one certificate, not signed.
     *
     * @param issuer who issued the certificate
     * @param nonce 1 to 32 bytes that nobody can foresee (RFC 8954 §2.1)
     */
    public static Bytes of(Certificate subject, Certificate issuer, Bytes nonce) {
        Request single = new Request(OcspIdentifier.of(subject, issuer), null);
        Bytes value = Der.encode(new DEROctetString(nonce.toArray()));
        Extension extension =
                new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(value.toArray()));
        TBSRequest body = new TBSRequest(null, new DERSequence(single), new Extensions(extension));
        return Der.encode(new OCSPRequest(body, null));
    }
}
