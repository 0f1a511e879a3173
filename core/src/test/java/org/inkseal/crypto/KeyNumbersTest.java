package org.inkseal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyNumbersTest {
    private static final Bytes MESSAGE = Bytes.utf8("message");

    private static Bytes fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int kept = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - kept, fixed, length - kept, kept);
        return Bytes.wrap(fixed);
    }

    private static void verifies(VerificationKey key, SignatureAlgorithm algorithm, KeyPair pair) throws Exception {
        Bytes signature = RawSignature.sign(algorithm, pair.getPrivate(), MESSAGE, new SecureRandom());
        assertThat(key.verify(algorithm, MESSAGE, signature)).isTrue();
        assertThat(key.verify(algorithm, Bytes.utf8("another"), signature)).isFalse();
    }

    private static KeyPair pair(String name, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(name);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    @ParameterizedTest
    @CsvSource({"256, P256, ES256, 32", "384, P384, ES384, 48", "521, P521, ES512, 66"})
    void aPointIsAKey(int size, VerificationKey.Kind kind, SignatureAlgorithm algorithm, int length) throws Exception {
        KeyPair pair = pair("EC", size);
        var point = ((ECPublicKey) pair.getPublic()).getW();
        Bytes x = fixed(point.getAffineX(), length);
        Bytes y = fixed(point.getAffineY(), length);

        verifies(KeyNumbers.ec(kind, x, y), algorithm, pair);
        assertThatThrownBy(() -> KeyNumbers.ec(kind, x, x)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> KeyNumbers.ec(kind, x, y.from(1))).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> KeyNumbers.ec(kind, x.from(1), y.from(1))).isInstanceOf(MalformedException.class);
    }

    @Test
    void aPointOfEd25519IsAKey() throws Exception {
        KeyPair pair = pair("Ed25519", 255);
        byte[] encoded = pair.getPublic().getEncoded();
        Bytes point = Bytes.wrap(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));

        verifies(KeyNumbers.ed25519(point), SignatureAlgorithm.ED25519, pair);
        assertThatThrownBy(() -> KeyNumbers.ed25519(point.from(1))).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> KeyNumbers.ed25519(Bytes.wrap(new byte[32]))).isInstanceOf(MalformedException.class);
    }

    @Test
    void aModulusAndAnExponentAreAKey() throws Exception {
        KeyPair pair = pair("RSA", 2048);
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        Bytes exponent = Bytes.wrap(key.getPublicExponent().toByteArray());

        verifies(KeyNumbers.rsa(fixed(key.getModulus(), 256), exponent), SignatureAlgorithm.PS256, pair);
        assertThatThrownBy(() -> KeyNumbers.rsa(Bytes.wrap(new byte[] {5}), exponent))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> KeyNumbers.rsa(Bytes.EMPTY, Bytes.EMPTY)).isInstanceOf(MalformedException.class);
    }

    @Test
    void anotherKindOfKeyIsNoCurve() {
        assertThatThrownBy(() -> KeyNumbers.ec(VerificationKey.Kind.RSA, Bytes.EMPTY, Bytes.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
