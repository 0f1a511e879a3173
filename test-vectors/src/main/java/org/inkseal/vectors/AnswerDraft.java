package org.inkseal.vectors;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.inkseal.io.Bytes;

/** An answer about revocation (RFC 6960) to be made: good for a week, by the issuer itself, unless a vector says otherwise. */
final class AnswerDraft {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Issued issuer;
    private BigInteger serial;
    private Issued responder;
    private CertificateStatus status = CertificateStatus.GOOD;
    private Instant from;
    private Instant to;
    private Optional<Bytes> nonce = Optional.empty();
    private int singles = 1;

    AnswerDraft(Issued subject, Issued issuer, String at) {
        this.issuer = issuer;
        this.responder = issuer;
        this.serial = subject.holder().getSerialNumber();
        this.from = Instant.parse(at);
        this.to = from.plus(WEEK);
    }

    AnswerDraft by(Issued other) {
        responder = other;
        return this;
    }

    AnswerDraft ofAnother() {
        serial = serial.add(BigInteger.ONE);
        return this;
    }

    AnswerDraft between(String first, String last) {
        from = Instant.parse(first);
        to = Instant.parse(last);
        return this;
    }

    /**
     * Says that it was revoked.
     *
     * @param reason a CRLReason
     */
    AnswerDraft revoked(String since, int reason) {
        status = new RevokedStatus(Date.from(Instant.parse(since)), reason);
        return this;
    }

    AnswerDraft unknown() {
        status = new UnknownStatus();
        return this;
    }

    AnswerDraft answering(Bytes question) {
        nonce = Optional.of(question);
        return this;
    }

    AnswerDraft repeated(int times) {
        singles = times;
        return this;
    }

    Bytes make() {
        try {
            DigestCalculator sha1 =
                    new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1));
            BasicOCSPRespBuilder builder =
                    new BasicOCSPRespBuilder(new RespID(responder.holder().getSubject()));
            CertificateID subject = new CertificateID(sha1, issuer.holder(), serial);
            for (int i = 0; i < singles; i++) {
                builder.addResponse(subject, status, Date.from(from), Date.from(to));
            }
            if (nonce.isPresent()) {
                byte[] value = new DEROctetString(nonce.get().toArray()).getEncoded();
                builder.setResponseExtensions(
                        new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, value)));
            }
            List<X509CertificateHolder> chain = new ArrayList<>();
            if (responder != issuer) {
                chain.add(responder.holder());
            }
            var basic = builder.build(
                    responder.key().signer(), chain.toArray(new X509CertificateHolder[0]), Date.from(from));
            return Bytes.wrap(new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, basic)
                    .getEncoded());
        } catch (Exception e) {
            throw new IllegalStateException("an answer cannot be made", e);
        }
    }
}
