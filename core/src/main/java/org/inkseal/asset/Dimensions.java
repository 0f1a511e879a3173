package org.inkseal.asset;

import java.io.IOException;
import java.util.Optional;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;

/**
 * The size of a picture as its header has it.
 *
 * @param width pixels of a row
 * @param height rows
 */
public record Dimensions(int width, int height) {
    private static final int PNG_SIZE_AT = 16;
    private static final int FRAME_HEADER_BYTES = 9;

    /** How many pixels that are. */
    public long pixels() {
        return (long) width * height;
    }

    /** The size of a JPEG or PNG file; nothing for other formats, and for a size that cannot be. */
    public static Optional<Dimensions> of(ByteSource source, AssetMap map) throws IOException {
        Optional<Dimensions> size = switch (map.format().name()) {
            case "PNG" -> png(source);
            case "JPEG" -> jpeg(source, map);
            default -> Optional.empty();
        };
        return size.filter(found -> found.width > 0 && found.height > 0);
    }

    private static Optional<Dimensions> png(ByteSource source) throws IOException {
        var size = source.read(PNG_SIZE_AT, 2 * Integer.BYTES).buffer();
        return Optional.of(new Dimensions(size.getInt(), size.getInt()));
    }

    private static Optional<Dimensions> jpeg(ByteSource source, AssetMap map) throws IOException {
        for (Region region : map.regions()) {
            if (region.name().startsWith("SOF") && region.range().length() >= FRAME_HEADER_BYTES) {
                Bytes head = source.read(region.range().start(), FRAME_HEADER_BYTES);
                int height = head.unsigned(5) << Byte.SIZE | head.unsigned(6);
                int width = head.unsigned(7) << Byte.SIZE | head.unsigned(8);
                return Optional.of(new Dimensions(width, height));
            }
        }
        return Optional.empty();
    }
}
