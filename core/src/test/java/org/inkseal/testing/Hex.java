package org.inkseal.testing;

import java.util.HexFormat;
import org.inkseal.io.Bytes;

/** Bytes from hexadecimal digits. */
public final class Hex {
    private Hex() {}

    /** The bytes; blanks count for nothing. */
    public static Bytes of(String digits) {
        return Bytes.wrap(HexFormat.of().parseHex(digits.replace(" ", "")));
    }
}
