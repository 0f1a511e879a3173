package org.inkseal.asset;

import java.util.HexFormat;

/** Bytes written as digits. */
final class Hex {
    private Hex() {}

    static byte[] bytes(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
