package org.inkseal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions and links are those of POSIX")
class AtomicOutputTest {
    private static final OutputOptions STANDARD = OutputOptions.standard();

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("picture.png"), "old");
    }

    @Test
    void newFileAppearsOnCommitWithTheModeOfANewFile() throws Exception {
        Path target = folder.resolve("new.png");
        Path plain = Files.writeString(folder.resolve("plain"), "");
        try (AtomicOutput out = AtomicOutput.create(target, STANDARD.expecting(3))) {
            write(out, "new");
            assertThat(target).doesNotExist();
            assertThat(out.temp()).hasContent("new").hasParent(folder);
            out.commit(false);
        }
        assertThat(target).hasContent("new");
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(Files.getPosixFilePermissions(plain));
        requireFiles("new.png", "picture.png", "plain");
    }

    @Test
    void newFileIsNoMoreOpenThanItsSource() throws Exception {
        mode(file, "rw-------");
        Path target = folder.resolve("new.png");
        commit(AtomicOutput.create(target, STANDARD.like(file)), "new");
        assertThat(mode(target)).isEqualTo("rw-------");
    }

    @Test
    void outputThatIsNotCommittedLeavesNothing() throws Exception {
        try (AtomicOutput out = AtomicOutput.create(folder.resolve("new.png"), STANDARD)) {
            write(out, "new");
        }
        try (AtomicOutput out = AtomicOutput.replace(file, STANDARD)) {
            write(out, "new");
        }
        assertThat(file).hasContent("old");
        requireFiles("picture.png");
    }

    @Test
    void failingWriterLeavesNothing() {
        assertThatIOException().isThrownBy(() -> {
            try (AtomicOutput out = AtomicOutput.replace(file, STANDARD)) {
                write(out, "half");
                throw new IOException("disk full");
            }
        });
        assertThat(file).hasContent("old");
        requireFiles("picture.png");
    }

    @Test
    void existingOutputIsRefusedUnlessAllowed() throws Exception {
        assertThatIOException()
                .isThrownBy(() -> AtomicOutput.create(file, STANDARD))
                .withMessageContaining("exists already");
        commit(AtomicOutput.create(file, STANDARD.replacing()), "new");
        assertThat(file).hasContent("new");
        requireFiles("picture.png");
    }

    @Test
    void outputThatAppearsMeanwhileIsNotOverwritten() throws Exception {
        Path target = folder.resolve("new.png");
        try (AtomicOutput out = AtomicOutput.create(target, STANDARD)) {
            write(out, "ours");
            Files.writeString(target, "theirs");
            assertThatIOException().isThrownBy(() -> out.commit(false)).withMessageContaining("exists already");
        }
        assertThat(target).hasContent("theirs");
        requireFiles("new.png", "picture.png");
    }

    @Test
    void replacedFileKeepsItsMode() throws Exception {
        mode(file, "rw-r-----");
        try (AtomicOutput out = AtomicOutput.replace(file, STANDARD)) {
            assertThat(mode(out.temp())).isEqualTo("rw-------");
            write(out, "new");
            out.commit(true);
        }
        assertThat(file).hasContent("new");
        assertThat(mode(file)).isEqualTo("rw-r-----");
        requireFiles("picture.png");
    }

    @Test
    void setuidIsDropped() throws Exception {
        Files.setAttribute(file, "unix:mode", 06755);
        commit(AtomicOutput.replace(file, STANDARD), "new");
        assertThat((int) Files.getAttribute(file, "unix:mode") & 07777).isEqualTo(0755);
    }

    @Test
    void ownerAndGroupAreKeptWhereThatIsAllowed() throws Exception {
        assumeThat(Files.getAttribute(folder, "unix:uid"))
                .as("root may give files away")
                .isEqualTo(0);
        Files.setAttribute(file, "unix:uid", 1234);
        Files.setAttribute(file, "unix:gid", 5678);
        commit(AtomicOutput.replace(file, STANDARD), "new");
        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(1234);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(5678);
    }

    @Test
    void replacedFileKeepsItsExtendedAttributes() throws Exception {
        assumeThat(Files.getFileStore(file).supportsFileAttributeView(UserDefinedFileAttributeView.class))
                .isTrue();
        attributes(file).write("note", ByteBuffer.wrap(new byte[] {1, 2, 3}));
        attributes(file).write("empty", ByteBuffer.allocate(0));
        commit(AtomicOutput.replace(file, STANDARD), "new");
        ByteBuffer value = ByteBuffer.allocate(3);
        attributes(file).read("note", value);
        assertThat(value.array()).containsExactly(1, 2, 3);
        assertThat(attributes(file).list()).containsExactlyInAnyOrder("note", "empty");
    }

    @Test
    void timeIsKeptOnRequest() throws Exception {
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, time);
        commit(AtomicOutput.replace(file, STANDARD.keepingTime()), "new");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        commit(AtomicOutput.replace(file, STANDARD), "newer");
        assertThat(Files.getLastModifiedTime(file)).isGreaterThan(time);
    }

    @Test
    void linkStaysALinkAndTheRealFileIsReplaced() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link.png"), file);
        try (AtomicOutput out = AtomicOutput.replace(link, STANDARD)) {
            assertThat(out.target()).isEqualTo(file.toRealPath());
            assertThat(out.temp()).hasParent(folder.toRealPath());
            write(out, "new");
            out.commit(false);
        }
        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(file).isRegularFile().hasContent("new");
    }

    @Test
    void danglingLinkIsRefused() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), folder.resolve("nothing"));
        assertThatIOException().isThrownBy(() -> AtomicOutput.replace(link, STANDARD));
        for (OutputOptions options : List.of(STANDARD, STANDARD.replacing())) {
            assertThatIOException()
                    .isThrownBy(() -> AtomicOutput.create(link, options))
                    .withMessageContaining("link to nothing");
        }
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void hardLinkIsRefusedUnlessAllowed() throws Exception {
        Path other = Files.createLink(folder.resolve("other.png"), file);
        assertThatIOException()
                .isThrownBy(() -> AtomicOutput.replace(file, STANDARD))
                .withMessageContaining("2 names");
        commit(AtomicOutput.replace(file, STANDARD.breakingLinks()), "new");
        assertThat(file).hasContent("new");
        assertThat(other).hasContent("old");
    }

    @Test
    void directoryIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> AtomicOutput.replace(folder, STANDARD))
                .withMessageContaining("not a regular file");
    }

    @Test
    void changedSourceIsKept() throws Exception {
        try (AtomicOutput out = AtomicOutput.replace(file, STANDARD)) {
            write(out, "new");
            Files.writeString(file, "changed");
            assertThatIOException().isThrownBy(() -> out.commit(false)).withMessageContaining("changed by somebody");
        }
        assertThat(file).hasContent("changed");
        requireFiles("picture.png");
    }

    @Test
    void sourceThatWasReplacedOrDeletedIsNotWritten() throws Exception {
        try (AtomicOutput out = AtomicOutput.replace(file, STANDARD.keepingTime())) {
            FileTime time = Files.getLastModifiedTime(file);
            Path twin = Files.writeString(folder.resolve("twin"), "two");
            Files.setLastModifiedTime(twin, time);
            Files.move(twin, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertThatIOException().isThrownBy(() -> out.commit(false));
            Files.delete(file);
            assertThatIOException().isThrownBy(() -> out.commit(false));
        }
        requireFiles();
    }

    @Test
    void readOnlyDirectoryAndFileAreRefusedBeforeWriting() throws Exception {
        assumeThat(Files.getAttribute(folder, "unix:uid"))
                .as("root writes anywhere")
                .isNotEqualTo(0);
        mode(file, "r--r--r--");
        assertThatIOException()
                .isThrownBy(() -> AtomicOutput.replace(file, STANDARD))
                .withMessageContaining("read-only");
        mode(folder, "r-xr-xr-x");
        assertThatIOException()
                .isThrownBy(() -> AtomicOutput.create(folder.resolve("new"), STANDARD))
                .withMessageContaining("read-only");
        mode(folder, "rwxr-xr-x");
    }

    @Test
    void fullDiskIsNoticedBeforeWriting() {
        assertThatIOException()
                .isThrownBy(() -> AtomicOutput.replace(file, STANDARD.expecting(1L << 60)))
                .withMessageStartingWith("no space left: ")
                .withMessageContaining("MB needed");
        requireFiles("picture.png");
    }

    @Test
    void missingDirectoryIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> AtomicOutput.create(folder.resolve("a/b"), STANDARD))
                .withMessageContaining("no directory that exists");
    }

    @Test
    void longAndOddNamesWork() throws Exception {
        for (String name : List.of("n".repeat(251) + ".png", "\u00e9".repeat(125), "two\nlines", "-", ".hidden")) {
            Path odd = Files.writeString(folder.resolve(name), "old");
            commit(AtomicOutput.replace(odd, STANDARD), "new");
            assertThat(odd).hasContent("new");
        }
    }

    @Test
    void oneFileIsKnownByAllItsPaths() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        Path detour = folder.resolve("../" + folder.getFileName() + "/picture.png");
        assertThat(AtomicOutput.sameFile(file, link)).isTrue();
        assertThat(AtomicOutput.sameFile(file, detour)).isTrue();
        assertThat(AtomicOutput.sameFile(folder.resolve("x"), folder.resolve("y/../x")))
                .isTrue();
        assertThat(AtomicOutput.sameFile(file, folder.resolve("x"))).isFalse();
    }

    @Test
    void secondCommitIsRefused() throws Exception {
        try (AtomicOutput out = AtomicOutput.create(folder.resolve("new"), STANDARD)) {
            out.commit(false);
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> out.commit(false));
        }
    }

    private static void write(AtomicOutput out, String text) throws IOException {
        out.channel().write(Bytes.utf8(text).buffer());
    }

    private static void commit(AtomicOutput out, String text) throws IOException {
        try (out) {
            write(out, text);
            out.commit(false);
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void mode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static UserDefinedFileAttributeView attributes(Path file) {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    }

    private void requireFiles(String... names) {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.asList(names));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
