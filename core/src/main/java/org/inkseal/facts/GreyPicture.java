package org.inkseal.facts;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/**
 * A picture in grey, made ready for an {@link org.inkseal.iscc.ImageCode} (ISO 24138): upright, on white where it can be seen
 * through, without a border of one colour. Colours are taken as they are stored, whatever profile goes with them.
 */
final class GreyPicture {
    private static final int WHITE = 255;

    private final int width;
    private final int height;
    private final byte[] values;

    private GreyPicture(int width, int height, byte... values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /** Pixels of a row. */
    int width() {
        return width;
    }

    /** Rows. */
    int height() {
        return height;
    }

    /** Grey values from 0 (black) to 255, row by row; not a copy. */
    byte[] values() {
        return values;
    }

    /**
     * A picture that was decoded.
     *
     * @param orientation how it is to be turned, from 1 to 8 (EXIF 3.0 §4.6.5.1, tag 274)
     */
    static GreyPicture of(BufferedImage image, int orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        Turn turn = new Turn(orientation, width, height);
        byte[] values = new byte[width * height];
        int border = row(image, turn.y(0, 0))[turn.x(0, 0)];
        Inside inside = new Inside();
        for (int y = 0; y < height; y++) {
            int[] row = row(image, y);
            for (int x = 0; x < width; x++) {
                values[y * width + x] = (byte) grey(row[x]);
                if (row[x] != border) {
                    inside.take(x, y);
                }
            }
        }
        GreyPicture whole = new GreyPicture(width, height, values);
        return (inside.isEmpty() ? whole : whole.cropped(inside)).turned(orientation);
    }

    /** The rows and columns that have more than the colour of the border. */
    private static final class Inside {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right = -1;
        private int bottom = -1;

        void take(int x, int y) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }

        boolean isEmpty() {
            return right < 0;
        }
    }

    private GreyPicture cropped(Inside inside) {
        int columns = inside.right - inside.left + 1;
        int rows = inside.bottom - inside.top + 1;
        byte[] part = new byte[columns * rows];
        for (int y = 0; y < rows; y++) {
            System.arraycopy(values, (inside.top + y) * width + inside.left, part, y * columns, columns);
        }
        return new GreyPicture(columns, rows, part);
    }

    private GreyPicture turned(int orientation) {
        Turn turn = new Turn(orientation, width, height);
        int columns = turn.swapped() ? height : width;
        int rows = turn.swapped() ? width : height;
        byte[] upright = new byte[values.length];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                upright[y * columns + x] = values[turn.y(x, y) * width + turn.x(x, y)];
            }
        }
        return new GreyPicture(columns, rows, upright);
    }

    /** Where the pixels of a picture that is upright stand in the one that is stored. */
    private record Turn(int orientation, int width, int height) {
        boolean swapped() {
            return orientation >= 5 && orientation <= 8;
        }

        int x(int x, int y) {
            int along = swapped() ? y : x;
            boolean mirrored = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
            return mirrored ? width - 1 - along : along;
        }

        int y(int x, int y) {
            int down = swapped() ? x : y;
            boolean mirrored = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
            return mirrored ? height - 1 - down : down;
        }
    }

    /** Luma of ITU-R BT.601 in 16 bits after the point, rounded. */
    private static int grey(int rgb) {
        return ((rgb >> 16 & 0xff) * 19595 + (rgb >> 8 & 0xff) * 38470 + (rgb & 0xff) * 7471 + 0x8000) >> 16;
    }

    /** A row as opaque red, green and blue. */
    private static int[] row(BufferedImage image, int y) {
        int width = image.getWidth();
        int[] row = new int[width];
        if (!isPlain(image)) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                row[x] = rgb(row[x] >>> 24, row[x] >> 16 & 0xff, row[x] >> 8 & 0xff, row[x] & 0xff);
            }
            return row;
        }
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        boolean colour = bands >= 3;
        boolean clear = bands == 2 || bands == 4;
        int shift = raster.getSampleModel().getSampleSize(0) - Byte.SIZE;
        int[] samples = raster.getPixels(0, y, width, 1, new int[width * bands]);
        for (int x = 0; x < width; x++) {
            int at = x * bands;
            int red = samples[at] >> shift;
            int green = colour ? samples[at + 1] >> shift : red;
            int blue = colour ? samples[at + 2] >> shift : red;
            row[x] = rgb(clear ? samples[at + bands - 1] >> shift : WHITE, red, green, blue);
        }
        return row;
    }

    /** Whether its samples are grey or red, green and blue, and perhaps how opaque they are, in 8 or 16 bits. */
    private static boolean isPlain(BufferedImage image) {
        int bands = image.getRaster().getNumBands();
        int bits = image.getSampleModel().getSampleSize(0);
        int kind = image.getColorModel().getColorSpace().getType();
        boolean grey = kind == ColorSpace.TYPE_GRAY && (bands == 1 || bands == 2);
        boolean colour = kind == ColorSpace.TYPE_RGB && (bands == 3 || bands == 4);
        return image.getColorModel() instanceof ComponentColorModel
                && (grey || colour)
                && (bits == Byte.SIZE || bits == Short.SIZE);
    }

    private static int rgb(int opaque, int red, int green, int blue) {
        return onWhite(opaque, red) << 16 | onWhite(opaque, green) << 8 | onWhite(opaque, blue);
    }

    private static int onWhite(int opaque, int value) {
        return (value * opaque + WHITE * (WHITE - opaque) + WHITE / 2) / WHITE;
    }
}
