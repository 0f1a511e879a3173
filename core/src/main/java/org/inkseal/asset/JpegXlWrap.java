package org.inkseal.asset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/**
 * The container that a naked codestream is put into, for a codestream has no place for a store (C2PA 2.3 §A.3.9):
 *
 * <pre>
 * 'JXL ' | 'ftyp' | the store | 'free' with a mark | 'jxlc' with the codestream
 * </pre>
 *
 * <p>The mark tells such a file from one that was a container before: {@code free} holds nothing that anybody needs, and
 * whoever takes it out takes out the way back to the codestream and nothing else.
 */
final class JpegXlWrap {
    /** The first box of every container (ISO/IEC 18181-2). */
    static final byte[] SIGNATURE = {0, 0, 0, 12, 'J', 'X', 'L', ' ', '\r', '\n', (byte) 0x87, '\n'};

    /** The first bytes of every codestream (ISO/IEC 18181-1). */
    static final byte[] CODESTREAM = {(byte) 0xff, 0x0a};

    /** What the box {@code free} holds. */
    static final Bytes MARK = Bytes.wrap("naked codestream wrapped by inkseal".getBytes(StandardCharsets.US_ASCII));

    private static final Bytes FILE_TYPE = box("ftyp", Bytes.utf8("jxl \0\0\0\0jxl "));
    private static final long MOST_SHORT = 0xffff_ffffL;

    private JpegXlWrap() {}

    /** A codestream of so many bytes in a container with room for a store. */
    static Layout around(long codestream, long storeLength) {
        return new Layout(List.of(
                new Piece.Literal(Bytes.concat(Bytes.wrap(SIGNATURE.clone()), FILE_TYPE)),
                new Piece.Slot(storeLength),
                new Piece.Literal(Bytes.concat(box("free", MARK), header(codestream))),
                new Piece.Copy(new Range(0, codestream))));
    }

    /** A codestream of so many bytes in a container with another box, which is no wrapping that is taken off again. */
    static Layout around(long codestream, Bytes box) {
        return new Layout(List.of(
                new Piece.Literal(Bytes.concat(Bytes.wrap(SIGNATURE.clone()), FILE_TYPE, box, header(codestream))),
                new Piece.Copy(new Range(0, codestream))));
    }

    private static Bytes header(long codestream) {
        ByteBuffer header = ByteBuffer.allocate(16);
        boolean large = codestream > MOST_SHORT - 8;
        header.putInt(large ? 1 : (int) (codestream + 8)).put(new byte[] {'j', 'x', 'l', 'c'});
        if (large) {
            header.putLong(codestream + 16);
        }
        return Bytes.wrap(header.array()).slice(0, header.position());
    }

    static Bytes box(String type, Bytes payload) {
        ByteBuffer box = ByteBuffer.allocate(8 + payload.length());
        box.putInt(box.capacity()).put(type.getBytes(StandardCharsets.US_ASCII)).put(payload.buffer());
        return Bytes.wrap(box.array());
    }
}
