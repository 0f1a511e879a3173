package org.inkseal.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates with times (RFC 3339 §5.6). */
final class Rfc3339 {
    private static final int LEAST = "2027-03-31T00:00:00Z".length();
    private static final int SECONDS_AT = "2027-03-31T00:00".length();

    private Rfc3339() {}

    /** The moment that a text names, with any offset and up to nine digits of a second; nothing for anything else. */
    static Optional<Instant> parse(String text) {
        // The formatter also takes longer years and leaves out seconds.
        boolean shape = text.length() >= LEAST
                && text.charAt(0) >= '0'
                && text.charAt(0) <= '9'
                && text.charAt(SECONDS_AT) == ':';
        if (!shape) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
