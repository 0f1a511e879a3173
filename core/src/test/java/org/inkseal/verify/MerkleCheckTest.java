package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inkseal.verify.BmffPicture.ascii;
import static org.inkseal.verify.BmffPicture.box;
import static org.inkseal.verify.BmffPicture.c2paBox;
import static org.inkseal.verify.BmffPicture.join;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleCheckTest {
    private static final Bytes CONTENT = Bytes.utf8("0123456789abcdefghijklmnopqrstuvwxyzABCDEFG");
    private static final byte[] MEDIA = box("mdat", CONTENT.toArray());
    private static final int MEDIA_AT = BmffPicture.START;

    private static List<Bytes> parts(int size) {
        List<Bytes> parts = new ArrayList<>();
        for (int at = 0; at < CONTENT.length(); at += size) {
            parts.add(CONTENT.slice(at, Math.min(CONTENT.length(), at + size)));
        }
        return parts;
    }

    /** A hash that leaves out the media data but for eight bytes, and a tree over them. */
    private static Value assertion(byte[] file, Value... trees) {
        Value media = Value.dict()
                .put("xpath", "/mdat")
                .put(
                        "subset",
                        List.of(Value.dict().put("offset", 16).put("length", 0).build()))
                .build();
        BitSet cut = new BitSet();
        cut.set(MEDIA_AT + 16, MEDIA_AT + MEDIA.length);
        return Value.dict()
                .put("exclusions", List.of(c2paBox(), media))
                .put("alg", "sha256")
                .put("hash", BmffPicture.hash(file, cut, List.of("uuid")))
                .put("merkle", List.of(trees))
                .build();
    }

    private static DictBuilder tree(List<Bytes> hashes, int count) {
        return MerkleSample.tree(7, 0)
                .put("count", count)
                .put("hashes", hashes.stream().map(Value::of).toList());
    }

    private static void requireMatch(Report report) {
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.active().has(StatusCode.ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT))
                .isFalse();
    }

    private static void requireFailure(Report report, StatusCode code) {
        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(report.failures()).anyMatch(finding -> finding.code() == code);
        assertThat(report.active().has(StatusCode.ASSERTION_BMFF_HASH_MATCH)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7, 43, 100})
    void leavesOfOneSizeAreCheckedOneByOne(int size) throws Exception {
        MerkleSample sample = new MerkleSample(parts(size));
        Value tree = tree(sample.row(0), sample.row(0).size())
                .put("fixedBlockSize", size)
                .build();
        byte[] file = BmffPicture.make(MEDIA, plain -> assertion(plain, tree));
        requireMatch(BmffPicture.verify(file));
        for (int at = MEDIA_AT; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= 1;
            assertThat(BmffPicture.verify(changed).state()).as("byte " + at).isEqualTo(ValidationState.INVALID);
        }
    }

    @Test
    void leavesMayBeginWhereTheHashOfTheFileEnds() throws Exception {
        List<Bytes> parts = List.of(CONTENT.slice(8, 24), CONTENT.slice(24, 40), CONTENT.from(40));
        Value tree = tree(new MerkleSample(parts).row(0), 3)
                .put("fixedBlockSize", 16)
                .build();
        byte[] file = BmffPicture.make(MEDIA, plain -> assertion(plain, tree));
        requireMatch(BmffPicture.verify(file));
        for (int at = MEDIA_AT; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= 1;
            assertThat(BmffPicture.verify(changed).state()).as("byte " + at).isEqualTo(ValidationState.INVALID);
        }
    }

    @Test
    void leavesOfManySizesAndOneLeafAreChecked() throws Exception {
        List<Bytes> parts = List.of(CONTENT.slice(0, 3), CONTENT.slice(3, 30), CONTENT.from(30));
        MerkleSample sample = new MerkleSample(parts);
        Value many = tree(sample.row(0), 3)
                .put("variableBlockSizes", List.of(Value.of(3), Value.of(27), Value.of(CONTENT.length() - 30)))
                .build();
        requireMatch(BmffPicture.verify(MEDIA, plain -> assertion(plain, many)));
        Value one = tree(new MerkleSample(List.of(CONTENT)).row(0), 1).build();
        requireMatch(BmffPicture.verify(MEDIA, plain -> assertion(plain, one)));
    }

    @ParameterizedTest
    @CsvSource({"5, 1, 0", "5, 2, 3", "5, 4, 0", "4, 3, 12", "43, 0, 0", "7, 3, 1", "1, 6, 0"})
    void boxesOfHashesLeadFromTheLeavesToTheSignedRow(int size, int depth, int padding) throws Exception {
        List<Bytes> parts = parts(size);
        MerkleSample sample = new MerkleSample(parts);
        Value tree = tree(sample.row(depth), parts.size())
                .put("fixedBlockSize", size)
                .build();
        List<byte[]> boxes = new ArrayList<>(List.of(MEDIA));
        for (int leaf = 0; leaf < parts.size(); leaf++) {
            boxes.add(sample.box(leaf, depth, padding));
        }
        byte[] whole = join(boxes.toArray(new byte[0][]));
        byte[] file = BmffPicture.make(whole, plain -> assertion(plain, tree));
        requireMatch(BmffPicture.verify(file));
        byte[] changed = file.clone();
        changed[MEDIA_AT + 8 + 20] ^= 1;
        requireFailure(BmffPicture.verify(changed), StatusCode.ASSERTION_BMFF_HASH_MISMATCH);
        if (depth > 0) {
            byte[] fewer = join(boxes.subList(0, boxes.size() - 1).toArray(new byte[0][]));
            requireFailure(
                    BmffPicture.verify(fewer, plain -> assertion(plain, tree)),
                    StatusCode.ASSERTION_BMFF_HASH_MALFORMED);
        }
    }

    @Test
    void treeAgainstTheRulesIsMalformed() throws Exception {
        MerkleSample sample = new MerkleSample(parts(5));
        int count = sample.row(0).size();
        List<Value> wrong = List.of(
                tree(sample.row(0), count + 1).put("fixedBlockSize", 5).build(),
                tree(sample.row(0), count - 1).put("fixedBlockSize", 5).build(),
                tree(sample.row(0), count).put("fixedBlockSize", 0).build(),
                tree(sample.row(0), count).build(),
                tree(sample.row(0).subList(0, 7), count)
                        .put("fixedBlockSize", 5)
                        .build(),
                tree(sample.row(0), 1)
                        .put("fixedBlockSize", CONTENT.length())
                        .put("variableBlockSizes", List.of(Value.of(CONTENT.length())))
                        .build(),
                tree(sample.row(0), 1)
                        .put("variableBlockSizes", List.of(Value.of(CONTENT.length() - 1)))
                        .build(),
                MerkleSample.tree(7, 1)
                        .put("count", count)
                        .put("hashes", sample.row(0).stream().map(Value::of).toList())
                        .put("fixedBlockSize", 5)
                        .build());
        for (Value tree : wrong) {
            requireFailure(
                    BmffPicture.verify(MEDIA, plain -> assertion(plain, tree)),
                    StatusCode.ASSERTION_BMFF_HASH_MALFORMED);
        }
        Value twice = tree(sample.row(0), count).put("fixedBlockSize", 5).build();
        requireFailure(
                BmffPicture.verify(MEDIA, plain -> assertion(plain, twice, twice)),
                StatusCode.ASSERTION_BMFF_HASH_MALFORMED);
    }

    @Test
    void mediaDataWithoutATreeAreNotSigned() throws Exception {
        byte[] two = join(MEDIA, box("mdat", ascii("more than eight bytes that no tree covers")));
        Value tree = tree(new MerkleSample(List.of(CONTENT)).row(0), 1).build();
        Report report = BmffPicture.verify(two, file -> {
            BitSet cut = new BitSet();
            cut.set(MEDIA_AT + 16, MEDIA_AT + MEDIA.length);
            cut.set(MEDIA_AT + MEDIA.length + 16, file.length);
            Value media = Value.dict()
                    .put("xpath", "/mdat")
                    .put(
                            "subset",
                            List.of(Value.dict()
                                    .put("offset", 16)
                                    .put("length", 0)
                                    .build()))
                    .build();
            return Value.dict()
                    .put("exclusions", List.of(c2paBox(), media))
                    .put("alg", "sha256")
                    .put("hash", BmffPicture.hash(file, cut, List.of("uuid")))
                    .put("merkle", List.of(tree))
                    .build();
        });
        requireFailure(report, StatusCode.ASSERTION_BMFF_HASH_MISMATCH);
    }
}
