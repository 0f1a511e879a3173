package org.inkseal.facts;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.inkseal.asset.AssetMap;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;

/**
 * Makes the small picture that a claim may carry (C2PA 2.2 §18.11): a JPEG file of 1024 pixels at most along its longer
 * side, without metadata, with the pixels as they are stored.
 */
public final class ClaimThumbnail {
    /** Media type of every thumbnail. */
    public static final String MEDIA_TYPE = "image/jpeg";

    private static final int LONGEST_SIDE = PictureDecoder.ENOUGH / 2;

    private ClaimThumbnail() {}

    /**
     * The thumbnail of a picture.
     *
     * @throws IOException if the picture cannot be read
     * @throws IllegalArgumentException if it is too large, of a format that the Java runtime does not decode, or takes too
     *     long
     */
    public static Bytes of(ByteSource source, AssetMap map) throws IOException {
        try {
            return PictureDecoder.decode(source, map, ClaimThumbnail::encode);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no thumbnail can be made: " + e.getMessage(), e);
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
