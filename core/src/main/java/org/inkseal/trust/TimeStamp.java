package org.inkseal.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.report.StatusCode;

/** Checks RFC 3161 time-stamps (C2PA 2.2 §15.8). */
public final class TimeStamp {
    private TimeStamp() {}

    /**
     * One thing that was found.
     *
     * @param code a code that starts with {@code timeStamp.}; never a failure
     * @param explanation what was seen, for a person; text from the token in it is not escaped
     */
    public record Remark(StatusCode code, String explanation) {}

    /**
     * What a time-stamp proves.
     *
     * @param time the time before which the stamped bytes existed; only if the token is intact, covers them, and its
     *     authority leads to an anchor and was valid then
     * @param claimedTime the time that the token names, whoever made it; only if the token could be read
     * @param authority the authority's certificate, trusted or not
     * @param remarks everything that was found, never empty
     */
    public record Result(
            Optional<Instant> time,
            Optional<Instant> claimedTime,
            Optional<Certificate> authority,
            List<Remark> remarks) {
        /** A result as given. */
        public Result {
            remarks = List.copyOf(remarks);
        }

        /** Whether the time can be relied on. */
        public boolean isTrusted() {
            return time.isPresent();
        }
    }

    /**
     * Checks a token.
     *
     * @param token the token in BER
     * @param isResponse whether the bytes are a whole TimeStampResp, as under {@code sigTst}; otherwise they are the
     *     ContentInfo alone, as under {@code sigTst2}
     * @param stamped the bytes whose hash the token must hold
     * @param now the present, for tokens of the future
     * @throws LimitExceededException if the token is too large or asks for too much work
     */
    public static Result check(
            Bytes token, boolean isResponse, Bytes stamped, TrustSettings settings, Instant now, Budget budget)
            throws LimitExceededException {
        return check(token, isResponse, List.of(stamped), settings, now, budget);
    }

    /**
     * Checks a token that may cover the same thing in one of several forms.
     *
     * @param stamped the bytes, the hash of one of which the token must hold
     * @throws LimitExceededException if the token is too large or asks for too much work
     */
    public static Result check(
            Bytes token, boolean isResponse, List<Bytes> stamped, TrustSettings settings, Instant now, Budget budget)
            throws LimitExceededException {
        budget.check(Limit.TIME_STAMP_BYTES, token.length(), 0);
        try {
            TimeStampToken parsed = TimeStampToken.read(token, isResponse);
            budget.check(Limit.CHAIN_CERTIFICATES, parsed.certificates().size(), 0);
            return new TimeStampCheck(parsed, settings.timeStampAuthorities(), now, budget).run(stamped);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedException e) {
            return malformed(e.getMessage());
        } catch (RuntimeException e) {
            // The library reads parts of a token late, and says so without a checked exception.
            return malformed("the time-stamp token cannot be read");
        }
    }

    /**
     * Requires that a token holds the hash of some bytes and is signed by the certificate that it carries, which is made
     * for time-stamps and was valid at the time named. Whether anybody trusts the authority is not asked.
     *
     * @param token the ContentInfo in BER
     * @throws MalformedException if it is anything else; the message says what
     */
    public static void requireSound(Bytes token, Bytes stamped) throws MalformedException {
        Result result = check(token, false, stamped, TrustSettings.none(), Instant.EPOCH, Budget.standard());
        List<Remark> remarks = result.remarks();
        if (remarks.stream().noneMatch(remark -> remark.code() == StatusCode.TIME_STAMP_VALIDATED)) {
            throw new MalformedException(0, remarks.get(0).explanation());
        }
        for (Remark remark : remarks) {
            if (remark.code() == StatusCode.TIME_STAMP_CREDENTIAL_INVALID) {
                throw new MalformedException(0, "the authority's certificate: " + remark.explanation());
            }
        }
        TimeStampToken parsed = TimeStampToken.read(token, false);
        Certificate authority = new TimeStampSigner(parsed.signers().get(0))
                .certificate(parsed.certificates())
                .orElseThrow();
        if (!authority.validAt(parsed.time())) {
            throw new MalformedException(
                    0, "the token names " + parsed.time() + ", when the authority's certificate was not valid");
        }
    }

    private static Result malformed(String explanation) {
        Remark remark = new Remark(StatusCode.TIME_STAMP_MALFORMED, explanation);
        return new Result(Optional.empty(), Optional.empty(), Optional.empty(), List.of(remark));
    }
}
