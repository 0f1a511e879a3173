package org.inkseal.vectors;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.inkseal.io.Bytes;

/** Writes a painting as PNG (ISO/IEC 15948), in each of three colour types. */
final class PngPicture {
    private static final int GRAYSCALE = 0;
    private static final int TRUECOLOUR = 2;
    private static final int INDEXED = 3;
    private static final int SUB = 1;

    private final Painting painting;
    private final List<Bytes> extra = new ArrayList<>();

    PngPicture(Painting painting) {
        this.painting = painting;
    }

    /** Adds a chunk between the header and the pixels. */
    PngPicture with(String type, Bytes data) {
        extra.add(PngChunks.chunk(type, data));
        return this;
    }

    Bytes trueColour() {
        byte[] rows = new byte[painting.height() * (1 + 3 * painting.width())];
        int at = 0;
        for (int y = 0; y < painting.height(); y++) {
            rows[at++] = SUB;
            int left = 0;
            for (int x = 0; x < painting.width(); x++) {
                int rgb = painting.rgb(x, y);
                rows[at++] = (byte) ((rgb >> 16) - (left >> 16));
                rows[at++] = (byte) ((rgb >> 8) - (left >> 8));
                rows[at++] = (byte) (rgb - left);
                left = rgb;
            }
        }
        return file(TRUECOLOUR, Bytes.EMPTY, rows);
    }

    Bytes grayscale() {
        byte[] rows = new byte[painting.height() * (1 + painting.width())];
        int at = 0;
        for (int y = 0; y < painting.height(); y++) {
            rows[at++] = 0;
            for (int x = 0; x < painting.width(); x++) {
                rows[at++] = (byte) painting.gray(x, y);
            }
        }
        return file(GRAYSCALE, Bytes.EMPTY, rows);
    }

    /** With a palette of as many of the painting's colours, made a little coarser, as there are. */
    Bytes indexed() {
        Map<Integer, Integer> palette = new HashMap<>();
        ByteArrayOutputStream colours = new ByteArrayOutputStream();
        byte[] rows = new byte[painting.height() * (1 + painting.width())];
        int at = 0;
        for (int y = 0; y < painting.height(); y++) {
            rows[at++] = 0;
            for (int x = 0; x < painting.width(); x++) {
                int coarse = painting.rgb(x, y) & 0xe0e0c0;
                Integer index = palette.get(coarse);
                if (index == null) {
                    index = palette.size();
                    palette.put(coarse, index);
                    colours.write(coarse >> 16);
                    colours.write(coarse >> 8);
                    colours.write(coarse);
                }
                rows[at++] = index.byteValue();
            }
        }
        return file(INDEXED, PngChunks.chunk("PLTE", Bytes.wrap(colours.toByteArray())), rows);
    }

    private Bytes file(int colourType, Bytes palette, byte[] rows) {
        byte[] header = new byte[13];
        header[2] = (byte) (painting.width() >> 8);
        header[3] = (byte) painting.width();
        header[6] = (byte) (painting.height() >> 8);
        header[7] = (byte) painting.height();
        header[8] = 8;
        header[9] = (byte) colourType;
        List<Bytes> parts = new ArrayList<>();
        parts.add(PngChunks.SIGNATURE);
        parts.add(PngChunks.chunk("IHDR", Bytes.wrap(header)));
        parts.add(palette);
        parts.addAll(extra);
        parts.add(PngChunks.chunk("IDAT", deflate(rows)));
        parts.add(PngChunks.chunk("IEND", Bytes.EMPTY));
        return Bytes.concat(parts.toArray(new Bytes[0]));
    }

    private static Bytes deflate(byte[] rows) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return Bytes.wrap(packed.toByteArray());
        } finally {
            deflater.end();
        }
    }
}
