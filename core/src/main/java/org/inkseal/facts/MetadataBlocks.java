package org.inkseal.facts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.Region;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;

/**
 * The parts of a file that hold metadata beside XMP, found by the map of the file, so that no library reads the file itself.
 * What is larger than metadata are is passed over.
 */
final class MetadataBlocks {
    private static final int MOST_BYTES = 4 << 20;
    private static final int LONGEST_KEYWORD = 80;
    private static final int MOST_TEXTS = 256;
    private static final Bytes EXIF = Bytes.wrap("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    private static final Bytes PHOTOSHOP = Bytes.wrap("Photoshop 3.0\0".getBytes(StandardCharsets.ISO_8859_1));
    private static final int PNG_HEADER = 8;
    private static final int PNG_OVERHEAD = 12;
    private static final int RIFF_HEADER = 8;
    private static final int JPEG_HEADER = 4;
    private static final int BOX_HEADER = 8;

    private final ByteSource source;
    private final AssetMap map;

    MetadataBlocks(ByteSource source, AssetMap map) {
        this.source = source;
        this.map = map;
    }

    /** The TIFF structure with the EXIF of the file; for TIFF that is the file. */
    Optional<Bytes> exif() throws IOException {
        return switch (map.format().name()) {
            case "JPEG" -> segment("APP1", EXIF);
            case "PNG" -> first("eXIf").map(chunk -> inside(chunk, PNG_HEADER, PNG_OVERHEAD - PNG_HEADER));
            case "WebP" -> first("EXIF").map(chunk -> unprefixed(inside(chunk, RIFF_HEADER, 0)));
            // The box begins with the offset of the structure in what follows (ISO/IEC 18181-2 §9.6).
            case "JPEG XL" -> first("Exif").map(box -> inside(box, BOX_HEADER + Integer.BYTES, 0));
            case "TIFF" ->
                source.size() <= MOST_BYTES ? Optional.of(source.read(0, (int) source.size())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The Photoshop resources of a JPEG file, which hold IPTC-IIM, with their identifier. */
    Optional<Bytes> photoshop() throws IOException {
        return map.format().name().equals("JPEG") ? raw("APP13", PHOTOSHOP) : Optional.empty();
    }

    /** A text of a PNG file: its keyword, and what follows it if that is not deflated. */
    record Text(String keyword, String value) {}

    /** The texts of a PNG file. Nothing is inflated. */
    List<Text> texts() throws IOException {
        List<Text> texts = new ArrayList<>();
        if (map.format().name().equals("PNG")) {
            for (Region region : map.regions()) {
                if (region.name().equals("tEXt")
                        || region.name().equals("iTXt")
                        || region.name().equals("zTXt")) {
                    texts(region, texts);
                }
            }
        }
        return texts;
    }

    private void texts(Region region, List<Text> texts) throws IOException {
        long at = region.range().start();
        while (at < region.range().end() && texts.size() < MOST_TEXTS) {
            long length = Integer.toUnsignedLong(
                    source.read(at, Integer.BYTES).buffer().getInt());
            int head = (int) Math.min(length, MOST_BYTES);
            boolean plain = region.name().equals("tEXt");
            Bytes data = source.read(at + PNG_HEADER, plain ? head : Math.min(head, LONGEST_KEYWORD));
            String text = new String(data.toArray(), StandardCharsets.ISO_8859_1);
            int end = text.indexOf('\0');
            if (end > 0 && end < LONGEST_KEYWORD) {
                texts.add(new Text(text.substring(0, end), plain ? text.substring(end + 1) : ""));
            }
            at += length + PNG_OVERHEAD;
        }
    }

    private Optional<Bytes> segment(String name, Bytes identifier) throws IOException {
        return raw(name, identifier).map(segment -> segment.from(identifier.length()));
    }

    private Optional<Bytes> raw(String name, Bytes identifier) throws IOException {
        for (Region region : map.regions()) {
            if (region.name().equals(name) && region.range().length() <= MOST_BYTES) {
                Bytes segment =
                        source.read(region.range().start(), (int) region.range().length());
                if (segment.startsWith(JPEG_HEADER, identifier.toArray())) {
                    return Optional.of(segment.from(JPEG_HEADER));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Bytes> first(String name) throws IOException {
        for (Region region : map.regions()) {
            if (region.name().equals(name) && region.range().length() <= MOST_BYTES) {
                return Optional.of(
                        source.read(region.range().start(), (int) region.range().length()));
            }
        }
        return Optional.empty();
    }

    private static Bytes inside(Bytes box, int before, int after) {
        return box.length() < before + after ? Bytes.EMPTY : box.slice(before, box.length() - after);
    }

    /** Some writers put the identifier of JPEG in front. */
    private static Bytes unprefixed(Bytes block) {
        return block.startsWith(0, EXIF.toArray()) ? block.from(EXIF.length()) : block;
    }
}
