package org.inkseal.vectors;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.inkseal.io.Bytes;

/** Takes PNG files apart and puts them together again, in good order or not. */
final class PngChunks {
    static final Bytes SIGNATURE = Bytes.wrap(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a});
    static final String STORE = "caBX";
    private static final int FRAME = 12;

    private PngChunks() {}

    /** A chunk with its length and its checksum. */
    static Bytes chunk(String type, Bytes data) {
        CRC32 crc = new CRC32();
        Bytes body = Bytes.concat(Bytes.utf8(type), data);
        crc.update(body.buffer());
        return Bytes.concat(int32(data.length()), body, int32((int) crc.getValue()));
    }

    /** The chunks of a file, without the signature. */
    static List<Bytes> split(Bytes file) {
        List<Bytes> chunks = new ArrayList<>();
        for (int at = SIGNATURE.length(); at < file.length(); ) {
            int end = at + FRAME + file.buffer().getInt(at);
            chunks.add(file.slice(at, end));
            at = end;
        }
        return chunks;
    }

    static Bytes join(List<Bytes> chunks) {
        List<Bytes> parts = new ArrayList<>(chunks);
        parts.add(0, SIGNATURE);
        return Bytes.concat(parts.toArray(new Bytes[0]));
    }

    static String type(Bytes chunk) {
        return new String(chunk.slice(4, 8).toArray(), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    static Bytes data(Bytes chunk) {
        return chunk.slice(8, chunk.length() - 4);
    }

    /** The position of the first chunk of a type. */
    static int find(List<Bytes> chunks, String type) {
        for (int i = 0; i < chunks.size(); i++) {
            if (type(chunks.get(i)).equals(type)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no chunk " + type);
    }

    static Bytes int32(int value) {
        return Bytes.wrap(ByteBuffer.allocate(4).putInt(value).array());
    }
}
