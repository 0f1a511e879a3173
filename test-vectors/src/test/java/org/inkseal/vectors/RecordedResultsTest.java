package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inkseal.vectors.Acts.act;
import static org.inkseal.vectors.Acts.history;
import static org.inkseal.vectors.Acts.status;

import java.util.List;
import java.util.stream.Stream;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an ingredient assertion says that validation said is a statement of whoever signed it: it neither makes a success
 * nor unmakes a failure of the picture at hand.
 */
class RecordedResultsTest {
    private static final String NOTE = "org.example.note";
    private static final int OLD = 40;
    private static final int NEW = 41;

    private static String label(int number) {
        return new Forgery(Container.PNG, number).label();
    }

    private static String at(int number, String rest) {
        return "self#jumbf=/c2pa/" + label(number) + rest;
    }

    private static Forgery old() {
        return new Forgery(Container.PNG, OLD).created().assertion(NOTE, Acts.NOTE);
    }

    private static Bytes manifest(Forgery forgery) throws Exception {
        forgery.file();
        return forgery.manifest();
    }

    private static Forgery taking(Bytes hashed, Value results) {
        Value ingredient = Acts.kept("parentOf", label(OLD), hashed, results).build();
        return Acts.opening(new Forgery(Container.PNG, NEW), ingredient, act("c2pa.edited"));
    }

    /** A record that lists these codes as failures, each for every place in both manifests that it could be meant for. */
    private static Value claiming(String... codes) {
        List<Value> failures = Stream.of(codes)
                .flatMap(code -> Stream.of(
                                "",
                                label(NEW),
                                at(NEW, ""),
                                at(NEW, "/c2pa.claim.v2"),
                                at(NEW, "/c2pa.signature"),
                                at(NEW, "/c2pa.assertions/c2pa.hash.data"),
                                at(NEW, "/c2pa.assertions/" + NOTE),
                                at(NEW, "/c2pa.assertions/" + Acts.LABEL),
                                at(NEW, "/c2pa.assertions/" + Acts.INGREDIENT),
                                "self#jumbf=c2pa.assertions/" + Acts.INGREDIENT,
                                "self#jumbf=c2pa.assertions/c2pa.hash.data")
                        .map(url -> status(code, url)))
                .toList();
        return Acts.results(List.of(), failures);
    }

    private static Case cancelled(String name, String code, ForgeryMaker maker) {
        return Case.wrong(name, () -> maker.make(claiming(code)).file(), code);
    }

    /** Makes a picture with a fault and a record that acquits it. */
    private interface ForgeryMaker {
        Forgery make(Value record) throws Exception;
    }

    static Stream<Case> forgeries() {
        return Stream.of(
                cancelled(
                        "1 actions",
                        "assertion.action.malformed",
                        record -> taking(manifest(old()), record)
                                .assertion(Acts.LABEL + "__1", history(Acts.created()))
                                .after(manifest(old()))),
                cancelled(
                        "2 an undeclared assertion",
                        "assertion.undeclared",
                        record -> taking(manifest(old()), record)
                                .undeclared(NOTE, Acts.NOTE)
                                .after(manifest(old()))),
                cancelled(
                        "3 a second parent",
                        "manifest.multipleParents",
                        record -> taking(manifest(old()), record)
                                .assertion(
                                        Acts.INGREDIENT + "__1",
                                        Acts.loose("parentOf").build())
                                .after(manifest(old()))),
                cancelled(
                        "4 a second binding",
                        "assertion.multipleHardBindings",
                        record -> taking(manifest(old()), record)
                                .assertion("c2pa.hash.collection.data", Acts.NOTE)
                                .after(manifest(old()))),
                cancelled(
                        "5 the reference to the ingredient",
                        "ingredient.manifest.mismatch",
                        record -> taking(Forgery.flip(manifest(old()), 60), record)
                                .after(manifest(old()))),
                cancelled(
                        "6 the missing ingredient",
                        "ingredient.manifest.missing",
                        record -> taking(manifest(old()), record)),
                cancelled(
                        "7 a reference",
                        "hashedURI.missing",
                        record -> taking(manifest(old()), record)
                                .changingClaim(claim -> claim.put(
                                        "claim_generator_info",
                                        Value.dict()
                                                .put("name", "tests")
                                                .put(
                                                        Value.of("icon"),
                                                        Acts.map(
                                                                "url",
                                                                Value.of("self#jumbf=c2pa.assertions/c2pa.icon")))
                                                .build()))
                                .after(manifest(old()))),
                Case.wrong(
                        "8 the hash of the picture",
                        () -> {
                            Bytes file = taking(manifest(old()), claiming("assertion.dataHash.mismatch"))
                                    .after(manifest(old()))
                                    .file();
                            return Forgery.flip(file, Forgery.find(file, "IDAT") + 8);
                        },
                        "assertion.dataHash.mismatch"),
                Case.wrong(
                        "9 the signature",
                        () -> taking(manifest(old()), claiming("claimSignature.mismatch"))
                                .after(manifest(old()))
                                .signedWith(new ForgedSignature(ThrowAwaySigner.of("es256"))
                                        .replacing(3, item -> Value.of(Bytes.wrap(new byte[64]))))
                                .file(),
                        "claimSignature.mismatch"),
                Case.wrong(
                        "10 a fault of the ingredient, noted down as a success",
                        () -> {
                            Bytes edited = Forgery.flip(manifest(old()), Forgery.find(manifest(old()), "nothing much"));
                            Value fault = status("assertion.hashedURI.mismatch", at(OLD, "/c2pa.assertions/" + NOTE));
                            return taking(edited, Acts.results(List.of(fault), List.of()))
                                    .after(edited)
                                    .file();
                        },
                        "assertion.hashedURI.mismatch"),
                Case.wrong(
                        "11 a fault of the ingredient, noted down for another place",
                        () -> {
                            Bytes edited = Forgery.flip(manifest(old()), Forgery.find(manifest(old()), "nothing much"));
                            return taking(edited, claiming("assertion.hashedURI.mismatch"))
                                    .after(edited)
                                    .file();
                        },
                        "assertion.hashedURI.mismatch"),
                Case.wrong(
                        "12 a fault, noted down by a manifest that nothing refers to",
                        () -> {
                            Bytes edited = Forgery.flip(manifest(old()), Forgery.find(manifest(old()), "nothing much"));
                            Value fault = status("assertion.hashedURI.mismatch", at(OLD, "/c2pa.assertions/" + NOTE));
                            Bytes stranger = manifest(taking(edited, Acts.results(List.of(), List.of(fault)))
                                    .labelled(label(NEW + 1)));
                            return taking(edited, Acts.results(List.of(), List.of()))
                                    .after(stranger, edited)
                                    .file();
                        },
                        "assertion.hashedURI.mismatch"));
    }

    static Stream<Case> cases() {
        return forgeries();
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aRecordNeverUnmakesAFinding(Case picture) throws Exception {
        picture.check();
    }

    @Test
    void aFaultThatWasNotedDownWhenTheIngredientWasTakenInIsNothingNew() throws Exception {
        Bytes edited = Forgery.flip(manifest(old()), Forgery.find(manifest(old()), "nothing much"));
        Value fault = status("assertion.hashedURI.mismatch", at(OLD, "/c2pa.assertions/" + NOTE));

        Report report = Case.verify(taking(edited, Acts.results(List.of(), List.of(fault)))
                .after(edited)
                .file());

        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
    }

    @Test
    void aRecordNeverMakesASuccess() throws Exception {
        List<Value> praise = Stream.of(
                        "claimSignature.validated",
                        "claimSignature.insideValidity",
                        "signingCredential.trusted",
                        "assertion.dataHash.match",
                        "assertion.hashedURI.match")
                .flatMap(code -> Stream.of(
                        status(code, at(NEW, "/c2pa.signature")),
                        status(code, at(NEW, "/c2pa.assertions/c2pa.hash.data"))))
                .toList();

        Report report = Case.verify(taking(manifest(old()), Acts.results(praise, List.of()))
                .after(manifest(old()))
                .withoutBinding()
                .changingParts(parts -> parts.subList(0, 2))
                .file());

        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(report.active().has(StatusCode.CLAIM_SIGNATURE_VALIDATED)).isFalse();
        assertThat(report.active().has(StatusCode.SIGNING_CREDENTIAL_TRUSTED)).isFalse();
        assertThat(report.active().has(StatusCode.ASSERTION_DATA_HASH_MATCH)).isFalse();
    }
}
