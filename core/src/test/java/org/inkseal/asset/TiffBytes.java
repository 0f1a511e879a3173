package org.inkseal.asset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.inkseal.io.Bytes;

/** A TIFF file put together by hand, IFD by IFD, in either byte order, with 32 or 64 bits. */
final class TiffBytes {
    private final boolean little;
    private final boolean big;
    private byte[] bytes = new byte[0];
    private int pointer;

    /** An entry: a tag, a type, how many values, and their bytes. */
    record Field(int tag, int type, long count, byte[] values) {}

    TiffBytes(boolean little, boolean big) {
        this.little = little;
        this.big = big;
        data(new TiffCoding(little, big).signature());
        pointer = bytes.length;
        data(new byte[width()]);
    }

    /** A file of one picture of 4 by 2 grey points, with text and XMP, and something odd at the end. */
    static TiffBytes grey(boolean little, boolean big) {
        TiffBytes file = new TiffBytes(little, big);
        file.page(file.picture(4, 2, new byte[] {0, 16, 32, 48, 64, 80, 96, 112}));
        return file;
    }

    /** A file of three pictures. */
    static TiffBytes pages(boolean little, boolean big) {
        TiffBytes file = grey(little, big);
        file.page(file.picture(2, 2, new byte[] {1, 2, 3, 4}));
        file.page(file.picture(2, 1, new byte[] {5, 6}));
        return file;
    }

    /** A DNG file: a preview in the first IFD, the raw picture in a SubIFD, and an EXIF IFD. */
    static TiffBytes dng() {
        TiffBytes file = new TiffBytes(true, false);
        long raw = file.directory(file.picture(4, 2, new byte[] {9, 8, 7, 6, 5, 4, 3, 2}));
        long exif = file.directory(
                file.ascii(0x9003, "2026:11:22 12:00:00"), file.undefined(0x927c, new byte[] {1, 2, 3, 4, 5}));
        Field[] preview = file.picture(2, 1, new byte[] {5, 6});
        Field[] all = Arrays.copyOf(preview, preview.length + 5);
        all[preview.length] = file.longs(330, raw);
        all[preview.length + 1] = file.longs(34665, exif);
        all[preview.length + 2] = file.bytes(0xc612, 1, 4, 0, 0);
        all[preview.length + 3] = file.ascii(0xc614, "inkseal test camera");
        all[preview.length + 4] = file.ascii(0xcd50, "a tag after that of a store");
        file.page(all);
        return file;
    }

    Field[] picture(int width, int height, byte[] points) {
        long strip = data(points);
        return new Field[] {
            longs(256, width),
            longs(257, height),
            shorts(258, 8),
            shorts(259, 1),
            shorts(262, 1),
            ascii(270, "a small picture"),
            longs(273, strip),
            shorts(277, 1),
            longs(278, height),
            longs(279, points.length),
            bytes(700, "<x:xmpmeta/>".getBytes(StandardCharsets.US_ASCII)),
        };
    }

    /** Adds an IFD to the main chain; returns where it is. */
    long page(Field... fields) {
        long at = directory(fields);
        put(pointer, number(at));
        pointer = bytes.length - width();
        return at;
    }

    /** Writes an IFD that nothing leads to; returns where it is. */
    long directory(Field... fields) {
        Field[] sorted = fields.clone();
        Arrays.sort(sorted, Comparator.comparingInt(Field::tag));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                big
                        ? number(sorted.length)
                        : buffer(2).putShort((short) sorted.length).array());
        for (Field field : sorted) {
            out.writeBytes(buffer(4)
                    .putShort((short) field.tag())
                    .putShort((short) field.type())
                    .array());
            out.writeBytes(number(field.count()));
            boolean inline = field.values().length <= width();
            out.writeBytes(inline ? Arrays.copyOf(field.values(), width()) : number(data(field.values())));
        }
        out.writeBytes(number(0));
        if ((bytes.length & 1) == 1) {
            data(new byte[1]);
        }
        return data(out.toByteArray());
    }

    /** Adds bytes at the end; returns where they are. */
    long data(byte... more) {
        long at = bytes.length;
        bytes = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, bytes, (int) at, more.length);
        return at;
    }

    /** Changes bytes. */
    void put(long at, byte[] other) {
        System.arraycopy(other, 0, bytes, (int) at, other.length);
    }

    Field shorts(int tag, int value) {
        return new Field(tag, 3, 1, buffer(2).putShort((short) value).array());
    }

    Field longs(int tag, long... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (long value : values) {
            out.writeBytes(number(value));
        }
        return new Field(tag, big ? 16 : 4, values.length, out.toByteArray());
    }

    Field ascii(int tag, String text) {
        byte[] letters = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return new Field(tag, 2, letters.length, letters);
    }

    Field bytes(int tag, int... values) {
        byte[] data = new byte[values.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) values[i];
        }
        return bytes(tag, data);
    }

    Field bytes(int tag, byte[] values) {
        return new Field(tag, 1, values.length, values);
    }

    Field undefined(int tag, byte[] values) {
        return new Field(tag, 7, values.length, values);
    }

    byte[] number(long value) {
        return big
                ? buffer(8).putLong(value).array()
                : buffer(4).putInt((int) value).array();
    }

    Bytes end() {
        return Bytes.wrap(bytes.clone());
    }

    private int width() {
        return big ? 8 : 4;
    }

    private ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }
}
