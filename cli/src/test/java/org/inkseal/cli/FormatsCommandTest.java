package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.inkseal.asset.AssetFormats;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsCommandTest {
    @TempDir
    Path folder;

    @Test
    void everyFormatHasALine() {
        Run run = Run.of(folder, "formats");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .hasSize(AssetFormats.all().size() + 1)
                .anySatisfy(line -> assertThat(line).matches("WebP +yes +yes +yes +data hash.* \\.webp"));
    }

    @Test
    void programsGetTheSame() throws Exception {
        Run run = Run.of(folder, "formats", "--json");

        Value document = JsonReader.read(Bytes.utf8(run.out()), Budget.standard());
        List<String> names = document.get("formats").flatMap(Value::asArray).orElseThrow().stream()
                .map(format -> format.get("name").flatMap(Value::asText).orElseThrow())
                .toList();
        assertThat(names)
                .containsExactlyElementsOf(
                        AssetFormats.all().stream().map(format -> format.name()).toList());
    }

    @Test
    void theReadmeShowsTheSameTable() throws Exception {
        Path readme = Path.of("..", "README.md");
        List<String> rows = Files.readAllLines(readme, StandardCharsets.UTF_8).stream()
                .dropWhile(line -> !line.startsWith("| format | read | sign | strip | binding |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(AssetFormats.all().stream()
                        .map(format -> "| "
                                + String.join(" | ", FormatsCommand.row(format).subList(0, 5)) + " |")
                        .toList());
    }

    @Test
    void aNameThatEndsLikeAnotherFormatIsMentioned() throws Exception {
        Path wrong = folder.resolve("wrong.png");
        Path right = folder.resolve("right.SVG");
        Files.writeString(wrong, "<svg/>");
        Files.writeString(right, "<svg/>");

        Run run = Run.of(folder, "check", wrong, right);

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains("wrong.png: there is SVG in it, though its name ends in .png")
                .doesNotContain("right");
    }
}
