package org.inkseal.sign;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.inkseal.cose.UnprotectedHeaders;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.manifest.SettledManifest;
import org.inkseal.trust.TimeStamp;

/** Signs claims, and gets what goes along with a signature: its time-stamp and the answer about the certificate. */
record ClaimSigner(Signer signer, Optional<TimeStamping> stamping, Optional<RevocationSource> revocation) {
    /** Room that is kept when a token turned out to be too long: the next one may be a little longer. */
    static final int SLACK = 64;

    /** Enough for the tokens of most authorities, with their certificates. */
    private static final int TOKEN_BYTES = 8 << 10;

    private static final int KEYS_BYTES = 64;

    /**
     * A signature.
     *
     * @param bytes the bare signature
     * @param headers what goes along
     * @param withoutTime why there is no time-stamp although one was wanted
     */
    record Signature(Bytes bytes, UnprotectedHeaders headers, Optional<String> withoutTime) {}

    /** The answers about the certificate. */
    List<Bytes> revocationResponses() throws IOException, SigningException {
        return revocation.isPresent() ? List.of(revocation.get().response()) : List.of();
    }

    /** Bytes to keep free for the headers. */
    int reserve(List<Bytes> revocationResponses) {
        int known = revocationResponses.isEmpty()
                ? 0
                : KEYS_BYTES
                        + revocationResponses.stream().mapToInt(Bytes::length).sum();
        return known + (stamping.isPresent() ? TOKEN_BYTES : 0);
    }

    Signature sign(SettledManifest.Unsigned unsigned, List<Bytes> revocationResponses)
            throws IOException, SigningException {
        Bytes signature = OwnSignature.of(signer, unsigned.toBeSigned());
        UnprotectedHeaders headers = new UnprotectedHeaders(Optional.empty(), revocationResponses);
        if (stamping.isEmpty()) {
            return new Signature(signature, headers, Optional.empty());
        }
        try {
            Bytes stamped = unsigned.toBeStamped(signature);
            Bytes token =
                    stamping.get().authority().token(stamped, signer.algorithm().hash());
            TimeStamp.requireSound(token, stamped);
            return new Signature(signature, headers.stamped(token), Optional.empty());
        } catch (IOException | MalformedException e) {
            String why = String.valueOf(e.getMessage());
            if (stamping.get().required()) {
                throw new SigningException("no time-stamp, so nothing was written: " + why, e);
            }
            return new Signature(signature, headers, Optional.of(why));
        }
    }
}
