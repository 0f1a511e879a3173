package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
    private static final Bytes INPUT = random(700_000);
    private static final ByteSource SOURCE = ByteSource.of(INPUT);
    private static final Bytes STORE = random(1_000);
    private static final Layout LAYOUT = new Layout(List.of(
            new Piece.Copy(new Range(0, 300_000)),
            new Piece.Literal(Bytes.utf8("new")),
            new Piece.Slot(1_000),
            new Piece.Copy(new Range(300_100, 399_900))));
    private static final Bytes BEFORE = Bytes.concat(INPUT.slice(0, 300_000), Bytes.utf8("new"));
    private static final Bytes AFTER = INPUT.from(300_100);

    @Test
    void piecesAreWrittenInTheirOrder() throws Exception {
        assertThat(LAYOUT.slot()).contains(new Range(300_003, 1_000));
        assertThat(written(LAYOUT, STORE)).isEqualTo(Bytes.concat(BEFORE, STORE, AFTER));
        assertThat(LAYOUT.length()).isEqualTo(700_903);
    }

    @Test
    void aLargeFileIsHashedOnAnotherThreadInTheSameOrder(@TempDir Path folder) throws Exception {
        Bytes large = random(9 << 20);
        Layout layout = new Layout(List.of(
                new Piece.Copy(new Range(0, 3 << 20)),
                new Piece.Slot(1_000),
                new Piece.Literal(Bytes.utf8("new")),
                new Piece.Copy(Range.between(3 << 20, 9 << 20))));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        AtomicLong next = new AtomicLong();
        Path file = folder.resolve("out");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            layout.copyAndHash(
                    ByteSource.of(large),
                    out,
                    (position, bytes) -> {
                        assertThat(position).isEqualTo(next.get() == 3 << 20 ? next.addAndGet(1_000) : next.get());
                        next.addAndGet(bytes.remaining());
                        digest.update(bytes);
                    },
                    Progress.NONE);
            layout.fill(out, STORE);
        }
        Bytes before = large.slice(0, 3 << 20);
        Bytes after = Bytes.concat(Bytes.utf8("new"), large.from(3 << 20));
        assertThat(Bytes.wrap(digest.digest())).isEqualTo(sha256(before, after));
        assertThat(Bytes.wrap(Files.readAllBytes(file))).isEqualTo(Bytes.concat(before, STORE, after));
    }

    @Test
    void whatTheObserverOfALargeFileThrowsReachesTheCaller(@TempDir Path folder) throws Exception {
        Bytes large = random(9 << 20);
        Layout layout = new Layout(List.of(new Piece.Copy(new Range(0, large.length()))));
        Path file = folder.resolve("out");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertThatThrownBy(() -> layout.copyAndHash(
                            ByteSource.of(large),
                            out,
                            (position, bytes) -> {
                                throw new IllegalStateException("enough");
                            },
                            Progress.NONE))
                    .hasStackTraceContaining("enough");
        }
    }

    @Test
    void aPreviewReadsAsWhatIsWritten() throws Exception {
        Layout layout = new Layout(List.of(
                new Piece.Copy(new Range(5, 40)),
                new Piece.Slot(1_000),
                new Piece.Padding(3),
                new Piece.Unbound(Bytes.utf8("7")),
                new Piece.Literal(Bytes.utf8("new")),
                new Piece.Copy(new Range(0, 60))));
        Bytes written = written(layout, STORE);
        try (ByteSource preview = layout.preview(SOURCE, STORE)) {
            assertThat(preview.size()).isEqualTo(written.length());
            for (int from = 0; from <= written.length(); from++) {
                int length = Math.min(written.length() - from, 100);
                assertThat(preview.read(from, length)).isEqualTo(written.slice(from, from + length));
            }
            assertThat(preview.read(written.length(), ByteBuffer.allocate(1))).isEqualTo(-1);
        }
        assertThat(layout.storeBox()).contains(new Range(40, 1_003));
        assertThat(LAYOUT.storeBox()).isEqualTo(LAYOUT.slot());
    }

    @Test
    void hashCoversAllButTheSlot() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        LAYOUT.hashInto(SOURCE, digest, Progress.NONE);
        assertThat(Bytes.wrap(digest.digest())).isEqualTo(sha256(BEFORE, AFTER));
    }

    @Test
    void onePassWritesAndHashesAndLeavesAHole(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("out");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        AtomicLong seen = new AtomicLong();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            LAYOUT.copyAndHash(SOURCE, out, (position, bytes) -> digest.update(bytes), seen::addAndGet);
            LAYOUT.fill(out, STORE);
        }
        assertThat(Bytes.wrap(digest.digest())).isEqualTo(sha256(BEFORE, AFTER));
        assertThat(Bytes.wrap(Files.readAllBytes(file))).isEqualTo(Bytes.concat(BEFORE, STORE, AFTER));
        assertThat(seen).hasValue(BEFORE.length() + AFTER.length());
    }

    @Test
    void neighboursAreJoinedAndEmptyPiecesDropped() {
        Layout layout = new Layout(List.of(
                new Piece.Copy(new Range(0, 5)),
                new Piece.Copy(new Range(5, 5)),
                new Piece.Literal(Bytes.EMPTY),
                new Piece.Copy(new Range(10, 1)),
                new Piece.Copy(new Range(20, 1))));
        assertThat(layout.pieces()).containsExactly(new Piece.Copy(new Range(0, 11)), new Piece.Copy(new Range(20, 1)));
    }

    @Test
    void secondSlotIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Layout(List.of(new Piece.Slot(1), new Piece.Slot(1))));
    }

    @Test
    void storeThatDoesNotFitTheSlotIsRefusedBeforeWriting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(LAYOUT, STORE.from(1)))
                .withMessage("framed store of 999 bytes for a slot of 1000");
    }

    @Test
    void exclusionsAreLeftOutOfAHash() throws Exception {
        List<Range> exclusions =
                List.of(new Range(10, 0), new Range(10, 5), new Range(15, 1), new Range(690_000, 10_000));
        HashedRanges ranges = HashedRanges.allBut(INPUT.length(), exclusions);
        assertThat(ranges.length()).isEqualTo(INPUT.length() - 10_006);
        assertThat(ranges.hash(SOURCE, MessageDigest.getInstance("SHA-256"), Progress.NONE))
                .isEqualTo(sha256(INPUT.slice(0, 10), INPUT.slice(16, 690_000)));
    }

    @Test
    void exclusionsOutOfOrderOrOutsideTheFileAreRefused() {
        for (List<Range> wrong : List.of(
                List.of(new Range(10, 5), new Range(14, 5)),
                List.of(new Range(10, 5), new Range(0, 5)),
                List.of(new Range(95, 6)),
                List.of(new Range(0, Long.MAX_VALUE)))) {
            assertThatIllegalArgumentException().isThrownBy(() -> HashedRanges.allBut(100, wrong));
        }
    }

    private static Bytes written(Layout layout, Bytes store) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        layout.writeTo(SOURCE, Channels.newChannel(out), store, Progress.NONE);
        return Bytes.wrap(out.toByteArray());
    }

    private static Bytes sha256(Bytes... parts) throws Exception {
        return Bytes.wrap(
                MessageDigest.getInstance("SHA-256").digest(Bytes.concat(parts).toArray()));
    }

    private static Bytes random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}
