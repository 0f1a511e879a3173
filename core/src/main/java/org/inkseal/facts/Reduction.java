package org.inkseal.facts;

/**
 * Makes a picture smaller, or larger, by cubic convolution (R. Keys, 1981, with a = -1/2) over all pixels that a new one
 * stands for: the columns first, then the rows, each rounded to 8 bits. Numbers are rounded where the program that published
 * codes are made with rounds them, so that few bits of a code depend on who made it.
 */
final class Reduction {
    private static final double A = -0.5;
    private static final double REACH = 2;
    private static final int PRECISION = 22;
    private static final int MOST = 255;

    private Reduction() {}

    /** A square of so many pixels along each side, row by row. */
    static byte[] square(GreyPicture picture, int side) {
        int width = picture.width();
        int height = picture.height();
        byte[] narrow = new byte[side * height];
        for (int x = 0; x < side; x++) {
            Share share = Share.of(x, width, side);
            for (int y = 0; y < height; y++) {
                narrow[y * side + x] = share.sum(picture.values(), y * width, 1);
            }
        }
        byte[] square = new byte[side * side];
        for (int y = 0; y < side; y++) {
            Share share = Share.of(y, height, side);
            for (int x = 0; x < side; x++) {
                square[y * side + x] = share.sum(narrow, x, side);
            }
        }
        return square;
    }

    /** The pixels that make a new one, and by how much each does, as fixed-point numbers. */
    private static final class Share {
        private final int first;
        private final int[] weights;

        private Share(int first, int... weights) {
            this.first = first;
            this.weights = weights;
        }

        static Share of(int index, int from, int to) {
            double scale = (double) from / to;
            double stretch = Math.max(1, scale);
            double centre = (index + 0.5) * scale;
            int first = Math.max(0, (int) (centre - REACH * stretch + 0.5));
            int end = Math.min(from, (int) (centre + REACH * stretch + 0.5));
            double[] exact = new double[end - first];
            double total = 0;
            for (int i = 0; i < exact.length; i++) {
                exact[i] = weight((first + i - centre + 0.5) / stretch);
                total += exact[i];
            }
            int[] weights = new int[exact.length];
            for (int i = 0; i < weights.length; i++) {
                double fixed = exact[i] / total * (1 << PRECISION);
                weights[i] = (int) (fixed < 0 ? fixed - 0.5 : fixed + 0.5);
            }
            return new Share(first, weights);
        }

        private static double weight(double distance) {
            double t = Math.abs(distance);
            if (t < 1) {
                return ((A + 2) * t - (A + 3)) * t * t + 1;
            }
            return t < REACH ? (((t - 5) * t + 8) * t - 4) * A : 0;
        }

        byte sum(byte[] values, int start, int stride) {
            int sum = 1 << PRECISION - 1;
            for (int i = 0; i < weights.length; i++) {
                sum += Byte.toUnsignedInt(values[start + (first + i) * stride]) * weights[i];
            }
            return (byte) Math.max(0, Math.min(MOST, sum >> PRECISION));
        }
    }
}
