package org.inkseal.vectors;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.inkseal.io.Bytes;

/** Blocks of GIF files, in good order or not. */
final class GifBlocks {
    private static final int HEADER = 6;
    private static final int SCREEN_DESCRIPTOR = 13;
    private static final int MOST = 255;

    private GifBlocks() {}

    /** The header, the screen descriptor with its colours, and the rest. */
    static List<Bytes> split(Bytes file) {
        int flags = file.unsigned(HEADER + 4);
        int at = SCREEN_DESCRIPTOR + ((flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1);
        return List.of(file.slice(0, HEADER), file.slice(HEADER, at), file.from(at));
    }

    /** An application extension. */
    static Bytes application(String identifier, Bytes data) {
        return extension(0xff, Bytes.wrap(identifier.getBytes(StandardCharsets.ISO_8859_1)), data);
    }

    /** A comment. */
    static Bytes comment(String text) {
        return extension(0xfe, Bytes.EMPTY, Bytes.utf8(text));
    }

    private static Bytes extension(int label, Bytes first, Bytes data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x21);
        out.write(label);
        if (first.length() > 0) {
            out.write(first.length());
            out.writeBytes(first.toArray());
        }
        for (int at = 0; at < data.length(); at += MOST) {
            int end = Math.min(data.length(), at + MOST);
            out.write(end - at);
            out.writeBytes(data.slice(at, end).toArray());
        }
        out.write(0);
        return Bytes.wrap(out.toByteArray());
    }
}
