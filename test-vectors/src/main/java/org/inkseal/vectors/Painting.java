package org.inkseal.vectors;

/**
 * A landscape at dusk, painted by arithmetic: the same pixels at each run, on every machine.
 *
 * @param width pixels in a row
 * @param height rows
 */
record Painting(int width, int height) {
    private static final int[] HILLS = {0x7a5c80, 0x4f4a74, 0x2f3a5c, 0x1c2a44, 0x101a2c};

    /** The colour of a pixel as {@code 0xRRGGBB}. */
    int rgb(int x, int y) {
        double u = (x + 0.5) / width;
        double v = (y + 0.5) / height;
        for (int layer = HILLS.length - 1; layer >= 0; layer--) {
            double ridge = ridge(layer, u);
            if (v > ridge) {
                return shade(HILLS[layer], stroke(u, v - ridge, layer));
            }
        }
        return sky(u, v);
    }

    /** The brightness of a pixel, 0 to 255. */
    int gray(int x, int y) {
        int rgb = rgb(x, y);
        return (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000;
    }

    private static double ridge(int layer, double u) {
        double slow = StrictMath.sin(u * (4 + layer) + layer * 2.1);
        double quick = StrictMath.sin(u * (13 + 5 * layer) + layer);
        return 0.45 + 0.12 * layer + 0.06 * slow + 0.018 * quick;
    }

    private static int sky(double u, double v) {
        double sunX = (u - 0.68) * 4 / 3;
        double sunY = v - 0.30;
        double distance = StrictMath.sqrt(sunX * sunX + sunY * sunY);
        if (distance < 0.085) {
            return 0xffe9b0;
        }
        // Bands as of a broad brush.
        double glow = StrictMath.floor(12 * StrictMath.max(0, 1 - distance * 1.6)) / 12;
        double depth = StrictMath.floor(18 * (v + 0.02 * StrictMath.sin(u * 9))) / 18;
        int red = (int) (58 + 150 * depth + 110 * glow);
        int green = (int) (66 + 60 * depth + 95 * glow);
        int blue = (int) (128 - 10 * depth + 20 * glow);
        return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    private static double stroke(double u, double below, int layer) {
        double wave = StrictMath.sin(u * 60 + layer * 7) * StrictMath.sin(below * 90 - u * 20);
        return StrictMath.floor(3 * wave) / 30 + 0.25 * StrictMath.exp(-below * 30);
    }

    private static int shade(int rgb, double by) {
        int red = clamp((int) ((rgb >> 16 & 0xff) * (1 + by)));
        int green = clamp((int) ((rgb >> 8 & 0xff) * (1 + by)));
        int blue = clamp((int) ((rgb & 0xff) * (1 + by)));
        return red << 16 | green << 8 | blue;
    }

    private static int clamp(int value) {
        return StrictMath.max(0, StrictMath.min(255, value));
    }
}
