package org.inkseal.facts;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.Dimensions;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * Makes the small picture that a claim may carry (C2PA 2.2 §18.11): a JPEG file of 1024 pixels at most along its longer
 * side, without metadata, with the pixels as they are stored. Pictures of more than 50 million pixels are refused before a
 * decoder sees them; a {@link Worker} decodes, for 20 seconds at most.
 */
public final class ClaimThumbnail {
    /** Media type of every thumbnail. */
    public static final String MEDIA_TYPE = "image/jpeg";

    private static final int LONGEST_SIDE = 1024;
    private static final long MOST_PIXELS = 50_000_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final long MOST_SECONDS = 20;

    private ClaimThumbnail() {}

    /**
     * The thumbnail of a picture.
     *
     * @throws IOException if the picture cannot be read
     * @throws IllegalArgumentException if it is too large, of a format that the Java runtime does not decode, or takes too
     *     long
     */
    public static Bytes of(ByteSource source, AssetMap map) throws IOException {
        Dimensions size = Dimensions.of(source, map)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no thumbnail can be made of this " + map.format().name() + " file"));
        if (size.pixels() > MOST_PIXELS || source.size() > MOST_BYTES) {
            throw new IllegalArgumentException("no thumbnail is made of " + size.width() + " x " + size.height()
                    + " pixels: " + MOST_PIXELS + " are allowed");
        }
        Bytes file = source.read(0, Math.toIntExact(source.size()));
        return Worker.run(() -> encode(decode(file, size)), MOST_SECONDS);
    }

    private static BufferedImage decode(Bytes file, Dimensions size) throws IOException, MalformedException {
        InputStream bytes = new java.io.ByteArrayInputStream(file.toArray());
        try (ImageInputStream input = new MemoryCacheImageInputStream(bytes)) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new MalformedException(0, "no decoder for this picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if (reader.getWidth(0) != size.width() || reader.getHeight(0) != size.height()) {
                    throw new MalformedException(0, "two opinions about the size of the picture");
                }
                ImageReadParam how = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(size.width(), size.height()) / (2 * LONGEST_SIDE));
                how.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, how);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Bytes encode(BufferedImage image) throws IOException {
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(small, "jpeg", out)) {
            throw new IOException("the Java runtime writes no JPEG");
        }
        return Bytes.wrap(out.toByteArray());
    }
}
