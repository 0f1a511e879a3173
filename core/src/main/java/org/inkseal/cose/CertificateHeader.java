package org.inkseal.cose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;

/** The header with the signer's certificates (RFC 9360 §2, C2PA 2.2 §14.5). */
final class CertificateHeader {
    private CertificateHeader() {}

    static List<Bytes> read(Value.Dict protectedHeaders, Value.Dict unprotectedHeaders, Budget budget)
            throws MalformedException {
        Optional<Value> signed = find(protectedHeaders);
        Optional<Value> unsigned = find(unprotectedHeaders);
        if (signed.isPresent() && unsigned.isPresent()) {
            throw malformed("certificates are in the protected and in the unprotected header");
        }
        Optional<Value> chain = signed.or(() -> unsigned);
        if (chain.isEmpty()) {
            return List.of();
        }
        List<Value> items = items(chain.get());
        budget.check(Limit.CHAIN_CERTIFICATES, items.size(), 0);
        List<Bytes> certificates = new ArrayList<>();
        Set<Bytes> seen = new HashSet<>();
        for (Value item : items) {
            Bytes certificate = certificate(item, budget);
            if (!seen.add(certificate)) {
                throw malformed("a certificate is repeated");
            }
            certificates.add(certificate);
        }
        return List.copyOf(certificates);
    }

    /** The header's value for some certificates: an array only where there are several. */
    static Value write(List<Bytes> certificates) {
        return certificates.size() == 1
                ? Value.of(certificates.get(0))
                : Value.of(certificates.stream().map(Value::of).toList());
    }

    private static Optional<Value> find(Value.Dict headers) {
        Map<Value, Value> entries = headers.entries();
        return Optional.ofNullable(entries.get(CoseHeader.CERTIFICATES))
                .or(() -> Optional.ofNullable(entries.get(CoseHeader.LEGACY_CERTIFICATES)));
    }

    private static List<Value> items(Value chain) throws MalformedException {
        if (chain instanceof Value.Binary) {
            return List.of(chain);
        }
        if (chain instanceof Value.Array array && !array.items().isEmpty()) {
            return array.items();
        }
        throw malformed("certificates are neither a byte string nor an array of some");
    }

    private static Bytes certificate(Value item, Budget budget) throws MalformedException {
        if (!(item instanceof Value.Binary binary) || binary.value().length() == 0) {
            throw malformed("a certificate is not a byte string, or an empty one");
        }
        budget.check(Limit.CERTIFICATE_BYTES, binary.value().length(), 0);
        return binary.value();
    }

    private static MalformedException malformed(String message) {
        return new MalformedException(0, "COSE header x5chain: " + message);
    }
}
