package org.inkseal.cli;

import org.inkseal.io.Bytes;

/**
 * The ending of a file by what it begins with. Only kinds that viewers show without running anything have an ending of
 * their own; whatever a file claims to be, the rest is {@code bin}.
 */
final class FileKind {
    private FileKind() {}

    static String of(Bytes content) {
        if (begins(content, 0, "\u00ff\u00d8\u00ff")) {
            return "jpg";
        }
        if (begins(content, 0, "\u0089PNG\r\n\u001a\n")) {
            return "png";
        }
        if (begins(content, 0, "GIF8")) {
            return "gif";
        }
        if (begins(content, 0, "RIFF") && begins(content, 8, "WEBP")) {
            return "webp";
        }
        boolean av1 = begins(content, 8, "avif") || begins(content, 8, "avis");
        return begins(content, 4, "ftyp") && av1 ? "avif" : "bin";
    }

    private static boolean begins(Bytes content, int at, String magic) {
        if (content.length() < at + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((content.at(at + i) & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
