package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.inkseal.Credentials;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cli.html.Html;
import org.inkseal.cli.html.Tag;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.report.Report;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;

/** Whatever a file says, terminals obey none of it, JSON stays JSON, and a page has no element but ours. */
class OutputSafetyTest {
    private static final int TEXTS = 100_000;

    private final long seed = Long.getLong("seed", 20261129L);
    private final HostileReport hostile = new HostileReport(new Random(seed));

    @Test
    void noTextOfAFileCommandsATerminalBreaksJsonOrBecomesAnElement() throws MalformedException {
        for (int i = 0; hostile.texts() < TEXTS; i++) {
            Report report = hostile.report(ValidationState.values()[i % ValidationState.values().length]);
            Wanted wanted = new Wanted(Optional.of(Requirement.TRUSTED), List.of(AskedUse.values()), Set.of());
            Judgement judgement = new Judgement(report, acquaintance(i), wanted);

            for (String line : console(report, judgement)) {
                assertThat(Letters.odd(line) + line.replaceAll("[^\n]", ""))
                        .as("seed %s: %s", seed, line)
                        .isEmpty();
            }
            for (String json : json(report, judgement)) {
                assertThat(Letters.odd(json)).as("seed %s: %s", seed, json).isEmpty();
                JsonReader.read(Bytes.utf8(json), Budget.standard());
            }
            assertThat(PageCheck.objectionsToPiece(page(judgement)))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    @Test
    void theCheckOfPagesObjectsToWhatWouldRun() {
        assertThat(PageCheck.objectionsToPiece("<p><script>x</script></p>")).isNotEmpty();
        assertThat(PageCheck.objectionsToPiece("<p onclick=\"x\">a</p>")).isNotEmpty();
        assertThat(PageCheck.objectionsToPiece("<p>a\u202eb</p>")).isNotEmpty();
        assertThat(PageCheck.objectionsToPiece("<a href=\"javascript:x\">a</a>"))
                .isNotEmpty();
        assertThat(PageCheck.objectionsToPiece("<p>&#60;b&#62;</p>")).isNotEmpty();
        assertThat(PageCheck.objectionsToPiece("<p><div>x</p></div>")).isNotEmpty();
        assertThat(PageCheck.objectionsToPiece("<p>fine &lt;b&gt;</p>")).isEmpty();
    }

    private Acquaintance acquaintance(int round) {
        KnownSigner known = new KnownSigner(hostile.text(), "22".repeat(32), hostile.text(), java.time.Instant.EPOCH);
        SignerTrust trust = SignerTrust.values()[round % SignerTrust.values().length];
        return new Acquaintance(
                trust,
                Optional.of(hostile.text()),
                Optional.of(known),
                round % 4 == 0 ? Optional.of(known) : Optional.empty());
    }

    private List<String> console(Report report, Judgement judgement) {
        List<String> lines = new ArrayList<>();
        lines.add(Sentence.of(judgement));
        lines.addAll(Sentence.details(judgement));
        lines.add(hostile.claims().suffix(Verdict.NOTHING));
        hostile.claims().line(judgement).ifPresent(lines::add);
        lines.addAll(Explained.lines(report));
        lines.addAll(new ManifestTree(report, true).lines());
        StringWriter out = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(out), Map.of());
        terminal.error(hostile.text());
        terminal.hint(hostile.text());
        lines.addAll(out.toString().lines().toList());
        return lines;
    }

    private List<String> json(Report report, Judgement judgement) {
        return List.of(
                PlainText.json(JsonWriter.write(CheckJson.of(hostile.text(), judgement, hostile.claims()), false)),
                PlainText.json(JsonWriter.write(ManifestStoreJson.of(report), true)),
                PlainText.json(JsonWriter.write(DetailedJson.of(report), true)),
                PlainText.json(Credentials.crJson(report)));
    }

    private String page(Judgement judgement) {
        Html html = HtmlReport.piece().open(Tag.ARTICLE, "picture", "picture-1");
        Path name = Path.of(hostile.text().replace('\0', ' ').replaceAll("[\ud800-\udfff]", " ") + "x");
        new HtmlPicture(html, judgement, hostile.claims(), new Thumbnails(1 << 20)).write(new Item(name, name, false));
        return html.close().finished();
    }
}
