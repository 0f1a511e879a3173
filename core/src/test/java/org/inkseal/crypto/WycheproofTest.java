package org.inkseal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.testing.Shared;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Project Wycheproof's vectors. To agree means: true for every valid vector, false for every other; a key that is
 * refused counts as false for all vectors under it.
 */
class WycheproofTest {
    private record Vector(String name, Bytes key, Bytes message, Bytes signature, boolean valid) {}

    private interface Check {
        boolean accepts(VerificationKey key, Bytes message, Bytes signature);
    }

    /** Files for exactly the algorithms of C2PA: the algorithm itself must agree. */
    @ParameterizedTest
    @CsvSource({
        "ecdsa_secp256r1_sha256_p1363, ES256, 262",
        "ecdsa_secp384r1_sha384_p1363, ES384, 280",
        "ecdsa_secp521r1_sha512_p1363, ES512, 318",
        "ed25519, ED25519, 151",
        "rsa_pss_2048_sha256_mgf1_32, PS256, 108",
        "rsa_pss_3072_sha256_mgf1_32, PS256, 108",
        "rsa_pss_4096_sha256_mgf1_32, PS256, 108",
        "rsa_pss_2048_sha384_mgf1_48, PS384, 141",
        "rsa_pss_4096_sha384_mgf1_48, PS384, 141",
        "rsa_pss_4096_sha512_mgf1_64, PS512, 179",
    })
    void claimAlgorithmsAgreeWithEveryVector(String file, SignatureAlgorithm algorithm, int count) throws Exception {
        List<Vector> vectors = read(file);
        assertThat(vectors).hasSize(count);
        assertThat(wrong(vectors, (key, message, signature) -> key.verify(algorithm, message, signature)))
                .isEmpty();
    }

    /** Salts of no bytes exist in certificates: there they agree. */
    @ParameterizedTest
    @ValueSource(ints = 0)
    void certificateAlgorithmAgreesForTheSaltThatTheVectorsName(int saltLength) throws Exception {
        List<Vector> vectors = read("rsa_pss_2048_sha256_mgf1_0");
        assertThat(vectors).hasSize(103);
        assertThat(wrong(
                        vectors,
                        (key, message, signature) ->
                                key.verifyPss(HashAlgorithm.SHA256, saltLength, message, signature)))
                .isEmpty();
    }

    /** Valid under other parameters (no salt, MGF1 with SHA-1) is not valid as PS256: all of them must be refused. */
    @ParameterizedTest
    @ValueSource(strings = {"rsa_pss_2048_sha256_mgf1_0", "rsa_pss_2048_sha256_mgf1sha1_20"})
    void claimAlgorithmRefusesSignaturesWithOtherParameters(String file) throws Exception {
        List<String> accepted = new ArrayList<>();
        for (Vector vector : read(file)) {
            if (accepts(
                    vector, (key, message, signature) -> key.verify(SignatureAlgorithm.PS256, message, signature))) {
                accepted.add(vector.name());
            }
        }
        // One vector there is about a salt of another length, which happens to be ours.
        assertThat(accepted).allMatch(name -> name.contains("s_len changed to 32"));
    }

    /** MGF1 with SHA-1 does not exist here, whatever the salt. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20, 32})
    void mgf1WithSha1IsNeverAccepted(int saltLength) throws Exception {
        for (Vector vector : read("rsa_pss_2048_sha256_mgf1sha1_20")) {
            assertThat(accepts(
                            vector,
                            (key, message, signature) ->
                                    key.verifyPss(HashAlgorithm.SHA256, saltLength, message, signature)))
                    .as(vector.name())
                    .isFalse();
        }
    }

    private static List<String> wrong(List<Vector> vectors, Check check) {
        List<String> wrong = new ArrayList<>();
        for (Vector vector : vectors) {
            if (accepts(vector, check) != vector.valid()) {
                wrong.add(vector.name());
            }
        }
        System.out.println("Wycheproof: " + (vectors.size() - wrong.size()) + " of " + vectors.size() + " agree");
        return wrong;
    }

    private static boolean accepts(Vector vector, Check check) {
        try {
            return check.accepts(VerificationKey.read(vector.key()), vector.message(), vector.signature());
        } catch (MalformedException e) {
            return false;
        }
    }

    private static List<Vector> read(String file) throws IOException, MalformedException {
        Path path = Shared.folder("vectors/wycheproof").resolve(file + "_test.json");
        Value root = JsonReader.read(Bytes.wrap(Files.readAllBytes(path)), Budget.standard());
        List<Vector> vectors = new ArrayList<>();
        for (Value group : root.get("testGroups").orElseThrow().asArray().orElseThrow()) {
            Bytes key = hex(group, "publicKeyDer");
            for (Value test : group.get("tests").orElseThrow().asArray().orElseThrow()) {
                String name = file + " " + test.get("tcId").orElseThrow() + " " + text(test, "comment");
                boolean valid = text(test, "result").equals("valid");
                vectors.add(new Vector(name, key, hex(test, "msg"), hex(test, "sig"), valid));
            }
        }
        return vectors;
    }

    private static String text(Value value, String key) {
        return value.get(key).orElseThrow().asText().orElseThrow();
    }

    private static Bytes hex(Value value, String key) {
        return Bytes.wrap(HexFormat.of().parseHex(text(value, key)));
    }
}
