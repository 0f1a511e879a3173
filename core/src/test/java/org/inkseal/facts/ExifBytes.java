package org.inkseal.facts;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.inkseal.io.Bytes;

/** A TIFF structure with EXIF, put together by hand: one directory, and below it that of EXIF. */
final class ExifBytes {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;
    private static final int EXIF = 0x8769;
    private static final int GPS = 0x8825;

    private final TreeMap<Integer, Value> main = new TreeMap<>();
    private final TreeMap<Integer, Value> exif = new TreeMap<>();
    private final TreeMap<Integer, Value> gps = new TreeMap<>();

    private record Value(int type, int count, byte[] bytes) {}

    /** A text of the first directory, or of that of EXIF. */
    ExifBytes text(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        (tag < 0x8000 ? main : exif).put(tag, new Value(ASCII, bytes.length, bytes));
        return this;
    }

    ExifBytes rational(int tag, int over, int under) {
        exif.put(
                tag,
                new Value(
                        RATIONAL,
                        1,
                        ByteBuffer.allocate(8).putInt(over).putInt(under).array()));
        return this;
    }

    /** A number of the first directory, or of that of EXIF. */
    ExifBytes number(int tag, int number) {
        (tag < 0x8000 ? main : exif)
                .put(
                        tag,
                        new Value(
                                SHORT,
                                1,
                                ByteBuffer.allocate(2).putShort((short) number).array()));
        return this;
    }

    ExifBytes comment(String text) {
        byte[] bytes = ("ASCII\0\0\0" + text).getBytes(StandardCharsets.UTF_8);
        exif.put(0x9286, new Value(UNDEFINED, bytes.length, bytes));
        return this;
    }

    /** A place: 48° 12' 30" north. */
    ExifBytes place() {
        gps.put(1, new Value(ASCII, 2, "N\0".getBytes(StandardCharsets.US_ASCII)));
        ByteBuffer latitude = ByteBuffer.allocate(24);
        latitude.putInt(48).putInt(1).putInt(12).putInt(1).putInt(30).putInt(1);
        gps.put(2, new Value(RATIONAL, 3, latitude.array()));
        return this;
    }

    Bytes end() {
        main.put(EXIF, new Value(LONG, 1, new byte[4]));
        main.put(GPS, new Value(LONG, 1, new byte[4]));
        int exifAt = 8 + size(main);
        int gpsAt = exifAt + size(exif);
        main.put(EXIF, new Value(LONG, 1, ByteBuffer.allocate(4).putInt(exifAt).array()));
        main.put(GPS, new Value(LONG, 1, ByteBuffer.allocate(4).putInt(gpsAt).array()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8).putInt(0x4d4d002a).putInt(8).array());
        write(main, 8, out);
        write(exif, exifAt, out);
        write(gps, gpsAt, out);
        return Bytes.wrap(out.toByteArray());
    }

    private static int size(TreeMap<Integer, Value> directory) {
        return 6
                + 12 * directory.size()
                + directory.values().stream()
                        .mapToInt(value -> value.bytes().length > 4 ? value.bytes().length : 0)
                        .sum();
    }

    private static void write(TreeMap<Integer, Value> directory, int at, ByteArrayOutputStream out) {
        int values = at + 6 + 12 * directory.size();
        ByteBuffer entries = ByteBuffer.allocate(6 + 12 * directory.size()).putShort((short) directory.size());
        ByteArrayOutputStream far = new ByteArrayOutputStream();
        directory.forEach((tag, value) -> {
            entries.putShort(tag.shortValue()).putShort((short) value.type()).putInt(value.count());
            if (value.bytes().length > 4) {
                entries.putInt(values + far.size());
                far.writeBytes(value.bytes());
            } else {
                entries.put(java.util.Arrays.copyOf(value.bytes(), 4));
            }
        });
        out.writeBytes(entries.putInt(0).array());
        out.writeBytes(far.toByteArray());
    }
}
