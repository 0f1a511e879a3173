package org.inkseal.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.inkseal.crypto.Der;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * A request to an authority for a certificate (PKCS #10, RFC 2986). It asks for the key usage and the purposes that a
 * signer of claims needs; an authority may give others. Whoever holds the key signs it, wherever the key is.
 */
public final class SigningRequest {
    private final CertificationRequestInfo body;
    private final SignatureAlgorithm algorithm;
    private final VerificationKey key;

    private SigningRequest(CertificationRequestInfo body, SignatureAlgorithm algorithm, VerificationKey key) {
        this.body = body;
        this.algorithm = algorithm;
        this.key = key;
    }

    /**
     * Who asks.
     *
     * @param name common name
     * @param organization organization, by which verifiers name a signer
     * @param country two letters
     * @param email e-mail address
     */
    public record Subject(
            String name, Optional<String> organization, Optional<String> country, Optional<String> email) {
        /**
         * Checks the fields.
         *
         * @throws IllegalArgumentException if the name or organization is blank or longer than 64 characters, the country
         *     is not two letters, or one holds a control character
         */
        public Subject {
            NameText.check(name);
            organization.ifPresent(NameText::check);
            if (country.isPresent() && !country.get().matches("[A-Z]{2}")) {
                throw new IllegalArgumentException("a country is two capital letters, such as DE");
            }
            if (email.isPresent() && !email.get().matches("[!-~&&[^@]]{1,64}@[!-~&&[^@]]{1,190}")) {
                throw new IllegalArgumentException("that is no e-mail address");
            }
        }
    }

    /**
     * A request for the key of a certificate.
     *
     * @param holder a certificate of the key, whoever issued it
     * @param algorithm what will sign the request
     * @throws IllegalArgumentException if the key is not one that C2PA allows, or does not fit the algorithm
     */
    public static SigningRequest of(Subject subject, Certificate holder, SignatureAlgorithm algorithm) {
        try {
            VerificationKey key = holder.key();
            if (!key.fits(algorithm)) {
                throw new IllegalArgumentException("the key does not fit " + algorithm.label());
            }
            CertificationRequestInfo body = new CertificationRequestInfo(
                    name(subject).build(),
                    SubjectPublicKeyInfo.getInstance(
                            holder.subjectPublicKeyInfo().toArray()),
                    new DERSet(extensions()));
            return new SigningRequest(body, algorithm, key);
        } catch (MalformedException e) {
            throw new IllegalArgumentException("the key is not one that C2PA allows: " + e.getMessage(), e);
        }
    }

    private static X500NameBuilder name(Subject subject) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        subject.country().ifPresent(text -> name.addRDN(BCStyle.C, text));
        subject.organization().ifPresent(text -> name.addRDN(BCStyle.O, text));
        name.addRDN(BCStyle.CN, subject.name());
        subject.email().ifPresent(text -> name.addRDN(BCStyle.E, new DERIA5String(text)));
        return name;
    }

    private static Attribute extensions() {
        KeyPurposeId[] purposes = {
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier(KeyPurpose.CLAIM_SIGNING)),
            KeyPurposeId.id_kp_emailProtection
        };
        ExtensionsGenerator wanted = new ExtensionsGenerator();
        try {
            wanted.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            wanted.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
        } catch (IOException e) {
            throw new IllegalStateException("an extension in memory cannot be written", e);
        }
        return new Attribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new DERSet(wanted.generate()));
    }

    /** What the holder of the key signs. */
    public Bytes toBeSigned() {
        return Der.encode(body);
    }

    /**
     * The request in DER.
     *
     * @param signature of {@link #toBeSigned}, in the form of COSE
     * @throws IllegalArgumentException if it is not the key's
     */
    public Bytes seal(Bytes signature) {
        if (!key.verify(algorithm, toBeSigned(), signature)) {
            throw new IllegalArgumentException("the signature of the request is not the key's");
        }
        byte[] encoded = (isEcdsa() ? pair(signature) : signature).toArray();
        return Der.encode(new CertificationRequest(body, identifier(), new DERBitString(encoded)));
    }

    private boolean isEcdsa() {
        return switch (algorithm) {
            case ES256, ES384, ES512 -> true;
            case PS256, PS384, PS512, ED25519 -> false;
        };
    }

    /** The form that X.509 wants (RFC 5758 §3.2). */
    private static Bytes pair(Bytes signature) {
        byte[] both = signature.toArray();
        ASN1EncodableVector numbers = new ASN1EncodableVector();
        numbers.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(both, 0, both.length / 2))));
        numbers.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(both, both.length / 2, both.length))));
        return Der.encode(new DERSequence(numbers));
    }

    private AlgorithmIdentifier identifier() {
        return switch (algorithm) {
            case ES256 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
            case ES384 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384);
            case ES512 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512);
            case ED25519 -> new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
            case PS256, PS384, PS512 -> pss(algorithm.hash());
        };
    }

    /** RFC 4055 §3.1. */
    private static AlgorithmIdentifier pss(HashAlgorithm hash) {
        AlgorithmIdentifier digest = new AlgorithmIdentifier(new ASN1ObjectIdentifier(hash.oid()), DERNull.INSTANCE);
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(
                        digest,
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, digest),
                        new ASN1Integer(hash.length()),
                        RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
    }
}
