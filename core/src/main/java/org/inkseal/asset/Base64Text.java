package org.inkseal.asset;

import java.io.IOException;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * Base64 in a text (RFC 4648 §4): canonical, padded, with white space between its characters or without.
 *
 * @param range from its first character to its last
 * @param length how many bytes it stands for
 * @param objection why it is none; empty if it is in order
 */
record Base64Text(Range range, long length, String objection) {
    /** Reads the text of an element; what stands before and after the Base64 may only be white space. */
    static Base64Text read(Window window, Range text) throws IOException, MalformedException {
        long start = text.start();
        while (start < text.end() && XmlScan.isSpace(window.u8(start))) {
            start++;
        }
        long end = start;
        long digits = 0;
        long pads = 0;
        int last = 0;
        for (long at = start; at < text.end(); at++) {
            int character = window.u8(at);
            if (XmlScan.isSpace(character)) {
                continue;
            }
            int digit = digit(character);
            if (digit < 0 && character != '=' || digit >= 0 && pads > 0) {
                return none(text, "no Base64 at byte " + at);
            }
            end = at + 1;
            if (digit >= 0) {
                digits++;
                last = digit;
            } else {
                pads++;
            }
        }
        if (digits == 0 || (digits + pads) % 4 != 0 || pads > 2) {
            return none(text, digits + " digits and " + pads + " signs '=' of Base64");
        }
        if ((last & (1 << 2 * pads) - 1) != 0) {
            return none(text, "bits in the last digit of Base64 that stand for nothing");
        }
        return new Base64Text(Range.between(start, end), digits * 6 / 8, "");
    }

    private static Base64Text none(Range text, String objection) {
        return new Base64Text(text, 0, objection);
    }

    /** The value of a digit; -1 if it is none. */
    private static int digit(int character) {
        if (character >= 'A' && character <= 'Z') {
            return character - 'A';
        }
        if (character >= 'a' && character <= 'z') {
            return character - 'a' + 26;
        }
        if (character >= '0' && character <= '9') {
            return character - '0' + 52;
        }
        return character == '+' ? 62 : character == '/' ? 63 : -1;
    }
}
