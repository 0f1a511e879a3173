package org.inkseal.trust;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.jspecify.annotations.Nullable;

/**
 * A time-stamp token taken apart (RFC 3161 §2.4.2), nothing of it checked yet.
 *
 * @param content the signed bytes, a TSTInfo
 * @param imprintHash the hash of the imprint, if it is one that is allowed
 * @param signers those who signed, of whom there must be exactly one
 * @param certificates those that could be read, in the order of the token
 */
record TimeStampToken(
        Bytes content,
        Optional<HashAlgorithm> imprintHash,
        Bytes imprint,
        Instant time,
        List<SignerInfo> signers,
        List<Certificate> certificates) {
    /** For content that is not plain data; the higher ones for kinds of certificates that are none of X.509. */
    private static final int FIRST_VERSION = 3;

    private static final int LAST_VERSION = 5;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    TimeStampToken {
        signers = List.copyOf(signers);
        certificates = List.copyOf(certificates);
    }

    /** Reads a TimeStampResp that grants a token, or a token alone, in BER. */
    static TimeStampToken read(Bytes encoded, boolean isResponse) throws MalformedException {
        try {
            ASN1Primitive value = ASN1Primitive.fromByteArray(encoded.toArray());
            ContentInfo message =
                    isResponse ? granted(TimeStampResp.getInstance(value)) : ContentInfo.getInstance(value);
            if (!message.getContentType().equals(CMSObjectIdentifiers.signedData)) {
                throw new MalformedException(0, "the time-stamp token is not signed data");
            }
            return read(SignedData.getInstance(message.getContent()));
        } catch (IOException | RuntimeException e) {
            throw new MalformedException(0, "the time-stamp token cannot be read");
        }
    }

    private static ContentInfo granted(TimeStampResp response) throws MalformedException {
        int status = response.getStatus().getStatus().intValueExact();
        ContentInfo token = response.getTimeStampToken();
        if (status < 0 || status > 1 || token == null) {
            throw new MalformedException(
                    0, "the answer of the time-stamp authority has status " + status + ": only 0 and 1 grant a token");
        }
        return token;
    }

    private static TimeStampToken read(SignedData signed) throws IOException, MalformedException {
        requireForm(signed);
        ContentInfo inner = signed.getEncapContentInfo();
        if (!inner.getContentType().equals(PKCSObjectIdentifiers.id_ct_TSTInfo)) {
            throw new MalformedException(0, "what the authority signed is not a TSTInfo");
        }
        byte[] content = ASN1OctetString.getInstance(inner.getContent()).getOctets();
        TSTInfo info = TSTInfo.getInstance(ASN1Primitive.fromByteArray(content));
        if (!info.getVersion().hasValue(1)) {
            throw new MalformedException(0, "the TSTInfo is not of version 1");
        }
        if (info.getExtensions() != null && info.getExtensions().getCriticalExtensionOIDs().length > 0) {
            throw new MalformedException(0, "the TSTInfo has a critical extension that is not understood");
        }
        MessageImprint imprint = info.getMessageImprint();
        return new TimeStampToken(
                Bytes.wrap(content),
                HashAlgorithm.ofOid(imprint.getHashAlgorithm().getAlgorithm().getId()),
                Bytes.wrap(imprint.getHashedMessage()),
                time(info.getGenTime().getTimeString()),
                signers(signed.getSignerInfos()),
                certificates(signed.getCertificates()));
    }

    /**
     * What nobody signs must still be what RFC 5652 says it is (§5.1, §5.3), so that nothing of a token can be changed
     * without a word: the version numbers, and that the digest of each signer is among those that are announced.
     */
    private static void requireForm(SignedData signed) throws MalformedException {
        int version = signed.getVersion().intValueExact();
        if (version < FIRST_VERSION || version > LAST_VERSION) {
            throw new MalformedException(0, "the signed data is of version " + version);
        }
        Set<ASN1ObjectIdentifier> digests = new HashSet<>();
        for (ASN1Encodable element : signed.getDigestAlgorithms()) {
            digests.add(AlgorithmIdentifier.getInstance(element).getAlgorithm());
        }
        for (SignerInfo signer : signers(signed.getSignerInfos())) {
            if (!signer.getVersion().hasValue(signer.getSID().isTagged() ? 3 : 1)) {
                throw new MalformedException(0, "a signer of the token is of version " + signer.getVersion());
            }
            if (!digests.isEmpty()
                    && !digests.contains(signer.getDigestAlgorithm().getAlgorithm())) {
                throw new MalformedException(0, "a signer of the token uses a digest that is not announced");
            }
        }
    }

    private static Instant time(String text) throws MalformedException {
        Instant time = Asn1Time.instant(text);
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new MalformedException(0, "the time-stamp names the year " + year);
        }
        return time;
    }

    private static List<SignerInfo> signers(ASN1Set set) {
        List<SignerInfo> signers = new ArrayList<>();
        for (ASN1Encodable element : set) {
            signers.add(SignerInfo.getInstance(element));
        }
        return signers;
    }

    private static List<Certificate> certificates(@Nullable ASN1Set set) {
        List<Certificate> certificates = new ArrayList<>();
        if (set != null) {
            for (ASN1Encodable element : set) {
                if (element.toASN1Primitive() instanceof ASN1Sequence sequence) {
                    read(sequence).ifPresent(certificates::add);
                }
            }
        }
        return certificates;
    }

    /** One that cannot be read is as if absent: tokens carry roots of any age that no path needs. */
    private static Optional<Certificate> read(ASN1Sequence certificate) {
        try {
            // Not in DER, which would mend what is not: a BOOLEAN that is neither 00 nor FF, for one.
            return Optional.of(Certificate.parse(Bytes.wrap(certificate.getEncoded(ASN1Encoding.DL))));
        } catch (IOException | MalformedException e) {
            return Optional.empty();
        }
    }
}
