package org.inkseal.xmp;

import java.nio.charset.StandardCharsets;
import org.inkseal.io.Bytes;

/**
 * The white space at the end of an XMP packet, which is there so that the packet can grow in its place (ISO 16684-1 §7.3.2).
 */
final class XmpPadding {
    private static final String END = "<?xpacket end=";

    private XmpPadding() {}

    /**
     * A packet without as much of its padding as makes it as long as it was.
     *
     * @param packet the packet, which is changed
     * @param length bytes that it had before it grew
     */
    static String trimmed(StringBuilder packet, int length) {
        int more = packet.toString().getBytes(StandardCharsets.UTF_8).length - length;
        int end = packet.lastIndexOf(END);
        int start = end;
        while (start > 0 && end - start < more && isPadding(packet.charAt(start - 1))) {
            start--;
        }
        if (end > start) {
            packet.delete(start, end);
        }
        return packet.toString();
    }

    /** A packet with more of it. */
    static Bytes filled(Bytes packet, int length) {
        if (packet.length() > length) {
            throw new IllegalArgumentException(
                    "an XMP packet of " + packet.length() + " bytes in a place for " + length);
        }
        String text = packet.text().orElse("");
        int end = text.lastIndexOf(END);
        Bytes padding = Bytes.utf8(" ".repeat(length - packet.length()));
        if (end < 0) {
            return Bytes.concat(packet, padding);
        }
        return Bytes.concat(Bytes.utf8(text.substring(0, end)), padding, Bytes.utf8(text.substring(end)));
    }

    private static boolean isPadding(char character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
