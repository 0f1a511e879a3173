package org.inkseal.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.MetadataFields;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.PngBytes;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;

class CameraMetadataTest {
    private static final ExifBytes CAMERA = new ExifBytes()
            .text(0x010f, "Lumen")
            .text(0x0110, "X2")
            .text(0x013b, "Mara Voss")
            .text(0x9003, "2026:11:22 10:00:00")
            .text(0xa431, "SERIAL-1")
            .text(0xa434, "35mm F2")
            .rational(0x829a, 1, 250)
            .rational(0x829d, 28, 10)
            .number(0x8827, 400)
            .comment("home")
            .place();

    @Test
    void modelLensAndSettingsAreTaken() throws IOException, MalformedException {
        Value fields = fields(CAMERA).orElseThrow();

        assertThat(JsonWriter.write(fields, false))
                .isEqualTo("{\"@context\":{\"exif\":\"http://ns.adobe.com/exif/1.0/\","
                        + "\"exifEX\":\"http://cipa.jp/exif/1.0/\",\"tiff\":\"http://ns.adobe.com/tiff/1.0/\"},"
                        + "\"tiff:Make\":\"Lumen\",\"tiff:Model\":\"X2\",\"exifEX:LensModel\":\"35mm F2\","
                        + "\"exif:DateTimeOriginal\":\"2026-11-22T10:00:00\",\"exif:ExposureTime\":\"1/250\","
                        + "\"exif:FNumber\":\"28/10\",\"exifEX:PhotographicSensitivity\":\"400\"}");
    }

    @Test
    void everyFieldIsOneThatTheStandardLists() throws IOException, MalformedException {
        Value fields = fields(CAMERA).orElseThrow();

        for (Map.Entry<Value, Value> field :
                fields.asDict().orElseThrow().entries().entrySet()) {
            String name = field.getKey().asText().orElseThrow();
            if (!name.startsWith("@")) {
                String prefix = name.substring(0, name.indexOf(':'));
                String namespace = fields.get("@context")
                        .flatMap(context -> context.get(prefix))
                        .flatMap(Value::asText)
                        .orElseThrow();
                assertThat(MetadataFields.allow(namespace, name.substring(prefix.length() + 1)))
                        .as(name)
                        .isTrue();
            }
        }
    }

    @Test
    void placesSerialNumbersAndNamesStayOut() throws IOException, MalformedException {
        assertThat(JsonWriter.write(fields(CAMERA).orElseThrow(), false))
                .doesNotContain("GPS", "48", "SERIAL", "Mara", "home");
        assertThat(fields(new ExifBytes().text(0x013b, "Mara Voss").place())).isEmpty();
    }

    private static Optional<Value> fields(ExifBytes exif) throws IOException, MalformedException {
        String data = new String(exif.end().toArray(), StandardCharsets.ISO_8859_1);
        Bytes picture = PngBytes.start().chunk("eXIf", data).end();
        ByteSource source = ByteSource.of(picture);
        var map = AssetFormats.detect(source).orElseThrow().map(source, Budget.standard());
        Optional<Assertion> assertion = CameraMetadata.of(source, map);
        return assertion.flatMap(metadata -> metadata.content().asValue());
    }
}
