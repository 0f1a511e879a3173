package org.inkseal.verify;

import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseSign1;
import org.inkseal.io.Bytes;
import org.inkseal.io.LimitExceededException;
import org.inkseal.report.StatusCode;
import org.inkseal.trust.TimeStamp;

/** The time-stamp in the unprotected header of a COSE signature (C2PA 2.4 §10.3.2.5). */
final class CoseTimeStamp {
    /** Header of a time-stamp over the payload, deprecated. */
    static final String VERSION_1 = "sigTst";

    /** Header of a time-stamp over the signature. */
    static final String VERSION_2 = "sigTst2";

    private final Verification verification;
    private final CoseSign1 cose;

    CoseTimeStamp(Verification verification, CoseSign1 cose) {
        this.verification = verification;
        this.cose = cose;
    }

    /** Checks a time-stamp of the second version, which covers the signature as a CBOR byte string. */
    TimeStamp.Result ofSignature(Value container) throws LimitExceededException {
        return check(container, false, CborWriter.write(Value.of(cose.signature())));
    }

    /** Checks a time-stamp of the first version, which covers the payload and is a whole response. */
    TimeStamp.Result ofPayload(Value container, Bytes payload) throws LimitExceededException {
        return check(container, true, payload);
    }

    /**
     * Checks a token of a time-stamp assertion. The standard has it cover what one of the second version covers (C2PA
     * 2.4 §18.18.3); widely used writers have it cover the bytes of the signature, which binds it no less.
     */
    TimeStamp.Result ofAssertion(Bytes token) throws LimitExceededException {
        Bytes standard = cose.counterSignatureStructure(CborWriter.write(Value.of(cose.signature())));
        Bytes bare = cose.counterSignatureStructure(cose.signature());
        return TimeStamp.check(
                token,
                false,
                List.of(standard, bare, cose.signature()),
                verification.trust(),
                verification.now(),
                verification.budget());
    }

    private TimeStamp.Result check(Value container, boolean response, Bytes stamped) throws LimitExceededException {
        List<Value> tokens = container.get("tstTokens").flatMap(Value::asArray).orElse(List.of());
        Optional<Bytes> token =
                tokens.size() == 1 ? tokens.get(0).get("val").flatMap(Value::asBytes) : Optional.empty();
        if (token.isEmpty()) {
            return malformed(tokens.size() + " time-stamp tokens where one was expected");
        }
        return TimeStamp.check(
                token.get(),
                response,
                cose.counterSignatureStructure(stamped),
                verification.trust(),
                verification.now(),
                verification.budget());
    }

    private static TimeStamp.Result malformed(String explanation) {
        return new TimeStamp.Result(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new TimeStamp.Remark(StatusCode.TIME_STAMP_MALFORMED, explanation)));
    }
}
