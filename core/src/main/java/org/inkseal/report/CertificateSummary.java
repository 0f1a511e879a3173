package org.inkseal.report;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.inkseal.io.Bytes;

/**
 * One certificate of a chain. Names are what the certificate says, and not safe to print as they are.
 *
 * @param subject parts of the subject's name in the order of the certificate, by short name ({@code C}, {@code O},
 *     {@code CN} and so on) or else by object identifier
 * @param issuer parts of the issuer's name, likewise
 * @param serialNumber serial number
 * @param notBefore when it becomes valid
 * @param notAfter when it ends
 * @param keyAlgorithm family of the key, such as {@code "P256"} or {@code "RSA"}; {@code "unknown"} for one that C2PA
 *     does not allow
 * @param sha256 SHA-256 of the certificate, in lower-case hexadecimal digits
 * @param der the certificate
 */
public record CertificateSummary(
        Map<String, String> subject,
        Map<String, String> issuer,
        BigInteger serialNumber,
        Instant notBefore,
        Instant notAfter,
        String keyAlgorithm,
        String sha256,
        Bytes der) {
    /** Copies the maps. */
    public CertificateSummary {
        subject = Collections.unmodifiableMap(new LinkedHashMap<>(subject));
        issuer = Collections.unmodifiableMap(new LinkedHashMap<>(issuer));
    }
}
