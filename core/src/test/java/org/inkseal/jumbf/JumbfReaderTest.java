package org.inkseal.jumbf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.Random;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.Limits;
import org.inkseal.io.MalformedException;
import org.inkseal.testing.Allocation;
import org.inkseal.testing.Hex;
import org.junit.jupiter.api.Test;

class JumbfReaderTest {
    private static final String CBOR_TYPE = "63626f7200110010800000aa00389b71";

    private static SuperBox read(Bytes store) throws MalformedException {
        return JumbfReader.read(store, Budget.standard());
    }

    private static MalformedException refusal(Bytes store) {
        return catchThrowableOfType(MalformedException.class, () -> read(store));
    }

    /** A superbox with these fields in its description after the type. */
    private static Bytes described(String fields) {
        Bytes description = JumbfWriter.contentBox("jumd", Hex.of(CBOR_TYPE + fields));
        return JumbfWriter.contentBox("jumb", description);
    }

    private static Bytes nested(int depth) {
        Bytes box = Bytes.EMPTY;
        for (int i = 0; i < depth; i++) {
            box = JumbfWriter.superBox(ContentType.CBOR, "a", Optional.empty(), box);
        }
        return box;
    }

    @Test
    void treeIsReadAsWritten() throws Exception {
        Bytes bytes = SampleBoxes.store();
        SuperBox store = read(bytes);
        SuperBox assertions = store.child("urn:c2pa:sample")
                .flatMap(box -> box.child("c2pa.assertions"))
                .orElseThrow();
        SuperBox actions = assertions.child("c2pa.actions.v2").orElseThrow();

        assertThat(store.raw()).isEqualTo(bytes);
        assertThat(store.contentType()).isEqualTo(ContentType.STORE).hasToString("c2pa");
        assertThat(assertions.children()).hasSize(4);
        assertThat(assertions.superBoxes()).hasSize(2);
        assertThat(assertions.firstContent("zzzz").orElseThrow().content()).isEqualTo(Bytes.utf8("unknown"));
        assertThat(actions.raw()).isEqualTo(SampleBoxes.actions(Optional.of(SampleBoxes.SALT)));
        assertThat(actions.content()).isEqualTo(actions.raw().from(8));
        assertThat(actions.description().salt()).contains(SampleBoxes.SALT);
        assertThat(actions.firstContent("cbor").orElseThrow().content()).isEqualTo(SampleBoxes.ACTIONS);
        assertThat(EmbeddedFile.read(assertions.child("c2pa.thumbnail.claim").orElseThrow()))
                .isEqualTo(new EmbeddedFile("image/jpeg", Optional.empty(), Hex.of("ffd8ffd9")));
    }

    @Test
    void labelThatTwoChildrenHaveFindsNeither() throws Exception {
        Bytes child = SampleBoxes.thumbnail();
        Bytes twice = JumbfWriter.superBox(ContentType.ASSERTION_STORE, "a", Optional.empty(), child, child);

        assertThat(read(twice).superBoxes()).hasSize(2);
        assertThat(read(twice).child("c2pa.thumbnail.claim")).isEmpty();
        assertThat(read(twice).child("absent")).isEmpty();
    }

    @Test
    void outermostLengthMayBeLeftOpenOrExtended() throws Exception {
        Bytes store = SampleBoxes.store();
        Bytes open = Bytes.concat(Hex.of("00000000"), store.from(4));
        Bytes extended =
                Bytes.concat(Hex.of("000000016a756d62" + String.format("%016x", store.length() + 8)), store.from(8));

        assertThat(read(open).children()).isEqualTo(read(store).children());
        assertThat(read(extended).content()).isEqualTo(read(store).content());
    }

    @Test
    void lengthThatDoesNotAddUpIsRefused() {
        Bytes store = SampleBoxes.store();
        for (String head : new String[] {
            "00000000", "00000001", "00000007", "00000002", "7fffffff", "80000000", "ffffffff", "0000001d", "0000001f"
        }) {
            assertThat(refusal(Bytes.concat(store.slice(0, 8), Hex.of(head), store.from(12))))
                    .isNotNull();
        }
        Bytes huge = Bytes.concat(Hex.of("000000016a756d628000000000000000"), store.from(8));
        assertThat(refusal(huge)).isNotNull();
        assertThat(refusal(Hex.of("00000001 6a756d62 0000000000000008"))).isNotNull();
    }

    @Test
    void whatFollowsTheStoreIsRefused() {
        for (String junk : new String[] {"00", "0000000866726565", "00000000000000000000", "ff"}) {
            assertThat(refusal(Bytes.concat(SampleBoxes.store(), Hex.of(junk)))).hasMessageContaining("are left");
        }
    }

    @Test
    void paddingThatHoldsSomethingIsRefused() throws Exception {
        for (String type : new String[] {"free", "skip"}) {
            Bytes hidden = JumbfWriter.contentBox(type, Hex.of("0000000100"));
            assertThat(refusal(JumbfWriter.superBox(ContentType.STORE, "c2pa", Optional.empty(), hidden)))
                    .hasMessageContaining("not zero");
        }
    }

    @Test
    void descriptionFieldsAreReadInTheirOrder() throws Exception {
        String hash = "ab".repeat(32);
        Description description = read(described(
                        "1f" + "6100" + "ffffffff" + hash + "0000001863327368" + SampleBoxes.SALT.hex()))
                .description();

        assertThat(description.label()).contains("a");
        assertThat(description.id()).hasValue(0xffffffffL);
        assertThat(description.sha256()).contains(Hex.of(hash));
        assertThat(description.salt()).contains(SampleBoxes.SALT);
        assertThat(description.isRequestable()).isTrue();
        assertThat(read(described("00")).label()).isEmpty();
        assertThat(read(described("10" + "0000000978787878ff")).description().salt())
                .isEmpty();
    }

    @Test
    void descriptionThatBreaksARuleIsRefused() {
        String[] fields = {
            "",
            "23" + "6100",
            "43" + "6100",
            "83" + "6100",
            "03",
            "03" + "61",
            "03" + "c08000",
            "03" + "eda08000",
            "03" + "0a00",
            "03" + "c28500",
            "03" + "7f00",
            "03" + "612f6200",
            "03" + "3b00",
            "03" + "3f00",
            "03" + "2300",
            "03" + "610000",
            "04" + "000000",
            "08" + "ab".repeat(31),
            "10",
            "10" + "0000000863327368",
            "10" + "0000001763327368" + "00".repeat(15),
            "10" + "0000001963327368" + "00".repeat(17),
            "10" + "0000000063327368" + "00".repeat(16),
            "10" + "0000001863327368" + "00".repeat(17)
        };
        for (String field : fields) {
            assertThat(refusal(described(field))).as(field).isNotNull();
        }
    }

    @Test
    void superBoxBeginsWithItsOnlyDescription() {
        Bytes description = JumbfWriter.contentBox("jumd", Hex.of(CBOR_TYPE + "00"));

        assertThat(refusal(JumbfWriter.contentBox("jumb", Bytes.EMPTY))).isNotNull();
        assertThat(refusal(JumbfWriter.contentBox("jumb", JumbfWriter.contentBox("cbor", description))))
                .isNotNull();
        assertThat(refusal(JumbfWriter.contentBox("jumb", Bytes.concat(description, description))))
                .isNotNull();
        assertThat(refusal(description)).isNotNull();
        assertThat(refusal(Bytes.EMPTY)).isNotNull();
    }

    @Test
    void limitsAreExact() throws Exception {
        assertThat(read(nested(16))).isNotNull();
        assertThatThrownBy(() -> read(nested(17))).hasMessageStartingWith("limit.jumbfDepth");

        String label = "61".repeat(1024);
        assertThat(read(described("03" + label + "00")).label().orElseThrow()).hasSize(1024);
        assertThatThrownBy(() -> read(described("03" + label + "6100"))).hasMessageStartingWith("limit.labelBytes");

        assertThat(JumbfReader.read(nested(3), new Budget(Limits.standard().with(Limit.BOXES, 6))))
                .isNotNull();
        assertThatThrownBy(() ->
                        JumbfReader.read(nested(3), new Budget(Limits.standard().with(Limit.BOXES, 5))))
                .hasMessageStartingWith("limit.boxes");
    }

    @Test
    void thousandsOfNestedBoxesAreRefusedInLittleMemory() {
        Bytes deep = nested(2_000);

        assertThat(Allocation.of(() -> assertThat(refusal(deep)).isNotNull())).isLessThan(2 << 20);
    }

    @Test
    void truncationAnywhereIsRefused() {
        Bytes store = SampleBoxes.store();
        for (int length = 0; length < store.length(); length++) {
            assertThat(refusal(store.slice(0, length))).as("%d bytes", length).isNotNull();
        }
    }

    @Test
    void noMutationDoesMoreThanBeRefused() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Bytes store = SampleBoxes.store();
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = store.toArray();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Bytes mutated = Bytes.wrap(bytes);
            try {
                assertThat(read(mutated).raw()).isEqualTo(mutated);
            } catch (MalformedException e) {
                assertThat(e.offset()).as("seed %d", seed).isBetween(0L, (long) store.length());
            }
        }
    }
}
