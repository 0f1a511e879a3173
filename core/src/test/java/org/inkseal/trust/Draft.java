package org.inkseal.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;

/** A certificate to be made: good unless a test spoils it. */
final class Draft {
    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2035-01-01T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    /** Key pairs cost the most, and most tests do not mind sharing them. */
    private static final Map<String, KeyPair> KEYS = new LinkedHashMap<>();

    private record Value(boolean critical, ASN1Encodable content) {}

    private final X500Name subject;
    private final Map<ASN1ObjectIdentifier, Value> extensions = new LinkedHashMap<>();
    private KeyPair keys;
    private Made issuer;
    private Instant start = START;
    private Instant end = END;
    private BigInteger serial = BigInteger.valueOf(0x5eed);
    private String signature = "SHA256withECDSA";
    private boolean uniqueId;

    private Draft(String name) {
        this.subject = new X500Name("C=XX,O=Test,CN=" + name);
        this.keys = keysOf(name);
    }

    static synchronized KeyPair keysOf(String name) {
        return KEYS.computeIfAbsent(name, key -> freshKeys());
    }

    static KeyPair freshKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static Draft authority(String name) {
        return new Draft(name)
                .with(Extension.basicConstraints, true, new BasicConstraints(true))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    static Draft leaf(String name) {
        return new Draft(name)
                .with(Extension.basicConstraints, true, new BasicConstraints(false))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .purposes(false, KeyPurpose.EMAIL_PROTECTION);
    }

    static Draft timeStampAuthority(String name) {
        return leaf(name).purposes(true, KeyPurpose.TIME_STAMPING);
    }

    Draft with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable content) {
        extensions.put(oid, new Value(critical, content));
        return this;
    }

    Draft without(ASN1ObjectIdentifier oid) {
        extensions.put(oid, new Value(false, null));
        return this;
    }

    Draft purposes(boolean critical, String... oids) {
        KeyPurposeId[] ids = new KeyPurposeId[oids.length];
        for (int i = 0; i < oids.length; i++) {
            ids[i] = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oids[i]));
        }
        return with(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(ids));
    }

    Draft keys(KeyPair pair) {
        keys = pair;
        return this;
    }

    Draft from(Made authority) {
        issuer = authority;
        return this;
    }

    Draft valid(String from, String to) {
        start = Instant.parse(from);
        end = Instant.parse(to);
        return this;
    }

    Draft serial(BigInteger number) {
        serial = number;
        return this;
    }

    Draft signedWith(String algorithm) {
        signature = algorithm;
        return this;
    }

    Draft withUniqueId() {
        uniqueId = true;
        return this;
    }

    Made make() {
        try {
            SubjectPublicKeyInfo own =
                    SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
            KeyPair issuerKeys = issuer == null ? keys : issuer.keys();
            X500Name issuerName = issuer == null
                    ? subject
                    : X500Name.getInstance(issuer.certificate().subject().toArray());
            X509v3CertificateBuilder builder =
                    new X509v3CertificateBuilder(issuerName, serial, Date.from(start), Date.from(end), subject, own);
            if (uniqueId) {
                builder.setIssuerUniqueID(new boolean[] {true});
            }
            extensions.putIfAbsent(
                    Extension.subjectKeyIdentifier, new Value(false, new SubjectKeyIdentifier(keyId(keys))));
            if (issuer != null) {
                extensions.putIfAbsent(
                        Extension.authorityKeyIdentifier,
                        new Value(false, new AuthorityKeyIdentifier(keyId(issuerKeys))));
            }
            for (Map.Entry<ASN1ObjectIdentifier, Value> extension : extensions.entrySet()) {
                Value value = extension.getValue();
                if (value.content() != null) {
                    builder.addExtension(extension.getKey(), value.critical(), value.content());
                }
            }
            byte[] der = builder.build(new JcaContentSignerBuilder(signature).build(issuerKeys.getPrivate()))
                    .getEncoded();
            return new Made(Certificate.parse(Bytes.wrap(der)), keys);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] keyId(KeyPair pair) {
        byte[] key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        return HashAlgorithm.SHA256.hash(Bytes.wrap(key)).slice(0, 20).toArray();
    }
}
