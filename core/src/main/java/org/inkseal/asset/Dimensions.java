package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * The size of a picture as its header has it.
 *
 * @param width pixels of a row
 * @param height rows
 */
public record Dimensions(int width, int height) {
    private static final int PNG_SIZE_AT = 16;
    private static final int GIF_SIZE_AT = 6;
    private static final int FRAME_HEADER_BYTES = 9;
    private static final int NEW_SUBFILE_TYPE = 254;
    private static final int IMAGE_WIDTH = 256;
    private static final int IMAGE_LENGTH = 257;

    /** How many pixels that are. */
    public long pixels() {
        return (long) width * height;
    }

    /**
     * The size of a JPEG, PNG, GIF or TIFF file; nothing for other formats, for a size that cannot be, and for a TIFF file
     * that begins with a small picture in place of the one that it is about.
     */
    public static Optional<Dimensions> of(ByteSource source, AssetMap map) throws IOException {
        Optional<Dimensions> size = switch (map.format().name()) {
            case "PNG" -> png(source);
            case "JPEG" -> jpeg(source, map);
            case "GIF" -> gif(source);
            case "TIFF" -> tiff(source, map);
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

    private static Optional<Dimensions> gif(ByteSource source) throws IOException {
        var size = source.read(GIF_SIZE_AT, 2 * Short.BYTES).buffer().order(ByteOrder.LITTLE_ENDIAN);
        return Optional.of(new Dimensions(Short.toUnsignedInt(size.getShort()), Short.toUnsignedInt(size.getShort())));
    }

    private static Optional<Dimensions> tiff(ByteSource source, AssetMap map) throws IOException {
        if (map.placement().isEmpty() || !(map.placement().get() instanceof TiffPlacement placement)) {
            return Optional.empty();
        }
        TiffDirectory first = placement.pages().get(0).directory();
        Window window = new Window(source);
        Map<Integer, Long> numbers = new HashMap<>();
        try {
            for (long i = 0; i < first.size(); i++) {
                TiffEntry entry = first.entry(window, i);
                if (entry.isNumeric() && entry.count() == 1) {
                    numbers.putIfAbsent(entry.tag(), entry.number(window, 0));
                }
            }
        } catch (MalformedException e) {
            return Optional.empty();
        }
        boolean whole = (numbers.getOrDefault(NEW_SUBFILE_TYPE, 0L) & 1) == 0;
        long width = numbers.getOrDefault(IMAGE_WIDTH, 0L);
        long height = numbers.getOrDefault(IMAGE_LENGTH, 0L);
        return whole && width == (int) width && height == (int) height
                ? Optional.of(new Dimensions((int) width, (int) height))
                : Optional.empty();
    }
}
