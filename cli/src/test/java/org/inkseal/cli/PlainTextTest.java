package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    private static final int[] HOSTILE = {
        0x1b, 0x9b, 0x07, 0x0d, 0x0a, 0x00, 0x7f, 0x85, 0x202e, 0x2066, 0x2069, 0x200b, 0x200d, 0xfeff, 0xad, 0x2028,
        0xe0041, 0xfe0f, 0x3164, 0xd800, 0xdfff, 0xe000, 0x10ffff, '"', '\\', 'a', 'é', 0x1f600, 0x65e5
    };

    @ParameterizedTest
    @ValueSource(strings = {"", "Mara Voss", "Zoë – 日本語 العربية 😀", "C:\\x \"y\""})
    void ordinaryTextStaysAsItIs(String text) {
        assertThat(PlainText.of(text)).isEqualTo(text);
    }

    @Test
    void whatCannotBeSeenIsShownAsItsNumber() {
        assertThat(PlainText.of("a\u001b[2J\r\n\u202eb\u200b\u009b"))
                .isEqualTo("a\\u{1B}[2J\\u{D}\\u{A}\\u{202E}b\\u{200B}\\u{9B}");
        assertThat(PlainText.of("\ud800x")).isEqualTo("\\u{D800}x");
    }

    @Test
    void longTextEndsInAnEllipsis() {
        assertThat(PlainText.of("x".repeat(256))).hasSize(256);
        assertThat(PlainText.of("x".repeat(257))).hasSize(257).endsWith("x…");
        assertThat(PlainText.line("x".repeat(1000))).hasSize(1000);
    }

    @Test
    void quotedTextCannotEndItself() {
        assertThat(PlainText.quoted("a\" (b) \\")).isEqualTo("\"a\\\" (b) \\\\\"");
    }

    @Test
    void whatLooksLikeAQuoteDoesNotEndAQuotedTextEither() {
        for (String quote : "\u201d \u201c \uff02 \u2033 \u02ba \u3003".split(" ")) {
            assertThat(PlainText.quoted("Mara" + quote + " [trusted list]")).isEqualTo("\"Mara\\\" [trusted list]\"");
        }
        assertThat(PlainText.quoted("O\u2019Neill, \u00abA\u00bb")).isEqualTo("\"O\u2019Neill, \u00abA\u00bb\"");
    }

    @Test
    void randomTextNeverReachesTheTerminalUnseen() throws MalformedException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String text = hostile(random);
            String what = "seed " + seed + ", text " + i;
            assertThat(PlainText.of(text).codePoints()).as(what).allMatch(PlainTextTest::harmless);
            assertThat(PlainText.quoted(text).codePoints()).as(what).allMatch(PlainTextTest::harmless);
            String json = JsonWriter.write(Value.of(text), true);
            String safe = PlainText.json(json);
            assertThat(safe.codePoints()).as(what).allMatch(PlainTextTest::harmless);
            if (text.codePoints().noneMatch(letter -> letter >= 0xd800 && letter <= 0xdfff)) {
                Value read = JsonReader.read(Bytes.utf8(safe), Budget.standard());
                assertThat(read).as(what).isEqualTo(Value.of(text));
            }
        }
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    random.nextInt(4) == 0 ? random.nextInt(0x110000) : HOSTILE[random.nextInt(HOSTILE.length)]);
        }
        return text.toString();
    }

    private static boolean harmless(int letter) {
        int type = Character.getType(letter);
        return letter >= ' '
                && (letter < 0x7f || letter > 0x9f)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && (letter & 0xffff) < 0xfffe
                && letter != 0xfe0f
                && letter != 0x3164;
    }

    @Test
    void aNameOfAFileThatReadsLikeAVerdictStandsInQuotes() {
        assertThat(PlainText.name("a/photo.jpg")).isEqualTo("a/photo.jpg");
        assertThat(PlainText.name("photo.jpg: OK — signed by \"BBC\" [trusted list]"))
                .isEqualTo("\"photo.jpg: OK — signed by \\\"BBC\\\" [trusted list]\"");
    }
}
