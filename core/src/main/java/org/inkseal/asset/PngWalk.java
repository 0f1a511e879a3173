package org.inkseal.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * One walk over the chunks of a PNG file, from the signature to {@code IEND}. Bytes after {@code IEND} are a trailer, and
 * a {@code caBX} among them is no store.
 */
final class PngWalk {
    private static final int OVERHEAD = 12;
    private static final int IHDR_DATA = 13;
    private static final int IEND = 0x49454e44;
    private static final int IHDR = 0x49484452;
    static final int ITXT = 0x69545874;
    private static final Set<String> METADATA = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");

    static final Bytes XMP_KEYWORD = Bytes.wrap("XML:com.adobe.xmp\0".getBytes(StandardCharsets.US_ASCII));
    /** Characters of the language tag and of the translated keyword, which XMP leaves empty. */
    private static final int MOST_TAG = 256;

    private final Window window;
    private final Budget budget;
    private final Regions regions;
    private final List<Carrier> carriers = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private Optional<Range> xmp = Optional.empty();

    PngWalk(ByteSource source, Budget budget) {
        this.window = new Window(source);
        this.budget = budget;
        this.regions = new Regions(budget);
    }

    AssetMap map(PngFormat format, long signatureLength) throws IOException, MalformedException {
        regions.add("PNGh", new Range(0, signatureLength), Region.Kind.CONTENT);
        long at = signatureLength;
        int type = 0;
        for (long count = 1; type != IEND; count++) {
            budget.check(Limit.PNG_CHUNKS, count, at);
            if (at == window.size()) {
                throw new MalformedException(at, "the file ends before the chunk IEND");
            }
            type = (int) window.u32(at + 4);
            Range chunk = chunk(at, type);
            requireOrder(chunk, type, count == 1);
            note(chunk, type);
            at = chunk.end();
        }
        if (at < window.size()) {
            regions.add("trailer", Range.between(at, window.size()), Region.Kind.TRAILER);
        }
        return new AssetMap(format, window.size(), regions.list(), carriers, faults, 0, xmp);
    }

    private Range chunk(long at, int type) throws IOException, MalformedException {
        for (int shift = 24; shift >= 0; shift -= 8) {
            int letter = type >> shift & 0xff;
            // The third letter is reserved: upper case in every chunk so far (PNG §5.4).
            boolean small = letter >= 'a' && letter <= 'z' && shift != 8;
            if (!small && (letter < 'A' || letter > 'Z')) {
                throw new MalformedException(at + 4, "chunk type " + Integer.toHexString(type));
            }
        }
        long length = window.u32(at);
        if (length > Integer.MAX_VALUE) {
            throw new MalformedException(at, "chunk " + name(type) + " of " + length + " bytes, allowed are 2^31 - 1");
        }
        if (length + OVERHEAD > window.size() - at) {
            throw new MalformedException(at, "chunk " + name(type) + " of " + length + " bytes ends after the file");
        }
        return new Range(at, length + OVERHEAD);
    }

    private static void requireOrder(Range chunk, int type, boolean first) throws MalformedException {
        if (first != (type == IHDR) || first && chunk.length() != IHDR_DATA + OVERHEAD) {
            throw new MalformedException(
                    chunk.start(),
                    "chunk " + name(type) + ": exactly the first chunk is IHDR, with " + IHDR_DATA + " bytes");
        }
        if (type == IEND && chunk.length() != OVERHEAD) {
            throw new MalformedException(chunk.start(), "chunk IEND holds data");
        }
    }

    private void note(Range chunk, int type) throws IOException, MalformedException {
        if (type == PngFormat.CABX) {
            regions.add("C2PA", chunk, Region.Kind.CARRIER);
            carrier(chunk);
            return;
        }
        String name = name(type);
        regions.join(name, chunk, kind(type));
        if (type == ITXT && xmp.isEmpty()) {
            xmp = xmp(chunk);
        }
    }

    private void carrier(Range chunk) throws IOException, MalformedException {
        Range data = data(chunk);
        budget.check(Limit.STORE_BYTES, data.length(), chunk.start());
        long written = window.u32(data.end());
        long computed = window.crc(Range.between(chunk.start() + 4, data.end()));
        if (written == computed) {
            carriers.add(new Carrier(chunk, List.of(data)));
        } else if (faults.isEmpty()) {
            String message = "manifest store in chunk caBX: CRC " + Long.toHexString(written) + ", computed "
                    + Long.toHexString(computed);
            faults.add(new Fault(chunk.start(), message));
        }
    }

    /** The text of an {@code iTXt} chunk that holds XMP (XMP Part 3 §1.1.5); empty if it holds another or a deflated text. */
    private Optional<Range> xmp(Range chunk) throws IOException, MalformedException {
        Range data = data(chunk);
        long at = data.start() + XMP_KEYWORD.length();
        if (at + 2 > data.end()
                || !window.upTo(data.start(), XMP_KEYWORD.length()).equals(XMP_KEYWORD)
                || window.u8(at) != 0) {
            return Optional.empty();
        }
        long translated = afterNul(at + 2, data.end());
        long text = afterNul(translated, data.end());
        return text <= data.end() ? Optional.of(Range.between(text, data.end())) : Optional.empty();
    }

    /** Where the text after a NUL starts; after {@code end} if there is none near. */
    private long afterNul(long at, long end) throws IOException, MalformedException {
        for (long p = at; p < Math.min(end, at + MOST_TAG); p++) {
            if (window.u8(p) == 0) {
                return p + 1;
            }
        }
        return end + 1;
    }

    private static Range data(Range chunk) {
        return new Range(chunk.start() + 8, chunk.length() - OVERHEAD);
    }

    static Region.Kind kind(int type) {
        return METADATA.contains(name(type)) ? Region.Kind.METADATA : Region.Kind.CONTENT;
    }

    static String name(int type) {
        char[] letters = {
            (char) (type >> 24), (char) (type >> 16 & 0xff), (char) (type >> 8 & 0xff), (char) (type & 0xff)
        };
        return new String(letters);
    }
}
