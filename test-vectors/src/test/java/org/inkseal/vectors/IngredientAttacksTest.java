package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inkseal.vectors.Acts.kept;
import static org.inkseal.vectors.Acts.loose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pictures made from others, with ingredients, redactions and updates that are not what they say.
 *
 * <p>Elsewhere: redactions as they may be done and not (G2, G3, G5, G10) in the vectors under {@code redaction}; what updates
 * may hold and be made from (G12, G13) under {@code update}; an ingredient without a relationship (G15) under
 * {@code assertion}.
 */
class IngredientAttacksTest {
    private static final String NOTE = "org.example.note";
    private static final int OLD = 30;
    private static final int NEW = 31;
    private static final int HEADER = 8;

    @ParameterizedTest
    @MethodSource("cases")
    void anIngredientIsWhatWasTakenIn(Case picture) throws Exception {
        picture.check();
    }

    static Stream<Case> cases() {
        return Stream.of(selfRedaction(), slots(), relations(), gone(), updates(), parents(), swapped())
                .flatMap(cases -> cases);
    }

    private static Forgery old() {
        return new Forgery(Container.PNG, OLD).created().assertion(NOTE, Acts.NOTE);
    }

    private static String label(int number) {
        return new Forgery(Container.PNG, number).label();
    }

    private static String uri(int number, String assertion) {
        return "self#jumbf=/c2pa/" + label(number) + "/c2pa.assertions/" + assertion;
    }

    private static Bytes manifest(Forgery forgery) throws Exception {
        forgery.file();
        return forgery.manifest();
    }

    private static Forgery child(DictBuilder ingredient) {
        return Acts.opening(new Forgery(Container.PNG, NEW), ingredient.build());
    }

    private static Stream<Case> selfRedaction() {
        return Stream.of(uri(NEW, NOTE), "self#jumbf=c2pa.assertions/" + NOTE)
                .map(target -> Case.wrong(
                        "G1 redacts its own assertion as " + target,
                        () -> new Forgery(Container.PNG, NEW)
                                .created()
                                .assertion(NOTE, Acts.NOTE)
                                .changingClaim(claim -> claim.put("redacted_assertions", List.of(Value.of(target))))
                                .file(),
                        "assertion.selfRedacted"));
    }

    private static Case slot(String name, ContentType type, String box, Bytes content) {
        return Case.wrong(
                name,
                () -> new RedactionDraft(Container.PNG, OLD)
                        .leaving(type, box, content)
                        .file(),
                "assertion.notRedacted");
    }

    private static Stream<Case> slots() {
        Bytes words = Bytes.concat(RedactionDraft.MARK, Bytes.utf8("x"));
        return Stream.of(
                slot("G2 JSON in the slot", ContentType.JSON, "json", Bytes.utf8("{}")),
                slot("G2 a file in the slot", ContentType.EMBEDDED_FILE, "bidb", Bytes.utf8("x")),
                slot("G2 words after the mark", ContentType.UUID_CONTENT, "uuid", words));
    }

    private static Stream<Case> relations() {
        return Stream.of("parentOf", "componentOf", "inputTo")
                .flatMap(relation -> Stream.of(
                        Case.right("G4 an honest " + relation, () -> beside(relation, old -> old, old -> old)),
                        Case.wrong(
                                "G4 an edited " + relation,
                                () -> beside(
                                        relation,
                                        old -> old,
                                        old -> Forgery.flip(old, Forgery.find(old, "nothing much"))),
                                "ingredient.manifest.mismatch",
                                "assertion.hashedURI.mismatch"),
                        Case.wrong(
                                "G4 an edited " + relation + " under its new hash",
                                () -> {
                                    UnaryOperator<Bytes> edit =
                                            old -> Forgery.flip(old, Forgery.find(old, "nothing much"));
                                    return beside(relation, edit, edit);
                                },
                                "assertion.hashedURI.mismatch")));
    }

    private static Bytes beside(String relation, UnaryOperator<Bytes> hashed, UnaryOperator<Bytes> stored)
            throws Exception {
        Bytes old = manifest(old());
        Value ingredient = kept(relation, label(OLD), hashed.apply(old)).build();
        Forgery forgery = new Forgery(Container.PNG, NEW);
        forgery = relation.equals("parentOf")
                ? Acts.opening(forgery, ingredient)
                : forgery.created().assertion(Acts.INGREDIENT, ingredient);
        return forgery.after(stored.apply(old)).file();
    }

    private static Stream<Case> gone() {
        return Stream.of(
                Case.wrong(
                        "G5 the manifest is gone",
                        () -> child(kept("parentOf", label(OLD), manifest(old())))
                                .file(),
                        "ingredient.manifest.missing"),
                Case.wrong(
                        "G15 a relationship in other letters",
                        () -> loosely(loose("ParentOf").build()),
                        "assertion.ingredient.malformed"),
                Case.wrong(
                        "G17 no validation results",
                        () -> loosely(loose("componentOf")
                                .put(
                                        Value.of("activeManifest"),
                                        new HashedUri("self#jumbf=/c2pa/" + label(OLD), Bytes.wrap(new byte[32]))
                                                .toValue())
                                .build()),
                        "assertion.ingredient.malformed"),
                Case.wrong(
                        "G17 a source type beside a manifest",
                        () -> loosely(kept("componentOf", label(OLD), manifest(old()))
                                .put("digitalSourceType", "http://c2pa.org/digitalsourcetype/empty")
                                .build()),
                        "assertion.ingredient.malformed"),
                Case.right(
                        "G17 a source type without a manifest",
                        () -> loosely(loose("componentOf")
                                .put("digitalSourceType", "http://c2pa.org/digitalsourcetype/empty")
                                .build())));
    }

    private static Bytes loosely(Value ingredient) throws Exception {
        return new Forgery(Container.PNG, NEW)
                .created()
                .assertion(Acts.INGREDIENT, ingredient)
                .file();
    }

    private static Forgery update(Bytes old) {
        return new Forgery(Container.PNG, NEW)
                .updating()
                .assertion(Acts.INGREDIENT, kept("parentOf", label(OLD), old).build())
                .after(old);
    }

    private static Stream<Case> updates() {
        return Stream.of(
                Case.right("G12 an update", () -> update(manifest(old())).file()),
                Case.wrong(
                        "G12 an update with a hash of parts",
                        () -> update(manifest(old()))
                                .assertion("c2pa.hash.multi-asset", Acts.NOTE)
                                .file(),
                        "manifest.update.invalid",
                        "assertion.multiAssetHash.malformed"));
    }

    private static Stream<Case> parents() {
        return Stream.of(Case.wrong(
                "G14 two parents",
                () -> child(loose("parentOf"))
                        .assertion(Acts.INGREDIENT + "__1", loose("parentOf").build())
                        .file(),
                "manifest.multipleParents"));
    }

    private static Stream<Case> swapped() {
        return Stream.of(Case.wrong(
                "G18 an ingredient from another file of the same signer",
                () -> {
                    Bytes mine = manifest(old());
                    Bytes other = manifest(new Forgery(Container.PNG, OLD).created());
                    return child(kept("parentOf", label(OLD), mine))
                            .after(other)
                            .file();
                },
                "ingredient.manifest.mismatch"));
    }

    @Test
    void manifestsThatNothingRefersToDecideNothing() throws Exception {
        Bytes[] strangers = IntStream.range(0, 200)
                .mapToObj(i -> Forgery.superBox(
                        ContentType.MANIFEST, label(1000 + i), JumbfWriter.contentBox("free", Bytes.wrap(new byte[4]))))
                .toArray(Bytes[]::new);

        Report report = Case.verify(old().after(strangers).file());

        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.manifests()).hasSize(201);
    }

    /** A line of pictures, each made from the one before. */
    private static Bytes chain(int depth) throws Exception {
        List<Bytes> manifests = new ArrayList<>();
        Forgery last = new Forgery(Container.PNG, OLD).created();
        for (int i = 1; i <= depth; i++) {
            Bytes before = manifest(last);
            manifests.add(before);
            String parent = label(OLD + i - 1);
            last = Acts.opening(
                    new Forgery(Container.PNG, OLD + i),
                    kept("parentOf", parent, before).build());
        }
        return last.after(manifests.toArray(new Bytes[0])).file();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 300})
    void aLineOfPicturesIsFollowedToItsLimit(int depth) throws Exception {
        Report report = Case.verify(chain(depth));

        assertThat(report.state()).isEqualTo(depth <= 64 ? ValidationState.TRUSTED : ValidationState.INVALID);
    }

    /** Layers of two manifests, each made from both of the layer below: 2^layers ways to the bottom. */
    @ParameterizedTest
    @ValueSource(ints = {2, 25})
    void aManifestThatIsReachedInManyWaysIsCheckedOnce(int layers) throws Exception {
        List<Bytes> all = new ArrayList<>();
        Bytes left = manifest(new Forgery(Container.PNG, OLD).created());
        Bytes right = manifest(new Forgery(Container.PNG, OLD + 1).created());
        Forgery top = new Forgery(Container.PNG, OLD).created();
        for (int i = 1; i <= layers; i++) {
            all.addAll(List.of(left, right));
            int below = OLD + 2 * i - 2;
            Value first = kept("componentOf", label(below), left).build();
            Value second = kept("componentOf", label(below + 1), right).build();
            top = layer(below + 2, first, second);
            left = manifest(top);
            right = manifest(layer(below + 3, first, second));
        }

        Report report = Case.verify(top.after(all.toArray(new Bytes[0])).file());

        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.ingredientDeltas()).hasSize(4 * layers - 2);
    }

    private static Forgery layer(int number, Value first, Value second) {
        return new Forgery(Container.PNG, number)
                .created()
                .assertion(Acts.INGREDIENT, first)
                .assertion(Acts.INGREDIENT + "__1", second);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50})
    void aCircleEnds(int length) throws Exception {
        List<Bytes> all = new ArrayList<>();
        Bytes nobody = Bytes.wrap(new byte[HEADER]);
        Forgery last = null;
        for (int i = 0; i < length; i++) {
            Bytes before = last == null ? nobody : last.manifest();
            int to = i == 0 ? OLD + length - 1 : OLD + i - 1;
            last = Acts.opening(
                    new Forgery(Container.PNG, OLD + i),
                    kept("parentOf", label(to), before).build());
            if (i < length - 1) {
                all.add(manifest(last));
            }
        }

        Report report = Case.verify(last.after(all.toArray(new Bytes[0])).file());

        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(Case.failures(report)).contains("general.error");
    }

    @Test
    void trustInAnIngredientIsNotLentToWhoTookItIn() throws Exception {
        Bytes old = manifest(old());
        Bytes file = child(kept("parentOf", label(OLD), old))
                .after(old)
                .signedWith(new ForgedSignature(ThrowAwaySigner.of("wrong-purpose")))
                .file();

        Report report = Case.verify(file);

        assertThat(report.state().isValid()).isFalse();
        assertThat(report.active().has(StatusCode.SIGNING_CREDENTIAL_TRUSTED)).isFalse();
        assertThat(report.ingredientDeltas().get(0).findings().has(StatusCode.SIGNING_CREDENTIAL_TRUSTED))
                .isTrue();
    }
}
