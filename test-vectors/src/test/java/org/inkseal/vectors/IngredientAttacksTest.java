package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inkseal.vectors.Acts.act;
import static org.inkseal.vectors.Acts.history;
import static org.inkseal.vectors.Acts.ingredients;
import static org.inkseal.vectors.Acts.kept;
import static org.inkseal.vectors.Acts.loose;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfReader;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures made from others, with ingredients, redactions and updates that are not what they say. */
class IngredientAttacksTest {
    private static final String NOTE = "org.example.note";
    private static final int OLD = 30;
    private static final int NEW = 31;
    private static final int HEADER = 8;
    private static final String NOT_REDACTED = "assertion.notRedacted";
    private static final Bytes MARK = Bytes.wrap(HexFormat.of().parseHex("caa98eee9d4df80e86ad4dffca263973"));

    @ParameterizedTest
    @MethodSource("cases")
    void anIngredientIsWhatWasTakenIn(Case picture) throws Exception {
        picture.check();
    }

    static Stream<Case> cases() {
        return Stream.of(selfRedaction(), slots(), forbidden(), relations(), gone(), updates(), parents(), swapped())
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

    private static HashedUri signature(Bytes manifest) throws Exception {
        SuperBox box = JumbfReader.read(manifest, Budget.standard());
        Bytes content = box.superBoxes().get(2).content();
        return new HashedUri("self#jumbf=/c2pa/" + label(OLD) + "/c2pa.signature", HashAlgorithm.SHA256.hash(content));
    }

    /** A manifest with other assertion boxes than were signed. */
    private static Bytes changed(Bytes manifest, UnaryOperator<List<Bytes>> change) throws Exception {
        List<SuperBox> parts = JumbfReader.read(manifest, Budget.standard()).superBoxes();
        List<Bytes> assertions =
                parts.get(0).superBoxes().stream().map(SuperBox::raw).toList();
        Bytes store = Forgery.superBox(
                ContentType.ASSERTION_STORE,
                "c2pa.assertions",
                change.apply(assertions).toArray(new Bytes[0]));
        return Forgery.superBox(
                ContentType.MANIFEST,
                label(OLD),
                store,
                parts.get(1).raw(),
                parts.get(2).raw());
    }

    private static Forgery opening(Forgery forgery, Value ingredient) {
        forgery.assertion(Acts.INGREDIENT, ingredient);
        DictBuilder opened = act("c2pa.opened").put(Value.of("parameters"), ingredients(forgery.lastReference()));
        return forgery.assertion(Acts.LABEL, history(opened));
    }

    private static Forgery child(DictBuilder ingredient) {
        return opening(new Forgery(Container.PNG, NEW), ingredient.build());
    }

    /** A picture whose signer redacts an assertion of its parent, and what stands in the parent afterwards. */
    private static Bytes redacting(
            String assertion, UnaryOperator<List<Bytes>> change, UnaryOperator<DictBuilder> signed) throws Exception {
        Bytes before = manifest(old());
        Bytes after = changed(before, change);
        DictBuilder ingredient = kept("parentOf", label(OLD), before);
        Value list = Value.of(List.of(Value.of(uri(OLD, assertion))));
        return child(signed.apply(ingredient.put(
                        Value.of("claimSignature"), signature(before).toValue())))
                .changingClaim(claim -> claim.put(Value.of("redacted_assertions"), list))
                .after(after)
                .file();
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

    private static UnaryOperator<List<Bytes>> slot(ContentType type, String box, Bytes content) {
        return boxes -> replaced(
                boxes, NOTE, JumbfWriter.superBox(type, NOTE, Optional.empty(), JumbfWriter.contentBox(box, content)));
    }

    private static List<Bytes> replaced(List<Bytes> boxes, String name, Bytes by) {
        List<Bytes> changed = new ArrayList<>();
        for (Bytes box : boxes) {
            changed.add(holds(box, name) ? by : box);
        }
        return changed;
    }

    private static boolean holds(Bytes box, String name) {
        byte[] start = box.slice(0, Math.min(box.length(), 90)).toArray();
        return new String(start, java.nio.charset.StandardCharsets.ISO_8859_1).contains(name);
    }

    private static Case slot(String name, UnaryOperator<List<Bytes>> change, String... codes) {
        Case.Maker maker = () -> redacting(NOTE, change, ingredient -> ingredient);
        return codes.length == 0 ? Case.right(name, maker) : Case.wrong(name, maker, codes);
    }

    private static Stream<Case> slots() {
        Bytes zeros = Bytes.wrap(new byte[40]);
        Bytes cbor = CborWriter.write(Acts.NOTE);
        return Stream.of(
                slot(
                        "G2 redacted by removal",
                        boxes -> boxes.stream().filter(box -> !holds(box, NOTE)).toList()),
                slot("G2 redacted by zeros", slot(ContentType.CBOR, "cbor", zeros)),
                slot(
                        "G2 redacted by the mark and zeros",
                        slot(ContentType.UUID_CONTENT, "uuid", Bytes.concat(MARK, zeros))),
                slot("G2 CBOR in the slot", slot(ContentType.CBOR, "cbor", cbor), NOT_REDACTED),
                slot("G2 JSON in the slot", slot(ContentType.JSON, "json", Bytes.utf8("{}")), NOT_REDACTED),
                slot("G2 a file in the slot", slot(ContentType.EMBEDDED_FILE, "bidb", Bytes.utf8("x")), NOT_REDACTED),
                slot(
                        "G2 words after the mark",
                        slot(ContentType.UUID_CONTENT, "uuid", Bytes.concat(MARK, Bytes.utf8("x"))),
                        NOT_REDACTED),
                slot("G2 nothing redacted at all", boxes -> boxes, NOT_REDACTED),
                Case.wrong(
                        "G10 a name that only begins alike",
                        () -> redacting(
                                NOTE + "__1",
                                boxes -> boxes.stream()
                                        .filter(box -> !holds(box, NOTE))
                                        .toList(),
                                ingredient -> ingredient),
                        "assertion.missing"),
                Case.wrong(
                        "G5 redacted, and the signature is not named",
                        () -> redacting(NOTE, slot(ContentType.CBOR, "cbor", zeros), IngredientAttacksTest::unsigned),
                        "ingredient.claimSignature.missing"),
                Case.wrong(
                        "G5 redacted, and the signature is another",
                        () -> redacting(NOTE, slot(ContentType.CBOR, "cbor", zeros), IngredientAttacksTest::missigned),
                        "ingredient.claimSignature.mismatch"));
    }

    private static HashedUri other() {
        return new HashedUri("self#jumbf=/c2pa/" + label(OLD) + "/c2pa.signature", Bytes.wrap(new byte[32]));
    }

    private static DictBuilder unsigned(DictBuilder ingredient) {
        HashedUri nowhere = new HashedUri(uri(OLD, NOTE), Bytes.wrap(new byte[32]));
        return ingredient.put(Value.of("claimSignature"), nowhere.toValue());
    }

    private static DictBuilder missigned(DictBuilder ingredient) {
        return ingredient.put(Value.of("claimSignature"), other().toValue());
    }

    private static Stream<Case> forbidden() {
        return Stream.of(
                Case.wrong(
                        "G3 redacts actions",
                        () -> redacting(Acts.LABEL, boxes -> boxes, ingredient -> ingredient),
                        "assertion.action.redacted",
                        NOT_REDACTED,
                        "assertion.action.malformed"),
                Case.wrong(
                        "G3 redacts the hard binding",
                        () -> redacting("c2pa.hash.data", boxes -> boxes, ingredient -> ingredient),
                        "assertion.hardBinding.redacted",
                        NOT_REDACTED));
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
                ? opening(forgery, ingredient)
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
                        "G15 no relationship",
                        () -> loosely(Value.dict().put("dc:title", "a part").build()),
                        "assertion.ingredient.malformed"),
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

    private static Forgery update(DictBuilder ingredient) {
        return new Forgery(Container.PNG, NEW).updating().assertion(Acts.INGREDIENT, ingredient.build());
    }

    private static Stream<Case> updates() {
        String invalid = "manifest.update.invalid";
        String parents = "manifest.update.wrongParents";
        return Stream.of(
                updated("G12 an update", update -> update),
                updated(
                        "G12 an update of metadata",
                        update -> update.assertion(Acts.LABEL, history(act("c2pa.edited.metadata")))),
                updated(
                        "G12 an update that crops",
                        update -> update.assertion(Acts.LABEL, history(act("c2pa.cropped"))),
                        invalid),
                updated(
                        "G12 an update with a thumbnail",
                        update -> update.assertion("c2pa.thumbnail.claim", thumbnail()),
                        invalid),
                updated(
                        "G12 an update with a hash of parts",
                        update -> update.assertion("c2pa.hash.multi-asset", Acts.NOTE),
                        invalid,
                        "assertion.multiAssetHash.malformed"),
                updated(
                        "G12 an update with two parents",
                        update -> update.assertion(
                                Acts.INGREDIENT + "__1", loose("parentOf").build()),
                        parents),
                updated(
                        "G12 an update with a part",
                        update -> update.assertion(
                                Acts.INGREDIENT + "__1", loose("componentOf").build()),
                        parents),
                Case.wrong(
                        "G12 an update of nothing",
                        () -> new Forgery(Container.PNG, NEW)
                                .updating()
                                .assertion(NOTE, Acts.NOTE)
                                .file(),
                        parents,
                        "claim.hardBindings.missing"),
                Case.wrong(
                        "G13 an update of something that came without a manifest",
                        () -> update(loose("parentOf")).file(),
                        "claim.hardBindings.missing"));
    }

    private static Case updated(String name, UnaryOperator<Forgery> change, String... codes) {
        Case.Maker maker = () -> {
            Bytes old = manifest(old());
            return change.apply(update(kept("parentOf", label(OLD), old)))
                    .after(old)
                    .file();
        };
        return codes.length == 0 ? Case.right(name, maker) : Case.wrong(name, maker, codes);
    }

    private static Bytes thumbnail() {
        return JumbfWriter.superBox(
                ContentType.EMBEDDED_FILE,
                "c2pa.thumbnail.claim",
                Optional.empty(),
                JumbfWriter.embeddedFile("image/png", Bytes.utf8("picture")));
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
            last = opening(
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
            last = opening(
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
