package org.inkseal.vectors;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.inkseal.crypto.RawSignature;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Pem;

/**
 * A throw-away key that gives the same signature for the same message: ECDSA as in RFC 6979, PSS with a salt that is no
 * secret. It signs whatever it is told, with whatever certificate, so only test vectors may be signed with it.
 *
 * @param algorithm the algorithm, which need not fit the key's curve
 * @param key the private key
 * @param certificates the chain, leaf first
 * @param signatureLength bytes of a signature
 */
record ThrowAwaySigner(SignatureAlgorithm algorithm, PrivateKey key, List<Bytes> certificates, int signatureLength)
        implements Signer {
    ThrowAwaySigner {
        certificates = List.copyOf(certificates);
    }

    /** The key and the certificate of a name, such as {@code "es256"}, used with the algorithm that it is made for. */
    static ThrowAwaySigner of(String name) {
        return of(name, SignatureAlgorithm.of(name).orElse(SignatureAlgorithm.ES256));
    }

    /** The key and the certificate of a name, used with any algorithm of the key's family. */
    static ThrowAwaySigner of(String name, SignatureAlgorithm algorithm) {
        PrivateKey key = Pem.privateKey(Vectors.key(name + ".key.pem"), Optional.empty());
        List<Bytes> certificates = Pem.certificates(Vectors.key(name + ".pem"));
        int length = 64;
        if (key instanceof ECPrivateKey ec) {
            length = 2 * coordinateLength(ec);
        } else if (key instanceof RSAPrivateKey rsa) {
            length = (rsa.getModulus().bitLength() + 7) / 8;
        }
        return new ThrowAwaySigner(algorithm, key, certificates, length);
    }

    /** The same key with other certificates. */
    ThrowAwaySigner presenting(List<Bytes> others) {
        return new ThrowAwaySigner(algorithm, key, others, signatureLength);
    }

    @Override
    public Bytes sign(Bytes message) throws SigningException {
        if (key instanceof ECPrivateKey ec) {
            return ecdsa(ec, message);
        }
        try {
            return RawSignature.sign(algorithm, key, message, new NoSecret());
        } catch (GeneralSecurityException e) {
            throw new SigningException("a throw-away key cannot sign", e);
        }
    }

    private Bytes ecdsa(ECPrivateKey ec, Bytes message) {
        int length = coordinateLength(ec);
        String curve = length == 32 ? "secp256r1" : length == 48 ? "secp384r1" : "secp521r1";
        X9ECParameters parameters = SECNamedCurves.getByName(curve);
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(digest()));
        signer.init(true, new ECPrivateKeyParameters(ec.getS(), new ECDomainParameters(parameters)));
        Digest digest = digest();
        byte[] bytes = message.toArray();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        BigInteger[] pair = signer.generateSignature(hash);
        return Bytes.concat(unsigned(pair[0], length), unsigned(pair[1], length));
    }

    private Digest digest() {
        return switch (algorithm.hash().length()) {
            case 32 -> SHA256Digest.newInstance();
            case 48 -> new SHA384Digest();
            default -> new SHA512Digest();
        };
    }

    private static int coordinateLength(ECPrivateKey key) {
        return (key.getParams().getOrder().bitLength() + 7) / 8;
    }

    private static Bytes unsigned(BigInteger number, int length) {
        byte[] digits = number.toByteArray();
        byte[] fixed = new byte[length];
        int take = Math.min(digits.length, length);
        System.arraycopy(digits, digits.length - take, fixed, length - take, take);
        return Bytes.wrap(fixed);
    }

    /** Gives the same bytes each time. */
    private static final class NoSecret extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 0x5a);
        }
    }
}
