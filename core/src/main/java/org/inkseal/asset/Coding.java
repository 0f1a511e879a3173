package org.inkseal.asset;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import org.inkseal.io.Bytes;

/** How a container writes down a store. Who found the store has seen that its bytes are in this form. */
public enum Coding {
    /** As it is. */
    PLAIN {
        @Override
        Bytes decode(Bytes written) {
            return written;
        }
    },
    /** Base64 (RFC 4648 §4), with white space in it or without. */
    BASE64 {
        @Override
        Bytes decode(Bytes written) {
            return Bytes.wrap(Base64.getMimeDecoder().decode(written.toArray()));
        }
    },
    /** Sub-blocks of GIF: each a size of one byte and as many bytes, up to one without any (GIF89a §15). */
    SUB_BLOCKS {
        @Override
        Bytes decode(Bytes written) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(written.length());
            int at = 0;
            for (int size = written.unsigned(0); size > 0; size = written.unsigned(at)) {
                out.writeBytes(written.slice(at + 1, at + 1 + size).toArray());
                at += size + 1;
            }
            return Bytes.wrap(out.toByteArray());
        }
    };

    /** The bytes that were written down; never more of them. */
    abstract Bytes decode(Bytes written);
}
