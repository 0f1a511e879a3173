package org.inkseal.trust;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.inkseal.io.Bytes;

/** An answer about revocation to be made: good, current and authorised unless a test spoils it. */
public final class OcspDraft {
    private final Made issuer;
    private BigInteger serial;
    private Made signer;
    private final List<Made> certificates = new ArrayList<>();
    private CertificateStatus status = CertificateStatus.GOOD;
    private Instant thisUpdate;
    private Instant nextUpdate;
    private Instant producedAt;
    private boolean byKey;
    private Bytes nonce = Bytes.EMPTY;
    private int answers = 1;
    private boolean critical;

    OcspDraft(Made subject, Made issuer, Instant at) {
        this.issuer = issuer;
        this.signer = issuer;
        this.serial = subject.certificate().serialNumber();
        this.thisUpdate = at;
        this.producedAt = at;
        this.nextUpdate = at.plus(Duration.ofDays(7));
    }

    OcspDraft signedBy(Made other) {
        signer = other;
        certificates.add(other);
        return this;
    }

    /** Of the certificate with another number. */
    public OcspDraft ofAnother() {
        serial = serial.add(BigInteger.ONE);
        return this;
    }

    /** Valid for a span; {@code null} for one without an end. */
    public OcspDraft from(Instant first, Instant last) {
        thisUpdate = first;
        producedAt = first;
        nextUpdate = last;
        return this;
    }

    OcspDraft producedAt(Instant time) {
        producedAt = time;
        return this;
    }

    /** @param reason a CRLReason, or -1 for none */
    public OcspDraft revoked(Instant since, int reason) {
        status = reason < 0
                ? new RevokedStatus(new RevokedInfo(new ASN1GeneralizedTime(Date.from(since)), null))
                : new RevokedStatus(Date.from(since), reason);
        return this;
    }

    public OcspDraft unknown() {
        status = new UnknownStatus();
        return this;
    }

    public OcspDraft answering(Bytes question) {
        nonce = question;
        return this;
    }

    OcspDraft namingTheKey() {
        byKey = true;
        return this;
    }

    public OcspDraft repeated(int times) {
        answers = times;
        return this;
    }

    OcspDraft withCriticalExtension() {
        critical = true;
        return this;
    }

    public Bytes make() {
        try {
            DigestCalculator sha1 =
                    new JcaDigestCalculatorProviderBuilder().build().get(RespID.HASH_SHA1);
            X509CertificateHolder named =
                    new X509CertificateHolder(signer.certificate().der().toArray());
            BasicOCSPRespBuilder builder = byKey
                    ? new BasicOCSPRespBuilder(
                            SubjectPublicKeyInfo.getInstance(
                                    signer.keys().getPublic().getEncoded()),
                            sha1)
                    : new BasicOCSPRespBuilder(new RespID(named.getSubject()));
            X509CertificateHolder holder =
                    new X509CertificateHolder(issuer.certificate().der().toArray());
            for (int i = 0; i < answers; i++) {
                builder.addResponse(
                        new CertificateID(sha1, holder, serial),
                        status,
                        Date.from(thisUpdate),
                        nextUpdate == null ? null : Date.from(nextUpdate));
            }
            if (nonce.length() > 0) {
                byte[] value = new DEROctetString(nonce.toArray()).getEncoded();
                builder.setResponseExtensions(
                        new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, critical, value)));
            } else if (critical) {
                builder.setResponseExtensions(
                        new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_crl, true, new byte[] {5, 0})));
            }
            List<X509CertificateHolder> chain = new ArrayList<>();
            for (Made certificate : certificates) {
                chain.add(new X509CertificateHolder(
                        certificate.certificate().der().toArray()));
            }
            var basic = builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA")
                            .build(signer.keys().getPrivate()),
                    chain.toArray(new X509CertificateHolder[0]),
                    Date.from(producedAt));
            return Bytes.wrap(new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, basic)
                    .getEncoded());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
