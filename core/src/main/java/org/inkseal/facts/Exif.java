package org.inkseal.facts;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.imaging.ImagingException;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.common.RationalNumber;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffImageMetadata;
import org.apache.commons.imaging.formats.tiff.TiffImageParser;
import org.apache.commons.imaging.formats.tiff.constants.TiffDirectoryConstants;
import org.inkseal.io.Bytes;

/** The fields of EXIF that are of use here, as texts (CIPA DC-008 §4.6). No place and no serial number is among them. */
final class Exif {
    /** A structure without fields. */
    static final Exif NONE = new Exif(Map.of());

    private static final long MOST_SECONDS = 5;
    private static final int LONGEST = 4096;

    private final Map<Field, String> values;

    /** A field with its number. */
    enum Field {
        DESCRIPTION(0x010e),
        MAKE(0x010f),
        MODEL(0x0110),
        ORIENTATION(0x0112),
        SOFTWARE(0x0131),
        ARTIST(0x013b),
        EXPOSURE_TIME(0x829a),
        F_NUMBER(0x829d),
        ISO(0x8827),
        TAKEN(0x9003),
        FOCAL_LENGTH(0x920a),
        COMMENT(0x9286),
        LENS(0xa434);

        private final int tag;

        Field(int tag) {
            this.tag = tag;
        }

        static Optional<Field> of(int tag) {
            for (Field field : values()) {
                if (field.tag == tag) {
                    return Optional.of(field);
                }
            }
            return Optional.empty();
        }
    }

    private Exif(Map<Field, String> values) {
        this.values = values;
    }

    /** Reads a TIFF structure; one that cannot be read has no fields. */
    static Exif read(Bytes structure) throws IOException {
        try {
            return Worker.run(() -> decode(structure), MOST_SECONDS);
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }

    /** A text that is not blank. */
    Optional<String> text(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    private static Exif decode(Bytes structure) throws IOException {
        TiffImageParser parser = new TiffImageParser();
        Object metadata = parser.getMetadata(ByteSource.array(structure.toArray()), parser.getDefaultParameters());
        Map<Field, String> values = new HashMap<>();
        if (metadata instanceof TiffImageMetadata tiff) {
            for (TiffField found : tiff.getAllFields()) {
                int directory = found.getDirectoryType();
                boolean main = directory == TiffDirectoryConstants.DIRECTORY_TYPE_ROOT
                        || directory == TiffDirectoryConstants.DIRECTORY_TYPE_EXIF;
                Optional<Field> field = main ? Field.of(found.getTag()) : Optional.empty();
                if (field.isPresent()) {
                    String text = text(found);
                    if (!text.isEmpty()) {
                        values.putIfAbsent(field.get(), text);
                    }
                }
            }
        }
        return new Exif(values);
    }

    private static String text(TiffField field) throws ImagingException {
        String text = String.valueOf(plain(field.getValue())).strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** The first of several values; numbers with a fraction as XMP writes them. */
    private static Object plain(Object value) {
        if (value instanceof Object[] several) {
            return several.length == 0 ? "" : plain(several[0]);
        }
        if (value instanceof short[] several) {
            return several.length == 0 ? "" : Short.toUnsignedInt(several[0]);
        }
        if (value instanceof RationalNumber number) {
            return number.numerator + "/" + number.divisor;
        }
        return value instanceof String || value instanceof Number ? value : "";
    }
}
