package org.inkseal.facts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
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
 * Decodes pictures with the decoders of the Java runtime, for formats that it knows and this project names. Pictures of more
 * than 50 million pixels are refused before a decoder sees them; a {@link Worker} decodes, for 20 seconds at most.
 */
final class PictureDecoder {
    /** Where so many pixels are left along the longer side of a large picture, the ones between are passed over. */
    static final int ENOUGH = 2048;

    /** What the decoders of our formats are called. */
    private static final Map<String, String> DECODERS =
            Map.of("JPEG", "jpeg", "PNG", "png", "GIF", "gif", "TIFF", "tiff");

    private static final long MOST_PIXELS = 50_000_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final long MOST_SECONDS = 20;

    private PictureDecoder() {}

    /** What to make of the pixels, in the worker as well. */
    interface Use<T> {
        T of(BufferedImage image) throws IOException;
    }

    /**
     * What is made of the pixels of a picture, or of the first picture of a file with several.
     *
     * @throws IOException if the picture cannot be read
     * @throws IllegalArgumentException if it is too large, of a format that the Java runtime does not decode, or takes too
     *     long
     */
    static <T> T decode(ByteSource source, AssetMap map, Use<T> use) throws IOException {
        String format = map.format().name();
        if (!DECODERS.containsKey(format)) {
            throw new IllegalArgumentException("the Java runtime decodes no " + format);
        }
        Dimensions size = Dimensions.of(source, map)
                .orElseThrow(() -> new IllegalArgumentException("this " + format + " file has no size to rely on"));
        if (size.pixels() > MOST_PIXELS || source.size() > MOST_BYTES) {
            throw new IllegalArgumentException(
                    size.width() + " x " + size.height() + " pixels: decoded are " + MOST_PIXELS + " at most");
        }
        Bytes file = source.read(0, Math.toIntExact(source.size()));
        return Worker.run(() -> use.of(image(file, DECODERS.getOrDefault(format, ""), size)), MOST_SECONDS);
    }

    private static BufferedImage image(Bytes file, String decoder, Dimensions size)
            throws IOException, MalformedException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(decoder);
        if (!readers.hasNext()) {
            throw new MalformedException(0, "no decoder for this picture");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.toArray()))) {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) != size.width() || reader.getHeight(0) != size.height()) {
                throw new MalformedException(0, "two opinions about the size of the picture");
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(size.width(), size.height()) / ENOUGH);
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }
}
