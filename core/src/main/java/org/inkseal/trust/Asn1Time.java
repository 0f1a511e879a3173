package org.inkseal.trust;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.inkseal.crypto.Der;
import org.inkseal.io.MalformedException;

/** Points in time as ASN.1 writes them, in UTC and with seconds. */
final class Asn1Time {
    private static final int MOST_FRACTION_DIGITS = 9;

    private Asn1Time() {}

    /** The time of a certificate: UTCTime, or GeneralizedTime without fraction (RFC 5280 §4.1.2.5). */
    static Instant ofCertificate(ASN1Primitive time) throws MalformedException {
        if (time instanceof ASN1UTCTime) {
            return ofUtcTime(new String(Der.encode(time).from(2).toArray(), StandardCharsets.US_ASCII));
        }
        if (time instanceof ASN1GeneralizedTime generalized
                && generalized.getTimeString().length() == 15) {
            return instant(generalized.getTimeString());
        }
        throw new MalformedException(0, "a time that is neither YYMMDDHHMMSSZ nor YYYYMMDDHHMMSSZ");
    }

    private static Instant ofUtcTime(String text) throws MalformedException {
        if (text.length() != 13) {
            throw new MalformedException(0, "a UTCTime that is not YYMMDDHHMMSSZ");
        }
        return instant((text.charAt(0) >= '5' ? "19" : "20") + text);
    }

    /** {@code YYYYMMDDHHMMSS[.f…]Z} (RFC 3161 §2.4.2). A leap second has no place in it. */
    static Instant instant(String text) throws MalformedException {
        int end = text.length() - 1;
        if (end < 14 || text.charAt(end) != 'Z') {
            throw new MalformedException(0, "a time that is not YYYYMMDDHHMMSS[.f]Z");
        }
        try {
            return LocalDateTime.of(
                            digits(text, 0, 4),
                            digits(text, 4, 6),
                            digits(text, 6, 8),
                            digits(text, 8, 10),
                            digits(text, 10, 12),
                            digits(text, 12, 14),
                            nanoseconds(text, end))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new MalformedException(0, "a time that is on no calendar");
        }
    }

    private static int nanoseconds(String text, int end) throws MalformedException {
        if (end == 14) {
            return 0;
        }
        int count = end - 15;
        if (text.charAt(14) != '.' || count < 1 || count > MOST_FRACTION_DIGITS) {
            throw new MalformedException(0, "a fraction of a second with other than 1 to 9 digits");
        }
        int value = digits(text, 15, end);
        for (int i = count; i < MOST_FRACTION_DIGITS; i++) {
            value *= 10;
        }
        return value;
    }

    private static int digits(String text, int from, int to) throws MalformedException {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new MalformedException(0, "a time with something else than digits");
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
