package org.inkseal.jumbf;

import org.inkseal.io.Bytes;

/** One JUMBF box as stored (ISO 19566-5 A.2). */
public sealed interface Box permits SuperBox, ContentBox {
    /** The four characters of the box type, one for each byte (ISO 8859-1). */
    String type();

    /** The whole box, with its header. */
    Bytes raw();

    /**
     * Every byte after the header of 8 bytes, or of 16 where the box has an extended length. Of a superbox this is what
     * C2PA hashes (C2PA 2.2 §8.4.2.3).
     */
    Bytes content();
}
