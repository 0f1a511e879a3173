package org.inkseal.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.inkseal.crypto.Der;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.trust.OcspVerdict.Status;
import org.jspecify.annotations.Nullable;

/** An answer about revocation (RFC 6960 §4.2), read strictly; nothing of it is believed before {@link #about}. */
public final class OcspResponse {
    private final OcspSigner signer;
    private final Instant producedAt;
    private final List<OcspSingle> singles;
    private final Optional<Bytes> nonce;

    private OcspResponse(OcspSigner signer, Instant producedAt, List<OcspSingle> singles, Optional<Bytes> nonce) {
        this.signer = signer;
        this.producedAt = producedAt;
        this.singles = List.copyOf(singles);
        this.nonce = nonce;
    }

    /**
     * Reads an OCSPResponse in DER.
     *
     * @throws MalformedException if it is not exactly one, is not a success, is of another kind than the basic one, or
     *     has a critical extension
     * @throws LimitExceededException if it has too many bytes, answers or certificates, or is one too many
     */
    public static OcspResponse read(Bytes der, Budget budget) throws MalformedException {
        budget.spend(Limit.OCSP_RESPONSES, 1, 0);
        budget.check(Limit.OCSP_BYTES, der.length(), 0);
        try {
            ASN1Sequence outer = Der.sequence(der, "the OCSP response");
            var response = org.bouncycastle.asn1.ocsp.OCSPResponse.getInstance(outer);
            int status = response.getResponseStatus().getIntValue();
            ResponseBytes bytes = response.getResponseBytes();
            if (status != 0 || bytes == null) {
                throw new MalformedException(0, "the OCSP responder answers with status " + status);
            }
            if (!bytes.getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
                throw new MalformedException(0, "the OCSP response is not of the basic kind");
            }
            Bytes inner = Bytes.wrap(bytes.getResponse().getOctets());
            return read(Der.sequence(inner, "the basic OCSP response"), budget);
        } catch (MalformedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MalformedException(0, "the OCSP response cannot be read");
        }
    }

    private static OcspResponse read(ASN1Sequence sequence, Budget budget) throws MalformedException {
        BasicOCSPResponse basic = BasicOCSPResponse.getInstance(sequence);
        ResponseData data = basic.getTbsResponseData();
        if (data.getResponseExtensions() != null
                && data.getResponseExtensions().getCriticalExtensionOIDs().length > 0) {
            throw new MalformedException(0, "the OCSP response has a critical extension that is not understood");
        }
        budget.check(Limit.OCSP_ANSWERS, data.getResponses().size(), 0);
        List<OcspSingle> singles = new ArrayList<>();
        for (ASN1Encodable single : data.getResponses()) {
            singles.add(OcspSingle.read(SingleResponse.getInstance(single)));
        }
        OcspSigner signer = new OcspSigner(
                data.getResponderID(),
                certificates(basic.getCerts(), budget),
                // Written again, but the same bytes: the whole is in the distinguished encoding.
                Der.encode(sequence.getObjectAt(0)),
                Der.encode(basic.getSignatureAlgorithm()),
                Bytes.wrap(basic.getSignature().getOctets()));
        return new OcspResponse(
                signer, OcspSingle.time(data.getProducedAt()), singles, nonce(data.getResponseExtensions()));
    }

    /** One that cannot be read is as if absent: a response may come with certificates that nobody needs. */
    private static List<Certificate> certificates(@Nullable ASN1Sequence sequence, Budget budget)
            throws LimitExceededException {
        List<Certificate> certificates = new ArrayList<>();
        if (sequence != null) {
            budget.check(Limit.CHAIN_CERTIFICATES, sequence.size(), 0);
            for (ASN1Encodable element : sequence) {
                try {
                    certificates.add(Certificate.parse(Der.encode(element)));
                } catch (MalformedException e) {
                    continue;
                }
            }
        }
        return certificates;
    }

    private static Optional<Bytes> nonce(@Nullable Extensions extensions) throws MalformedException {
        Extension extension =
                extensions == null ? null : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (extension == null) {
            return Optional.empty();
        }
        Bytes value = Bytes.wrap(extension.getExtnValue().getOctets());
        return Optional.of(Bytes.wrap(
                ASN1OctetString.getInstance(Der.value(value, "the nonce")).getOctets()));
    }

    /** The nonce that a request had; nothing if the responder does not repeat it, as many do not (RFC 8954 §2.1). */
    public Optional<Bytes> nonce() {
        return nonce;
    }

    /** Whether anything is said of a certificate of an issuer. */
    public boolean mentions(Certificate subject, Certificate issuer) {
        return singles.stream().anyMatch(single -> OcspIdentifier.means(single.id(), subject, issuer));
    }

    /**
     * What the response means for a certificate (C2PA 2.4 §15.9, RFC 6960 §3.2 items 1 to 4).
     *
     * <p>Anything but {@link Status#UNUSABLE} is only said by the issuer, or by a delegate whom the issuer certified for
     * it and whose certificate was valid when the response was made.
     *
     * @param issuer who issued the certificate
     * @throws LimitExceededException if it asks for too many key operations
     */
    public OcspVerdict about(Certificate subject, Certificate issuer, OcspRule rule, Budget budget)
            throws LimitExceededException {
        Optional<OcspVerdict> said = Optional.empty();
        for (OcspSingle single : singles) {
            if (OcspIdentifier.means(single.id(), subject, issuer)) {
                OcspVerdict next = rule.judge(single, producedAt);
                said = Optional.of(said.isEmpty() ? next : said.get().or(next));
            }
        }
        if (said.isEmpty()) {
            return new OcspVerdict(Status.UNUSABLE, "it speaks of other certificates");
        }
        return signer.mayAnswerFor(issuer, producedAt, budget)
                ? said.get()
                : new OcspVerdict(Status.UNUSABLE, "it is not signed by somebody who may answer for the issuer");
    }
}
