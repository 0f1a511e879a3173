package org.inkseal.vectors;

import java.util.List;
import org.inkseal.io.Bytes;

/** What stands in signatures besides signatures, in good order. */
public final class Evidence {
    private static final String SIGNED = "2026-03-01T12:00:00Z";

    private Evidence() {}

    /** The certificate of a signer and those above it but for the root, in DER. */
    public static List<Bytes> chain() {
        return People.SIGNER.chain();
    }

    /** A time-stamp token over some bytes. */
    public static Bytes token(Bytes stamped) {
        return new StampDraft(People.CLOCK).token(stamped);
    }

    /** A whole response of a time-stamp authority. */
    public static Bytes response(Bytes stamped) {
        return new StampDraft(People.CLOCK).response(stamped, 0);
    }

    /** An OCSP response that says that the signer of {@link #chain} is not revoked. */
    public static Bytes answer() {
        return new AnswerDraft(People.SIGNER, People.INTERMEDIATE, SIGNED).make();
    }
}
