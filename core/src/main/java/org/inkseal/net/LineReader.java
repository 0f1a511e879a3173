package org.inkseal.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The lines before, between and after the parts of a body. All of them together are bounded. */
final class LineReader {
    private static final int MOST_CHARACTERS = 16 << 10;

    private final InputStream in;
    private int left = MOST_CHARACTERS;

    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next line, without its end: CR LF, or LF alone (RFC 9112 §2.2). Each byte becomes one character.
     *
     * @throws IOException if the lines are too long together, or one holds a control character
     */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("ends its answer early");
            }
            if (--left < 0) {
                throw new IOException("answers with more than " + (MOST_CHARACTERS >> 10) + " KiB of headers");
            }
            if (c == '\n') {
                int end = line.length() - 1;
                if (end >= 0 && line.charAt(end) == '\r') {
                    line.setLength(end);
                }
                return clean(line.toString());
            }
            line.append((char) c);
        }
    }

    private static String clean(String line) throws IOException {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7f) {
                throw new IOException("answers with a control character in a header");
            }
        }
        return line;
    }

    /** A reader for the framing of a body, with bounds of its own. */
    LineReader afresh() {
        return new LineReader(in);
    }
}
