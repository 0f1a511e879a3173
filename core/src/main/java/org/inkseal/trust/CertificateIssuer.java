package org.inkseal.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** An authority for one moment: it makes its own root and a leaf below it, with ECDSA on P-256. */
final class CertificateIssuer {
    private static final int KEY_ID_BYTES = 20;

    private final X500Name rootName;
    private final X500Name leafName;
    private final KeyPair key;
    private final Date start;
    private final Date end;
    private final SecureRandom random;

    CertificateIssuer(String name, KeyPair key, Instant start, Instant end, SecureRandom random) {
        // Issuer and subject must differ, or the leaf would pass for self-issued.
        this.rootName = name(name).addRDN(BCStyle.OU, "Own root").build();
        this.leafName = name(name).build();
        this.key = key;
        this.start = Date.from(start);
        this.end = Date.from(end);
        this.random = random;
    }

    private static X500NameBuilder name(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, name).addRDN(BCStyle.CN, name);
    }

    /** The root, which may issue leaves only. */
    Certificate root(BigInteger serial) throws GeneralSecurityException {
        SubjectPublicKeyInfo own =
                SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded());
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(rootName, serial, start, end, rootName, own);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(own)));
            return sign(builder);
        } catch (IOException e) {
            throw new GeneralSecurityException("a certificate cannot be written", e);
        }
    }

    /**
     * A leaf for signing claims. Its key purposes are those that every version of C2PA and its common tools accept
     * without being told to: e-mail protection, document signing, and C2PA's own.
     */
    Certificate leaf(PublicKey subject, BigInteger serial, Optional<Site> site) throws GeneralSecurityException {
        SubjectPublicKeyInfo theirs = SubjectPublicKeyInfo.getInstance(subject.getEncoded());
        SubjectPublicKeyInfo own =
                SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded());
        KeyPurposeId[] purposes = {
            KeyPurposeId.id_kp_emailProtection, purpose(KeyPurpose.DOCUMENT_SIGNING), purpose(KeyPurpose.CLAIM_SIGNING)
        };
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(rootName, serial, start, end, leafName, theirs);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
            builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(theirs)));
            builder.addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyId(own)));
            if (site.isPresent()) {
                GeneralName uri = new GeneralName(
                        GeneralName.uniformResourceIdentifier, site.get().uri());
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(uri));
            }
            return sign(builder);
        } catch (IOException e) {
            throw new GeneralSecurityException("a certificate cannot be written", e);
        }
    }

    private static KeyPurposeId purpose(String oid) {
        return KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid));
    }

    /** RFC 7093 §2 method 1: the first 160 bits of SHA-256 over the key. */
    private static byte[] keyId(SubjectPublicKeyInfo info) {
        Bytes key = Bytes.wrap(info.getPublicKeyData().getOctets());
        return HashAlgorithm.SHA256.hash(key).slice(0, KEY_ID_BYTES).toArray();
    }

    private Certificate sign(X509v3CertificateBuilder builder) throws GeneralSecurityException, IOException {
        Signature signer = Signature.getInstance("SHA256withECDSA", "SunEC");
        signer.initSign(key.getPrivate(), random);
        try {
            return Certificate.parse(
                    Bytes.wrap(builder.build(new JdkSigner(signer)).getEncoded()));
        } catch (MalformedException e) {
            throw new GeneralSecurityException("the certificate that was made cannot be read", e);
        }
    }

    /** Lets the JDK sign what the builder writes. */
    private record JdkSigner(Signature signer, ByteArrayOutputStream written) implements ContentSigner {
        JdkSigner(Signature signer) {
            this(signer, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        }

        @Override
        public OutputStream getOutputStream() {
            return written;
        }

        @Override
        public byte[] getSignature() {
            try {
                signer.update(written.toByteArray());
                return signer.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a fresh key cannot sign", e);
            }
        }
    }
}
