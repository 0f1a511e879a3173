package org.inkseal.vectors;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.inkseal.io.Bytes;
import org.inkseal.vectors.BoxEntries.Part;

/** The blocks of a small GIF file and the chunks of a small WebP file, under the names of C2PA 2.4 §18.7.3. */
final class NamedBlocks {
    private NamedBlocks() {}

    /** Cuts up a file whose store, if any, starts at a place. */
    static List<Part> parts(Container container, Bytes file, long store) {
        return container == Container.GIF ? gif(file, store) : webp(file);
    }

    private static List<Part> gif(Bytes file, long store) {
        List<Part> parts = new ArrayList<>();
        List<Bytes> opening = GifBlocks.split(file);
        parts.add(new Part("GIF89a", opening.get(0)));
        parts.add(new Part("LSD", opening.get(1)));
        int at = file.length() - opening.get(2).length();
        while (file.unsigned(at) != 0x3b) {
            int end;
            if (file.unsigned(at) == 0x2c) {
                int flags = file.unsigned(at + 9);
                end = at + 10 + ((flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1);
                parts.add(new Part("2C", file.slice(at, end)));
                at = end;
                end = afterSubBlocks(file, at + 1);
                parts.add(new Part("TBID", file.slice(at, end)));
            } else {
                end = afterSubBlocks(file, at + 2);
                String label = String.format(Locale.ROOT, "21%02X", file.unsigned(at + 1));
                parts.add(new Part(at == store ? "C2PA" : label, file.slice(at, end)));
            }
            at = end;
        }
        parts.add(new Part("3B", file.slice(at, at + 1)));
        return parts;
    }

    private static int afterSubBlocks(Bytes file, int from) {
        int at = from;
        while (file.unsigned(at) != 0) {
            at += 1 + file.unsigned(at);
        }
        return at + 1;
    }

    private static List<Part> webp(Bytes file) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("WEBP", file.slice(0, 12)));
        for (int at = 12; at < file.length(); ) {
            int length = file.buffer().order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
            Bytes chunk = file.slice(at, at + 8 + length + (length & 1));
            int name = chunk.startsWith(0, "LIST".getBytes(US_ASCII)) ? 8 : 0;
            parts.add(new Part(new String(chunk.slice(name, name + 4).toArray(), US_ASCII), chunk));
            at += chunk.length();
        }
        return parts;
    }
}
