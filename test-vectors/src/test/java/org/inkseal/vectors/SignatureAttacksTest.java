package org.inkseal.vectors;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.inkseal.cbor.CborReader;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages and numbers that look like a signature to somebody who does not look closely.
 *
 * <p>Elsewhere: DER (D12) and more envelopes under {@code signature}; numbers out of range and parameters of PSS (D10,
 * D14) in {@code WycheproofTest}; keys (D9, D15 to D17) in {@code VerificationKeyTest} and {@code SignatureSchemeTest};
 * that no provider is looked up (D19) in {@code ArchitectureTest}; signers that fail (D20) in the tests of signing. Only
 * SHA-2 exists here (D21), and private keys are the JDK's business (D22).
 */
class SignatureAttacksTest {
    private static final String MISMATCH = "claimSignature.mismatch";
    private static final String UNSUPPORTED = "algorithm.unsupported";
    private static final String INVALID = "signingCredential.invalid";
    private static final int ALG = 1;
    private static final int CRIT = 2;
    private static final int CHAIN = 33;
    private static final int UNPROTECTED = 1;
    private static final int PAYLOAD = 2;
    private static final int SIGNATURE = 3;

    @ParameterizedTest
    @MethodSource("cases")
    void aSignatureIsOneOrIsNot(Case picture) throws Exception {
        picture.check();
    }

    static Stream<Case> cases() {
        return Stream.of(algorithms(), critical(), envelopes(), keys(), numbers())
                .flatMap(cases -> cases);
    }

    private static ForgedSignature honest() {
        return new ForgedSignature(ThrowAwaySigner.of("es256"));
    }

    private static Case.Maker file(Container container, ForgedSignature signature) {
        return () -> new Forgery(container, 95).created().signedWith(signature).file();
    }

    private static Stream<Case> right(String name, ForgedSignature signature) {
        return Stream.of(Container.PNG, Container.JPEG)
                .map(container -> Case.right(name + " in " + container, file(container, signature)));
    }

    private static Stream<Case> wrong(String name, ForgedSignature signature, String... codes) {
        return Stream.of(Container.PNG, Container.JPEG)
                .map(container -> Case.wrong(name + " in " + container, file(container, signature), codes));
    }

    private static Value.Dict read(Bytes headers) {
        try {
            return (Value.Dict) CborReader.read(headers, Budget.standard());
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DictBuilder copy(Value.Dict map) {
        DictBuilder copy = Value.dict();
        map.entries().forEach(copy::put);
        return copy;
    }

    private static ForgedSignature protecting(UnaryOperator<Value.Dict> change) {
        return honest().protecting(headers -> CborWriter.write(change.apply(read(headers))));
    }

    private static ForgedSignature under(Value algorithm) {
        return protecting(headers -> copy(headers).put(Value.of(ALG), algorithm).build());
    }

    private static Value.Dict without(Value.Dict map, Value key) {
        DictBuilder rest = Value.dict();
        map.entries().forEach((name, value) -> {
            if (!name.equals(key)) {
                rest.put(name, value);
            }
        });
        return rest.build();
    }

    private static ForgedSignature unprotected(ForgedSignature signature, Value key, Value value) {
        return signature.replacing(
                UNPROTECTED,
                headers -> copy((Value.Dict) headers).put(key, value).build());
    }

    private static Stream<Case> algorithms() {
        ForgedSignature none = protecting(headers -> without(headers, Value.of(ALG)));
        Bytes chain = CborWriter.write(Value.of(ThrowAwaySigner.of("es256").certificates().stream()
                .map(Value::of)
                .toList()));
        Bytes key = Bytes.wrap(new byte[] {0x18, CHAIN});
        Bytes es256 = Bytes.wrap(new byte[] {ALG, 0x26});
        Bytes ps256 = Bytes.wrap(new byte[] {ALG, 0x38, 0x24});
        Bytes three = Bytes.wrap(new byte[] {(byte) 0xa3});
        return Stream.of(
                        right("D1 an algorithm", honest()),
                        wrong("D1 no algorithm", none, UNSUPPORTED),
                        wrong(
                                "D1 an algorithm that nobody signed",
                                unprotected(none, Value.of(ALG), Value.of(-7)),
                                UNSUPPORTED,
                                "assertion.dataHash.mismatch"),
                        wrong(
                                "D2 two algorithms",
                                honest().protecting(headers -> Bytes.concat(three, es256, ps256, key, chain)),
                                MISMATCH),
                        wrong(
                                "D2 two algorithms, the other way round",
                                honest().protecting(headers -> Bytes.concat(three, ps256, es256, key, chain)),
                                MISMATCH),
                        wrong(
                                "D3 another algorithm that nobody signed",
                                unprotected(honest(), Value.of(ALG), Value.of(-37)),
                                MISMATCH),
                        wrong(
                                "D3 the same algorithm, unsigned too",
                                unprotected(honest(), Value.of(ALG), Value.of(-7)),
                                MISMATCH),
                        Stream.of(-65535, -257, -47, -53, 5, 0, -6)
                                .flatMap(id -> wrong("D1 algorithm " + id, under(Value.of(id)), UNSUPPORTED)),
                        wrong("D1 an algorithm by name", under(Value.of("ES256")), UNSUPPORTED))
                .flatMap(cases -> cases);
    }

    private static Stream<Case> critical() {
        Value odd = Value.of(99);
        return Stream.of(
                        wrong(
                                "D4 a critical header that nobody knows",
                                protecting(headers -> copy(headers)
                                        .put(Value.of(CRIT), Acts.list(odd))
                                        .put(odd, Value.of(1))
                                        .build()),
                                MISMATCH),
                        wrong(
                                "D4 a critical header with a name",
                                protecting(headers -> copy(headers)
                                        .put(Value.of(CRIT), Acts.list(Value.of("strange")))
                                        .put("strange", Value.of(1))
                                        .build()),
                                MISMATCH),
                        wrong(
                                "D4 no critical header in the list of them",
                                protecting(headers -> copy(headers)
                                        .put(Value.of(CRIT), Acts.list())
                                        .build()),
                                MISMATCH),
                        wrong(
                                "D4 a critical header that is not there",
                                protecting(headers -> copy(headers)
                                        .put(Value.of(CRIT), Acts.list(odd))
                                        .build()),
                                MISMATCH),
                        wrong(
                                "D4 a list of critical headers that nobody signed",
                                unprotected(honest(), Value.of(CRIT), Acts.list(Value.of(ALG))),
                                MISMATCH),
                        right(
                                "D4 a critical header that is known",
                                protecting(headers -> copy(headers)
                                        .put(Value.of(CRIT), Acts.list(Value.of(CHAIN)))
                                        .build())))
                .flatMap(cases -> cases);
    }

    private static ForgedSignature tagged(Bytes... around) {
        return honest().untagged().wrapped(message -> Bytes.concat(Bytes.concat(around), message));
    }

    private static Bytes hex(String digits) {
        return Bytes.wrap(HexFormat.of().parseHex(digits));
    }

    private static Stream<Case> envelopes() {
        return Stream.of(
                        Map.of("D5 an empty payload", Value.of(Bytes.EMPTY)).entrySet().stream()
                                .flatMap(entry -> wrong(
                                        entry.getKey(),
                                        honest().replacing(PAYLOAD, nothing -> entry.getValue()),
                                        MISMATCH)),
                        wrong(
                                "D5 a payload that is a number",
                                honest().replacing(PAYLOAD, nothing -> Value.of(0)),
                                MISMATCH),
                        right("D6 the tag of one signature", tagged(hex("d2"))),
                        Stream.of("", "d1", "d862", "d0", "d83dd2", "d2d2", "d9d9f7d2", "d3")
                                .flatMap(tags -> wrong("D6 with tags \"" + tags + "\"", tagged(hex(tags)), MISMATCH)),
                        wrong(
                                "D6 bytes behind the message",
                                honest().wrapped(message -> Bytes.concat(message, hex("00"))),
                                MISMATCH),
                        wrong(
                                "D7 a header that is no byte string",
                                honest().replacing(
                                                0,
                                                headers ->
                                                        read(headers.asBytes().orElseThrow())),
                                MISMATCH),
                        wrong(
                                "D7 a header in another order",
                                honest().replacing(
                                                0,
                                                headers -> Value.of(reversed(
                                                        headers.asBytes().orElseThrow()))),
                                MISMATCH),
                        right(
                                "D7 a header that was signed in another order",
                                honest().protecting(SignatureAttacksTest::reversed)))
                .flatMap(cases -> cases);
    }

    private static Bytes reversed(Bytes headers) {
        Value.Dict map = read(headers);
        List<Bytes> entries = new ArrayList<>();
        map.entries()
                .forEach((key, value) -> entries.add(0, Bytes.concat(CborWriter.write(key), CborWriter.write(value))));
        entries.add(0, Bytes.wrap(new byte[] {(byte) (0xa0 + entries.size())}));
        return Bytes.concat(entries.toArray(new Bytes[0]));
    }

    private static Stream<Case> keys() {
        List<String> names = List.of("es256", "ed25519", "ps256");
        Stream<Case> wrongOnes = names.stream()
                .flatMap(key -> names.stream()
                        .filter(algorithm -> !algorithm.equals(key))
                        .flatMap(algorithm -> wrong(
                                "D8 " + algorithm + " with a key for " + key,
                                new ForgedSignature(ThrowAwaySigner.of(algorithm)
                                        .presenting(ThrowAwaySigner.of(key).certificates())),
                                INVALID,
                                MISMATCH)));
        List<String> curves = List.of("es256", "es384", "es512");
        Stream<Case> rightOnes = curves.stream()
                .flatMap(key -> curves.stream()
                        .flatMap(algorithm -> right(
                                "D18 " + algorithm + " with a key for " + key,
                                new ForgedSignature(ThrowAwaySigner.of(
                                        key, SignatureAlgorithm.of(algorithm).orElseThrow())))));
        return Stream.concat(wrongOnes, rightOnes);
    }

    private static ForgedSignature signature(ForgedSignature from, UnaryOperator<Bytes> change) {
        return from.replacing(
                SIGNATURE, bare -> Value.of(change.apply(bare.asBytes().orElseThrow())));
    }

    private static Bytes fixed(BigInteger number) {
        byte[] digits = number.toByteArray();
        byte[] fixed = new byte[32];
        int take = Math.min(digits.length, fixed.length);
        System.arraycopy(digits, digits.length - take, fixed, fixed.length - take, take);
        return Bytes.wrap(fixed);
    }

    private static Stream<Case> numbers() {
        BigInteger order = SECNamedCurves.getByName("secp256r1").getN();
        Bytes zero = fixed(BigInteger.ZERO);
        Bytes one = fixed(BigInteger.ONE);
        Bytes n = fixed(order);
        return Stream.of(
                        Stream.of(
                                        Bytes.concat(zero, one),
                                        Bytes.concat(one, zero),
                                        Bytes.concat(n, one),
                                        Bytes.concat(one, n),
                                        Bytes.concat(n, n),
                                        Bytes.concat(one, one))
                                .flatMap(pair ->
                                        wrong("D10 " + pair.hex(), signature(honest(), bare -> pair), MISMATCH)),
                        IntStream.of(0, 1, 32, 63)
                                .boxed()
                                .flatMap(length -> wrong(
                                        "D11 " + length + " bytes",
                                        signature(honest(), bare -> bare.slice(0, length)),
                                        MISMATCH)),
                        IntStream.of(1, 2, 136)
                                .boxed()
                                .flatMap(more -> wrong(
                                        "D11 " + more + " bytes more",
                                        signature(honest(), bare -> Bytes.concat(bare, Bytes.wrap(new byte[more]))),
                                        MISMATCH)),
                        wrong(
                                "D11 each number a byte longer",
                                signature(
                                        honest(),
                                        bare -> Bytes.concat(
                                                hex("00"), bare.slice(0, 32), hex("00"), bare.slice(32, 64))),
                                MISMATCH),
                        Stream.of("ed25519", "ps256")
                                .flatMap(key -> wrong(
                                        "D11 a byte more under " + key,
                                        signature(
                                                new ForgedSignature(ThrowAwaySigner.of(key)),
                                                bare -> Bytes.concat(bare, hex("00"))),
                                        MISMATCH)),
                        right(
                                "D13 the other number that fits as well",
                                signature(
                                        honest(),
                                        bare -> Bytes.concat(
                                                bare.slice(0, 32),
                                                fixed(order.subtract(new BigInteger(
                                                        1, bare.slice(32, 64).toArray())))))))
                .flatMap(cases -> cases);
    }
}
