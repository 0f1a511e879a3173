package org.inkseal.vectors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.JumbfWriter;

/** Takes JPEG XL containers apart and puts them together again, in good order or not. */
final class JpegXlBoxes {
    private static final int HEADER = 8;

    private JpegXlBoxes() {}

    /** The boxes of a file, none of which has a size of 64 bits. */
    static List<Bytes> split(Bytes file) {
        List<Bytes> boxes = new ArrayList<>();
        for (int at = 0; at < file.length(); ) {
            int end = at + file.buffer().getInt(at);
            boxes.add(file.slice(at, end));
            at = end;
        }
        return boxes;
    }

    static Bytes box(String type, Bytes payload) {
        return JumbfWriter.contentBox(type, payload);
    }

    static String type(Bytes box) {
        return new String(box.slice(4, HEADER).toArray(), StandardCharsets.ISO_8859_1);
    }

    static Bytes join(List<Bytes> boxes) {
        return Bytes.concat(boxes.toArray(new Bytes[0]));
    }

    /** The codestream of the small picture. */
    static Bytes naked() {
        List<Bytes> boxes = split(Container.JXL.picture());
        return boxes.get(boxes.size() - 1).from(HEADER);
    }
}
