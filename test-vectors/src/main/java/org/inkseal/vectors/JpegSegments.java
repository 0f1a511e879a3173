package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Bytes;

/** Takes JPEG files apart before their first scan, and puts them together again, in good order or not. */
final class JpegSegments {
    static final int APP0 = 0xe0;
    static final int APP1 = 0xe1;
    static final int APP2 = 0xe2;
    static final int APP11 = 0xeb;
    static final int COMMENT = 0xfe;
    private static final int SCAN = 0xda;
    private static final int START = 2;

    private JpegSegments() {}

    /** A segment with its marker and its length. */
    static Bytes segment(int marker, Bytes data) {
        int length = data.length() + 2;
        byte[] head = {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length};
        return Bytes.concat(Bytes.wrap(head), data);
    }

    /** The start of the image, each segment up to the first scan, and the rest of the file as one. */
    static List<Bytes> split(Bytes file) {
        List<Bytes> parts = new ArrayList<>();
        parts.add(file.slice(0, START));
        int at = START;
        while (file.unsigned(at + 1) != SCAN) {
            int end = at + 2 + (file.unsigned(at + 2) << 8 | file.unsigned(at + 3));
            parts.add(file.slice(at, end));
            at = end;
        }
        parts.add(file.from(at));
        return parts;
    }

    static Bytes join(List<Bytes> parts) {
        return Bytes.concat(parts.toArray(new Bytes[0]));
    }

    static int marker(Bytes part) {
        return part.unsigned(1);
    }

    /** The position of the first part with a marker. */
    static int find(List<Bytes> parts, int marker) {
        for (int i = 0; i < parts.size(); i++) {
            if (marker(parts.get(i)) == marker) {
                return i;
            }
        }
        throw new IllegalArgumentException("no marker " + Integer.toHexString(marker));
    }

    /**
     * A store in as many packets as it takes with at most so many bytes in each (C2PA 2.2 §A.3.1).
     *
     * @param most bytes of the store in a packet, the repeated box header not counted
     */
    static List<Bytes> packets(Bytes store, int most) {
        List<Bytes> packets = new ArrayList<>();
        for (int at = 0; at < store.length(); ) {
            int end = Math.min(store.length(), at + most);
            Bytes header = at == 0 ? Bytes.EMPTY : store.slice(0, 8);
            packets.add(packet(packets.size() + 1, Bytes.concat(header, store.slice(at, end))));
            at = end;
        }
        return packets;
    }

    /** A packet with its number, which counts from 1. */
    static Bytes packet(int number, Bytes content) {
        Bytes head = Bytes.wrap(new byte[] {'J', 'P', 0, 1});
        return segment(APP11, Bytes.concat(head, PngChunks.int32(number), content));
    }
}
