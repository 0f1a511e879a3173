package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inkseal.verify.BmffPicture.ascii;
import static org.inkseal.verify.BmffPicture.box;
import static org.inkseal.verify.BmffPicture.c2paBox;
import static org.inkseal.verify.BmffPicture.join;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BmffHashCheckTest {
    private static final byte[] FREE = box("free", ascii("padding"));
    private static final byte[] EMSG = box("emsg", new byte[] {1, 2, 3, 5}, ascii("an event message"));
    private static final byte[] MEDIA = box("mdat", ascii("sound and pictures"));
    private static final byte[] FILM = box("moov", box("mvhd", new byte[9]), box("udta", box("name", ascii("a film"))));
    private static final byte[] BOXES = join(FREE, FILM, EMSG, MEDIA);

    private static final int FILM_AT = BmffPicture.START + FREE.length;
    private static final int UDTA_AT = FILM_AT + 8 + 8 + 9;
    private static final int EMSG_AT = FILM_AT + FILM.length;
    private static final int MEDIA_AT = EMSG_AT + EMSG.length;

    private static DictBuilder exclusion(String xpath) {
        return Value.dict().put("xpath", xpath);
    }

    private static Value.Dict part(int offset, int length) {
        return Value.dict().put("offset", offset).put("length", length).build();
    }

    private static BitSet bits(int from, int to) {
        BitSet bits = new BitSet();
        bits.set(from, to);
        return bits;
    }

    private static DictBuilder assertion(Bytes hash, Value... exclusions) {
        List<Value> all = new ArrayList<>(List.of(exclusions));
        all.add(0, c2paBox());
        return Value.dict().put("exclusions", all).put("alg", "sha256").put("hash", hash);
    }

    private static Report report(Value exclusion, BitSet cut, String... boxes) throws Exception {
        List<String> gone = new ArrayList<>(List.of(boxes));
        gone.add("uuid");
        return BmffPicture.verify(
                BOXES,
                file -> assertion(BmffPicture.hash(file, cut, gone), exclusion).build());
    }

    private static void requireMatch(Report report) {
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.active().has(StatusCode.ASSERTION_BMFF_HASH_MATCH)).isTrue();
    }

    private static void requireFailure(Report report, StatusCode code, String word) {
        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(report.failures()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.explanation()).contains(word);
        });
        assertThat(report.active().has(StatusCode.ASSERTION_BMFF_HASH_MATCH)).isFalse();
    }

    @Test
    void usualExclusionsMatchWithoutAWord() throws Exception {
        for (String xpath : List.of("/mfra", "/free", "/skip", "/ftyp")) {
            Report report = report(exclusion(xpath).build(), new BitSet(), xpath.substring(1));
            requireMatch(report);
            assertThat(report.active().has(StatusCode.ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT))
                    .isFalse();
        }
    }

    static Stream<Object[]> conditionsThatHold() {
        return Stream.of(
                new Object[] {exclusion("/emsg"), bits(0, 0), "emsg"},
                new Object[] {exclusion("/emsg[1]"), bits(0, 0), "emsg"},
                new Object[] {exclusion("/emsg").put("length", EMSG.length), bits(0, 0), "emsg"},
                new Object[] {exclusion("/emsg").put("version", 1), bits(0, 0), "emsg"},
                new Object[] {exclusion("/emsg").put("flags", Bytes.wrap(new byte[] {2, 3, 5})), bits(0, 0), "emsg"},
                new Object[] {
                    exclusion("/emsg")
                            .put("flags", Bytes.wrap(new byte[] {2, 1, 4}))
                            .put("exact", false),
                    bits(0, 0),
                    "emsg"
                },
                new Object[] {
                    exclusion("/emsg").put("subset", List.of(part(12, 2), part(15, 0))),
                    joined(bits(EMSG_AT + 12, EMSG_AT + 14), bits(EMSG_AT + 15, MEDIA_AT)),
                    ""
                },
                new Object[] {
                    exclusion("/emsg").put("subset", List.of(part(0, 900), part(1000, 9))), bits(EMSG_AT, MEDIA_AT), ""
                },
                new Object[] {exclusion("/moov/udta"), bits(UDTA_AT, EMSG_AT), ""},
                new Object[] {exclusion("/moov[1]/udta[1]"), bits(UDTA_AT, EMSG_AT), ""});
    }

    private static BitSet joined(BitSet one, BitSet other) {
        one.or(other);
        return one;
    }

    @ParameterizedTest
    @MethodSource("conditionsThatHold")
    void boxThatMeetsEveryConditionIsLeftOutAndSaidToBe(DictBuilder exclusion, BitSet cut, String box)
            throws Exception {
        Report report = report(exclusion.build(), cut, box);
        requireMatch(report);
        assertThat(report.active().has(StatusCode.ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT))
                .isTrue();
    }

    static Stream<DictBuilder> conditionsThatFail() {
        return Stream.of(
                exclusion("/emsg[2]"),
                exclusion("/moov/emsg"),
                exclusion("/emsg/emsg"),
                exclusion("/emsg").put("length", EMSG.length + 1),
                exclusion("/emsg").put("version", 0),
                exclusion("/mdat").put("version", 's'),
                exclusion("/emsg").put("flags", Bytes.wrap(new byte[] {2, 1, 4})),
                exclusion("/emsg")
                        .put("flags", Bytes.wrap(new byte[] {2, 4, 4}))
                        .put("exact", false),
                exclusion("/emsg")
                        .put(
                                "data",
                                List.of(Value.dict()
                                        .put("offset", EMSG.length - 1)
                                        .put("value", Bytes.utf8("ee"))
                                        .build())));
    }

    @ParameterizedTest
    @MethodSource("conditionsThatFail")
    void boxThatMissesAConditionIsHashed(DictBuilder exclusion) throws Exception {
        requireMatch(report(exclusion.build(), new BitSet()));
    }

    @Test
    void everyChangedByteOutsideTheC2paBoxIsNoticed() throws Exception {
        byte[] file = BmffPicture.make(
                BOXES,
                plain -> assertion(BmffPicture.hash(plain, new BitSet(), List.of("uuid")))
                        .build());
        requireMatch(BmffPicture.verify(file));
        for (int at = BmffPicture.START; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= 1;
            assertThat(BmffPicture.verify(changed).state()).as("byte " + at).isEqualTo(ValidationState.INVALID);
        }
    }

    @Test
    void contentThatIsLeftOutBindsNothing() throws Exception {
        requireFailure(
                report(exclusion("/mdat").build(), new BitSet(), "mdat"),
                StatusCode.ASSERTION_BMFF_HASH_MISMATCH,
                "mdat");
        requireFailure(
                report(exclusion("/moov").build(), new BitSet(), "moov"),
                StatusCode.ASSERTION_BMFF_HASH_MISMATCH,
                "moov");
        Value payload = exclusion("/mdat").put("subset", List.of(part(16, 0))).build();
        requireFailure(
                report(payload, bits(MEDIA_AT + 16, MEDIA_AT + MEDIA.length)),
                StatusCode.ASSERTION_BMFF_HASH_MISMATCH,
                "no Merkle tree");
    }

    @Test
    void contentThatIsTakenFromALeftOutBoxBindsNothing() throws Exception {
        for (int target : List.of(BmffPicture.START + 9, 60)) {
            ByteBuffer table = ByteBuffer.allocate(12).putInt(0).putInt(1).putInt(target);
            byte[] film = box("moov", box("trak", box("mdia", box("minf", box("stbl", box("stco", table.array()))))));
            Report report = BmffPicture.verify(
                    join(FREE, film),
                    file -> assertion(
                                    BmffPicture.hash(file, new BitSet(), List.of("uuid", "free")),
                                    exclusion("/free").build())
                            .build());
            requireFailure(report, StatusCode.ASSERTION_BMFF_HASH_MISMATCH, "nobody signed");
        }
    }

    static Stream<Value> malformed() {
        Bytes hash = Bytes.wrap(new byte[32]);
        Value overlapping = exclusion("/emsg")
                .put("subset", List.of(part(5, 5), part(9, 5)))
                .build();
        Value negative = exclusion("/emsg").put("subset", List.of(part(-1, 5))).build();
        return Stream.of(
                Value.dict().put("hash", hash).put("alg", "sha256").build(),
                Value.dict().put("hash", hash).put("exclusions", List.of()).build(),
                assertion(hash, overlapping).build(),
                assertion(hash).put("merkle", List.of()).build(),
                assertion(hash, exclusion("/free").put("data", List.of()).build())
                        .build(),
                assertion(hash, negative).build(),
                assertion(hash, exclusion("//emsg").build()).build(),
                assertion(hash, exclusion("emsg").build()).build(),
                assertion(hash, exclusion("/emsg[0]").build()).build(),
                assertion(hash, exclusion("/emsg").put("flags", hash).build()).build(),
                assertion(
                                hash,
                                Stream.generate(() -> exclusion("/emsg").build())
                                        .limit(100)
                                        .toArray(Value[]::new))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void assertionAgainstTheRulesIsMalformed(Value assertion) throws Exception {
        requireFailure(BmffPicture.verify(BOXES, file -> assertion), StatusCode.ASSERTION_BMFF_HASH_MALFORMED, "");
    }

    @Test
    void hashThatIsMissingBindsNothing() throws Exception {
        Value tree = MerkleSample.tree(1, 0)
                .put("hashes", List.of(Value.of(Bytes.EMPTY)))
                .put("count", 1)
                .build();
        Value only = Value.dict()
                .put("exclusions", List.of(c2paBox()))
                .put("alg", "sha256")
                .put("merkle", List.of(tree))
                .build();
        requireFailure(
                BmffPicture.verify(BOXES, file -> only), StatusCode.ASSERTION_BMFF_HASH_MISMATCH, "hash is missing");
    }

    @Test
    void fragmentsAreSaidToBeUnchecked() throws Exception {
        byte[] boxes = join(FILM, box("moof", box("mfhd", new byte[8])), MEDIA);
        Value tree = MerkleSample.tree(1, 1)
                .put("hashes", List.of(Value.of(Bytes.wrap(new byte[32]))))
                .put("initHash", Bytes.wrap(new byte[32]))
                .put("count", 1)
                .build();
        DictBuilder only = Value.dict()
                .put("exclusions", List.of(c2paBox()))
                .put("alg", "sha256")
                .put("merkle", List.of(tree));
        requireFailure(BmffPicture.verify(boxes, file -> only.build()), StatusCode.GENERAL_ERROR, "fragmented");
        Value both = only.put("hash", Bytes.wrap(new byte[32])).build();
        requireFailure(BmffPicture.verify(boxes, file -> both), StatusCode.ASSERTION_BMFF_HASH_MALFORMED, "fragments");
    }
}
