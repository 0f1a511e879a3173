package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.report.Finding;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.inkseal.trust.Hierarchy;
import org.inkseal.trust.OcspDraft;
import org.junit.jupiter.api.Test;

/**
 * Every combination of time-stamp, its time, the present, an answer about revocation and the authority in between, held
 * against a model that was written from the text of C2PA 2.4 §15.7 to §15.9 alone.
 */
class TimeModelTest {
    private enum Stamp {
        NONE,
        UNTRUSTED,
        MALFORMED,
        MISMATCH,
        TRUSTED
    }

    /** Where a time lies, seen from the signer's certificate, which is valid for the year 2026. */
    private enum Moment {
        BEFORE,
        INSIDE,
        AFTER
    }

    private enum Answer {
        NONE,
        GOOD,
        STALE,
        OTHER_CERTIFICATE,
        UNAUTHORISED,
        REVOKED_BEFORE,
        REVOKED_AFTER,
        UNKNOWN,
        REMOVED_FROM_CRL,
        GARBAGE
    }

    private enum Authority {
        GOOD,
        EXPIRED,
        REVOKED
    }

    private record Row(Stamp stamp, Moment stamped, Moment present, Answer answer, Authority authority) {
        Instant stampTime() {
            return Instant.parse(2025 + stamped.ordinal() + "-07-01T12:00:00Z");
        }

        Instant now() {
            return Instant.parse(2025 + present.ordinal() + "-10-01T12:00:00Z");
        }

        /** Whether the time of the time-stamp is the one that counts; none from the future is. */
        boolean isStamped() {
            return stamp == Stamp.TRUSTED && stampTime().isBefore(now());
        }

        Instant counting() {
            return isStamped() ? stampTime() : now();
        }
    }

    /** An answer as the world made it. */
    private record Facts(Instant thisUpdate, Instant nextUpdate, Instant revoked) {
        static Facts of(Row row) {
            Instant at = row.counting();
            Instant hour = at.minus(Duration.ofHours(1));
            Instant week = at.plus(Duration.ofDays(7));
            return switch (row.answer()) {
                case STALE -> new Facts(at.minus(Duration.ofDays(30)), at.minus(Duration.ofDays(20)), null);
                case REVOKED_AFTER -> new Facts(at.plus(Duration.ofHours(2)), week, at.plus(Duration.ofHours(1)));
                case REVOKED_BEFORE, REMOVED_FROM_CRL -> new Facts(hour, week, at.minus(Duration.ofDays(2)));
                default -> new Facts(hour, week, null);
            };
        }
    }

    private record Verdict(ValidationState state, Set<StatusCode> codes) {}

    /** What the text says. Codes of time-stamps that are not trusted, and remarks of our own, are left out. */
    private static Verdict model(Row row, Facts facts) {
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        // §15.8.2: what is not trusted is ignored, and then the present counts.
        switch (row.stamp()) {
            case TRUSTED ->
                codes.add(row.isStamped() ? StatusCode.TIME_STAMP_TRUSTED : StatusCode.TIME_STAMP_UNTRUSTED);
            case UNTRUSTED -> codes.add(StatusCode.TIME_STAMP_UNTRUSTED);
            case MALFORMED -> codes.add(StatusCode.TIME_STAMP_MALFORMED);
            case MISMATCH -> codes.add(StatusCode.TIME_STAMP_MISMATCH);
            case NONE -> {}
        }
        // §15.8.2: the validity of the signer's certificate and of all authorities up to the anchor.
        Moment counted = row.isStamped() ? row.stamped() : row.present();
        boolean timely = counted == Moment.INSIDE && row.authority() != Authority.EXPIRED;
        codes.add(timely ? StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY : StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY);
        // §15.7 and §15.9: a chain that does not hold, or an authority that was revoked at the time that counts.
        boolean trusted = row.authority() == Authority.GOOD;
        codes.add(trusted ? StatusCode.SIGNING_CREDENTIAL_TRUSTED : StatusCode.SIGNING_CREDENTIAL_UNTRUSTED);
        // §15.9.1: not earlier than thisUpdate now, and the attested time before thisUpdate or inside the interval.
        boolean made = !row.now().isBefore(facts.thisUpdate());
        boolean attested = row.isStamped()
                && made
                && (row.stampTime().isBefore(facts.thisUpdate())
                        || row.stampTime().isBefore(facts.nextUpdate()));
        boolean revoked = false;
        boolean good = false;
        switch (row.answer()) {
            case GOOD, STALE, REMOVED_FROM_CRL -> good = attested;
            case REVOKED_BEFORE, REVOKED_AFTER -> {
                revoked = made && !facts.revoked().isAfter(row.counting());
                good = attested && !revoked;
            }
            default -> {}
        }
        codes.add(
                revoked
                        ? StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED
                        : good
                                ? StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED
                                : StatusCode.SIGNING_CREDENTIAL_OCSP_SKIPPED);
        // §14.3: valid only in time and not revoked, trusted only with a chain.
        ValidationState state = !timely || revoked
                ? ValidationState.WELL_FORMED
                : trusted ? ValidationState.TRUSTED : ValidationState.VALID;
        return new Verdict(state, codes);
    }

    private static final Set<StatusCode> MODELLED = EnumSet.of(
            StatusCode.TIME_STAMP_TRUSTED,
            StatusCode.TIME_STAMP_UNTRUSTED,
            StatusCode.TIME_STAMP_MALFORMED,
            StatusCode.TIME_STAMP_MISMATCH,
            StatusCode.TIME_STAMP_OUTSIDE_VALIDITY,
            StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY,
            StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY,
            StatusCode.SIGNING_CREDENTIAL_TRUSTED,
            StatusCode.SIGNING_CREDENTIAL_UNTRUSTED,
            StatusCode.SIGNING_CREDENTIAL_INVALID,
            StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED,
            StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED,
            StatusCode.SIGNING_CREDENTIAL_OCSP_SKIPPED,
            StatusCode.SIGNING_CREDENTIAL_OCSP_UNKNOWN,
            StatusCode.SIGNING_CREDENTIAL_OCSP_INACCESSIBLE);

    private static final String SPAN = "2026-12-31T23:59:59Z";

    private final Hierarchy good =
            new Hierarchy("2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "2026-01-01T00:00:00Z", SPAN);
    private final Hierarchy expired =
            new Hierarchy("2000-01-01T00:00:00Z", "2025-03-01T00:00:00Z", "2026-01-01T00:00:00Z", SPAN);
    private final Map<Object, Bytes> made = new HashMap<>();

    @Test
    void everyCombinationIsJudgedAsTheTextSays() throws Exception {
        TimedPicture picture = new TimedPicture(good);
        TimedPicture late = new TimedPicture(expired);
        Bytes aboveLeaf = good.answerAboveLeaf(Instant.parse("2020-02-01T00:00:00Z"))
                .revoked(Instant.parse("2020-01-01T00:00:00Z"), 2)
                .make();
        List<String> mismatches = new ArrayList<>();
        List<Row> rows = rows();
        for (Row row : rows) {
            boolean old = row.authority() == Authority.EXPIRED;
            TimedPicture own = old ? late : picture;
            Facts facts = Facts.of(row);
            DictBuilder headers = Value.dict();
            if (row.stamp() != Stamp.NONE) {
                headers.put("sigTst2", TimedPicture.stamp(token(row, own)));
            }
            List<Bytes> answers = new ArrayList<>();
            if (row.answer() != Answer.NONE) {
                answers.add(answer(row, facts, old ? expired : good));
            }
            if (row.authority() == Authority.REVOKED) {
                answers.add(aboveLeaf);
            }
            if (!answers.isEmpty()) {
                headers.put("rVals", TimedPicture.answers(answers.toArray(new Bytes[0])));
            }
            Report report = Verifier.at(row.now()).trusting(Hierarchy.trust()).verify(own.with(headers.build()));
            Verdict seen = verdict(report);
            Verdict wanted = model(row, facts);
            if (!seen.equals(wanted)) {
                mismatches.add(row + ": " + seen + ", where the text says " + wanted);
            }
        }
        assertThat(rows).hasSize(5 * 3 * 3 * 10 * 3);
        assertThat(mismatches).isEmpty();
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Stamp stamp : Stamp.values()) {
            for (Moment stamped : Moment.values()) {
                for (Moment present : Moment.values()) {
                    for (Answer answer : Answer.values()) {
                        for (Authority authority : Authority.values()) {
                            rows.add(new Row(stamp, stamped, present, answer, authority));
                        }
                    }
                }
            }
        }
        return rows;
    }

    private static Verdict verdict(Report report) {
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        report.active().all().stream().map(Finding::code).forEach(codes::add);
        codes.retainAll(MODELLED);
        return new Verdict(report.state(), codes);
    }

    private Bytes token(Row row, TimedPicture picture) throws Exception {
        Bytes covered = picture.covered();
        Object key = List.of(row.stamp(), row.stamped(), picture);
        return made.computeIfAbsent(key, unused -> switch (row.stamp()) {
            case TRUSTED -> Hierarchy.token(covered, row.stampTime(), true);
            case UNTRUSTED -> Hierarchy.token(covered, row.stampTime(), false);
            case MISMATCH -> Hierarchy.token(Bytes.utf8("something else"), row.stampTime(), true);
            default -> Bytes.utf8("no token");
        });
    }

    private Bytes answer(Row row, Facts facts, Hierarchy signer) {
        return made.computeIfAbsent(List.of(row.answer(), row.counting(), signer), unused -> {
            boolean usurped = row.answer() == Answer.UNAUTHORISED;
            OcspDraft draft = (usurped ? signer.usurped(facts.thisUpdate()) : signer.answer(facts.thisUpdate()))
                    .from(facts.thisUpdate(), facts.nextUpdate());
            return switch (row.answer()) {
                case OTHER_CERTIFICATE -> draft.ofAnother().make();
                case REVOKED_BEFORE, REVOKED_AFTER ->
                    draft.revoked(facts.revoked(), 1).make();
                case REMOVED_FROM_CRL -> draft.revoked(facts.revoked(), 8).make();
                case UNKNOWN -> draft.unknown().make();
                case GARBAGE -> Bytes.utf8("no answer");
                default -> draft.make();
            };
        });
    }
}
