package org.inkseal.iscc;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * An ISCC Image-Code of 64 bits (ISO 24138, version 0): the shapes of a picture in coarse. Codes of copies differ in few
 * bits; how many that may be is for the caller to say. It proves nothing.
 *
 * @param bits the bits of the code, the first of them the highest
 */
public record ImageCode(long bits) {
    /** Pixels along each side of the square that a code is made of. */
    public static final int SIDE = 32;

    /** Main type Content-Code, subtype image, version 0, and a length of 64 bits, four bits each. */
    private static final long HEADER = 0x2101;

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int DIGIT_BITS = 5;
    private static final int ALL_BITS = 80;
    private static final int CORNER = 8;

    /**
     * The code of a picture.
     *
     * @param grey the picture as {@value #SIDE} rows of {@value #SIDE} grey values from 0 (black) to 255, without a border
     * @throws IllegalArgumentException if that is not the number of values
     */
    public static ImageCode of(byte... grey) {
        if (grey.length != SIDE * SIDE) {
            throw new IllegalArgumentException(grey.length + " grey values: " + SIDE * SIDE + " are needed");
        }
        double[] low = lowFrequencies(grey);
        double median = median(low);
        long bits = 0;
        for (double value : low) {
            bits = bits << 1 | (value > median ? 1 : 0);
        }
        return new ImageCode(bits);
    }

    /** The corner of the cosine transform with the lowest frequencies, row by row. */
    private static double[] lowFrequencies(byte... grey) {
        double[][] rows = new double[SIDE][];
        for (int y = 0; y < SIDE; y++) {
            double[] row = new double[SIDE];
            for (int x = 0; x < SIDE; x++) {
                row[x] = Byte.toUnsignedInt(grey[y * SIDE + x]);
            }
            rows[y] = CosineTransform.of(row);
        }
        double[] corner = new double[CORNER * CORNER];
        for (int x = 0; x < CORNER; x++) {
            double[] column = new double[SIDE];
            for (int y = 0; y < SIDE; y++) {
                column[y] = rows[y][x];
            }
            double[] transformed = CosineTransform.of(column);
            for (int y = 0; y < CORNER; y++) {
                corner[y * CORNER + x] = transformed[y];
            }
        }
        return corner;
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    /** In how many of the 64 bits two codes differ. */
    public int distance(ImageCode other) {
        return Long.bitCount(bits ^ other.bits);
    }

    /** The code as the standard writes it: {@code ISCC:} and 16 characters of base 32 (RFC 4648 §6). */
    @Override
    public String toString() {
        BigInteger code =
                BigInteger.valueOf(HEADER).shiftLeft(Long.SIZE).or(new BigInteger(Long.toUnsignedString(bits)));
        StringBuilder text = new StringBuilder("ISCC:");
        for (int shift = ALL_BITS - DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
            text.append(DIGITS.charAt(code.shiftRight(shift).intValue() & 31));
        }
        return text.toString();
    }
}
