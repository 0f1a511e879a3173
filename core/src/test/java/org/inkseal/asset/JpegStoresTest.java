package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;

/** Every way in which the APP11 segments of a store can be wrong (C2PA 2.2 §A.3.1). */
class JpegStoresTest {
    private static final JpegFormat FORMAT = new JpegFormat();
    private static final Bytes STORE = Stores.ofSize(857);
    private static final byte[] HEADER = STORE.slice(0, 8).toArray();

    @Test
    void storeInThreeSegmentsIsPutTogether() throws Exception {
        Bytes file = JpegBytes.start()
                .part(STORE, 1, 1, 0, 400)
                .part(STORE, 1, 2, 400, 800)
                .part(STORE, 1, 3, 800, 857)
                .scan();
        assertThat(file.from(2).hex()).startsWith("ffeb019a4a50000100000001000003596a756d62");
        assertThat(file.from(414).hex()).startsWith("ffeb01a24a50000100000002000003596a756d62");
        assertThat(file.from(834).hex()).startsWith("ffeb004b4a50000100000003000003596a756d62");
        assertThat(Signed.store(FORMAT, file)).isEqualTo(STORE);
        assertThat(Signed.map(FORMAT, file).carriers().get(0).extent().length()).isEqualTo(909);
    }

    @Test
    void storeWithAnExtendedLengthIsPutTogether() throws Exception {
        byte[] header = ByteBuffer.allocate(16)
                .putInt(1)
                .putInt(JpegFrame.JUMB)
                .putLong(865)
                .array();
        byte[] content = STORE.from(8).toArray();
        byte[] first = Bytes.wrap(content).slice(0, 100).toArray();
        byte[] second = Bytes.wrap(content).from(100).toArray();
        Bytes file = JpegBytes.start()
                .packet("JP", 1, 1, header, first)
                .packet("JP", 1, 2, header, second)
                .scan();
        assertThat(Signed.store(FORMAT, file)).isEqualTo(Bytes.concat(Bytes.wrap(header), Bytes.wrap(content)));
    }

    @Test
    void twoStoresWithOneInstanceNumberAreTwo() throws Exception {
        Bytes file = JpegBytes.start()
                .part(STORE, 1, 1, 0, 857)
                .segment(0xfe, "between")
                .part(STORE, 1, 1, 0, 857)
                .scan();
        AssetMap map = Signed.map(FORMAT, file);
        assertThat(map.carriers()).hasSize(2);
        assertThat(map.faults()).isEmpty();
    }

    @Test
    void otherBoxesAreLeftAlone() throws Exception {
        Bytes file = Sample.fullJpeg();
        assertThat(Signed.map(FORMAT, file).faults()).isEmpty();
        assertThat(Signed.without(FORMAT, file)).isEqualTo(file);
    }

    @Test
    void furtherSegmentsOfAnotherBoxAreLeftAlone() throws Exception {
        byte[] header = Hex.bytes("00000100 6a756d62");
        Bytes file = JpegBytes.start()
                .packet("JP", 3, 1, header, new byte[50])
                .packet("JP", 3, 2, header, new byte[50])
                .scan();
        assertThat(Signed.map(FORMAT, file).faults()).isEmpty();
    }

    @Test
    void packetsMayCountFromZero() throws Exception {
        Bytes file = JpegBytes.start()
                .part(STORE, 1, 0, 0, 400)
                .part(STORE, 1, 1, 400, 800)
                .part(STORE, 1, 2, 800, 857)
                .scan();
        assertThat(Signed.map(FORMAT, file).faults()).isEmpty();
        assertThat(Signed.store(FORMAT, file)).isEqualTo(STORE);
    }

    @Test
    void packetsThatCountFromZeroMayNotSkipOne() throws Exception {
        requireFault(file -> three(file, 0, 2, 3), "sequence number 2 where 1 is allowed");
    }

    @Test
    void storeThatStartsWithPacketTwoIsAFault() throws Exception {
        requireFault(file -> file.part(STORE, 1, 2, 0, 857), "sequence number 2, 0 and 1 are allowed");
    }

    @Test
    void missingPacketIsAFault() throws Exception {
        requireFault(file -> three(file, 1, 3, 4), "sequence number 3 where 2 is allowed");
    }

    @Test
    void repeatedPacketNumberIsAFault() throws Exception {
        requireFault(file -> three(file, 1, 1, 2), "sequence number 1 where 2 is allowed");
    }

    @Test
    void packetsOutOfOrderAreAFault() throws Exception {
        requireFault(file -> three(file, 1, 3, 2), "sequence number 3 where 2 is allowed");
    }

    @Test
    void firstPacketMissingIsAFault() throws Exception {
        requireFault(
                file -> file.part(STORE, 1, 2, 400, 800).part(STORE, 1, 3, 800, 857), "the first segment of the box");
    }

    @Test
    void lastPacketMissingIsAFault() throws Exception {
        requireFault(file -> file.part(STORE, 1, 1, 0, 400).part(STORE, 1, 2, 400, 800), "before the box is complete");
    }

    @Test
    void packetTooManyIsAFaultBesideTheStore() throws Exception {
        Bytes file = JpegBytes.start()
                .part(STORE, 1, 1, 0, 857)
                .part(STORE, 1, 2, 800, 857)
                .scan();
        assertThat(Signed.map(FORMAT, file).carriers()).hasSize(1);
        assertThat(Signed.map(FORMAT, file).faults()).hasSize(1);
    }

    @Test
    void secondInstanceNumberIsAFault() throws Exception {
        requireFault(file -> file.part(STORE, 1, 1, 0, 400).part(STORE, 2, 2, 400, 857), "another box");
    }

    @Test
    void otherLengthInALaterHeaderIsAFault() throws Exception {
        byte[] other = Hex.bytes("0000035a 6a756d62");
        requireFault(
                file -> file.part(STORE, 1, 1, 0, 400)
                        .packet("JP", 1, 2, other, STORE.from(400).toArray()),
                "other values");
    }

    @Test
    void otherTypeInALaterHeaderIsAFault() throws Exception {
        byte[] other = Hex.bytes("00000359 6a756d63");
        requireFault(
                file -> file.part(STORE, 1, 1, 0, 400)
                        .packet("JP", 1, 2, other, STORE.from(400).toArray()),
                "other values");
    }

    @Test
    void otherIdentifierInTheOnlyPacketIsAFault() throws Exception {
        requireFault(file -> file.packet("JQ", 1, 1, STORE.toArray()), "common identifier 4a51");
    }

    @Test
    void otherIdentifierInALaterPacketIsAFault() throws Exception {
        requireFault(
                file -> file.part(STORE, 1, 1, 0, 400)
                        .packet("JQ", 1, 2, HEADER, STORE.from(400).toArray()),
                "another box");
    }

    @Test
    void otherBoxTypeIsAFault() throws Exception {
        requireFault(
                file -> file.packet(
                        "JP",
                        1,
                        1,
                        Hex.bytes("00000359 6a756d63"),
                        STORE.from(8).toArray()),
                "'jumb'");
    }

    @Test
    void boxLengthsThatDoNotFitAreFaults() throws Exception {
        for (String length : new String[] {"00000000", "00000008", "00000358", "00000001"}) {
            byte[] header = Hex.bytes(length + "6a756d62");
            requireFault(file -> file.packet("JP", 1, 1, header, STORE.from(8).toArray()), "manifest store in APP11");
        }
        byte[] longer = Hex.bytes("0000035a 6a756d62");
        requireFault(file -> file.packet("JP", 1, 1, longer, STORE.from(8).toArray()), "before the box is complete");
    }

    @Test
    void packetThatHoldsTooMuchIsAFault() throws Exception {
        requireFault(
                file -> file.part(STORE, 1, 1, 0, 400)
                        .packet("JP", 1, 2, STORE.slice(0, 8).toArray(), new byte[458]),
                "more than the 857 bytes");
    }

    @Test
    void segmentBetweenPacketsIsAFault() throws Exception {
        for (int gap = 1; gap <= 2; gap++) {
            int at = gap;
            requireFault(
                    file -> {
                        file.part(STORE, 1, 1, 0, 400);
                        comment(file, at == 1).part(STORE, 1, 2, 400, 800);
                        return comment(file, at == 2).part(STORE, 1, 3, 800, 857);
                    },
                    "before the box is complete");
        }
    }

    @Test
    void fillBytesBetweenPacketsAreAFault() throws Exception {
        requireFault(
                file -> file.part(STORE, 1, 1, 0, 400).raw("ff").part(STORE, 1, 2, 400, 857), "each other directly");
    }

    @Test
    void fillBytesBeforeAStoreAreNotOfIt() throws Exception {
        Bytes file = JpegBytes.start().raw("ffff").part(STORE, 1, 1, 0, 857).scan();
        assertThat(Signed.map(FORMAT, file).carriers().get(0).extent().start()).isEqualTo(4);
    }

    @Test
    void storeWithAWrongLabelOrTypeIsAFaultAndNotNone() throws Exception {
        byte[] label = Stores.description("c2pb");
        requireFault(file -> file.packet("JP", 1, 1, Hex.bytes("00000026 6a756d62"), label), "label 'c2pa'");
        byte[] type = Stores.description("c2pa");
        type[8] = 0;
        requireFault(file -> file.packet("JP", 1, 1, Hex.bytes("00000026 6a756d62"), type), "lacks the type");
    }

    @Test
    void faultsOfOneBoxAreReportedOnceAndRemainsAreTakenOut() throws Exception {
        Bytes file = three(JpegBytes.start().segment(0xe0, "JFIF\0"), 1, 3, 2).scan();
        assertThat(Signed.map(FORMAT, file).faults()).hasSize(1);
        assertThat(Signed.without(FORMAT, file))
                .isEqualTo(JpegBytes.start().segment(0xe0, "JFIF\0").scan());
    }

    private static JpegBytes three(JpegBytes file, int first, int second, int third) {
        return file.part(STORE, 1, first, 0, 400)
                .part(STORE, 1, second, 400, 800)
                .part(STORE, 1, third, 800, 857);
    }

    private static JpegBytes comment(JpegBytes file, boolean here) {
        return here ? file.segment(0xfe, "foreign") : file;
    }

    private static void requireFault(UnaryOperator<JpegBytes> store, String message) throws Exception {
        Bytes file = store.apply(JpegBytes.start().segment(0xe0, "JFIF\0")).scan();
        AssetMap map = Signed.map(FORMAT, file);
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).isNotEmpty();
        assertThat(map.faults().get(0).message()).contains(message);
        assertThat(map.faults().get(0).offset()).isBetween(2L, (long) file.length());
    }
}
