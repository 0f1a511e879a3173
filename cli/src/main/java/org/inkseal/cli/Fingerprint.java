package org.inkseal.cli;

import java.math.BigInteger;

/** A public key in a form that people can compare: the first 80 bits of its SHA-256 in Crockford's base 32. */
final class Fingerprint {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 80;
    private static final int GROUP = 4;

    private Fingerprint() {}

    /**
     * The fingerprint, such as {@code "7K3Q-91XF-TT0A-6M2D"}.
     *
     * @param keySha256 SHA-256 of the SubjectPublicKeyInfo in hexadecimal digits
     */
    static String of(String keySha256) {
        BigInteger bits = new BigInteger(keySha256.substring(0, BITS / 4), 16);
        StringBuilder text = new StringBuilder();
        for (int shift = BITS - 5; shift >= 0; shift -= 5) {
            if (!text.isEmpty() && text.length() % (GROUP + 1) == GROUP) {
                text.append('-');
            }
            text.append(DIGITS.charAt(bits.shiftRight(shift).intValue() & 31));
        }
        return text.toString();
    }
}
