package org.inkseal.crjson;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.report.CertificateSummary;
import org.inkseal.report.SignatureSummary;

/** Who signed and when, in crJSON. */
final class SignatureJson {
    private static final int HEX = 16;

    /** The parts of a name that the schema allows. */
    private static final Set<String> PARTS = Set.of("C", "ST", "L", "O", "OU", "CN", "E", "2.5.4.97");

    private SignatureJson() {}

    /** A signature; without one that can be read, the empty form of it. */
    static Value.Dict of(Optional<SignatureSummary> signature) {
        DictBuilder json = Value.dict()
                .put("algorithm", signature.map(SignatureSummary::algorithm).orElse(""))
                .put(
                        "certificateInfo",
                        certificate(signature.map(found -> found.chain().get(0))));
        signature
                .flatMap(SignatureSummary::time)
                .ifPresent(time -> json.put(
                        "timeStampInfo",
                        Value.dict()
                                .put("timestamp", time.toString())
                                .put(
                                        "certificateInfo",
                                        certificate(signature.get().timeAuthority()))
                                .build()));
        return json.build();
    }

    private static Value.Dict certificate(Optional<CertificateSummary> found) {
        DictBuilder validity = Value.dict();
        found.ifPresent(
                certificate -> validity.put("notBefore", certificate.notBefore().toString())
                        .put("notAfter", certificate.notAfter().toString()));
        return Value.dict()
                .put(
                        "serialNumber",
                        found.map(c -> c.serialNumber().toString(HEX)).orElse(""))
                .put("issuer", name(found.map(CertificateSummary::issuer).orElse(Map.of())))
                .put("subject", name(found.map(CertificateSummary::subject).orElse(Map.of())))
                .put("validity", validity.build())
                .build();
    }

    private static Value.Dict name(Map<String, String> parts) {
        DictBuilder json = Value.dict();
        parts.forEach((part, text) -> {
            String key = part.equals("organizationIdentifier") ? "2.5.4.97" : part;
            if (PARTS.contains(key)) {
                json.put(key, text);
            }
        });
        return json.build();
    }
}
