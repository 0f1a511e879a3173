package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.inkseal.Credentials;
import org.inkseal.Declaration;
import org.inkseal.TestSigner;
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
import org.inkseal.trust.Credential;
import org.inkseal.verify.UnsupportedFormatException;
import org.inkseal.verify.Verifier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signed files of every format, with either binding, that somebody rearranged without touching a byte of their parts. */
class RearrangedFileTest {
    private static final Credential CREDENTIAL = TestSigner.named("Test Artist");
    private static final Verifier VERIFIER = Verifier.at(Instant.now()).trusting(TestSigner.rootOf(CREDENTIAL));

    /** A picture of each format, and another one of its kind. */
    private static final Map<String, String> PICTURES = Map.ofEntries(
            Map.entry("photo.jpg", "phone.jpg"),
            Map.entry("phone.jpg", "photo.jpg"),
            Map.entry("painting.png", "palette.png"),
            Map.entry("painting.webp", "lossless.webp"),
            Map.entry("animated.webp", "extended.webp"),
            Map.entry("animated.gif", "painting.gif"),
            Map.entry("painting.svg", "other.svg"),
            Map.entry("painting.jxl", "photo.jxl"),
            Map.entry("painting.tif", "pages.tif"),
            Map.entry("painting.dng", "pages.tif"),
            Map.entry("painting.heic", "painting.heif"),
            Map.entry("painting.avif", "sequence.avif"),
            Map.entry("film.mp4", "sound.m4a"),
            Map.entry("film.mov", "film.mp4"));

    @TempDir
    private static Path folder;

    private static final Map<String, Bytes> SIGNED = new HashMap<>();

    /** What comes of a changed file. */
    enum Verdict {
        GOOD,
        INVALID,
        /** More than one store, which counts as none and is told. */
        SEVERAL_STORES,
        NO_STORE,
        NO_PICTURE
    }

    /** Makes files of a signed one and another signed one. */
    @FunctionalInterface
    interface Making {
        List<Bytes> of(Bytes file, Bytes other) throws Exception;
    }

    /** What somebody does, and what may come of it. */
    enum Attack {
        ZIP_AFTER((file, other) -> List.of(Bytes.concat(file, Bytes.utf8("PK\3\4" + "a".repeat(40)))), Verdict.INVALID),
        PAGE_AFTER(
                (file, other) -> List.of(
                        Bytes.concat(file, Bytes.utf8("<html><script>alert(1)</script></html>")),
                        Bytes.concat(file, Bytes.utf8(" "))),
                Verdict.INVALID),
        // Where a file is a row of boxes, two of them are one file.
        PICTURE_AFTER(
                (file, other) -> List.of(Bytes.concat(file, other), Bytes.concat(file, file)),
                Verdict.INVALID,
                Verdict.SEVERAL_STORES),
        PAGE_BEFORE(
                (file, other) ->
                        List.of(Bytes.concat(Bytes.utf8("<!-- "), file), Bytes.concat(Bytes.wrap(new byte[4]), file)),
                Verdict.NO_PICTURE),
        STORE_TWICE(
                (file, other) -> List.of(Doubled.file(format(file), file)), Verdict.SEVERAL_STORES, Verdict.INVALID),
        STORE_OF_ANOTHER(
                (file, other) -> List.of(Signed.with(format(file), file, Signed.store(format(other), other))),
                Verdict.INVALID),
        PART_TWICE(
                (file, other) -> each(file, (parts, i) -> parts.add(i, parts.get(i))),
                Verdict.INVALID,
                Verdict.SEVERAL_STORES,
                Verdict.NO_PICTURE),
        PART_OF_ANOTHER(
                (file, other) -> {
                    List<Bytes> foreign = parts(other);
                    return each(file, (parts, i) -> parts.add(i, foreign.get(i % foreign.size())));
                },
                Verdict.INVALID,
                Verdict.SEVERAL_STORES,
                Verdict.NO_STORE,
                Verdict.NO_PICTURE),
        PART_GONE((file, other) -> each(file, List::remove), Verdict.INVALID, Verdict.NO_STORE, Verdict.NO_PICTURE),
        PARTS_SWAPPED(
                (file, other) -> each(file, (parts, i) -> Collections.swap(parts, i, (i + 1) % parts.size())),
                Verdict.INVALID,
                Verdict.NO_PICTURE);

        private final Making making;
        private final Set<Verdict> allowed;

        Attack(Making making, Verdict... allowed) {
            this.making = making;
            this.allowed = Set.of(allowed);
        }
    }

    /** Does something to the parts of a file at one of them. */
    @FunctionalInterface
    private interface Change {
        void at(List<Bytes> parts, int index);
    }

    /** A file for each of its parts, most of which have another size than the RIFF says until that is set right. */
    private static List<Bytes> each(Bytes file, Change change) throws Exception {
        List<Bytes> changed = new ArrayList<>();
        for (int i = 0; i < parts(file).size(); i++) {
            List<Bytes> parts = new ArrayList<>(parts(file));
            change.at(parts, i);
            changed.add(sized(Bytes.concat(parts.toArray(Bytes[]::new))));
        }
        return changed;
    }

    private static List<Bytes> parts(Bytes file) throws Exception {
        List<Bytes> parts = new ArrayList<>();
        for (Region region : Signed.map(format(file), file).regions()) {
            Range range = region.range();
            parts.add(file.slice((int) range.start(), (int) range.end()));
        }
        return parts;
    }

    private static Bytes sized(Bytes file) {
        if (!new WebpFormat().sniff(file)) {
            return file;
        }
        ByteBuffer riff = ByteBuffer.wrap(file.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        return Bytes.wrap(riff.putInt(4, file.length() - 8).array());
    }

    static Stream<String> pictures() {
        return PICTURES.keySet().stream().sorted();
    }

    static Stream<Arguments> attacksAndPictures() {
        return pictures().flatMap(name -> Stream.of(Attack.values()).map(attack -> Arguments.of(attack, name)));
    }

    @ParameterizedTest
    @MethodSource("attacksAndPictures")
    void aRearrangedFileIsNeverGood(Attack attack, String name) throws Exception {
        for (HardBinding binding : HardBinding.values()) {
            if (binding == HardBinding.BOXES && !format(picture(name)).hasNamedBoxes()) {
                continue;
            }
            Bytes file = signed(name, binding);
            assertThat(verdict(file)).isEqualTo(Verdict.GOOD);
            List<Bytes> made = attack.making.of(file, signed(PICTURES.get(name), binding));
            assertThat(made).isNotEmpty().doesNotContain(file);
            for (int i = 0; i < made.size(); i++) {
                assertThat(verdict(made.get(i))).as("%s, file %d", binding, i).isIn(attack.allowed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aFileCutAtAnyLengthIsNeverGood(String name) throws Exception {
        Bytes file = signed(name, HardBinding.USUAL);
        for (int length = 0; length < file.length(); length++) {
            assertThat(verdict(file.slice(0, length)))
                    .as("cut to %d bytes", length)
                    .isIn(Verdict.INVALID, Verdict.NO_STORE, Verdict.NO_PICTURE);
        }
    }

    private static Bytes signed(String name, HardBinding binding) throws Exception {
        String key = binding + "-" + name;
        if (!SIGNED.containsKey(key)) {
            Path unsigned = Files.write(folder.resolve(name), picture(name).toArray());
            Path file = folder.resolve(key);
            Credentials.sign(CredentialSigner.of(CREDENTIAL))
                    .binding(binding)
                    .write(unsigned, file, Declaration.of(DigitalSourceType.DIGITAL_CREATION), Progress.NONE);
            SIGNED.put(key, Bytes.wrap(Files.readAllBytes(file)));
        }
        return SIGNED.get(key);
    }

    private static Bytes picture(String name) throws Exception {
        return name.equals("other.svg")
                ? Bytes.concat(Sample.image("painting.svg"), Bytes.utf8("<!-- another -->\n"))
                : Sample.image(name);
    }

    private static AssetFormat format(Bytes file) throws Exception {
        return AssetFormats.detect(ByteSource.of(file)).orElseThrow();
    }

    private static Verdict verdict(Bytes file) throws Exception {
        try {
            Report report = VERIFIER.verify(ByteSource.of(file));
            if (report.state() == ValidationState.NONE) {
                boolean several = report.active().has(StatusCode.MULTIPLE_STORES);
                return several ? Verdict.SEVERAL_STORES : Verdict.NO_STORE;
            }
            return report.state() == ValidationState.INVALID ? Verdict.INVALID : Verdict.GOOD;
        } catch (UnsupportedFormatException e) {
            return Verdict.NO_PICTURE;
        }
    }
}
