package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * Puts an XMP packet into the chunk {@code XMP } of a WebP file, and says so in {@code VP8X}, which a simple file gets for it
 * (RFC 9649 §2.7).
 */
final class WebpXmp {
    private static final int FLAG = 0x04;
    private static final int ALPHA = 0x10;
    private static final long MOST_FILE = 0xffff_fffeL;
    /** Chunks after which the packet comes. */
    private static final Set<String> BEFORE = Set.of("VP8X", "ICCP", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L", "EXIF");

    private final Window window;
    private final AssetMap map;

    WebpXmp(ByteSource source, AssetMap map) {
        this.window = new Window(source);
        this.map = map;
    }

    /** The file, which has no store, with a packet. */
    Layout with(Bytes packet) throws IOException, MalformedException {
        Edit flags = flags();
        Edit chunk = new Edit(place(), WebpFormat.chunk("XMP ", packet));
        long more = more(flags) + more(chunk);
        long size = window.le32(4) + more;
        if (size > MOST_FILE) {
            throw new IllegalArgumentException("a WebP file of " + size + " bytes: allowed are " + MOST_FILE);
        }
        Edit length = new Edit(new Range(4, 4), WebpFormat.littleEndian(size));
        return Edit.of(map.size(), length, flags, chunk);
    }

    private static long more(Edit edit) {
        return edit.bytes().length() - edit.range().length();
    }

    private Range place() {
        if (map.xmp().isPresent()) {
            Range data = map.xmp().get();
            return Range.between(data.start() - RiffChunk.HEADER, data.end() + (data.length() & 1));
        }
        Optional<Region> last = map.regions().stream()
                .filter(region -> BEFORE.contains(region.name()))
                .reduce((one, next) -> next);
        return new Range(last.orElseThrow().range().end(), 0);
    }

    /** The flags of the chunk {@code VP8X}, or a whole one before the only picture of a simple file. */
    private Edit flags() throws IOException, MalformedException {
        long data = WebpFormat.FILE_HEADER + RiffChunk.HEADER;
        int type = (int) window.u32(WebpFormat.FILE_HEADER);
        if (type == BmffBox.type("VP8X")) {
            return new Edit(new Range(data, 1), Bytes.wrap(new byte[] {(byte) (window.u8(data) | FLAG)}));
        }
        boolean lossless = type == BmffBox.type("VP8L");
        long size = window.le32(lossless ? data + 1 : data + 6);
        long width = lossless ? size & 0x3fff : (size & 0x3fff) - 1;
        long height = lossless ? size >> 14 & 0x3fff : (size >> 16 & 0x3fff) - 1;
        boolean alpha = lossless && (size >> 28 & 1) != 0;
        if (width < 0 || height < 0) {
            throw new MalformedException(data, "a picture without width or height");
        }
        ByteBuffer extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        extended.putInt(FLAG | (alpha ? ALPHA : 0))
                .putInt((int) (width | height << 24))
                .putShort((short) (height >> 8));
        return Edit.insert(WebpFormat.FILE_HEADER, WebpFormat.chunk("VP8X", Bytes.wrap(extended.array())));
    }
}
