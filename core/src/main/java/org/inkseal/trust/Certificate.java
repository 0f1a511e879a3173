package org.inkseal.trust;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.inkseal.crypto.Der;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.crypto.SignatureScheme;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.BoundedCache;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.jspecify.annotations.Nullable;

/**
 * An X.509 certificate (RFC 5280), read strictly. Equal when the bytes are equal. Immutable and thread-safe.
 *
 * <p>Its texts come from whoever made it: they are neither true nor safe to print as they are.
 */
public final class Certificate {
    private static final int MOST_BYTES = 64 << 10;

    /** Who signed whom among the certificates seen lately: a signature stays good. */
    private static final BoundedCache<Link, Boolean> LINKS = new BoundedCache<>(1_024);

    /** Those seen lately, by their bytes: most files in a row are of few signers. Four megabytes at the very most. */
    private static final BoundedCache<Bytes, Certificate> RECENT = new BoundedCache<>(64);

    private record Link(Bytes child, Bytes issuer) {
        // Written out because the generated form is linked when it is first used, which slows every start.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Link that && child.equals(that.child) && issuer.equals(that.issuer);
        }

        @Override
        public int hashCode() {
            return 31 * child.hashCode() + issuer.hashCode();
        }
    }

    private final Bytes der;
    private final Bytes sha256;
    private final TBSCertificate body;
    private final Bytes signedBytes;
    private final Bytes signatureAlgorithm;
    private final Bytes signature;
    private final DistinguishedName subject;
    private final DistinguishedName issuer;
    private final Instant notBefore;
    private final Instant notAfter;
    private final CertificateExtensions extensions;

    private Certificate(Bytes der, org.bouncycastle.asn1.x509.Certificate parsed) throws MalformedException {
        this.der = der;
        this.sha256 = HashAlgorithm.SHA256.hash(der);
        this.body = parsed.getTBSCertificate();
        // Written again, but the same bytes: the whole is in the distinguished encoding.
        this.signedBytes = Der.encode(body);
        this.signatureAlgorithm = Der.encode(parsed.getSignatureAlgorithm());
        this.signature = Bytes.wrap(parsed.getSignature().getOctets());
        this.subject = DistinguishedName.of(body.getSubject());
        this.issuer = DistinguishedName.of(body.getIssuer());
        this.notBefore = Asn1Time.ofCertificate(body.getStartDate().toASN1Primitive());
        this.notAfter = Asn1Time.ofCertificate(body.getEndDate().toASN1Primitive());
        this.extensions = CertificateExtensions.read(body.getExtensions());
        if (!Der.encode(body.getSignature()).equals(signatureAlgorithm)) {
            throw new MalformedException(0, "the certificate names two different signature algorithms");
        }
    }

    /**
     * Reads a certificate in DER.
     *
     * @throws MalformedException if it is not exactly one certificate in DER of at most 64 KiB, or an extension that
     *     matters is broken or there twice
     */
    public static Certificate parse(Bytes der) throws MalformedException {
        if (der.length() > MOST_BYTES) {
            throw new MalformedException(
                    0, "a certificate of " + der.length() + " bytes: at most " + MOST_BYTES + " are allowed");
        }
        Optional<Certificate> recent = RECENT.get(der);
        if (recent.isPresent()) {
            return recent.get();
        }
        // A copy, so that a kept certificate does not keep the whole file alive.
        Bytes own = Bytes.wrap(der.toArray());
        Certificate certificate;
        try {
            certificate = new Certificate(
                    own, org.bouncycastle.asn1.x509.Certificate.getInstance(Der.sequence(own, "the certificate")));
        } catch (RuntimeException e) {
            throw new MalformedException(0, "the certificate cannot be read");
        }
        RECENT.put(own, certificate);
        return certificate;
    }

    /** The certificate as it was read. */
    public Bytes der() {
        return der;
    }

    /** SHA-256 of the {@linkplain #der() bytes}, 32 bytes: the only name of a certificate that cannot be forged. */
    public Bytes sha256() {
        return sha256;
    }

    /** SHA-256 of the key (SubjectPublicKeyInfo), 32 bytes: stays the same when a key gets another certificate. */
    public Bytes keySha256() {
        return HashAlgorithm.SHA256.hash(subjectPublicKeyInfo());
    }

    /** The number that the issuer gave; positive in a good certificate. */
    public BigInteger serialNumber() {
        return body.getSerialNumber().getValue();
    }

    /** The common name of the subject. */
    public Optional<String> commonName() {
        return Optional.ofNullable(subject.attributes().get("CN"));
    }

    /** The organization of the subject. */
    public Optional<String> organization() {
        return Optional.ofNullable(subject.attributes().get("O"));
    }

    /** The common name of the issuer. */
    public Optional<String> issuerCommonName() {
        return Optional.ofNullable(issuer.attributes().get("CN"));
    }

    /** The organization of the issuer. */
    public Optional<String> issuerOrganization() {
        return Optional.ofNullable(issuer.attributes().get("O"));
    }

    /**
     * The parts of the subject's name in the order of the certificate, by short name ({@code C}, {@code O}, {@code CN}
     * and so on) or else by object identifier; several values of one kind are joined by {@code ", "}.
     */
    public Map<String, String> subjectAttributes() {
        return subject.attributes();
    }

    /** The parts of the issuer's name, like those of the {@linkplain #subjectAttributes() subject}. */
    public Map<String, String> issuerAttributes() {
        return issuer.attributes();
    }

    /** The first moment of validity. */
    public Instant notBefore() {
        return notBefore;
    }

    /** The last moment of validity, to the second. */
    public Instant notAfter() {
        return notAfter;
    }

    /** Whether a moment lies in the validity, both ends included (RFC 5280 §4.1.2.5). */
    public boolean validAt(Instant moment) {
        return !moment.isBefore(notBefore) && moment.isBefore(notAfter.plusSeconds(1));
    }

    /** Whether the certificate is an authority's (basic constraints, RFC 5280 §4.2.1.9). */
    public boolean isCa() {
        return extensions.ca();
    }

    /** How many authorities may follow below this one, not counting self-issued ones; nothing if any number. */
    public OptionalInt pathLength() {
        return extensions.pathLength();
    }

    /** Whether subject and issuer are the same name, as in a root. Says nothing about the signature. */
    public boolean selfIssued() {
        return subject.der().equals(issuer.der());
    }

    /** Object identifiers of the extended key usages; empty if there is no such extension. */
    public Set<String> extendedKeyUsages() {
        return extensions.keyPurposes();
    }

    /** Object identifiers of the certificate policies; empty if there is no such extension that can be read. */
    public Set<String> policies() {
        return extensions.policies();
    }

    /**
     * Addresses at which to ask for revocation by OCSP, in the order of the certificate; at most four, and not one that
     * cannot be read (RFC 5280 §4.2.2.1). A stranger chose them.
     */
    public List<String> ocspResponders() {
        return ServiceExtensions.ocspResponders(body.getExtensions());
    }

    /** The first website that the holder claims; nothing if the certificate names none. Anybody can claim any. */
    public Optional<Site> site() {
        return extensions.alternativeNames().stream()
                .flatMap(names -> Stream.of(names.getNames()))
                .filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
                .flatMap(name -> Site.ofUri(name.getName().toString()).stream())
                .findFirst();
    }

    /** Assurance level of the product that signs, 1 or 2 today (C2PA Certificate Policy, extension c2pa-al). */
    public OptionalInt assuranceLevel() {
        return ServiceExtensions.assuranceLevel(body.getExtensions());
    }

    /** Record of the product in the list of conforming products (C2PA Certificate Policy, extension c2pa-cpl-record). */
    public Optional<String> productRecord() {
        return ServiceExtensions.productRecord(body.getExtensions());
    }

    /** Whether the key usage allows signatures on data. */
    public boolean allowsDigitalSignature() {
        return extensions.allows(KeyUsage.digitalSignature);
    }

    /** Whether the key usage allows signatures on certificates. */
    public boolean allowsCertificateSigning() {
        return extensions.allows(KeyUsage.keyCertSign);
    }

    /**
     * The key that the certificate speaks of.
     *
     * @throws MalformedException if it is of a kind, a size or a form that C2PA does not allow
     */
    public VerificationKey key() throws MalformedException {
        return VerificationKey.read(subjectPublicKeyInfo());
    }

    /**
     * Whether an issuer's key made the signature of this certificate, with an algorithm that C2PA allows. Says nothing
     * about names, dates or the right to issue.
     */
    public boolean isSignedBy(Certificate issuer) {
        Link link = new Link(sha256, issuer.sha256);
        Optional<Boolean> known = LINKS.get(link);
        if (known.isPresent()) {
            return known.get();
        }
        boolean good = verify(issuer);
        LINKS.put(link, good);
        return good;
    }

    private boolean verify(Certificate issuer) {
        try {
            return SignatureScheme.read(signatureAlgorithm).verify(issuer.key(), signedBytes, signature);
        } catch (MalformedException e) {
            return false;
        }
    }

    /** Version of the format, 1 to 3. */
    int version() {
        return body.getVersionNumber();
    }

    boolean hasUniqueIds() {
        return body.getIssuerUniqueId() != null || body.getSubjectUniqueId() != null;
    }

    Bytes subject() {
        return subject.der();
    }

    Bytes issuer() {
        return issuer.der();
    }

    Bytes signatureAlgorithm() {
        return signatureAlgorithm;
    }

    /** The key with its algorithm, in DER. */
    Bytes subjectPublicKeyInfo() {
        return Der.encode(body.getSubjectPublicKeyInfo());
    }

    /** The key without its algorithm, which is what OCSP takes the hash of. */
    Bytes keyBits() {
        return Bytes.wrap(body.getSubjectPublicKeyInfo().getPublicKeyData().getOctets());
    }

    CertificateExtensions extensions() {
        return extensions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate that && der.equals(that.der);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    /** The start of the digest, which is safe to print. */
    @Override
    public String toString() {
        return "certificate " + sha256.slice(0, 8).hex();
    }
}
