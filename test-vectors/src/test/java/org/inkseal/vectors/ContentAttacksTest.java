package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;
import org.inkseal.jumbf.ContentType;
import org.inkseal.report.Report;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that were changed where somebody hopes that no hash looks, and hashes that do not look.
 *
 * <p>Elsewhere: ranges that leave out too much or are out of order (A1 to A7) and legitimate metadata (A4) in the vectors
 * under {@code binding}, its places in {@code DetachedStoreTest}; a store that stands beside (A11) in
 * {@code DetachedStoreTest}; two stores (A15) under {@code container}; hashes of boxes (A24 to A27) under {@code boxes};
 * bindings that are missing or several (A29) under {@code binding} and in {@code ClaimAttacksTest}; walks of real files
 * (A23) in the tests of formats; signing (A18, A19) in those of the library and the command.
 *
 * <p>Not of a picture in JPEG or PNG: several assets in one file (A32), collections (A33), other containers (A35).
 */
class ContentAttacksTest {
    private static final String MISMATCH = "assertion.dataHash.mismatch";
    private static final String MALFORMED = "assertion.dataHash.malformed";
    private static final String UNSUPPORTED = "algorithm.unsupported";
    private static final String ERROR = "general.error";
    private static final int UNPROTECTED = 1;

    @ParameterizedTest
    @MethodSource("cases")
    void aChangeIsNoticedWhereverItIs(Case picture) throws Exception {
        picture.check();
    }

    static Stream<Case> cases() {
        Stream<Case> of = Stream.of(Container.PNG, Container.JPEG)
                .flatMap(container -> Stream.of(
                                ranges(container),
                                hiding(container),
                                transplants(container),
                                trailing(container),
                                hashes(container),
                                disguises(container))
                        .flatMap(cases -> cases));
        return Stream.of(of, packets(), chunks(), segments()).flatMap(cases -> cases);
    }

    private static Forgery picture(Container container) {
        return new Forgery(container, 80).created();
    }

    private static Bytes signed(Container container) throws Exception {
        return picture(container).file();
    }

    private static Stream<Case> ranges(Container container) {
        return Stream.of(
                Case.right(named("A1 the store alone is left out", container), () -> signed(container)),
                Case.right(
                        named("A8 as many ranges as allowed, most of them empty", container),
                        () -> picture(container)
                                .excluding(slot -> empty(slot, 64))
                                .file()),
                Case.wrong(
                        named("A8 one range more", container),
                        () -> picture(container)
                                .excluding(slot -> empty(slot, 65))
                                .file(),
                        MALFORMED),
                Case.wrong(
                        named("A3 each other byte", container),
                        () -> picture(container)
                                .excluding(slot -> IntStream.range(0, 60)
                                        .mapToObj(i -> i == 0 ? slot : new Range(slot.end() + 2L * i, 1))
                                        .toList())
                                .file(),
                        MISMATCH),
                Case.wrong(
                        named("A1 a range that begins a byte before the store", container),
                        () -> picture(container)
                                .excluding(slot -> List.of(new Range(slot.start() - 1, slot.length() + 1)))
                                .file(),
                        MISMATCH),
                Case.wrong(
                        named("A1 a range that ends a byte after the store", container),
                        () -> picture(container)
                                .excluding(slot -> List.of(new Range(slot.start(), slot.length() + 1)))
                                .file(),
                        MISMATCH),
                Case.wrong(
                        named("A1 the store is not left out", container),
                        () -> picture(container)
                                .changingBinding(hash -> hash.put("exclusions", List.of()))
                                .file(),
                        MISMATCH),
                Case.wrong(
                        named("A34 a hash of something elsewhere", container),
                        () -> picture(container)
                                .changingBinding(hash -> hash.put("url", "https://example.org/another.jpg"))
                                .file(),
                        MISMATCH));
    }

    private static List<Range> empty(Range slot, int count) {
        List<Range> ranges = new ArrayList<>(Collections.nCopies(count - 1, new Range(slot.end(), 0)));
        ranges.add(0, slot);
        return ranges;
    }

    private static Case changed(String name, Container container, UnaryOperator<List<Bytes>> change, String... codes) {
        return Case.wrong(
                named(name, container),
                () -> Bytes.concat(change.apply(new ArrayList<>(container.split(signed(container))))
                        .toArray(new Bytes[0])),
                codes);
    }

    private static String named(String name, Container container) {
        return name + " in " + container;
    }

    private static Bytes comment(Container container, int size) {
        Bytes text = Bytes.utf8("Comment\0" + "x".repeat(size));
        return container == Container.PNG
                ? PngChunks.chunk("tEXt", text)
                : JpegSegments.segment(JpegSegments.COMMENT, text);
    }

    private static ForgedSignature hidden(UnaryOperator<Value> change) {
        return new ForgedSignature(ThrowAwaySigner.of("es256")).replacing(UNPROTECTED, change);
    }

    private static Stream<Case> hiding(Container container) {
        Stream<Case> pads = Stream.of(0, 31, 60)
                .map(at -> Case.wrong(
                        named("A10 byte " + at + " of the padding", container),
                        () -> picture(container)
                                .signedWith(hidden(headers -> {
                                    byte[] padding = headers.get("pad")
                                            .flatMap(Value::asBytes)
                                            .orElseThrow()
                                            .toArray();
                                    padding[at] = 1;
                                    return Value.dict()
                                            .put("pad", Bytes.wrap(padding))
                                            .build();
                                }))
                                .file(),
                        MISMATCH));
        Bytes secret = Bytes.utf8("nobody signed this");
        Stream<Case> headers = Stream.of("pad2", "pad3", "picture")
                .map(label -> Case.wrong(
                        named("A10 a header " + label, container),
                        () -> picture(container)
                                .signedWith(hidden(pad -> Value.dict()
                                        .put("pad", pad.get("pad").orElseThrow())
                                        .put(label, secret)
                                        .build()))
                                .file(),
                        MISMATCH));
        // What comes of it when padding is cut off after signing, and something else takes the place that gets free.
        Bytes injected = container.commented("nobody signed this");
        int room = injected.length() - container.picture().length();
        Case shrunk = Case.wrong(
                named("A9 something in the place of padding", container),
                () -> picture(container)
                        .in(injected)
                        .excluding(slot -> List.of(new Range(slot.start(), slot.length() + room)))
                        .file(),
                MISMATCH);
        return Stream.of(pads, headers, Stream.of(shrunk)).flatMap(cases -> cases);
    }

    private static Stream<Case> transplants(Container container) {
        return Stream.of(
                Case.wrong(
                        named("A12 the store of another picture", container),
                        () -> {
                            Forgery forgery = picture(container);
                            forgery.file();
                            Bytes store = Forgery.superBox(ContentType.STORE, "c2pa", forgery.manifest());
                            return container.embed(container.commented("another picture"), store);
                        },
                        MISMATCH),
                changed(
                        "A12 a comment before the picture",
                        container,
                        parts -> {
                            parts.add(parts.size() - 1, comment(container, 3));
                            return parts;
                        },
                        MISMATCH));
    }

    private static Stream<Case> trailing(Container container) {
        return Stream.of("PK\3\4", "<html><script>", "%PDF-1.7", "\0", "\u00ff\u00d8\u00ff\u00e0", "MZ", "\r\n")
                .map(text -> Case.wrong(
                        named("A17 at the end " + text.codePointAt(0), container),
                        () -> Bytes.concat(
                                signed(container),
                                Bytes.wrap(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))),
                        MISMATCH));
    }

    private static Stream<Case> hashes(Container container) {
        Stream<Case> names = Stream.of(
                        "sha1", "md5", "SHA256", "", "sha3-256", "sha-256", "sha224", "sha256 ", "crc32", "none")
                .map(name -> Case.wrong(
                        named("A30 hashed with \"" + name + "\"", container),
                        () -> picture(container)
                                .changingBinding(hash -> hash.put("alg", name))
                                .file(),
                        UNSUPPORTED));
        Stream<Case> lengths = Stream.of(0, 1, 16, 31, 33, 63)
                .map(length -> Case.wrong(
                        named("A31 a hash of " + length + " bytes", container),
                        () -> picture(container)
                                .changingBinding(hash -> {
                                    Bytes whole = hash.build()
                                            .get("hash")
                                            .flatMap(Value::asBytes)
                                            .orElseThrow();
                                    return hash.put(
                                            "hash", Bytes.concat(whole, whole).slice(0, length));
                                })
                                .file(),
                        MISMATCH));
        return Stream.concat(names, lengths);
    }

    private static Stream<Case> disguises(Container container) {
        return Stream.of(
                Case.wrong(
                        named("A28 A36 a store under another label", container),
                        () -> relabelled(container, "c2pb"),
                        ERROR),
                Case.wrong(
                        named("A28 A36 a store of another type", container),
                        () -> {
                            Forgery forgery = picture(container);
                            forgery.file();
                            Bytes store = Forgery.superBox(ContentType.MANIFEST, "c2pa", forgery.manifest());
                            return container.embed(container.picture(), store);
                        },
                        ERROR),
                Case.wrong(
                        named("A36 a store without a manifest", container),
                        () -> container.embed(container.picture(), Forgery.superBox(ContentType.STORE, "c2pa")),
                        ERROR));
    }

    private static Bytes relabelled(Container container, String label) throws Exception {
        Forgery forgery = picture(container);
        forgery.file();
        return container.embed(container.picture(), Forgery.superBox(ContentType.STORE, label, forgery.manifest()));
    }

    private static Stream<Case> packets() {
        return Stream.of(
                        gaps(),
                        Stream.of(
                                packet("A14 the number 0", 1, 8, 0, 0, 0, 0),
                                packet("A14 a number twice", 1, 8, 0, 0, 0, 1),
                                packet("A14 a number left out", 1, 8, 0, 0, 0, 9),
                                packet("A14 another instance", 1, 6, 0, 2),
                                packet("A14 no JP", 1, 4, 'J', 'Q'),
                                packet("A14 another length of the box", 1, 12, 0, 0, 0, 9),
                                packet("A14 another type of the box", 1, 16, 'j', 'u', 'm', 'c'),
                                packet("A14 the first with the number 2", 0, 8, 0, 0, 0, 2)))
                .flatMap(cases -> cases);
    }

    private static Stream<Case> gaps() {
        return IntStream.range(1, 3)
                .mapToObj(gap -> changed(
                        "A13 a comment in gap " + gap,
                        Container.JPEG,
                        parts -> {
                            parts.add(Container.SLOT + gap, comment(Container.JPEG, 3));
                            return parts;
                        },
                        ERROR));
    }

    private static Case packet(String name, int index, int at, int... bytes) {
        return changed(
                name,
                Container.JPEG,
                parts -> {
                    byte[] packet = parts.get(Container.SLOT + index).toArray();
                    for (int i = 0; i < bytes.length; i++) {
                        packet[at + i] = (byte) bytes[i];
                    }
                    parts.set(Container.SLOT + index, Bytes.wrap(packet));
                    return parts;
                },
                ERROR);
    }

    private static Stream<Case> chunks() {
        Stream<Case> sums = IntStream.range(0, 32)
                .mapToObj(bit -> changed(
                        "A20 bit " + bit + " of the checksum",
                        Container.PNG,
                        parts -> {
                            byte[] store = parts.get(Container.SLOT).toArray();
                            store[store.length - 1 - bit / 8] ^= (byte) (1 << bit % 8);
                            parts.set(Container.SLOT, Bytes.wrap(store));
                            return parts;
                        },
                        ERROR));
        Stream<Case> others = Stream.of(
                changed(
                        "A21 a chunk of 2^31 bytes",
                        Container.PNG,
                        parts -> {
                            parts.set(Container.SLOT, headed(parts.get(Container.SLOT), 0, 0x80, 0, 0, 0));
                            return parts;
                        },
                        ERROR),
                changed(
                        "A21 a chunk with a number in its name",
                        Container.PNG,
                        parts -> {
                            parts.add(Container.SLOT + 1, PngChunks.chunk("tE1t", Bytes.EMPTY));
                            return parts;
                        },
                        ERROR),
                changed("A21 no end", Container.PNG, parts -> parts.subList(0, parts.size() - 1), ERROR),
                changed(
                        "A21 no header",
                        Container.PNG,
                        parts -> {
                            parts.remove(1);
                            return parts;
                        },
                        ERROR));
        return Stream.concat(sums, others);
    }

    private static Bytes headed(Bytes part, int at, int... bytes) {
        byte[] changed = part.toArray();
        for (int i = 0; i < bytes.length; i++) {
            changed[at + i] = (byte) bytes[i];
        }
        return Bytes.wrap(changed);
    }

    private static Stream<Case> segments() {
        return Stream.of(
                changed(
                        "A22 a segment of no length",
                        Container.JPEG,
                        parts -> {
                            parts.add(Container.SLOT, Bytes.wrap(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}));
                            return parts;
                        },
                        ERROR),
                changed(
                        "A22 a comment after the store",
                        Container.JPEG,
                        parts -> {
                            parts.add(parts.size() - 1, comment(Container.JPEG, 1));
                            return parts;
                        },
                        MISMATCH),
                changed(
                        "A22 the beginning twice",
                        Container.JPEG,
                        parts -> {
                            parts.add(1, parts.get(0));
                            return parts;
                        },
                        ERROR),
                changed(
                        "A22 fill bytes before the picture",
                        Container.JPEG,
                        parts -> {
                            parts.add(parts.size() - 1, Bytes.wrap(new byte[] {(byte) 0xff}));
                            return parts;
                        },
                        MISMATCH),
                changed(
                        "A22 no end",
                        Container.JPEG,
                        parts -> {
                            Bytes last = parts.get(parts.size() - 1);
                            parts.set(parts.size() - 1, last.slice(0, last.length() - 2));
                            return parts;
                        },
                        MISMATCH));
    }

    /** A16: what stands behind the picture's data is no store, wherever a reader finds it. */
    @Test
    void aStoreBehindThePictureIsNone() throws Exception {
        for (Container container : List.of(Container.PNG, Container.JPEG)) {
            List<Bytes> parts = new ArrayList<>(container.split(signed(container)));
            int count = container == Container.PNG
                    ? 1
                    : parts.size() - container.split(container.picture()).size();
            List<Bytes> store = new ArrayList<>(parts.subList(Container.SLOT, Container.SLOT + count));
            parts.removeAll(store);
            parts.addAll(store);

            Report report = Case.verify(Bytes.concat(parts.toArray(new Bytes[0])));

            assertThat(report.state()).isEqualTo(ValidationState.NONE);
        }
    }

    /** A16: behind the pixels, but before the end of the picture, a chunk may carry the store; it must be hashed there. */
    @Test
    void aStoreThatWasMovedBehindThePixelsBindsNothing() throws Exception {
        List<Bytes> parts = new ArrayList<>(Container.PNG.split(signed(Container.PNG)));
        parts.add(parts.size() - 2, parts.remove(Container.SLOT));

        Report report = Case.verify(Bytes.concat(parts.toArray(new Bytes[0])));

        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(Case.failures(report)).containsExactly(MISMATCH);
    }
}
