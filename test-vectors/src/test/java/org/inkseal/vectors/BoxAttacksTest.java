package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Boxes, CBOR, JSON and URIs that are not what they should be, signed by somebody who means them so.
 *
 * <p>Elsewhere: keys twice (B9, B16) in the vectors under {@code assertion}; an assertion of another manifest (B19) under
 * {@code reference}.
 */
class BoxAttacksTest {
    private static final String NOTE = "org.example.note";
    private static final String CBOR = "assertion.cbor.invalid";
    private static final String JSON = "assertion.json.invalid";
    private static final String ERROR = "general.error";

    @ParameterizedTest
    @MethodSource("cases")
    void aBoxIsWhatItShouldBe(Case picture) throws Exception {
        picture.check();
    }

    static Stream<Case> cases() {
        return Stream.of(depth(), junk(), repeated(), cbor(), json(), uris(), labels())
                .flatMap(cases -> cases);
    }

    private static Forgery picture() {
        return new Forgery(Container.PNG, 60);
    }

    private static Bytes box(ContentType type, String kind, Bytes content) {
        return AssertionVectors.content(type, NOTE, kind, content);
    }

    private static Case cbor(String name, Bytes content, String... codes) {
        Case.Maker maker = () -> picture()
                .created()
                .assertion(NOTE, box(ContentType.CBOR, "cbor", content))
                .file();
        return codes.length == 0 ? Case.right(name, maker) : Case.wrong(name, maker, codes);
    }

    private static Bytes hex(String digits) {
        return Bytes.wrap(java.util.HexFormat.of().parseHex(digits));
    }

    private static Bytes nested(int depth) {
        byte[] arrays = new byte[depth + 1];
        java.util.Arrays.fill(arrays, 0, depth, (byte) 0x81);
        return Bytes.wrap(arrays);
    }

    private static Stream<Case> depth() {
        return Stream.of(
                cbor("B1 arrays in arrays", nested(10)),
                cbor("B1 a hundred thousand arrays in arrays", nested(100_000), CBOR),
                json("B1 a hundred thousand lists in lists", "[".repeat(100_000) + "]".repeat(100_000), JSON),
                cbor("B14 a million tags", tags(1_000_000), CBOR));
    }

    private static Bytes tags(int count) {
        byte[] tags = new byte[count + 1];
        java.util.Arrays.fill(tags, 0, count, (byte) 0xc6);
        return Bytes.wrap(tags);
    }

    private static Stream<Case> junk() {
        Bytes free = JumbfWriter.contentBox("free", Bytes.utf8("hidden"));
        Bytes note = JumbfWriter.contentBox("cbor", CborWriter.write(Acts.NOTE));
        return Stream.of(
                Case.wrong(
                        "B3 a box after the signature",
                        () -> picture()
                                .created()
                                .changingParts(parts -> with(parts, parts.size(), free))
                                .file(),
                        ERROR),
                Case.wrong(
                        "B3 a box before the assertions",
                        () -> picture()
                                .created()
                                .changingParts(parts -> with(parts, 0, free))
                                .file(),
                        ERROR),
                Case.wrong(
                        "B3 a second assertion store",
                        () -> picture()
                                .created()
                                .changingParts(parts -> with(parts, 0, parts.get(0)))
                                .file(),
                        ERROR,
                        "assertion.missing",
                        "assertion.action.malformed"),
                Case.wrong(
                        "B3 a box beside the assertions",
                        () -> picture()
                                .created()
                                .changingAssertions(boxes -> with(boxes, boxes.size(), note))
                                .file(),
                        ERROR),
                Case.wrong(
                        "B3 a box before the assertions of a claim of version 1",
                        () -> picture()
                                .ofVersion1()
                                .created()
                                .changingAssertions(boxes -> with(boxes, 0, note))
                                .file(),
                        ERROR),
                Case.wrong(
                        "B7 a second signature",
                        () -> picture()
                                .created()
                                .changingParts(parts -> with(parts, 3, parts.get(2)))
                                .file(),
                        "claimSignature.missing"),
                Case.wrong(
                        "B6 a claim of each version",
                        () -> picture()
                                .created()
                                .changingParts(parts -> with(
                                        parts,
                                        0,
                                        Forgery.superBox(
                                                ContentType.CLAIM,
                                                "c2pa.claim",
                                                JumbfWriter.contentBox("cbor", CborWriter.write(Acts.NOTE)))))
                                .file(),
                        "claim.multiple"));
    }

    private static List<Bytes> with(List<Bytes> parts, int at, Bytes box) {
        List<Bytes> more = new ArrayList<>(parts);
        more.add(at, box);
        return more;
    }

    private static Stream<Case> repeated() {
        return Stream.of(
                Case.wrong(
                        "B4 an assertion twice",
                        () -> picture()
                                .created()
                                .assertion(NOTE, Acts.NOTE)
                                .undeclared(NOTE, Acts.NOTE)
                                .file(),
                        "assertion.missing"),
                Case.wrong(
                        "B4 an assertion twice, with other content",
                        () -> picture()
                                .created()
                                .assertion(NOTE, Acts.NOTE)
                                .undeclared(NOTE, Acts.map("note", Value.of("another")))
                                .file(),
                        "assertion.missing"),
                Case.wrong(
                        "B22 a manifest twice",
                        () -> picture()
                                .created()
                                .changingManifests(all -> with(all, 0, all.get(0)))
                                .file(),
                        ERROR));
    }

    private static Stream<Case> cbor() {
        return Stream.of(
                cbor("B9 a key twice, deep inside", hex("a16162a2616101616102"), CBOR),
                cbor("B10 a number and a text as keys", hex("a2182101623333f4")),
                cbor("B11 bytes after the end", hex("a16161010001"), CBOR),
                cbor("B11 nothing", Bytes.EMPTY, CBOR),
                cbor("B12 a map without a length", hex("bf616101ff")),
                cbor("B12 a number that is too long", hex("a1616118" + "01")),
                cbor("B12 keys out of order", hex("a2616201616102")),
                cbor("B13 a string of 2^63 bytes", hex("5b8000000000000000"), CBOR),
                cbor("B13 an array of 2^32 items", hex("9b0000000100000000"), CBOR),
                cbor("B13 a text of 2^64 bytes", hex("7bffffffffffffffff"), CBOR),
                cbor("B13 a map of 2^31 pairs", hex("ba80000000"), CBOR),
                cbor("B14 a decimal with a great exponent", hex("a16161c4821a7fffffff01")),
                cbor("B15 text that is no UTF-8", hex("a1616161ff"), CBOR),
                cbor("B15 text that is too long a form", hex("a1616162c080"), CBOR),
                cbor("B15 half a pair", hex("a1616163eda080"), CBOR),
                cbor("B15 a break that ends nothing", hex("ff"), CBOR),
                cbor("B15 an array that stops", hex("8301"), CBOR));
    }

    private static Case json(String name, String text, String... codes) {
        Case.Maker maker = () -> picture()
                .created()
                .assertion(NOTE, box(ContentType.JSON, "json", Bytes.wrap(text.getBytes(StandardCharsets.UTF_8))))
                .file();
        return codes.length == 0 ? Case.right(name, maker) : Case.wrong(name, maker, codes);
    }

    private static Stream<Case> json() {
        return Stream.of(
                json("B16 not a number", "{\"a\":NaN}", JSON),
                json("B16 a comment", "{\"a\":1/**/}", JSON),
                json("B16 something after the end", "{} {}", JSON),
                json("B16 a mark before the beginning", "\ufeff{}", JSON),
                json("B16 a comma too many", "{\"a\":1,}", JSON),
                json("B16 half a pair", "{\"a\":\"\\ud800\"}", JSON),
                json("B16 nothing", "", JSON),
                json("B17 a context elsewhere", "{\"@context\":\"https://example.org/context\",\"a\":1}"));
    }

    /** Names of an assertion that is there, written in ways that name none. */
    private static Stream<Case> uris() {
        String own = new Forgery(Container.PNG, 60).label();
        String store = "c2pa.assertions/";
        return Stream.of(
                        "self#jumbf=" + store + "x/../" + NOTE,
                        "self#jumbf=" + store + "./" + NOTE,
                        "self#jumbf=./" + store + NOTE,
                        "self#jumbf=../" + own + "/" + store + NOTE,
                        "self#jumbf=c2pa.assertions//" + NOTE,
                        "self#jumbf=" + store + NOTE + "/",
                        "self#jumbf=/" + store + NOTE,
                        "self#jumbf=//c2pa/" + own + "/" + store + NOTE,
                        "self#jumbf=" + store + "org.example%2enote",
                        "self#jumbf=" + store + "%6frg.example.note",
                        "self#jumbf=c2pa.assertions%2f" + NOTE,
                        "self#jumbf=C2PA.assertions/" + NOTE,
                        "self#jumbf=" + store + "ORG.example.note",
                        "self#JUMBF=" + store + NOTE,
                        "SELF#jumbf=" + store + NOTE,
                        "self#" + store + NOTE,
                        store + NOTE,
                        "#jumbf=" + store + NOTE,
                        "self#jumbf=" + store + NOTE + "?x",
                        "self#jumbf=" + store + NOTE + "#x",
                        "self#jumbf=" + store + NOTE + " ",
                        " self#jumbf=" + store + NOTE,
                        "self#jumbf=" + NOTE,
                        "self#jumbf=",
                        "")
                .map(uri -> Case.wrong(
                        "B18 " + uri,
                        () -> {
                            Forgery forgery = picture().created().undeclared(NOTE, Acts.NOTE);
                            return forgery.reference(new HashedUri(uri, Bytes.wrap(new byte[32])))
                                    .file();
                        },
                        "assertion.missing",
                        "assertion.undeclared"));
    }

    private static Stream<Case> labels() {
        return Stream.of("__proto__", "constructor", "a".repeat(900))
                .map(label -> Case.right(
                        "B20 a label " + label,
                        () -> picture().created().assertion(label, Acts.NOTE).file()));
    }

    @Test
    void noBitOfALengthCanBeChangedUnnoticed() throws Exception {
        Bytes file = picture().created().assertion(NOTE, Acts.NOTE).file();
        int checked = 0;
        for (int at = Forgery.find(file, "caBX") + 8; at < file.length(); at++) {
            if (!file.startsWith(at, "jumb".getBytes(StandardCharsets.US_ASCII))
                    && !file.startsWith(at, "jumd".getBytes(StandardCharsets.US_ASCII))) {
                continue;
            }
            for (int bit = 0; bit < 32; bit++) {
                byte[] changed = file.toArray();
                changed[at - 4 + bit / 8] ^= (byte) (1 << bit % 8);
                Report report = Case.verify(repaired(changed));
                assertThat(report.state().isValid())
                        .as("bit %d of the length at %d", bit, at - 4)
                        .isFalse();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(300);
    }

    @Test
    void noToggleOfABoxCanBeChangedUnnoticed() throws Exception {
        Bytes file = picture().created().assertion(NOTE, Acts.NOTE).file();
        int checked = 0;
        for (int at = Forgery.find(file, "caBX") + 8; at < file.length(); at++) {
            if (!file.startsWith(at, "jumd".getBytes(StandardCharsets.US_ASCII))) {
                continue;
            }
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = file.toArray();
                changed[at + 20] ^= (byte) (1 << bit);
                Report report = Case.verify(repaired(changed));
                assertThat(report.state().isValid())
                        .as("toggle %d of the box at %d", bit, at)
                        .isFalse();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    /** The file with the right check sum of its store chunk, so that only the boxes are wrong. */
    private static Bytes repaired(byte[] file) {
        Bytes bytes = Bytes.wrap(file);
        int chunk = Forgery.find(bytes, "caBX");
        int length = java.nio.ByteBuffer.wrap(file).getInt(chunk - 4);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(file, chunk, length + 4);
        java.nio.ByteBuffer.wrap(file).putInt(chunk + 4 + length, (int) sum.getValue());
        return Bytes.wrap(file);
    }

    @Test
    void aLabelThatNothingSignedIsOnlyAName() throws Exception {
        String old = picture().label();
        String fresh = old.replace("000000000060", "000000000061");
        Bytes file = picture().ofVersion1().assertion(NOTE, Acts.NOTE).file();
        byte[] changed = file.toArray();
        int at = Forgery.find(file, old);
        System.arraycopy(fresh.getBytes(StandardCharsets.US_ASCII), 0, changed, at, fresh.length());

        Report report = Case.verify(repaired(changed));

        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.manifests().get(0).label()).isEqualTo(fresh);
    }

    @Test
    void aLabelThatASignatureNamesCannotBeChanged() throws Exception {
        String old = picture().label();
        Bytes file = picture().created().file();
        byte[] changed = file.toArray();
        changed[Forgery.find(file, old) + old.length() - 1] ^= 1;

        Report report = Case.verify(repaired(changed));

        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(report.active().has(StatusCode.CLAIM_SIGNATURE_MISSING)).isTrue();
    }

    @Test
    void trailingBytesAreSeenInEveryBox() throws Exception {
        Report inClaim = Case.verify(picture()
                .created()
                .changingClaimBytes(claim -> Bytes.concat(claim, hex("000102")))
                .file());
        Report inSignature = Case.verify(picture()
                .created()
                .changingParts(parts -> List.of(
                        parts.get(0),
                        parts.get(1),
                        Forgery.superBox(
                                ContentType.SIGNATURE,
                                "c2pa.signature",
                                JumbfWriter.contentBox("cbor", hex("d28443a10126a0f64000")))))
                .file());

        assertThat(Case.failures(inClaim)).containsExactly("claim.cbor.invalid");
        assertThat(Case.failures(inSignature)).contains("claimSignature.mismatch");
    }
}
