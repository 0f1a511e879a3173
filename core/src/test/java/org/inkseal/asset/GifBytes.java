package org.inkseal.asset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.inkseal.io.Bytes;

/** A GIF file put together by hand, block by block. */
final class GifBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A file of one point that starts with its header and a colour table of two. */
    static GifBytes start(String version) {
        return new GifBytes().text(version).raw("0100 0100 80 00 00 000000 ffffff");
    }

    GifBytes raw(String digits) {
        out.writeBytes(Hex.bytes(digits));
        return this;
    }

    GifBytes text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** An application extension, its data in one sub-block. */
    GifBytes application(String identifier, String data) {
        out.write(0x21);
        out.write(0xff);
        out.write(identifier.length());
        text(identifier);
        out.write(data.length());
        return text(data).raw("00");
    }

    /** XMP as it stands, with the magic trailer of 258 bytes. */
    GifBytes xmp(String packet) {
        raw("21ff0b").text("XMP DataXMP").text(packet).raw("01");
        for (int i = 255; i >= 0; i--) {
            out.write(i);
        }
        return raw("00");
    }

    /** A graphic control extension and a picture with a colour table of its own. */
    GifBytes frame() {
        return raw("21f904 00000000 00")
                .raw("2c 0000 0000 0100 0100 80 000000 ffffff")
                .raw("02 02 4401 00");
    }

    Bytes end() {
        raw("3b");
        return Bytes.wrap(out.toByteArray());
    }
}
