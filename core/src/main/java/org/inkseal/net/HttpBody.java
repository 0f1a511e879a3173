package org.inkseal.net;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.inkseal.io.Bytes;

/**
 * The body of an answer, counted while it is read. Memory grows with what has come and never with what was announced.
 */
final class HttpBody {
    private static final int STEP = 8 << 10;
    private static final int MOST_CHUNKS = 64 << 10;
    private static final int MOST_DIGITS = 8;

    private final InputStream in;
    private final int most;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private HttpBody(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /**
     * Reads a body.
     *
     * @param most bytes that are accepted at most
     * @throws IOException if there are more, or fewer than announced, or they are in no form of HTTP/1
     */
    static Bytes read(HttpHead head, InputStream in, int most) throws IOException {
        HttpBody reader = new HttpBody(in, most);
        if (head.chunked()) {
            reader.chunks();
        } else if (head.length().isPresent()) {
            reader.exactly(head.length().get());
        } else {
            reader.toTheEnd();
        }
        return Bytes.wrap(reader.body.toByteArray());
    }

    private void exactly(long length) throws IOException {
        if (length > most - body.size()) {
            throw tooMuch();
        }
        byte[] step = new byte[STEP];
        for (long left = length; left > 0; ) {
            int read = in.read(step, 0, (int) Math.min(left, step.length));
            if (read < 0) {
                throw new EOFException("ends its answer early");
            }
            body.write(step, 0, read);
            left -= read;
        }
    }

    private void toTheEnd() throws IOException {
        byte[] step = new byte[STEP];
        for (int read = in.read(step); read >= 0; read = in.read(step)) {
            if (read > most - body.size()) {
                throw tooMuch();
            }
            body.write(step, 0, read);
        }
    }

    /** RFC 9112 §7.1. Many tiny chunks would cost much more than they bring, so their number is bounded too. */
    private void chunks() throws IOException {
        LineReader lines = new LineReader(in);
        for (int count = 0; count < MOST_CHUNKS; count++) {
            long size = size(lines.afresh().line());
            if (size == 0) {
                // Trailer fields say nothing that is needed.
                while (!lines.line().isEmpty()) {
                    continue;
                }
                return;
            }
            exactly(size);
            if (!lines.afresh().line().isEmpty()) {
                throw new IOException("answers with a chunk of another length than announced");
            }
        }
        throw new IOException("answers in more than " + MOST_CHUNKS + " chunks");
    }

    private static long size(String line) throws IOException {
        int end = line.indexOf(';');
        String digits = (end < 0 ? line : line.substring(0, end)).strip();
        long size = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0 || digits.charAt(i) > 'f') {
                throw new IOException("answers with a chunk whose length is no number");
            }
            size = size << 4 | digit;
        }
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            throw new IOException("answers with a chunk whose length is no number");
        }
        return size;
    }

    private IOException tooMuch() {
        return new IOException("answers with more than the " + most + " bytes that are accepted");
    }
}
