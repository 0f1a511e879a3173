package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.inkseal.assertion.AiDisclosure.Oversight;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.assertion.SoftBinding;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.report.Signal;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Credential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a label says of the work of a model. */
class GenerationTest {
    private static final Declaration LABEL = Declaration.of(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA)
            .madeWith(new Declaration.Tool("AcmeDiffusion", Optional.of("2.1"), Optional.of("Acme AI")));

    @TempDir
    Path folder;

    private final Credential credential = TestSigner.named("Acme AI");

    @Test
    void theDisclosureNamesTheModelAndHowFarPeopleWereInvolved() throws Exception {
        Report report = sign(
                "out.png",
                LABEL.generated(Generation.byModel()
                        .identified("pkg:huggingface/acme/diffusion@2.1")
                        .overseen(Oversight.VALIDATED)));

        assertThat(data(report, "c2pa.ai-disclosure"))
                .contains(Value.dict()
                        .put("modelType", "c2pa.types.model")
                        .put("modelName", "AcmeDiffusion 2.1")
                        .put("modelIdentifier", "pkg:huggingface/acme/diffusion@2.1")
                        .put(
                                "contentProfile",
                                Value.dict()
                                        .put("humanOversightLevel", "human_validated")
                                        .build())
                        .build());
        assertThat(signals(report)).containsExactly(Signal.FULLY_GEN_AI_MEDIA);
    }

    @Test
    void nothingIsDisclosedThatNobodyAskedFor() throws Exception {
        Report report = sign("out.png", LABEL.generated(Generation.byModel()));

        assertThat(labels(report)).containsExactlyInAnyOrder("c2pa.actions.v2", "c2pa.ai-disclosure", "c2pa.hash.data");
        assertThat(data(report, "c2pa.ai-disclosure").orElseThrow().get("contentProfile"))
                .isEmpty();
    }

    @Test
    void aPromptIsAnInputThatComesAfterThePictures() throws Exception {
        Path input = picture("input.png");
        Report report = sign(
                "out.png",
                LABEL.generated(Generation.byModel().prompted("a boat at dawn"))
                        .madeFrom(List.of(new IngredientFile(input, Relationship.INPUT_TO))));

        Value last = data(report, "c2pa.ingredient.v3__1").orElseThrow();
        assertThat(last.get("relationship")).contains(Value.of("inputTo"));
        assertThat(last.get("dataTypes")
                        .flatMap(Value::asArray)
                        .orElseThrow()
                        .get(0)
                        .get("type"))
                .contains(Value.of("c2pa.types.generator.prompt"));
        AssertionSummary prompt = assertion(report, "c2pa.embedded-data").orElseThrow();
        assertThat(prompt.mediaType()).contains("text/plain");
        assertThat(prompt.file()).contains(Bytes.utf8("a boat at dawn"));
    }

    @Test
    void aWatermarkIsAnActionThatRefersToItsSoftBinding() throws Exception {
        Report report = sign(
                "out.png",
                LABEL.generated(Generation.byModel()
                        .watermarked(SoftBinding.of("com.adobe.trustmark.P", Bytes.utf8("2*0110")))));

        List<Value> actions = actions(report);
        assertThat(actions).hasSize(2);
        assertThat(actions.get(1).get("action")).contains(Value.of("c2pa.watermarked.bound"));
        assertThat(actions.get(1)
                        .get("parameters")
                        .flatMap(parameters -> parameters.get("relatedAssertions"))
                        .flatMap(Value::asArray)
                        .orElseThrow())
                .singleElement()
                .satisfies(reference -> assertThat(reference.get("url"))
                        .contains(Value.of("self#jumbf=c2pa.assertions/c2pa.soft-binding")));
        assertThat(data(report, "c2pa.soft-binding").orElseThrow().get("alg"))
                .contains(Value.of("com.adobe.trustmark.P"));
        assertThat(signals(report)).containsExactlyInAnyOrder(Signal.FULLY_GEN_AI_MEDIA, Signal.NON_EDITORIAL);
    }

    @Test
    void aPictureThatAModelMadePartsOfHasTheSignalsOfThat() throws Exception {
        Declaration edited = Declaration.of(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA)
                .generated(Generation.byModel());
        assertThat(signals(sign("new.png", edited))).containsExactly(Signal.PARTLY_GEN_AI_CREATION);

        Path photo = folder.resolve("photo.signed.png");
        signing().write(picture("photo.png"), photo, Declaration.of(DigitalSourceType.DIGITAL_CAPTURE), Progress.NONE);
        Report report = signing()
                .write(photo, folder.resolve("edited.png"), edited, Progress.NONE)
                .report();

        assertThat(report.manifests()).hasSize(2);
        assertThat(signals(report)).containsExactly(Signal.PERCEPTIBLE_GEN_AI);
        assertThat(report.origin()).contains(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
    }

    private Signing signing() throws SigningException {
        return Credentials.sign(CredentialSigner.of(credential)).trusting(TestSigner.rootOf(credential));
    }

    private Path picture(String name) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private Report sign(String name, Declaration declaration) throws Exception {
        Report report = signing()
                .write(picture(name), folder.resolve("signed-" + name), declaration, Progress.NONE)
                .report();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.failures()).isEmpty();
        return report;
    }

    private static Set<Signal> signals(Report report) {
        return Signal.of(report.activeManifest().orElseThrow());
    }

    private static List<String> labels(Report report) {
        return report.activeManifest().map(ManifestSummary::assertions).orElseThrow().stream()
                .map(AssertionSummary::label)
                .toList();
    }

    private static List<Value> actions(Report report) {
        return data(report, "c2pa.actions.v2")
                .flatMap(data -> data.get("actions"))
                .flatMap(Value::asArray)
                .orElseThrow();
    }

    private static Optional<Value> data(Report report, String label) {
        return assertion(report, label).flatMap(AssertionSummary::data);
    }

    private static Optional<AssertionSummary> assertion(Report report, String label) {
        return report.activeManifest().orElseThrow().assertions().stream()
                .filter(assertion -> assertion.label().equals(label))
                .findFirst();
    }
}
