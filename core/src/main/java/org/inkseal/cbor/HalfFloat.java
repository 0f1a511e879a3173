package org.inkseal.cbor;

/** Numbers of 16 bits (IEEE 754 binary16), which Java 17 does not know. */
final class HalfFloat {
    /** The one form of not-a-number that deterministic encoding writes. */
    static final int NAN = 0x7e00;

    /** Stands for a number that 16 bits cannot hold without loss. */
    static final int NONE = -1;

    private static final int INFINITY = 0x7c00;
    private static final int MIN_EXPONENT = -14;

    private HalfFloat() {}

    /** The 16 bits that hold a number without loss, or {@link #NONE}; not for not-a-number. */
    static int of(float number) {
        int bits = Float.floatToRawIntBits(number);
        int sign = bits >>> 16 & 0x8000;
        if (number == 0) {
            return sign;
        }
        if (Float.isInfinite(number)) {
            return sign | INFINITY;
        }
        int exponent = Math.getExponent(number);
        int fraction = bits & 0x7fffff;
        if (exponent > 15 || exponent < MIN_EXPONENT - 10) {
            return NONE;
        }
        if (exponent >= MIN_EXPONENT) {
            return exact(fraction, 13, sign | (exponent - MIN_EXPONENT + 1) << 10);
        }
        return exact(fraction | 0x800000, 13 + MIN_EXPONENT - exponent, sign);
    }

    private static int exact(int fraction, int dropped, int rest) {
        boolean lossless = Integer.numberOfTrailingZeros(fraction) >= dropped;
        return lossless ? rest | fraction >>> dropped : NONE;
    }
}
