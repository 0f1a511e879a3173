package org.inkseal.trust;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.inkseal.crypto.Der;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.crypto.SignatureScheme;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.jspecify.annotations.Nullable;

/** The one signer of a token (RFC 5652 §5.3), and whether the signature is theirs. */
final class TimeStampSigner {
    private final SignerInfo signer;

    TimeStampSigner(SignerInfo signer) {
        this.signer = signer;
    }

    /** The signer's certificate among those of the token. */
    Optional<Certificate> certificate(List<Certificate> certificates) {
        return certificates.stream().filter(this::isMine).findFirst();
    }

    private boolean isMine(Certificate certificate) {
        SignerIdentifier id = signer.getSID();
        if (id.isTagged()) {
            Bytes keyId = Bytes.wrap(ASN1OctetString.getInstance(id.getId()).getOctets());
            return certificate.extensions().subjectKeyId().equals(Optional.of(keyId));
        }
        IssuerAndSerialNumber name = IssuerAndSerialNumber.getInstance(id.getId());
        return name.getSerialNumber().hasValue(certificate.serialNumber())
                && Der.encode(name.getName()).equals(certificate.issuer());
    }

    /**
     * How the token is signed.
     *
     * @throws MalformedException if an algorithm is not allowed
     */
    SignatureScheme scheme() throws MalformedException {
        return SignatureScheme.readCms(
                Der.encode(signer.getDigestEncryptionAlgorithm()), Der.encode(signer.getDigestAlgorithm()));
    }

    /** What is wrong with the signed attributes (RFC 5652 §11, RFC 5035 §5), or with the signature; nothing if sound. */
    Optional<String> fault(SignatureScheme scheme, Bytes content, Certificate certificate) throws MalformedException {
        ASN1Set attributes = signer.getAuthenticatedAttributes();
        if (attributes == null) {
            return Optional.of("the token has no signed attributes");
        }
        if (!one(attributes, CMSAttributes.contentType)
                .filter(PKCSObjectIdentifiers.id_ct_TSTInfo::equals)
                .isPresent()) {
            return Optional.of("the signed attribute contentType is missing or wrong");
        }
        HashAlgorithm hash = HashAlgorithm.ofOid(
                        signer.getDigestAlgorithm().getAlgorithm().getId())
                .orElseThrow(() -> new MalformedException(0, "the digest algorithm is not allowed"));
        Optional<Bytes> digest = one(attributes, CMSAttributes.messageDigest)
                .map(value -> Bytes.wrap(ASN1OctetString.getInstance(value).getOctets()));
        if (!digest.equals(Optional.of(hash.hash(content)))) {
            return Optional.of("the signed attribute messageDigest is missing or wrong");
        }
        if (!namesCertificate(attributes, certificate)) {
            return Optional.of("the signed attribute signingCertificate is missing or names another certificate");
        }
        Bytes signed = Bytes.wrap(encode(attributes));
        Bytes signature = Bytes.wrap(signer.getEncryptedDigest().getOctets());
        return scheme.verify(certificate.key(), signed, signature)
                ? Optional.empty()
                : Optional.of("the signature does not fit the token");
    }

    /** RFC 5652 §5.4: the attributes are signed as a SET in DER, however the token writes them. */
    private static byte[] encode(ASN1Set attributes) throws MalformedException {
        try {
            return attributes.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new MalformedException(0, "the signed attributes cannot be written");
        }
    }

    /** The only value of an attribute; nothing if it is missing. */
    private static Optional<ASN1Encodable> one(ASN1Set attributes, ASN1ObjectIdentifier type)
            throws MalformedException {
        Optional<ASN1Encodable> found = Optional.empty();
        for (ASN1Encodable element : attributes) {
            Attribute attribute = Attribute.getInstance(element);
            if (attribute.getAttrType().equals(type)) {
                if (found.isPresent() || attribute.getAttrValues().size() != 1) {
                    throw new MalformedException(0, "the signed attribute " + type.getId() + " has several values");
                }
                found = Optional.of(attribute.getAttrValues().getObjectAt(0));
            }
        }
        return found;
    }

    private static boolean namesCertificate(ASN1Set attributes, Certificate certificate) throws MalformedException {
        Optional<ASN1Encodable> first = one(attributes, PKCSObjectIdentifiers.id_aa_signingCertificate);
        Optional<ASN1Encodable> second = one(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (first.isEmpty() && second.isEmpty()) {
            return false;
        }
        return first.map(value -> names(SigningCertificate.getInstance(value).getCerts()[0], certificate))
                        .orElse(true)
                && second.map(value ->
                                names(SigningCertificateV2.getInstance(value).getCerts()[0], certificate))
                        .orElse(true);
    }

    private static boolean names(ESSCertID id, Certificate certificate) {
        return Bytes.wrap(id.getCertHash()).equals(OcspIdentifier.sha1(certificate.der()))
                && serialAgrees(id.getIssuerSerial(), certificate);
    }

    private static boolean names(ESSCertIDv2 id, Certificate certificate) {
        ASN1ObjectIdentifier oid = id.getHashAlgorithm().getAlgorithm();
        Optional<Bytes> digest = oid.equals(OIWObjectIdentifiers.idSHA1)
                ? Optional.of(OcspIdentifier.sha1(certificate.der()))
                : HashAlgorithm.ofOid(oid.getId()).map(hash -> hash.hash(certificate.der()));
        return digest.equals(Optional.of(Bytes.wrap(id.getCertHash())))
                && serialAgrees(id.getIssuerSerial(), certificate);
    }

    private static boolean serialAgrees(@Nullable IssuerSerial id, Certificate certificate) {
        ASN1Integer serial = id == null ? null : id.getSerial();
        return serial == null || serial.hasValue(certificate.serialNumber());
    }
}
