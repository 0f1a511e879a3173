package org.inkseal.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.inkseal.trust.OcspVerdict.Status;

/**
 * The time at which a certificate must not have been revoked, and what a response must be to say so (C2PA 2.4 §15.9).
 *
 * @param stamped the time of a trusted time-stamp on the signature
 * @param now the present
 * @param asked whether the response was just fetched (§15.9.2); otherwise it came with the picture (§15.9.1) and
 *     proves nothing good unless there is a time-stamp
 */
public record OcspRule(Optional<Instant> stamped, Instant now, boolean asked) {
    /** How far the clocks of a responder that was just asked and of this computer may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** How long an answer holds that does not say so (C2PA 2.4 §15.9.1). */
    private static final Duration DAY = Duration.ofHours(24);

    /** The time that counts. */
    Instant at() {
        return stamped.orElse(now);
    }

    OcspVerdict judge(OcspSingle single, Instant producedAt) {
        if (now.plus(asked ? SKEW : Duration.ZERO).isBefore(single.thisUpdate())) {
            return unusable("it was made at " + single.thisUpdate() + ", which is still to come");
        }
        return switch (single.status()) {
            case GOOD -> good(single, producedAt, "not revoked at " + single.thisUpdate());
            case REVOKED -> revoked(single, producedAt);
            case UNKNOWN -> new OcspVerdict(Status.UNKNOWN, "the responder does not know the certificate");
        };
    }

    private OcspVerdict revoked(OcspSingle single, Instant producedAt) {
        Instant since = single.revokedAt().orElse(Instant.MIN);
        if (single.released()) {
            return good(single, producedAt, "taken off hold by " + single.thisUpdate());
        }
        if (since.isAfter(at())) {
            return good(single, producedAt, "revoked at " + since + ", after it signed");
        }
        if (single.held() && !holds(single, producedAt)) {
            return unusable("it says that the certificate is on hold, and is too old to tell for how long");
        }
        // Whoever shows that the certificate was revoked before it signed is believed, however old the answer.
        return new OcspVerdict(Status.REVOKED, "revoked at " + since);
    }

    private OcspVerdict good(OcspSingle single, Instant producedAt, String explanation) {
        if (stamped.isEmpty() && !asked) {
            return unusable("without a trusted time-stamp it is not known whether it was made in time");
        }
        return holds(single, producedAt)
                ? new OcspVerdict(Status.NOT_REVOKED, explanation)
                : unusable("it was made at " + single.thisUpdate() + " and holds until " + end(single, producedAt));
    }

    /** An answer made after the signature holds for it, whatever the answer's own end: revocation is not undone. */
    private boolean holds(OcspSingle single, Instant producedAt) {
        return at().isBefore(single.thisUpdate()) || !at().isAfter(end(single, producedAt));
    }

    private static Instant end(OcspSingle single, Instant producedAt) {
        return single.nextUpdate().orElse(producedAt.plus(DAY));
    }

    private static OcspVerdict unusable(String why) {
        return new OcspVerdict(Status.UNUSABLE, why);
    }
}
