package org.inkseal.asset;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** Bytes compressed as zlib does (RFC 1950), never inflated further than allowed. */
final class Deflated {
    private static final int BLOCK = 8 << 10;

    private Deflated() {}

    /**
     * Inflates a whole stream.
     *
     * @throws MalformedException if it is broken, or has more bytes than {@code most}
     */
    static Bytes inflate(Bytes deflated, long most) throws MalformedException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated.buffer());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] block = new byte[BLOCK];
            while (!inflater.finished()) {
                int got = inflater.inflate(block);
                if (got == 0 && !inflater.finished()) {
                    throw new MalformedException(deflated.length(), "deflated bytes that end too early");
                }
                out.write(block, 0, got);
                if (out.size() > most) {
                    throw new MalformedException(0, "deflated bytes that are more than " + most + " when inflated");
                }
            }
            return Bytes.wrap(out.toByteArray());
        } catch (DataFormatException e) {
            throw new MalformedException(0, "deflated bytes that are broken: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
