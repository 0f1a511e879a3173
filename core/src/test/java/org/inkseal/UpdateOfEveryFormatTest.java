package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.inkseal.assertion.TrainingMining;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Progress;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Report;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.HardBinding;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Credential;
import org.inkseal.trust.TrustSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An update makes the store longer in its place, or adds a second one. Where the container says elsewhere how long it is or where things are, the hash
 * of the signed picture may cover that: such a picture takes no update, and is told so before anything is written.
 */
class UpdateOfEveryFormatTest {
    private static final Path IMAGES = Path.of("../test-vectors/images");
    /** The size of a RIFF, and the numbers of a Multi-Picture segment. */
    private static final Set<String> REFUSED =
            Set.of("painting.webp", "lossless.webp", "extended.webp", "animated.webp", "phone.jpg");

    private static final Credential CREDENTIAL = TestSigner.named("Test Artist");
    private static final TrustSettings TRUST = TestSigner.rootOf(CREDENTIAL);

    @TempDir
    Path folder;

    static Stream<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.list(IMAGES)) {
            // Nothing can be put into a fragmented film.
            return files
                    .filter(file -> file.getFileName().toString().contains(".") && !file.endsWith("fragments.mp4"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void anUpdatedPictureIsTrustedOrTheUpdateIsRefused(Path picture) throws Exception {
        for (HardBinding binding : HardBinding.values()) {
            if (binding == HardBinding.USUAL || format(picture).hasNamedBoxes()) {
                requireUpdatedOrRefused(picture, binding);
            }
        }
    }

    private void requireUpdatedOrRefused(Path picture, HardBinding binding) throws Exception {
        String name = binding + "-" + picture.getFileName();
        Path once = folder.resolve("once-" + name);
        Path twice = folder.resolve("twice-" + name);
        signing(binding).write(picture, once, Declaration.of(DigitalSourceType.DIGITAL_CREATION), Progress.NONE);
        Optional<String> refusal = update(binding, once, twice);
        assertThat(refusal.isPresent())
                .isEqualTo(REFUSED.contains(picture.getFileName().toString()));
        if (refusal.isPresent()) {
            assertThat(refusal.get()).contains("an update ");
            assertThat(twice).doesNotExist();
            return;
        }
        Report report = Credentials.check(twice, TRUST);
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.manifests()).hasSize(2);
        Path stripped = folder.resolve("stripped-" + name);
        Stripping.standard().write(twice, stripped, Progress.NONE);
        assertThat(stripped).hasSameBinaryContentAs(picture);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void whereUpdatesStandApartTheOriginalStaysAsItIs(Path picture) throws Exception {
        if (!format(picture).keepsUpdatesApart()) {
            return;
        }
        Path once = folder.resolve("once-" + picture.getFileName());
        Path twice = folder.resolve("twice-" + picture.getFileName());
        Path thrice = folder.resolve("thrice-" + picture.getFileName());
        signing(HardBinding.USUAL)
                .write(
                        picture,
                        once,
                        Declaration.of(DigitalSourceType.DIGITAL_CREATION)
                                .permitting(Permissions.all(Permission.NOT_ALLOWED)),
                        Progress.NONE);
        assertThat(update(HardBinding.USUAL, once, twice)).isEmpty();
        assertThat(update(HardBinding.USUAL, twice, thrice)).isEmpty();

        Report report = Credentials.check(thrice, TRUST);
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.manifests()).hasSize(3);
        byte[] before = Files.readAllBytes(once);
        byte[] after = Arrays.copyOf(Files.readAllBytes(thrice), before.length);
        int purpose = Arrays.mismatch(before, after);
        assertThat(new String(after, purpose, 8, StandardCharsets.US_ASCII)).isEqualTo("original");
        assertThat(Arrays.copyOfRange(after, purpose + 8, after.length))
                .isEqualTo(Arrays.copyOfRange(before, purpose + 8, before.length));

        Path redacted = folder.resolve("redacted-" + picture.getFileName());
        Amendment redaction =
                Amendment.nothing().redacting(List.of(new Redaction(TrainingMining.LABEL, Redaction.PERSONAL)));
        assertThatThrownBy(() -> signing(HardBinding.USUAL).write(once, redacted, redaction, Progress.NONE))
                .hasMessageContaining("cannot be redacted by an update");
        assertThat(redacted).doesNotExist();
    }

    /** Updates a signed picture; answers why not, if that is refused. */
    private static Optional<String> update(HardBinding binding, Path once, Path twice) throws Exception {
        try {
            signing(binding).write(once, twice, Amendment.nothing().titled("A title"), Progress.NONE);
            return Optional.empty();
        } catch (SigningException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Signing signing(HardBinding binding) throws SigningException {
        return Credentials.sign(CredentialSigner.of(CREDENTIAL)).trusting(TRUST).binding(binding);
    }

    private static AssetFormat format(Path picture) throws IOException {
        try (ByteSource source = ByteSource.open(picture)) {
            return AssetFormats.detect(source).orElseThrow();
        }
    }
}
