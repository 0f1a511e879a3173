package org.inkseal.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;
import org.inkseal.jumbf.JumbfReader;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind of assertion. A new kind adds one sample. */
class AssertionContractTest {
    private static final HashedUri REFERENCE =
            new HashedUri("self#jumbf=c2pa.assertions/c2pa.ingredient.v3", Optional.of("sha256"), zeros(32));

    private static final Value ACTION = Value.dict()
            .put("action", Action.OPENED)
            .put("reason", "a reason")
            .put(
                    "parameters",
                    Value.dict()
                            .put("ingredients", List.of(REFERENCE.toValue()))
                            .build())
            .put("org.example.unknown", 7)
            .build();

    private static final Value BOXES = Value.dict()
            .put(
                    "boxes",
                    List.of(Value.dict()
                            .put("names", List.of(Value.of("SOI"), Value.of("APP0")))
                            .put("hash", zeros(32))
                            .put("pad", Bytes.EMPTY)
                            .build()))
            .put("alg", "sha256")
            .build();

    private static final Value BMFF = Value.dict()
            .put(
                    "exclusions",
                    List.of(Value.dict()
                            .put("xpath", "/moov[1]/udta")
                            .put("length", 9)
                            .put("version", 1)
                            .put("flags", zeros(3))
                            .put("exact", false)
                            .build()))
            .put("hash", zeros(32))
            .put(
                    "merkle",
                    List.of(Value.dict()
                            .put("uniqueId", 1)
                            .put("localId", 0)
                            .put("count", 1)
                            .put("hashes", List.of(Value.of(zeros(32))))
                            .put("variableBlockSizes", List.of(Value.of(5)))
                            .build()))
            .build();

    private static final Value PARTS = Value.dict()
            .put(
                    "parts",
                    List.of(Value.dict()
                            .put(
                                    "location",
                                    Value.dict()
                                            .put("byteOffset", 0)
                                            .put("length", 9)
                                            .build())
                            .put("hashAssertion", REFERENCE.toValue())
                            .put("optional", true)
                            .build()))
            .build();

    private static final Value IDENTITY = Value.dict()
            .put(
                    "signer_payload",
                    Value.dict()
                            .put("referenced_assertions", List.of(REFERENCE.toValue()))
                            .put("sig_type", "cawg.x509.cose")
                            .build())
            .put("signature", zeros(64))
            .put("pad1", zeros(10))
            .build();

    private static final Value INGREDIENT = Value.dict()
            .put("relationship", "parentOf")
            .put("dc:title", "a title")
            .put("dc:format", "image/png")
            .put("activeManifest", REFERENCE.toValue())
            .put("claimSignature", REFERENCE.toValue())
            .put("validationResults", Value.dict().build())
            .build();

    static Stream<Assertion> samples() throws MalformedException {
        return Stream.of(
                new Actions(List.of(Action.read(ACTION))),
                new DataHash(
                        List.of(new Range(33, 857)),
                        Optional.of("sha256"),
                        Optional.of(zeros(32)),
                        Optional.of("jumbf manifest"),
                        zeros(9)),
                AssertionTypes.read(Ingredient.LABEL, new Content.Cbor(INGREDIENT)),
                new Thumbnail(Thumbnail.CLAIM, "image/jpeg", zeros(5)),
                new TrainingMining(
                        TrainingMining.LABEL,
                        Permissions.all(Permission.NOT_ALLOWED).with(Use.DATA_MINING, Permission.CONSTRAINED),
                        Map.of(Use.DATA_MINING, "https://example.org/terms")),
                BmffHash.of("sha256", zeros(32)),
                AssertionTypes.read(BmffHash.LABEL_V2, new Content.Cbor(BMFF)),
                AiDisclosure.of(
                        AiDisclosure.MODEL,
                        Optional.of("a model"),
                        Optional.of("pkg:huggingface/acme/diffusion@2.1"),
                        Optional.of(AiDisclosure.Oversight.GUIDED)),
                SoftBinding.of("com.adobe.trustmark.P", zeros(12)),
                new CertificateStatus(List.of(zeros(3), zeros(4))),
                new TimeStamps(Map.of("urn:c2pa:3a1b0c52-7c54-4ab0-9d4e-000000000001", zeros(3))),
                AssertionTypes.read(BoxesHash.LABEL, new Content.Cbor(BOXES)),
                AssertionTypes.read(MultiAssetHash.LABEL, new Content.Cbor(PARTS)),
                AssertionTypes.read(Identity.LABEL, new Content.Cbor(IDENTITY)),
                LicenseOffer.of(
                        Offer.at("https://example.org/42")
                                .withPrice("EUR 12 per image, attribution")
                                .withContact("art@example.org"),
                        Permissions.all(Permission.CONSTRAINED)),
                new Unknown(
                        "org.example.anything",
                        new Content.Json(Value.dict().put("a", 1).build())));
    }

    private static Bytes zeros(int length) {
        return Bytes.wrap(new byte[length]);
    }

    @Test
    void everyKindHasASample() throws Exception {
        Set<AssertionType<?>> missing = new HashSet<>(AssertionTypes.all());
        samples().forEach(sample -> missing.removeIf(type -> type.labels().contains(sample.label())));

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenIsReadBackTheSame(Assertion sample) throws Exception {
        Bytes box = sample.content().write(sample.label(), Optional.of(zeros(16)));
        SuperBox read = JumbfReader.read(box, Budget.standard());

        assertThat(read.label()).contains(sample.label());
        assertThat(AssertionTypes.read(sample.label(), Content.read(read, Budget.standard())))
                .isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writingTwiceGivesTheSameBytes(Assertion sample) throws Exception {
        Bytes once = sample.content().write(sample.label(), Optional.empty());
        SuperBox read = JumbfReader.read(once, Budget.standard());
        Assertion again = AssertionTypes.read(sample.label(), Content.read(read, Budget.standard()));

        assertThat(again.content().write(sample.label(), Optional.empty())).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFieldOfAnotherKindIsMalformedAndNothingElse(Assertion sample) {
        sample.content()
                .asValue()
                .flatMap(Value::asDict)
                .ifPresent(map -> map.entries().keySet().forEach(key -> {
                    for (Value odd : List.of(
                            Value.of(-1),
                            Value.of("x"),
                            Value.of(List.of()),
                            Value.dict().build())) {
                        Map<Value, Value> changed = new LinkedHashMap<>(map.entries());
                        changed.put(key, odd);
                        try {
                            AssertionTypes.read(sample.label(), new Content.Cbor(new Value.Dict(changed)));
                        } catch (MalformedException expected) {
                            assertThat(expected).hasMessageNotContaining("null");
                        }
                    }
                }));
    }

    @Test
    void anOddFieldWhereNoRuleOfValidationSpeaksOfItCountsAsAbsent() throws Exception {
        Value odd = Value.dict()
                .put("modelType", 3)
                .put("modelName", "a model")
                .put(
                        "contentProfile",
                        Value.dict().put("humanOversightLevel", "watched").build())
                .put("scientificDomain", "cs.GR")
                .build();
        AiDisclosure disclosure = (AiDisclosure) AssertionTypes.read(AiDisclosure.LABEL, new Content.Cbor(odd));
        assertThat(disclosure.modelType()).isEmpty();
        assertThat(disclosure.oversight()).isEmpty();
        assertThat(disclosure.modelName()).contains("a model");
        assertThat(disclosure.content()).isEqualTo(new Content.Cbor(odd));

        Value blocks = Value.dict().put("blocks", List.of(Value.of(1))).build();
        SoftBinding binding = (SoftBinding) AssertionTypes.read(SoftBinding.LABEL, new Content.Cbor(blocks));
        assertThat(binding.algorithm()).isEmpty();
        assertThat(binding.values()).isEmpty();
    }

    @Test
    void everyOlderLabelIsReadAsTheSameKind() throws Exception {
        Value v1 = Value.dict()
                .put("dc:title", "a")
                .put("dc:format", "image/png")
                .put("relationship", "componentOf")
                .put("instanceID", "xmp:iid:1")
                .build();
        for (String label : Ingredient.TYPE.labels()) {
            assertThat(AssertionTypes.read(label, new Content.Cbor(v1))).isInstanceOf(Ingredient.class);
        }
        Value flat = Value.dict()
                .put("c2pa.ai_training", Value.dict().put("use", "allowed").build())
                .put("c2pa.data_mining", Value.dict().put("use", "who knows").build())
                .build();
        TrainingMining old = (TrainingMining) AssertionTypes.read("c2pa.training-mining", new Content.Cbor(flat));
        assertThat(old.permissions().to(Use.AI_TRAINING)).isEqualTo(Permission.ALLOWED);
        assertThat(old.permissions().to(Use.DATA_MINING))
                .as("an answer that nobody knows is a no")
                .isEqualTo(Permission.NOT_ALLOWED);
        assertThat(old.permissions().to(Use.AI_INFERENCE)).isEqualTo(Permission.SILENT);
    }
}
