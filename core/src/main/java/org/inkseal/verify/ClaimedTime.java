package org.inkseal.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.inkseal.cbor.Value;
import org.inkseal.report.StatusCode;

/**
 * The time at which a signer claims to have signed (C2PA 2.4 §15.8.3). It is compared and reported, and used for nothing
 * else.
 *
 * @param value a NumericDate: seconds since 1970 (RFC 8392 §2)
 */
record ClaimedTime(Value value) {
    void check(SigningCredential credential, Optional<Instant> stamped, FindingList findings, String uri) {
        Optional<Instant> claimed = instant();
        boolean inside = claimed.isPresent()
                && credential.validAt(claimed.get())
                && (stamped.isEmpty() || !claimed.get().isAfter(stamped.get()));
        findings.add(
                inside ? StatusCode.TIME_OF_SIGNING_INSIDE_VALIDITY : StatusCode.TIME_OF_SIGNING_OUTSIDE_VALIDITY,
                uri,
                claimed.map(time -> "the signer claims to have signed at " + time)
                        .orElse("the signer claims a time that is none"));
    }

    private Optional<Instant> instant() {
        try {
            OptionalLong seconds = value.asLong();
            if (seconds.isPresent()) {
                return Optional.of(Instant.ofEpochSecond(seconds.getAsLong()));
            }
            return value instanceof Value.Real real && Double.isFinite(real.value())
                    ? Optional.of(Instant.ofEpochSecond((long) Math.floor(real.value())))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
