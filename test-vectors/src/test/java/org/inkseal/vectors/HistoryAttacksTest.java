package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inkseal.vectors.Acts.act;
import static org.inkseal.vectors.Acts.history;
import static org.inkseal.vectors.Acts.ingredients;
import static org.inkseal.vectors.Acts.kept;
import static org.inkseal.vectors.Acts.status;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfReader;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.report.Acceptance;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Permission;
import org.inkseal.report.Report;
import org.inkseal.report.Use;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Manifests of one store that say more of each other than is theirs to say. An update brings no hash of the picture along,
 * so nothing of what it stands on is excused by noting it down; and a picture is no witness for its neighbours.
 */
class HistoryAttacksTest {
    private static final int FAMOUS = 60;
    private static final int OLD = 61;
    private static final int MIDDLE = 62;
    private static final int TOP = 63;
    private static final String NOTE = "org.example.note";
    private static final String TRAINING = "cawg.training-mining";

    private static String label(int number) {
        return new Forgery(Container.PNG, number).label();
    }

    private static String at(int number, String rest) {
        return "self#jumbf=/c2pa/" + label(number) + rest;
    }

    private static Bytes manifest(Forgery forgery) throws Exception {
        forgery.file();
        return forgery.manifest();
    }

    private static Forgery plain(int number) {
        return new Forgery(Container.PNG, number).created();
    }

    private static Forgery update(int number, DictBuilder parent) {
        return new Forgery(Container.PNG, number).updating().assertion(Acts.INGREDIENT, parent.build());
    }

    /** The reference of an update that notes a fault of what it updates. */
    private static DictBuilder noting(int number, Bytes manifest, String code, String uri) {
        return kept("parentOf", label(number), manifest, Acts.results(List.of(), List.of(status(code, uri))));
    }

    private static Value yes() {
        Value entry = Value.dict().put("use", "allowed").build();
        return Acts.map("entries", Acts.map("cawg.ai_training", entry));
    }

    /** Somebody's picture, and beside it that of another who allows something. */
    private static Bytes borrowing() throws Exception {
        Bytes famous = manifest(plain(FAMOUS).assertion(TRAINING, yes()));
        Bytes old = manifest(plain(OLD));
        Bytes middle = manifest(update(MIDDLE, kept("parentOf", label(OLD), old))
                .assertion(
                        Acts.INGREDIENT + "__1",
                        kept("parentOf", label(FAMOUS), famous).build()));
        return update(TOP, noting(MIDDLE, middle, "manifest.update.wrongParents", at(MIDDLE, "/c2pa.claim.v2")))
                .after(famous, old, middle)
                .file();
    }

    /** An update of an update whose reference was wrong, and was noted down as wrong, before the picture was exchanged. */
    private static Bytes exchanged() throws Exception {
        Bytes signed = manifest(plain(OLD).assertion(NOTE, Acts.NOTE));
        Bytes middle = manifest(update(MIDDLE, kept("parentOf", label(OLD), signed)));
        return update(
                        TOP,
                        noting(
                                MIDDLE,
                                middle,
                                "ingredient.manifest.mismatch",
                                at(MIDDLE, "/c2pa.assertions/" + Acts.INGREDIENT)))
                .after(manifest(plain(OLD)), middle)
                .file();
    }

    private static Bytes without(SuperBox manifest, String assertion) {
        List<SuperBox> parts = manifest.superBoxes();
        Bytes[] left = parts.get(0).superBoxes().stream()
                .filter(box -> !box.label().equals(Optional.of(assertion)))
                .map(SuperBox::raw)
                .toArray(Bytes[]::new);
        return Forgery.superBox(
                ContentType.MANIFEST,
                manifest.label().orElseThrow(),
                Forgery.superBox(ContentType.ASSERTION_STORE, "c2pa.assertions", left),
                parts.get(1).raw(),
                parts.get(2).raw());
    }

    /** A picture opened beside a part whose signer redacts an assertion of the former, which is gone afterwards. */
    private static Bytes meddling() throws Exception {
        Bytes old = manifest(plain(OLD).assertion(NOTE, Acts.NOTE));
        SuperBox box = JumbfReader.read(old, Budget.standard());
        HashedUri signature = new HashedUri(
                at(OLD, "/c2pa.signature"),
                HashAlgorithm.SHA256.hash(box.superBoxes().get(2).content()));
        Bytes part = manifest(plain(MIDDLE)
                .changingClaim(claim ->
                        claim.put("redacted_assertions", List.of(Value.of(at(OLD, "/c2pa.assertions/" + NOTE))))));
        DictBuilder kept = kept("parentOf", label(OLD), old).put(Value.of("claimSignature"), signature.toValue());
        return opening(new Forgery(Container.PNG, TOP), kept)
                .assertion(
                        Acts.INGREDIENT + "__1",
                        kept("componentOf", label(MIDDLE), part).build())
                .after(without(box, NOTE), part)
                .file();
    }

    static Stream<Case> cases() {
        return Stream.of(
                Case.wrong("1 a second parent", HistoryAttacksTest::borrowing, "manifest.update.wrongParents"),
                Case.wrong(
                        "2 another manifest of the picture",
                        HistoryAttacksTest::exchanged,
                        "ingredient.manifest.mismatch"),
                Case.wrong(
                        "3 a redaction by a neighbour",
                        HistoryAttacksTest::meddling,
                        "assertion.missing",
                        "ingredient.manifest.mismatch"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noManifestDecidesOverAnother(Case picture) throws Exception {
        picture.check();
    }

    @Test
    void aYesForAnotherPictureIsNotBorrowed() throws Exception {
        Report report = Case.verify(borrowing());

        assertThat(report.permissions().to(Use.AI_TRAINING, Acceptance.TRUSTED).permission())
                .isEqualTo(Permission.SILENT);
    }

    private static Forgery opening(Forgery forgery, DictBuilder parent) {
        forgery.assertion(Acts.INGREDIENT, parent.build());
        DictBuilder opened = act("c2pa.opened").put(Value.of("parameters"), ingredients(forgery.lastReference()));
        return forgery.assertion(Acts.LABEL, history(opened));
    }

    /** A picture of which nobody says more than that it was opened, and what its parent says. */
    private static Report opened(Forgery parent, String... noted) throws Exception {
        Bytes old = manifest(parent);
        List<Value> faults = Stream.of(noted)
                .map(code -> status(code, at(OLD, "/c2pa.signature")))
                .toList();
        DictBuilder kept = kept("parentOf", label(OLD), old, Acts.results(List.of(), faults));
        return Case.verify(
                opening(new Forgery(Container.PNG, TOP), kept).after(old).file());
    }

    private static Forgery generated() {
        DictBuilder created =
                act("c2pa.created").put("digitalSourceType", DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA.uri());
        return new Forgery(Container.PNG, OLD).assertion(Acts.LABEL, history(created));
    }

    private static Forgery unsigned(Forgery forgery) {
        return forgery.signedWith(new ForgedSignature(ThrowAwaySigner.of("es256"))
                .replacing(3, item -> Value.of(Bytes.wrap(new byte[64]))));
    }

    @Test
    void theWordOfAParentIsToldWhereItIsProven() throws Exception {
        assertThat(opened(plain(OLD)).origin()).contains(DigitalSourceType.DIGITAL_CREATION);
    }

    @Test
    void theWordOfAParentWithoutASignatureIsNotToldBesideTheNameOfWhoOpenedIt() throws Exception {
        Report report = opened(unsigned(plain(OLD)), "claimSignature.mismatch");

        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.origin()).isEmpty();
    }

    @Test
    void theWordOfAStrangerIsNotToldBesideATrustedName() throws Exception {
        Issued nobody = CertificateDraft.leaf("Nobody")
                .from(CertificateDraft.authority("No Authority").make())
                .make();
        Forgery stranger = plain(OLD).signedWith(new ForgedSignature(nobody.signer()));
        Report report = opened(stranger, "signingCredential.untrusted");

        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.origin()).isEmpty();
    }

    @Test
    void thatAModelHadAPartIsToldWhoeverSaysIt() throws Exception {
        assertThat(opened(unsigned(generated()), "claimSignature.mismatch").origin())
                .contains(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA);
    }
}
