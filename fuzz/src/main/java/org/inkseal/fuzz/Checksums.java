package org.inkseal.fuzz;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.inkseal.io.Bytes;

/** The checksums of PNG, which find what came by accident and hinder nobody who means it. */
final class Checksums {
    private static final int SIGNATURE = 8;
    private static final int FIRST_BYTE = 0x89;

    private Checksums() {}

    /** The file with the right checksum of the chunk that a changed byte is in; the same file if there is none. */
    static Bytes mended(Bytes file, int changed) {
        if (file.unsigned(0) != FIRST_BYTE) {
            return file;
        }
        ByteBuffer view = file.buffer();
        for (long at = SIGNATURE; at + 8 <= file.length(); ) {
            long end = at + 8 + Integer.toUnsignedLong(view.getInt((int) at));
            if (end + 4 > file.length()) {
                return file;
            }
            if (changed >= at && changed < end) {
                byte[] mended = file.toArray();
                CRC32 crc = new CRC32();
                crc.update(mended, (int) at + 4, (int) (end - at) - 4);
                ByteBuffer.wrap(mended).putInt((int) end, (int) crc.getValue());
                return Bytes.wrap(mended);
            }
            at = end + 4;
        }
        return file;
    }
}
