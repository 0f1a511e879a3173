package org.inkseal.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;

/** A certificate to be made, good for a century unless it is spoiled. The same draft always gives the same bytes. */
final class CertificateDraft {
    private static final int KEY_ID = 20;

    private record Value(boolean critical, ASN1Encodable content) {}

    private final X500Name subject;
    private final Map<ASN1ObjectIdentifier, Optional<Value>> extensions = new LinkedHashMap<>();
    private NamedKey key;
    private Optional<SubjectPublicKeyInfo> other = Optional.empty();
    private Optional<Issued> issuer = Optional.empty();
    private Instant from = Instant.parse("2025-01-01T00:00:00Z");
    private Instant to = Instant.parse("2125-01-01T00:00:00Z");
    private BigInteger serial = BigInteger.valueOf(0x5eed);
    private boolean uniqueId;

    private CertificateDraft(String name) {
        this(new X500Name("O=inkseal THROW-AWAY,CN=" + name), name);
    }

    private CertificateDraft(X500Name subject, String key) {
        this.subject = subject;
        this.key = new NamedKey(key);
    }

    static CertificateDraft authority(String name) {
        return authority(new CertificateDraft(name));
    }

    private static CertificateDraft authority(CertificateDraft draft) {
        return draft.with(Extension.basicConstraints, true, new BasicConstraints(true))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    /** Somebody who signs claims. */
    static CertificateDraft leaf(String name) {
        return leaf(new CertificateDraft(name));
    }

    /** Somebody who signs claims, under any name. */
    static CertificateDraft named(String subject) {
        return leaf(new CertificateDraft(new X500Name(subject), subject));
    }

    private static CertificateDraft leaf(CertificateDraft draft) {
        return draft.with(Extension.basicConstraints, true, new BasicConstraints(false))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .purposes(false, KeyPurposeId.id_kp_emailProtection);
    }

    /** A time-stamp authority. */
    static CertificateDraft clock(String name) {
        return leaf(name).purposes(true, KeyPurposeId.id_kp_timeStamping);
    }

    CertificateDraft with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable content) {
        extensions.put(oid, Optional.of(new Value(critical, content)));
        return this;
    }

    CertificateDraft without(ASN1ObjectIdentifier oid) {
        extensions.put(oid, Optional.empty());
        return this;
    }

    CertificateDraft purposes(boolean critical, KeyPurposeId... purposes) {
        return with(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes));
    }

    CertificateDraft from(Issued authority) {
        issuer = Optional.of(authority);
        return this;
    }

    CertificateDraft valid(String first, String last) {
        from = Instant.parse(first);
        to = Instant.parse(last);
        return this;
    }

    CertificateDraft serial(long number) {
        serial = BigInteger.valueOf(number);
        return this;
    }

    /** The key of another name. */
    CertificateDraft key(String name) {
        key = new NamedKey(name);
        return this;
    }

    /** Any other key. */
    CertificateDraft key(SubjectPublicKeyInfo open) {
        other = Optional.of(open);
        return this;
    }

    CertificateDraft withUniqueId() {
        uniqueId = true;
        return this;
    }

    Issued make() {
        NamedKey above = issuer.map(Issued::key).orElse(key);
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer.map(by -> by.holder().getSubject()).orElse(subject),
                serial,
                Date.from(from),
                Date.from(to),
                subject,
                other.orElse(key.open()));
        if (uniqueId) {
            builder.setSubjectUniqueID(new boolean[] {true});
        }
        extensions.putIfAbsent(
                Extension.subjectKeyIdentifier, Optional.of(new Value(false, new SubjectKeyIdentifier(id(key)))));
        if (issuer.isPresent()) {
            extensions.putIfAbsent(
                    Extension.authorityKeyIdentifier,
                    Optional.of(new Value(false, new AuthorityKeyIdentifier(id(above)))));
        }
        try {
            for (Map.Entry<ASN1ObjectIdentifier, Optional<Value>> extension : extensions.entrySet()) {
                if (extension.getValue().isPresent()) {
                    Value value = extension.getValue().get();
                    builder.addExtension(extension.getKey(), value.critical(), value.content());
                }
            }
            Bytes der = Bytes.wrap(builder.build(above.signer()).getEncoded());
            return new Issued(der, key, issuer.map(CertificateDraft::below).orElse(List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The chain of an issuer; a root, which issued itself, need not come along. */
    private static List<Bytes> below(Issued authority) {
        boolean root = authority.holder().getSubject().equals(authority.holder().getIssuer());
        return root ? List.of() : authority.chain();
    }

    private static byte[] id(NamedKey key) {
        byte[] bits = key.open().getPublicKeyData().getOctets();
        return HashAlgorithm.SHA256.hash(Bytes.wrap(bits)).slice(0, KEY_ID).toArray();
    }
}
