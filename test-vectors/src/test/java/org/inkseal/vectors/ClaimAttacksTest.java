package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inkseal.vectors.Acts.map;
import static org.inkseal.vectors.AssertionVectors.CONTEXT;
import static org.inkseal.vectors.AssertionVectors.METADATA;
import static org.inkseal.vectors.AssertionVectors.PERSON;
import static org.inkseal.vectors.AssertionVectors.json;
import static org.inkseal.vectors.ReferenceVectors.elsewhere;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.report.Report;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Claims and assertions that say what they may not, or hide what they must say.
 *
 * <p>Elsewhere: pointers to data elsewhere that are in order (C8), icons (C13) and originals in the vectors under
 * {@code reference}; allowed metadata (C9) under {@code assertion}.
 */
class ClaimAttacksTest {
    private static final String NOTE = "org.example.note";
    private static final String CLOUD = "c2pa.cloud-data";
    private static final String EXTERNAL = "c2pa.external-reference";

    @ParameterizedTest
    @MethodSource("cases")
    void aClaimIsHeldToWhatItMayAndMustSay(Case picture) throws Exception {
        picture.check();
    }

    static Stream<Case> cases() {
        return Stream.of(
                        undeclared(),
                        twice(),
                        signatures(),
                        fields(),
                        cloud(),
                        external(),
                        metadata(),
                        labels(),
                        thumbnails(),
                        bindings())
                .flatMap(cases -> cases);
    }

    private static Forgery picture() {
        return new Forgery(Container.PNG, 50);
    }

    private static Forgery noted() {
        return picture().created().assertion(NOTE, Acts.NOTE);
    }

    private static Stream<Case> undeclared() {
        return Stream.of(NOTE, "c2pa.soft-binding", "c2pa.thumbnail.claim", "c2pa.hash.boxes", "cawg.identity")
                .map(label -> Case.wrong(
                        "C1 undeclared " + label,
                        () -> picture().created().undeclared(label, Acts.NOTE).file(),
                        "assertion.undeclared"));
    }

    private static Stream<Case> twice() {
        return Stream.of(
                Case.wrong(
                        "C4 named twice",
                        () -> {
                            Forgery forgery = noted();
                            return forgery.reference(forgery.lastReference()).file();
                        },
                        "claim.malformed"),
                Case.wrong(
                        "C4 stated and gathered",
                        () -> {
                            Forgery forgery = noted();
                            Value again =
                                    Value.of(List.of(forgery.lastReference().toValue()));
                            return forgery.changingClaim(claim -> claim.put(Value.of("gathered_assertions"), again))
                                    .file();
                        },
                        "claim.malformed"));
    }

    private static Stream<Case> signatures() {
        String own = new Forgery(Container.PNG, 50).label();
        return Stream.of(
                        "self#jumbf=/c2pa/" + own + "/c2pa.claim.v2",
                        "self#jumbf=/c2pa/" + own.replace("50", "51") + "/c2pa.signature",
                        "self#jumbf=/c2pa/" + own + "/c2pa.assertions/c2pa.hash.data",
                        "self#jumbf=/c2pa/" + own + "/../" + own + "/c2pa.signature",
                        "https://example.org/c2pa.signature",
                        "")
                .map(uri -> Case.wrong(
                        "C5 the signature is at " + uri,
                        () -> noted().changingClaim(claim -> claim.put("signature", uri))
                                .file(),
                        "claimSignature.missing"));
    }

    private static Stream<Case> fields() {
        List<Case> cases = new ArrayList<>();
        for (String field : List.of("instanceID", "claim_generator_info", "signature", "created_assertions")) {
            cases.add(Case.wrong(
                    "C7 " + field + " of another kind",
                    () -> noted().changingClaim(claim -> claim.put(field, 7)).file(),
                    "claim.malformed"));
            cases.add(Case.wrong(
                    "C7 " + field + " is null",
                    () -> noted().changingClaim(claim -> claim.put(Value.of(field), Value.NULL))
                            .file(),
                    "claim.malformed"));
        }
        cases.add(Case.wrong(
                "C7 a nameless generator",
                () -> noted().changingClaim(
                                claim -> claim.put(Value.of("claim_generator_info"), map("version", Value.of("1"))))
                        .file(),
                "claim.malformed"));
        cases.add(Case.wrong(
                "C7 generators in a list",
                () -> noted().changingClaim(
                                claim -> claim.put("claim_generator_info", List.of(map("name", Value.of("tests")))))
                        .file(),
                "claim.malformed"));
        return cases.stream();
    }

    private static Case assertion(String name, String label, Value value, String code) {
        return Case.wrong(
                name, () -> picture().created().assertion(label, value).file(), code);
    }

    private static Stream<Case> cloud() {
        String malformed = "assertion.cloud-data.malformed";
        String binding = "assertion.cloud-data.hardBinding";
        return Stream.of(
                assertion(
                        "C8 box hashes elsewhere",
                        CLOUD,
                        elsewhere("c2pa.hash.boxes").build(),
                        binding),
                assertion(
                        "C8 hashes of parts elsewhere",
                        CLOUD,
                        elsewhere("c2pa.hash.multi-asset").build(),
                        binding),
                assertion("C8 actions elsewhere", CLOUD, elsewhere(Acts.LABEL).build(), malformed),
                assertion(
                        "C8 ingredients elsewhere",
                        CLOUD,
                        elsewhere(Acts.INGREDIENT).build(),
                        malformed),
                assertion("C8 elsewhere of elsewhere", CLOUD, elsewhere(CLOUD).build(), malformed),
                assertion("C8 elsewhere without a label", CLOUD, map("size", Value.of(1)), malformed),
                assertion(
                        "C8 elsewhere, empty",
                        CLOUD,
                        elsewhere(NOTE).put("size", 0).build(),
                        malformed),
                assertion(
                        "C8 nowhere",
                        CLOUD,
                        elsewhere(NOTE).put("location", "here").build(),
                        malformed));
    }

    private static Stream<Case> external() {
        String malformed = "assertion.external-reference.malformed";
        Value half = Value.dict()
                .put("url", "https://example.org/data")
                .put("alg", "sha256")
                .build();
        return Stream.of(
                assertion("C8 a reference with half a hash", EXTERNAL, map("location", half), malformed),
                assertion(
                        "C8 a reference to actions",
                        EXTERNAL,
                        elsewhere(Acts.LABEL).build(),
                        malformed),
                assertion(
                        "C8 a reference to a hash",
                        EXTERNAL,
                        elsewhere("c2pa.hash.data").build(),
                        malformed),
                assertion(
                        "C8 a reference to an ingredient",
                        EXTERNAL,
                        elsewhere(Acts.INGREDIENT).build(),
                        malformed),
                assertion(
                        "C8 a reference to a reference",
                        EXTERNAL,
                        elsewhere(EXTERNAL).build(),
                        malformed));
    }

    private static Case metadata(String name, String text) {
        return Case.wrong(
                name,
                () -> picture()
                        .created()
                        .assertion(METADATA, json(METADATA, text))
                        .file(),
                "assertion.metadata.disallowed");
    }

    private static Stream<Case> metadata() {
        return Stream.of(
                metadata("C9 metadata of the camera's maker", CONTEXT + ",\"exif:MakerNote\":\"x\"}"),
                metadata("C9 metadata without a namespace", CONTEXT + ",\"script\":\"x\"}"),
                metadata("C9 metadata of an unknown namespace", CONTEXT + ",\"my:own\":\"x\"}"),
                metadata(
                        "C9 metadata under a false prefix",
                        "{\"@context\":{\"exif\":\"http://example.org/\"}," + "\"exif:FNumber\":\"4\"}"),
                metadata("C9 metadata that is a list", "[]"),
                Case.right(
                        "C9 metadata of a person, in an assertion for it",
                        () -> picture()
                                .created()
                                .assertion("cawg.metadata", json("cawg.metadata", PERSON))
                                .file()));
    }

    /** Labels that are like that of a binding but are not: none of them binds. */
    private static Stream<Case> labels() {
        return Stream.of(
                        "c2pa.hash.data.v9",
                        "c2pa.hash.fake",
                        "c2pa.hash",
                        "c2pa.hash.data ",
                        "C2PA.hash.data",
                        "c2pa.hash.data__x",
                        "c2pa.hash.data_1",
                        "c2pa.hash.data__01",
                        "c2pa.hash.bmff",
                        "org.example.c2pa.hash.data",
                        "cawg.hash.data",
                        "c2pa.hash.dаta")
                .map(label -> Case.wrong(
                        "C14 " + label + " is no binding",
                        () -> picture()
                                .created()
                                .withoutBinding()
                                .assertion(label, Acts.NOTE)
                                .file(),
                        "claim.hardBindings.missing"));
    }

    private static Stream<Case> thumbnails() {
        return Stream.of("image/png", "image/svg+xml", "text/html")
                .map(type -> Case.right(
                        "C11 C12 a thumbnail of another picture as " + type,
                        () -> picture()
                                .created()
                                .assertion(
                                        "c2pa.thumbnail.claim",
                                        AssertionVectors.embedded(
                                                "c2pa.thumbnail.claim", type, "<svg><script>1</script></svg>"))
                                .file()));
    }

    private static Stream<Case> bindings() {
        return Stream.of(Case.wrong(
                "a second binding that was gathered",
                () -> picture()
                        .created()
                        .gathered("c2pa.hash.collection.data", Acts.NOTE)
                        .file(),
                "assertion.multipleHardBindings"));
    }

    @Test
    void aBindingThatWasGatheredBindsNothing() throws Exception {
        Report report = Case.verify(picture()
                .created()
                .withoutBinding()
                .gathered("c2pa.hash.collection.data", Acts.NOTE)
                .file());

        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(Case.failures(report)).contains("claim.hardBindings.missing");
    }

    @Test
    void noAssertionCanBeStrippedUnnoticed() throws Exception {
        for (int i = 0; i < 3; i++) {
            int gone = i;
            Report report = Case.verify(noted().changingAssertions(boxes -> {
                        List<Bytes> left = new ArrayList<>(boxes);
                        left.remove(gone);
                        return left;
                    })
                    .file());

            assertThat(report.state()).as("without assertion %d", i).isEqualTo(ValidationState.INVALID);
            assertThat(Case.failures(report)).contains("assertion.missing");
        }
    }

    @Test
    void noBitOfAnAssertionCanBeChangedUnnoticed() throws Exception {
        for (int i = 0; i < 3; i++) {
            int which = i;
            for (int back = 1; back < 40; back += 3) {
                int from = back;
                Report report = Case.verify(noted().changingAssertions(boxes -> {
                            List<Bytes> changed = new ArrayList<>(boxes);
                            Bytes box = changed.get(which);
                            changed.set(which, Forgery.flip(box, box.length() - from));
                            return changed;
                        })
                        .file());

                assertThat(report.state()).as("assertion %d, byte -%d", i, back).isEqualTo(ValidationState.INVALID);
            }
        }
    }

    @Test
    void whatWasGatheredIsNotShownAsTheSignersWord() throws Exception {
        Report report =
                Case.verify(picture().created().gathered(NOTE, Acts.NOTE).file());

        assertThat(report.manifests().get(0).assertions())
                .filteredOn(assertion -> assertion.label().equals(NOTE))
                .singleElement()
                .matches(assertion -> !assertion.created());
    }
}
