package org.inkseal.report;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.inkseal.io.Bytes;

/**
 * What a certificate says. Its texts come from whoever made it: they are neither true nor safe to print as they are.
 *
 * @param serialNumber the number that the issuer gave
 * @param subject the parts of the subject's name by short name ({@code C}, {@code O}, {@code CN}) or else by object
 *     identifier, in the order of the certificate
 * @param issuer the parts of the issuer's name, likewise
 * @param notBefore the first moment of validity
 * @param notAfter the last moment of validity
 * @param der the certificate itself
 */
public record CertificateSummary(
        BigInteger serialNumber,
        Map<String, String> subject,
        Map<String, String> issuer,
        Instant notBefore,
        Instant notAfter,
        Bytes der) {
    /** Copies the maps and keeps their order. */
    public CertificateSummary {
        subject = Collections.unmodifiableMap(new LinkedHashMap<>(subject));
        issuer = Collections.unmodifiableMap(new LinkedHashMap<>(issuer));
    }
}
