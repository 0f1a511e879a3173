package org.inkseal.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.inkseal.asset.JpegBytes;
import org.inkseal.asset.PngBytes;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.report.DigitalSourceType.Maker;
import org.inkseal.report.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {
    private static final int MAKE = 0x010f;
    private static final int DESCRIPTION = 0x010e;
    private static final int ARTIST = 0x013b;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" | IPTC: made by generative AI [trainedAlgorithmicMedia] MODEL
                    Iptc4xmpExt:DigitalSourceType="https://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture" | IPTC: captured with a camera or scanner [digitalCapture] HUMAN
                    Iptc4xmpExt:DigitalSourceFileType="trainedAlgorithmicMedia" | IPTC: made by generative AI [trainedAlgorithmicMedia] MODEL
                    Iptc4xmpExt:DigitalSourceType="magic" | IPTC: of a source type that is not known [magic] UNKNOWN
                    Iptc4xmpExt:AISystemUsed="Acme" Iptc4xmpExt:AISystemVersionUsed="2" | IPTC: made with an AI system [Acme 2] MODEL
                    photoshop:Credit="Made with Google AI" | XMP: made with an image generator [Made with Google AI] MODEL
                    TC260:AIGC="{&quot;Label&quot;:&quot;1&quot;,&quot;ContentProducer&quot;:&quot;P1&quot;}" | TC260: made by generative AI [P1] MODEL
                    TC260:AIGC="{&quot;Label&quot;:3}" | TC260: suspected to be made by generative AI [] UNKNOWN
                    xmp:CreatorTool="GIMP 2.10" |
                    """)
    void xmpIsRead(String property, String expected) throws IOException {
        String packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                + "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' " + property
                + "/></rdf:RDF></x:xmpmeta>";
        Bytes picture = png("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + packet);

        assertThat(words(picture)).isEqualTo(expected == null ? List.of() : List.of(expected));
        assertThat(Marks.inXmp(ByteSource.of(picture))).isEqualTo(Marks.of(ByteSource.of(picture)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    parameters | a secret cat, Steps: 20 | PNG text: made with an image generator, whose settings it holds [Stable Diffusion] MODEL
                    AIGC | {"Label":"2","ContentProducer":"P"} | TC260: possibly made by generative AI [P] UNKNOWN
                    Software | NovelAI | PNG text: made with an image generator [NovelAI] MODEL
                    Title | Midjourney | ''
                    prompt | a cat | ''
                    """)
    void textsOfPngAreKnownByTheirKeywordsAndNotRepeated(String keyword, String text, String expected)
            throws IOException {
        assertThat(words(png("tEXt", keyword + "\0" + text)))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void exifIsReadWhereEachFormatKeepsIt() throws IOException {
        Bytes exif = new ExifBytes().text(MAKE, "Ideogram AI").end();
        String expected = "EXIF: made with an image generator [Ideogram AI] MODEL";

        assertThat(words(jpeg(0xe1, latin(Bytes.utf8("Exif\0\0")) + latin(exif))))
                .containsExactly(expected);
        assertThat(words(png("eXIf", latin(exif)))).containsExactly(expected);
    }

    @Test
    void exifCommentsAndPatternsOfGeneratorsAreKnown() throws IOException {
        assertThat(exifWords(new ExifBytes().comment("{\"AIGC\":{\"Label\":\"1\",\"ContentProducer\":\"P\"}}")))
                .containsExactly("TC260: made by generative AI [P] MODEL");
        assertThat(exifWords(new ExifBytes().comment("secret cat, Steps: 20, Sampler: Euler")))
                .containsExactly(
                        "EXIF: made with an image generator, whose settings it holds [Stable Diffusion] MODEL");
        assertThat(exifWords(new ExifBytes()
                        .text(ARTIST, "6e2f1c5a-0000-4000-8000-000000000000")
                        .text(DESCRIPTION, "Signature: abcdef")))
                .containsExactly("EXIF: made with an image generator [the pattern of Grok] MODEL");
        assertThat(exifWords(new ExifBytes().text(MAKE, "Canon").text(ARTIST, "Mara")))
                .isEmpty();
    }

    @Test
    void creditInPhotoshopResourcesIsRead() throws IOException {
        String credit = "Made with Google AI";
        String records = "\u001c\u0002\u006e\u0000" + (char) credit.length() + credit;
        String resource = "8BIM\u0004\u0004\0\0\0\0\0" + (char) records.length() + records;

        assertThat(words(jpeg(0xed, "Photoshop 3.0\0" + resource)))
                .containsExactly("IPTC-IIM: made with an image generator [Made with Google AI] MODEL");
    }

    @Test
    void whatIsBrokenHasNoMarksAndBreaksNothing() throws IOException {
        Random random = new Random(42);
        byte[] exif = new ExifBytes()
                .text(MAKE, "Ideogram AI")
                .comment("x".repeat(90))
                .place()
                .end()
                .toArray();
        for (int round = 0; round < 3000; round++) {
            byte[] broken = exif.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            assertThat(Marks.of(ByteSource.of(jpeg(0xe1, "Exif\0\0" + latin(Bytes.wrap(broken)))))
                            .size())
                    .isLessThan(4);
        }
        assertThat(Marks.of(ByteSource.of(Bytes.utf8("nothing")))).isEmpty();
        assertThat(words(png("tEXt", "parameters"))).isEmpty();
    }

    @Test
    void whatADecoderThrowsBecomesAnAnswerAndOneThatHangsIsGivenUp() throws IOException {
        assertThat(failure(() -> {
                    throw new OutOfMemoryError("a bomb");
                }))
                .contains("cannot be decoded");
        assertThat(failure(() -> {
                    Thread.sleep(60_000);
                    return "late";
                }))
                .contains("more than 1 seconds");
        assertThat(Worker.run(() -> "well", 5)).isEqualTo("well");
    }

    private static String failure(java.util.concurrent.Callable<String> decoder) throws IOException {
        try {
            return Worker.run(decoder, 1);
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<String> exifWords(ExifBytes exif) throws IOException {
        return words(png("eXIf", latin(exif.end())));
    }

    private static List<String> words(Bytes picture) throws IOException {
        return Marks.of(ByteSource.of(picture)).stream().map(MarksTest::words).toList();
    }

    private static String words(Mark mark) {
        Maker maker = mark.maker();
        return mark.source().word() + ": " + mark.claim() + " [" + mark.detail().orElse("") + "] " + maker;
    }

    private static Bytes png(String type, String data) {
        return PngBytes.start().chunk(type, data).end();
    }

    private static Bytes jpeg(int code, String payload) {
        return JpegBytes.start()
                .segment(code, payload.getBytes(StandardCharsets.ISO_8859_1))
                .scan();
    }

    private static String latin(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
    }
}
