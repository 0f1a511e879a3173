package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.HardBinding;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Credential;
import org.inkseal.verify.UnsupportedFormatException;
import org.inkseal.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What signing keeps in every format and with every binding, shown on the project's pictures. */
class FormatSigningTest {
    private static final Path IMAGES = Path.of("../test-vectors/images");
    private static final List<String> PICTURES = List.of(
            "palette.png",
            "photo.jpg",
            "phone.jpg",
            "painting.webp",
            "lossless.webp",
            "extended.webp",
            "animated.webp",
            "painting.gif",
            "animated.gif",
            "painting.svg",
            "painting.jxl",
            "naked.jxl",
            "photo.jxl");
    private static final Credential CREDENTIAL = TestSigner.named("Test Artist");
    private static final Verifier VERIFIER = Verifier.at(Instant.now()).trusting(TestSigner.rootOf(CREDENTIAL));

    @TempDir
    Path folder;

    static Stream<Arguments> picturesAndBindings() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (String name : PICTURES) {
            all.add(Arguments.of(name, HardBinding.USUAL));
            try (ByteSource picture = ByteSource.open(IMAGES.resolve(name))) {
                if (AssetFormats.detect(picture).orElseThrow().hasNamedBoxes()) {
                    all.add(Arguments.of(name, HardBinding.BOXES));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("picturesAndBindings")
    void aPictureIsSignedCheckedSignedAgainAndStripped(String name, HardBinding binding) throws Exception {
        Path picture = IMAGES.resolve(name);
        Path once = sign(picture, "once-" + name, DigitalSourceType.DIGITAL_CREATION, binding)
                .file();
        Path twice = sign(once, "twice-" + name, DigitalSourceType.HUMAN_EDITS, binding)
                .file();
        Report first = VERIFIER.verify(once);
        assertThat(first.state()).isEqualTo(ValidationState.TRUSTED);
        boolean boxes = binding == HardBinding.BOXES;
        assertThat(first.active().has(StatusCode.ASSERTION_BOXES_HASH_MATCH)).isEqualTo(boxes);
        assertThat(first.active().has(StatusCode.ASSERTION_DATA_HASH_MATCH)).isEqualTo(!boxes);
        Report report = VERIFIER.verify(twice);
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.manifests()).hasSize(2);
        assertThat(report.failures()).isEmpty();
        Path stripped = folder.resolve("stripped-" + name);
        assertThat(Stripping.standard().write(twice, stripped, Progress.NONE)).isTrue();
        assertThat(stripped).hasSameBinaryContentAs(picture);
        requireThatChangesAreNoticed(Bytes.wrap(Files.readAllBytes(once)));
    }

    private static void requireThatChangesAreNoticed(Bytes signed) throws Exception {
        ByteSource source = ByteSource.of(signed);
        AssetMap map = AssetFormats.detect(source).orElseThrow().map(source, Budget.standard());
        Range store = map.carrier().orElseThrow().extent();
        for (int at = 0; at < signed.length(); at += isDense(at, signed, store) ? 1 : 211) {
            byte[] changed = signed.toArray();
            changed[at] ^= (byte) (1 << at % 7);
            boolean inStore = store.start() <= at && at < store.end();
            assertThat(!inStore && isValid(Bytes.wrap(changed)))
                    .as("byte %d changed", at)
                    .isFalse();
        }
        for (int length = 0; length < signed.length(); length += 1 + signed.length() / 200) {
            assertThat(isValid(signed.slice(0, length)))
                    .as("cut to %d bytes", length)
                    .isFalse();
        }
        assertThat(isValid(Bytes.concat(signed, Bytes.wrap(new byte[1]))))
                .as("one byte longer")
                .isFalse();
    }

    private static boolean isDense(int at, Bytes signed, Range store) {
        return at < 64 || at > signed.length() - 64 || Math.abs(at - store.end()) < 32;
    }

    @ParameterizedTest
    @ValueSource(strings = {"painting.svg", "painting.tif", "painting.heic"})
    void aFormatWithoutNamesForItsBoxesTakesNoBoxHash(String name) {
        assertThatExceptionOfType(SigningException.class)
                .isThrownBy(
                        () -> sign(IMAGES.resolve(name), name, DigitalSourceType.DIGITAL_CREATION, HardBinding.BOXES))
                .withMessageContaining("no box hash")
                .withMessageContaining("only");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void onlyANakedCodestreamIsChangedAndTheSignerIsTold() throws Exception {
        assertThat(change(IMAGES.resolve("naked.jxl"), "naked.jxl")).contains("JPEG XL container");
        assertThat(change(folder.resolve("naked.jxl"), "again.jxl")).isEmpty();
        assertThat(change(IMAGES.resolve("painting.jxl"), "painting.jxl")).isEmpty();
    }

    private String change(Path picture, String name) throws Exception {
        return sign(picture, name, DigitalSourceType.HUMAN_EDITS, HardBinding.USUAL)
                .change()
                .orElse("");
    }

    private static boolean isValid(Bytes file) throws IOException {
        try {
            return VERIFIER.verify(ByteSource.of(file)).state().isValid();
        } catch (UnsupportedFormatException e) {
            return false;
        }
    }

    private Signed sign(Path picture, String name, DigitalSourceType type, HardBinding binding) throws Exception {
        return Credentials.sign(CredentialSigner.of(CREDENTIAL))
                .binding(binding)
                .write(picture, folder.resolve(name), Declaration.of(type), Progress.NONE);
    }
}
