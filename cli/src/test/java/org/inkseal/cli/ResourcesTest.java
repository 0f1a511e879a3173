package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.Consent;
import org.inkseal.report.Findings;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.report.StoreOrigin;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {
    private static final List<String> EVIL = List.of(
            "../../canary",
            "/etc/canary",
            "C:\\canary",
            "con",
            "a\0b",
            "x".repeat(300),
            "A.PNG",
            "a.png",
            "index.json");

    @TempDir
    Path folder;

    private static Report report(Bytes content) {
        List<AssertionSummary> files = new ArrayList<>();
        for (String label : EVIL) {
            files.add(new AssertionSummary(
                    label,
                    label,
                    AssertionSummary.Form.FILE,
                    Optional.empty(),
                    Optional.of("text/html"),
                    Optional.of(content),
                    true));
        }
        ManifestSummary manifest = new ManifestSummary(
                "../up", false, 2, Value.dict().build(), files, Optional.empty(), List.of(), Findings.NONE);
        return new Report(
                "image/png",
                ValidationState.VALID,
                Instant.EPOCH,
                List.of(manifest),
                Findings.NONE,
                List.of(),
                Optional.empty(),
                Consent.SILENT,
                Optional.empty(),
                StoreOrigin.EMBEDDED,
                0,
                List.of());
    }

    @Test
    void namesAreOursAndNothingIsWrittenElsewhere() throws IOException {
        Path target = folder.resolve("deep/out");

        int count = Resources.extract(report(Bytes.utf8("<script>alert(1)</script>")), target);

        assertThat(count).isEqualTo(EVIL.size());
        try (var written = Files.walk(folder)) {
            assertThat(written.filter(Files::isRegularFile)
                            .map(folder::relativize)
                            .map(Path::toString)
                            .sorted())
                    .hasSize(EVIL.size() + 1)
                    .allMatch(name -> name.matches("deep/out/(m001-a00\\d\\.bin|index\\.json)"));
        }
        assertThat(Files.readString(target.resolve("index.json"))).contains("\"../../canary\"", "\"text/html\"");
    }

    @Test
    void endingIsThatOfWhatTheFileHolds() {
        assertThat(FileKind.of(Bytes.wrap(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0})))
                .isEqualTo("jpg");
        assertThat(FileKind.of(Bytes.utf8("GIF89a"))).isEqualTo("gif");
        assertThat(FileKind.of(Bytes.utf8("RIFF....WEBPVP8 "))).isEqualTo("webp");
        assertThat(FileKind.of(Bytes.utf8("....ftypavif"))).isEqualTo("avif");
        assertThat(FileKind.of(Bytes.utf8("<svg onload=alert(1)>"))).isEqualTo("bin");
        assertThat(FileKind.of(Bytes.EMPTY)).isEqualTo("bin");
    }

    @Test
    void linksAreNotFollowedAndFilesNotReplaced() throws IOException {
        Path canary = Files.writeString(folder.resolve("canary"), "alive");
        Path target = Files.createDirectory(folder.resolve("out"));
        Files.createSymbolicLink(target.resolve("m001-a001.bin"), canary);
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        assertThatThrownBy(() -> Resources.extract(report(Bytes.utf8("x")), target))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("exists already");
        assertThatThrownBy(() -> Resources.extract(report(Bytes.utf8("x")), link))
                .isInstanceOf(IOException.class);
        assertThat(canary).hasContent("alive");
    }
}
