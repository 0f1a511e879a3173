package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.assertion.TrainingMining;
import org.inkseal.io.Progress;
import org.inkseal.report.Acceptance;
import org.inkseal.report.Consent;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.PermissionSource;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.PermissionStatement.Place;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Credential;
import org.inkseal.trust.TrustSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whole files allow, and whose word it is. */
class PermissionsOfPicturesTest {
    private static final Declaration NO =
            Declaration.of(DigitalSourceType.DIGITAL_CREATION).permitting(Permissions.all(Permission.NOT_ALLOWED));
    private static final Declaration YES =
            Declaration.of(DigitalSourceType.DIGITAL_CREATION).permitting(Permissions.all(Permission.ALLOWED));
    private static final Declaration SILENT = Declaration.of(DigitalSourceType.HUMAN_EDITS);
    private static final Offer OFFER =
            Offer.at("https://example.org/42").withPrice("EUR 12 per image").withContact("art@example.org");

    @TempDir
    Path folder;

    private final Credential credential = TestSigner.named("Test Artist");
    private final TrustSettings trust = TestSigner.rootOf(credential);

    private Path picture(String name) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private Path sign(Path picture, String name, Statement statement) throws Exception {
        return Credentials.sign(CredentialSigner.of(credential))
                .trusting(trust)
                .write(picture, folder.resolve(name), statement, Progress.NONE)
                .file();
    }

    private Consent consent(Path file) throws IOException {
        return Credentials.check(file, trust).permissions();
    }

    private Permission training(Path file) throws IOException {
        return consent(file).to(Use.AI_TRAINING, Acceptance.TRUSTED).permission();
    }

    @Test
    void aYesIsWorthAsMuchAsItsSigner() throws Exception {
        Path file = sign(picture("a.png"), "a.signed.png", YES);
        String key = Credentials.check(file, trust).signature().orElseThrow().keySha256();
        Consent stranger = Credentials.check(file, TrustSettings.none()).permissions();

        assertThat(training(file)).isEqualTo(Permission.ALLOWED);
        assertThat(stranger.to(Use.AI_TRAINING, Acceptance.TRUSTED).isYes()).isFalse();
        assertThat(stranger.to(Use.AI_TRAINING, Acceptance.ANYBODY).isYes()).isTrue();
        assertThat(stranger.to(Use.AI_TRAINING, Acceptance.trustedOr(Set.of(key)))
                        .isYes())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ALLOWED, SILENT", "NOT_ALLOWED, NOT_ALLOWED", "CONSTRAINED, CONSTRAINED"})
    void inAChangedPictureOnlyARefusalCounts(Permission said, Permission answer) throws Exception {
        Path file = sign(picture("a.png"), "a.signed.png", SILENT.permitting(Permissions.all(said)));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 30] ^= 1;
        Files.write(file, bytes);

        Consent consent = consent(file);

        assertThat(consent.to(Use.AI_TRAINING, Acceptance.ANYBODY).permission()).isEqualTo(answer);
        assertThat(consent.statements())
                .singleElement()
                .returns(ValidationState.INVALID, PermissionStatement::state)
                .returns(PermissionSource.CAWG_TRAINING_MINING, PermissionStatement::source);
    }

    @Test
    void whatTheParentAllowedIsNotAllowedWithItsChangedForm() throws Exception {
        Path yes = sign(sign(picture("a.png"), "yes.png", YES), "yes.edited.png", SILENT);
        Path no = sign(sign(picture("b.png"), "no.png", NO), "no.edited.png", YES);

        assertThat(training(yes)).isEqualTo(Permission.SILENT);
        assertThat(training(no)).isEqualTo(Permission.NOT_ALLOWED);
        assertThat(consent(no).statements())
                .extracting(PermissionStatement::place)
                .containsExactly(Place.PICTURE, Place.PARENT);
        assertThat(consent(no).statements())
                .extracting(PermissionStatement::state)
                .containsOnly(ValidationState.TRUSTED);
    }

    @ParameterizedTest
    @CsvSource({"COMPONENT_OF, COMPONENT, NOT_ALLOWED", "PARENT_OF, PARENT, NOT_ALLOWED", "INPUT_TO, INPUT, ALLOWED"})
    void theNoOfAnIngredientCountsForWhateverContainsIt(Relationship relationship, Place place, Permission answer)
            throws Exception {
        Path part = sign(sign(picture("part.png"), "part.no.png", NO), "part.edited.png", SILENT);
        Path whole = sign(
                picture("whole.png"),
                "whole.signed.png",
                YES.madeFrom(List.of(new IngredientFile(part, relationship))));

        assertThat(training(whole)).isEqualTo(answer);
        assertThat(consent(whole).statements())
                .extracting(PermissionStatement::place)
                .containsExactly(Place.PICTURE, place);
    }

    @Test
    void anUpdateSpeaksOfTheSamePictureAndCannotTakeBackANo() throws Exception {
        Path yes = sign(picture("a.png"), "yes.png", YES);
        Path no = sign(picture("b.png"), "no.png", NO);
        Amendment titled = Amendment.nothing().titled("Dusk");

        assertThat(training(sign(yes, "yes.titled.png", titled))).isEqualTo(Permission.ALLOWED);
        assertThat(training(sign(yes, "yes.no.png", titled.permitting(NO.permissions()))))
                .isEqualTo(Permission.NOT_ALLOWED);
        assertThat(training(sign(no, "no.yes.png", titled.permitting(YES.permissions()))))
                .isEqualTo(Permission.NOT_ALLOWED);
    }

    @Test
    void onlyWhoeverSaidNoCanTakeItBack() throws Exception {
        Path no = sign(picture("a.png"), "no.png", NO);
        Amendment changedMind = Amendment.nothing()
                .permitting(YES.permissions())
                .redacting(List.of(new Redaction(TrainingMining.LABEL, Redaction.INVALID)));
        Credential other = TestSigner.named("Somebody Else");
        Path own = sign(no, "own.png", changedMind);
        Path foreign = Credentials.sign(CredentialSigner.of(other))
                .write(no, folder.resolve("foreign.png"), changedMind, Progress.NONE)
                .file();

        assertThat(training(own)).isEqualTo(Permission.ALLOWED);
        assertThat(consent(own).statements()).hasSize(1);
        assertThat(Credentials.check(foreign, trust).state()).isEqualTo(ValidationState.VALID);
        assertThat(consent(foreign).to(Use.AI_TRAINING, Acceptance.ANYBODY).permission())
                .isEqualTo(Permission.NOT_ALLOWED);
    }

    @Test
    void anAssertionThatCannotBeReadIsANo() throws Exception {
        Path picture = folder.resolve("a.jpg");
        ImageIO.write(new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB), "jpg", picture.toFile());
        Path file = sign(picture, "a.signed.jpg", YES);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        // The head of the text "entries", which then is no item of CBOR.
        Files.writeString(file, text.replace("\u0067entries", "\u00ffentries"), StandardCharsets.ISO_8859_1);

        assertThat(training(file)).isEqualTo(Permission.NOT_ALLOWED);
    }

    @Test
    void anOfferIsReadBackWithTheTermsThatItIsFor() throws Exception {
        Declaration offered = SILENT.permitting(
                        Permissions.all(Permission.NOT_ALLOWED).with(Use.AI_TRAINING, Permission.CONSTRAINED))
                .offering(OFFER);
        Path file = sign(picture("a.png"), "a.signed.png", offered);

        PermissionStatement said =
                consent(file).to(Use.AI_TRAINING, Acceptance.TRUSTED).because().get(0);

        assertThat(said.offer()).contains(OFFER);
        assertThat(said.offer().flatMap(Offer::amount)).contains("12");
        assertThat(said.offer().flatMap(Offer::currency)).contains("EUR");
        assertThat(said.terms()).containsOnlyKeys(Use.AI_TRAINING).containsValue("https://example.org/42");
    }

    @Test
    void anOfferThatNothingIsSaidAboutIsRefused() throws Exception {
        Path picture = picture("a.png");

        assertThatThrownBy(() -> sign(picture, "a.signed.png", NO.offering(OFFER)))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("offer");
        assertThat(folder.resolve("a.signed.png")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR 12 per image, attribution | 12    | EUR",
                "USD 0.50                      | 0.50  | USD",
                "EUR 1200, once                | 1200  | EUR",
                "12 euros                      |       |",
                "a kind word                   |       |",
                "EUR twelve                    |       |",
            })
    void aPriceIsUnderstoodWhenItBeginsWithCurrencyAndNumber(String text, String amount, String currency) {
        Offer offer = Offer.at("https://example.org").withPrice(text);

        assertThat(offer.price()).contains(text);
        assertThat(offer.amount()).isEqualTo(Optional.ofNullable(amount));
        assertThat(offer.currency()).isEqualTo(Optional.ofNullable(currency));
    }
}
