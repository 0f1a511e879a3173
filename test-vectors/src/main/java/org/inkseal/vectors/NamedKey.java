package org.inkseal.vectors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/**
 * A key on P-256 that follows from its name, so that anybody can make it again. It is no secret, and only for test vectors.
 *
 * @param name what it is made of
 */
record NamedKey(String name) {
    private static final X9ECParameters CURVE = SECNamedCurves.getByName("secp256r1");
    private static final int LENGTH = 64;

    PrivateKey secret() {
        try {
            ECPrivateKeySpec spec = new ECPrivateKeySpec(number(), Parameters.P256);
            return KeyFactory.getInstance("EC", "SunEC").generatePrivate(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key cannot be made", e);
        }
    }

    SubjectPublicKeyInfo open() {
        try {
            org.bouncycastle.math.ec.ECPoint point =
                    CURVE.getG().multiply(number()).normalize();
            ECPoint same = new ECPoint(
                    point.getAffineXCoord().toBigInteger(),
                    point.getAffineYCoord().toBigInteger());
            PublicKey key =
                    KeyFactory.getInstance("EC", "SunEC").generatePublic(new ECPublicKeySpec(same, Parameters.P256));
            return SubjectPublicKeyInfo.getInstance(key.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key cannot be made", e);
        }
    }

    private BigInteger number() {
        Bytes hash = HashAlgorithm.SHA256.hash(Bytes.utf8("inkseal THROW-AWAY " + name));
        return new BigInteger(1, hash.toArray()).mod(CURVE.getN());
    }

    /** Signs claims. */
    ThrowAwaySigner presenting(List<Bytes> certificates) {
        return new ThrowAwaySigner(SignatureAlgorithm.ES256, secret(), certificates, LENGTH);
    }

    /** Signs certificates, tokens and answers. */
    ContentSigner signer() {
        return new Signing(presenting(List.of()));
    }

    private static final class Parameters {
        static final java.security.spec.ECParameterSpec P256 = read();

        private static java.security.spec.ECParameterSpec read() {
            try {
                java.security.AlgorithmParameters parameters =
                        java.security.AlgorithmParameters.getInstance("EC", "SunEC");
                parameters.init(new java.security.spec.ECGenParameterSpec("secp256r1"));
                return parameters.getParameterSpec(java.security.spec.ECParameterSpec.class);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the JDK lacks P-256", e);
            }
        }
    }

    private record Signing(ThrowAwaySigner signer, ByteArrayOutputStream message) implements ContentSigner {
        Signing(ThrowAwaySigner signer) {
            this(signer, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        }

        @Override
        public OutputStream getOutputStream() {
            return message;
        }

        @Override
        public byte[] getSignature() {
            try {
                Bytes bare = signer.sign(Bytes.wrap(message.toByteArray()));
                BigInteger r = new BigInteger(1, bare.slice(0, LENGTH / 2).toArray());
                BigInteger s = new BigInteger(1, bare.from(LENGTH / 2).toArray());
                return new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
            } catch (SigningException e) {
                throw new IllegalStateException("a throw-away key cannot sign", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
