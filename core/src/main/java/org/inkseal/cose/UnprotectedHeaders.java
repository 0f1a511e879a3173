package org.inkseal.cose;

import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;

/**
 * What goes along with a signature and is not covered by it.
 *
 * @param timeStampToken an RFC 3161 token in DER over the signature, kept under {@code sigTst2} (C2PA 2.2 §14.6)
 * @param revocationResponses OCSP responses in DER about the signer's certificate, kept under {@code rVals} (§14.7)
 */
public record UnprotectedHeaders(Optional<Bytes> timeStampToken, List<Bytes> revocationResponses) {
    /** No headers. */
    public static final UnprotectedHeaders NONE = new UnprotectedHeaders(Optional.empty(), List.of());

    /** Copies the list. */
    public UnprotectedHeaders {
        revocationResponses = List.copyOf(revocationResponses);
    }

    /** These headers with a time-stamp. */
    public UnprotectedHeaders stamped(Bytes token) {
        return new UnprotectedHeaders(Optional.of(token), revocationResponses);
    }

    /** The map, without padding. */
    public Value.Dict toDict() {
        DictBuilder map = Value.dict();
        if (timeStampToken.isPresent()) {
            Value token = Value.dict().put("val", timeStampToken.get()).build();
            map.put("sigTst2", Value.dict().put("tstTokens", List.of(token)).build());
        }
        if (!revocationResponses.isEmpty()) {
            List<Value> responses = revocationResponses.stream()
                    .map(bytes -> (Value) Value.of(bytes))
                    .toList();
            map.put("rVals", Value.dict().put("ocspVals", responses).build());
        }
        return map.build();
    }
}
