package org.inkseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads small text files that the caller names: certificates, keys, passphrases. */
final class TextFile {
    private static final int MOST_BYTES = 8 << 20;

    private TextFile() {}

    /**
     * The whole text of a file.
     *
     * @throws IOException with the name of the file in its message, if it cannot be read, is larger than 8 MiB or not in
     *     UTF-8
     */
    static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("larger than " + (MOST_BYTES >> 20) + " MiB");
            }
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IOException e) {
            throw new IOException(file + ": " + Trouble.of(e).what(), e);
        }
    }
}
