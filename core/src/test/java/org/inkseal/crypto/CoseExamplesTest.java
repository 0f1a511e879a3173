package org.inkseal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseSign1;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.testing.CoseVector;
import org.inkseal.testing.Hex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The COSE working group's Sign1 examples from end to end: a message is read, its structure built and the signature
 * verified. Two examples need more than C2PA allows, and the test gives them that: a tag where there is none, and an
 * algorithm from the unprotected headers.
 */
class CoseExamplesTest {
    static Stream<CoseVector> examples() throws Exception {
        // Ed448 is no curve of C2PA: keys of it are refused.
        return CoseVector.all().filter(vector -> !text(vector.key(), "crv").equals("Ed448"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleVerifiesUnlessItIsAFailure(CoseVector vector) throws Exception {
        assertThat(verifies(vector)).isEqualTo(!vector.fails());
    }

    private static boolean verifies(CoseVector vector) throws MalformedException {
        boolean tagged = vector.message().unsigned(0) >> 5 == 6;
        Bytes message =
                tagged ? vector.message() : Bytes.concat(Bytes.wrap(new byte[] {(byte) 0xd2}), vector.message());
        try {
            CoseSign1 cose = CoseSign1.read(message, Budget.standard());
            Optional<SignatureAlgorithm> algorithm =
                    cose.algorithm().or(() -> cose.unprotectedHeaders().get(1).flatMap(CoseExamplesTest::algorithm));
            Bytes signed = cose.signatureStructure(cose.payload().orElseThrow(), vector.external());
            return algorithm.isPresent() && key(vector.key()).verify(algorithm.get(), signed, cose.signature());
        } catch (MalformedException e) {
            return false;
        }
    }

    private static Optional<SignatureAlgorithm> algorithm(Value id) {
        return id.asLong().isPresent() ? SignatureAlgorithm.ofCose(id.asLong().getAsLong()) : Optional.empty();
    }

    private static VerificationKey key(Value key) throws MalformedException {
        String curve = text(key, "crv");
        if (curve.equals("Ed25519")) {
            return KeyNumbers.ed25519(Hex.of(text(key, "x_hex").toLowerCase(Locale.ROOT)));
        }
        VerificationKey.Kind kind = VerificationKey.Kind.valueOf(curve.replace("-", ""));
        return KeyNumbers.ec(kind, base64(key, "x"), base64(key, "y"));
    }

    private static Bytes base64(Value key, String name) {
        return Bytes.wrap(Base64.getUrlDecoder().decode(text(key, name)));
    }

    private static String text(Value key, String name) {
        return key.get(name).flatMap(Value::asText).orElseThrow();
    }
}
