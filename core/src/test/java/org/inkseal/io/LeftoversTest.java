package org.inkseal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Locks and temporary files: of the living, of the dead, and of a process that is ended by a signal. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are those of POSIX")
class LeftoversTest {
    private static final OutputOptions STANDARD = OutputOptions.standard();
    /** Above the highest number that Linux gives to a process. */
    private static final long NOBODY = 4_194_305;

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("picture.png"), "old");
    }

    @Test
    void fileThatIsBeingReplacedHereIsRefused() throws Exception {
        AtomicOutput first = AtomicOutput.replace(file, STANDARD);
        try (first) {
            assertThat(lock()).hasContent("inkseal " + ProcessHandle.current().pid());
            assertThatIOException()
                    .isThrownBy(() -> AtomicOutput.replace(file, STANDARD))
                    .withMessageContaining("being written by this process already");
            assertThat(AtomicOutput.sweep(folder)).isZero();
            assertThat(lock()).exists();
        }
        AtomicOutput.replace(file, STANDARD).close();
        assertThat(lock()).doesNotExist();
    }

    @Test
    void lockOfALivingProcessIsRespected() throws Exception {
        long living = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(lock(), "inkseal " + living + "\n");
        assertThatIOException()
                .isThrownBy(() -> AtomicOutput.replace(file, STANDARD))
                .withMessageContaining("being written by another process")
                .withMessageContaining(lock().getFileName().toString());
        assertThat(AtomicOutput.sweep(folder)).isZero();
        assertThat(lock()).exists();
    }

    @Test
    void lockOfADeadProcessIsTakenOver() throws Exception {
        for (String stale : List.of(
                "inkseal " + NOBODY + "\n",
                "",
                "inkseal " + ProcessHandle.current().pid() + "\n")) {
            Files.writeString(lock(), stale);
            AtomicOutput.replace(file, STANDARD).close();
            assertThat(lock()).doesNotExist();
        }
    }

    @Test
    void fileThatIsNoLockIsNeitherWrittenNorDeleted() throws Exception {
        Files.writeString(lock(), "somebody's notes");
        assertThatIOException()
                .isThrownBy(() -> AtomicOutput.replace(file, STANDARD))
                .withMessageContaining("stands where a lock should");
        assertThat(AtomicOutput.sweep(folder)).isZero();
        assertThat(lock()).hasContent("somebody's notes");
    }

    @Test
    void linkInPlaceOfALockIsNotFollowed() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "");
        Files.createSymbolicLink(lock(), victim);
        assertThatIOException().isThrownBy(() -> AtomicOutput.replace(file, STANDARD));
        assertThat(AtomicOutput.sweep(folder)).isZero();
        assertThat(victim).hasContent("");
    }

    @Test
    void orphansAreSweptAndNothingElse() throws Exception {
        long living = ProcessHandle.current().parent().orElseThrow().pid();
        List<String> orphans = List.of(
                ".a.png.inkseal-" + NOBODY + "-0123456789abcdef.tmp",
                ".\nb.inkseal-" + NOBODY + "-0123456789abcdef.tmp",
                ".c.inkseal-" + ProcessHandle.current().pid() + "-0123456789abcdef.tmp",
                ".d.inkseal.lock");
        List<String> others = List.of(
                ".a.png.inkseal-" + living + "-0123456789abcdef.tmp",
                ".a.png.inkseal-" + NOBODY + "-x.tmp",
                ".a.png.inkseal--0123456789abcdef.tmp",
                ".a.png.inkseal-" + "9".repeat(30) + "-0123456789abcdef.tmp",
                ".inkseal-" + NOBODY + "-0123456789abcdef.tmp",
                "a.inkseal-" + NOBODY + "-0123456789abcdef.tmp",
                ".tmp",
                "picture.png");
        for (String name : concat(orphans, others)) {
            Files.writeString(folder.resolve(name), name.endsWith(".lock") ? "inkseal " + NOBODY + "\n" : "x");
        }
        Files.createDirectory(folder.resolve(".dir.inkseal-" + NOBODY + "-0123456789abcdef.tmp"));
        assertThat(AtomicOutput.sweep(folder)).isEqualTo(orphans.size());
        assertThat(orphans).noneMatch(name -> Files.exists(folder.resolve(name)));
        assertThat(others).allMatch(name -> Files.exists(folder.resolve(name)));
    }

    @Test
    void oneOfManyThreadsGetsTheFile() throws Exception {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                for (int round = 0; round < 50; round++) {
                    try (AtomicOutput out = AtomicOutput.replace(file, STANDARD)) {
                        out.channel().write(Bytes.utf8("new").buffer());
                        out.commit(false);
                        done.incrementAndGet();
                    } catch (IOException busy) {
                        refused.incrementAndGet();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(done).hasPositiveValue();
        assertThat(done.get() + refused.get()).isEqualTo(400);
        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("picture.png");
    }

    @Test
    void signalLeavesNothing() throws Exception {
        Process writer = start("pause");
        assertThat(writer.getInputStream().read()).isEqualTo('!');
        assertThat(folder.toFile().list()).hasSize(3);
        writer.destroy();
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.toFile().list()).containsExactly("picture.png");
        assertThat(file).hasContent("old");
    }

    @Test
    void remainsOfAKilledProcessAreSwept() throws Exception {
        Process writer = start("pause");
        assertThat(writer.getInputStream().read()).isEqualTo('!');
        assertThatIOException()
                .isThrownBy(() -> AtomicOutput.replace(file, STANDARD))
                .withMessageContaining("another process");
        writer.destroyForcibly().waitFor();
        assertThat(AtomicOutput.sweep(folder)).isEqualTo(2);
        assertThat(folder.toFile().list()).containsExactly("picture.png");
        assertThat(file).hasContent("old");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PausingWriter.class.getName(),
                file.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A program that is in the middle of replacing a file when it is ended. */
    static final class PausingWriter {
        private PausingWriter() {}

        public static void main(String[] arguments) throws Exception {
            try (AtomicOutput out = AtomicOutput.replace(Path.of(arguments[0]), STANDARD)) {
                out.channel().write(Bytes.utf8("half").buffer());
                System.out.write('!');
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }

    private static List<String> concat(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private Path lock() {
        return folder.resolve(".picture.png.inkseal.lock");
    }
}
