package org.inkseal.iscc;

/**
 * The discrete cosine transform of type II without scaling, by halves (B. G. Lee, 1984). The order of its steps is that of
 * the standard's reference: values that are alike give zeros that are exact, where a plain sum gives noise, and noise would
 * be bits of a code.
 */
final class CosineTransform {
    private CosineTransform() {}

    /** The transform of as many values as a power of two. */
    static double[] of(double... values) {
        int length = values.length;
        if (length == 1) {
            return values.clone();
        }
        int half = length / 2;
        double[] sums = new double[half];
        double[] differences = new double[half];
        for (int i = 0; i < half; i++) {
            double mirrored = values[length - 1 - i];
            sums[i] = values[i] + mirrored;
            differences[i] = (values[i] - mirrored) / (Math.cos((i + 0.5) * Math.PI / length) * 2);
        }
        sums = of(sums);
        differences = of(differences);
        double[] result = new double[length];
        for (int i = 0; i < half; i++) {
            result[2 * i] = sums[i];
            result[2 * i + 1] = i + 1 < half ? differences[i] + differences[i + 1] : differences[i];
        }
        return result;
    }
}
