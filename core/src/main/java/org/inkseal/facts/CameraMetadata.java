package org.inkseal.facts;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.Unknown;
import org.inkseal.asset.AssetMap;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;

/**
 * The metadata assertion with what the camera noted of itself (C2PA 2.4 §18.17): what it is, its lens and its settings. Only
 * these fields are taken, all of which the standard lists (annex B); no place, no serial number, no name and no text that a
 * person wrote is among them.
 */
public final class CameraMetadata {
    private static final String LABEL = "c2pa.metadata";

    /** Prefixes and namespaces of the fields. */
    private static final Map<String, String> NAMESPACES = Map.of(
            "tiff", "http://ns.adobe.com/tiff/1.0/",
            "exif", "http://ns.adobe.com/exif/1.0/",
            "exifEX", "http://cipa.jp/exif/1.0/");

    private static final Map<Exif.Field, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put(Exif.Field.MAKE, "tiff:Make");
        FIELDS.put(Exif.Field.MODEL, "tiff:Model");
        FIELDS.put(Exif.Field.LENS, "exifEX:LensModel");
        FIELDS.put(Exif.Field.TAKEN, "exif:DateTimeOriginal");
        FIELDS.put(Exif.Field.EXPOSURE_TIME, "exif:ExposureTime");
        FIELDS.put(Exif.Field.F_NUMBER, "exif:FNumber");
        FIELDS.put(Exif.Field.FOCAL_LENGTH, "exif:FocalLength");
        FIELDS.put(Exif.Field.ISO, "exifEX:PhotographicSensitivity");
    }

    private CameraMetadata() {}

    /** The assertion for a picture; nothing if its camera noted none of this. */
    public static Optional<Assertion> of(ByteSource source, AssetMap map) throws IOException {
        Optional<Bytes> structure = new MetadataBlocks(source, map).exif();
        if (structure.isEmpty()) {
            return Optional.empty();
        }
        Exif exif = Exif.read(structure.get());
        DictBuilder context = Value.dict();
        DictBuilder fields = Value.dict();
        boolean any = false;
        NAMESPACES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(namespace -> context.put(namespace.getKey(), namespace.getValue()));
        fields.put("@context", context.build());
        for (Map.Entry<Exif.Field, String> field : FIELDS.entrySet()) {
            Optional<String> text = exif.text(field.getKey());
            if (text.isPresent()) {
                fields.put(field.getValue(), field.getKey() == Exif.Field.TAKEN ? date(text.get()) : text.get());
                any = true;
            }
        }
        return any ? Optional.of(new Unknown(LABEL, new Content.Json(fields.build()))) : Optional.empty();
    }

    /** {@code 2026:11:22 10:00:00} as XMP writes it; other texts stay as they are. */
    private static String date(String exif) {
        return exif.matches("\\d{4}:\\d{2}:\\d{2} \\d{2}:\\d{2}:\\d{2}")
                ? exif.substring(0, 10).replace(':', '-') + "T" + exif.substring(11)
                : exif;
    }
}
