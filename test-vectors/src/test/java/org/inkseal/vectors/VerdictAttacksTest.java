package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.report.Acceptance;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Finding;
import org.inkseal.report.Permission;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.Use;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A verdict is earned: files that lack one of what it takes, and files that only say that they have it. */
class VerdictAttacksTest {
    @ParameterizedTest
    @MethodSource("cases")
    void nothingIsValidThatLacksASuccess(Case picture) throws Exception {
        picture.check();
    }

    static Stream<Case> cases() {
        return Stream.of(
                Case.right("V2 whole", () -> picture().created().file()),
                Case.wrong(
                        "V2 without a signature",
                        () -> picture()
                                .created()
                                .changingParts(parts -> parts.subList(0, 2))
                                .file(),
                        "claimSignature.missing"),
                Case.wrong(
                        "V2 without a hash of the picture",
                        () -> picture().created().withoutBinding().file(),
                        "claim.hardBindings.missing"),
                Case.wrong(
                        "V2 without any assertion",
                        () -> picture().withoutBinding().file(),
                        "claim.hardBindings.missing",
                        "assertion.action.malformed"),
                Case.wrong(
                        "V2 without a claim",
                        () -> picture()
                                .created()
                                .changingParts(parts -> List.of(parts.get(0), parts.get(2)))
                                .file(),
                        "claim.missing"));
    }

    private static Forgery picture() {
        return new Forgery(Container.PNG, 70);
    }

    @Test
    void noVectorHasASuccessBesideItsOpposite() throws Exception {
        for (String name : Vectors.names()) {
            Report report = Case.verify(Vectors.bytes(name));
            for (Finding finding : report.active().success()) {
                String code = finding.code().code();
                if (code.endsWith(".match")) {
                    String opposite = code.replace(".match", ".mismatch");
                    assertThat(report.active().failure())
                            .as(name)
                            .noneMatch(failure -> failure.code().code().equals(opposite)
                                    && failure.uri().equals(finding.uri()));
                }
            }
        }
    }

    @Test
    void whatSomebodyElseSaidWasDoneIsNotToldAsTheSignersWord() throws Exception {
        Value generated = Acts.history(
                Acts.act("c2pa.edited").put("digitalSourceType", DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA.uri()));

        Report gathered = Case.verify(
                picture().created().gathered("c2pa.actions.v2__1", generated).file());
        Report stated = Case.verify(
                picture().created().assertion("c2pa.actions.v2__1", generated).file());

        assertThat(gathered.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(gathered.origin()).contains(DigitalSourceType.DIGITAL_CREATION);
        assertThat(stated.origin()).contains(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
    }

    @ParameterizedTest
    @CsvSource({
        "cawg.training-mining, allowed, SILENT, ALLOWED",
        "c2pa.training-mining, allowed, SILENT, ALLOWED",
        "cawg.training-mining, notAllowed, NOT_ALLOWED, NOT_ALLOWED",
        "c2pa.training-mining, notAllowed, NOT_ALLOWED, NOT_ALLOWED"
    })
    void aYesThatWasGatheredIsNotTheSignersAndANoCountsFromAnybody(
            String label, String said, Permission whenGathered, Permission whenStated) throws Exception {
        String use = label.substring(0, 5) + "ai_training";
        Value words = Value.dict()
                .put(
                        "entries",
                        Value.dict()
                                .put(use, Value.dict().put("use", said).build())
                                .build())
                .build();

        Report gathered = Case.verify(picture().created().gathered(label, words).file());
        Report stated = Case.verify(picture().created().assertion(label, words).file());

        assertThat(List.of(gathered.state(), stated.state())).containsOnly(ValidationState.TRUSTED);
        assertThat(training(gathered)).isEqualTo(whenGathered);
        assertThat(training(stated)).isEqualTo(whenStated);
    }

    private static Permission training(Report report) {
        return report.permissions().to(Use.AI_TRAINING, Acceptance.ANYBODY).permission();
    }

    @Test
    void codesThatAManifestWritesAreNotCodesThatAreFound() throws Exception {
        List<Value> praise = Stream.of(StatusCode.values())
                .filter(code -> code.kind() == StatusCode.Kind.SUCCESS)
                .map(code -> Acts.status(code.code(), ""))
                .toList();
        Bytes file = picture()
                .created()
                .assertion(
                        Acts.INGREDIENT,
                        Acts.loose("componentOf")
                                .put("validationResults", Acts.results(praise, List.of()))
                                .build())
                .changingParts(parts -> parts.subList(0, 2))
                .file();

        Report report = Case.verify(file);

        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(report.active().success())
                .allMatch(finding -> finding.code() == StatusCode.ASSERTION_HASHED_URI_MATCH
                        || finding.code() == StatusCode.ASSERTION_DATA_HASH_MATCH);
    }
}
