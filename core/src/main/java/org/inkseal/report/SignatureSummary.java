package org.inkseal.report;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who signed a manifest, as the certificate has it. Names are what the certificate says; only a trusted state says that
 * somebody vouches for them.
 *
 * @param algorithm name of the algorithm, such as {@code "es256"}
 * @param commonName CN of the subject
 * @param organization O of the subject
 * @param issuer CN, or else O, of the issuer
 * @param serialNumber serial number of the certificate
 * @param certificateSha256 SHA-256 of the certificate, in lower-case hexadecimal digits
 * @param keySha256 SHA-256 of the public key (SubjectPublicKeyInfo), in lower-case hexadecimal digits
 * @param notBefore when the certificate becomes valid
 * @param notAfter when it ends
 * @param time when the claim was signed, from a trusted time-stamp or else from one that is not; nothing without one
 * @param timeTrusted whether the time comes from a trusted time-stamp
 * @param timeAuthority the certificate of whoever made that time-stamp, trusted or not
 * @param revocation what was found about revocation of the certificate
 * @param assuranceLevel assurance level of the signing product, if the certificate has one (C2PA Certificate Policy)
 * @param productRecord record of the product in the list of conforming products, if the certificate has one
 * @param chain the certificates that came with the signature, the signer's first, in the order of the file; or the path
 *     to the anchor where there is one
 */
public record SignatureSummary(
        String algorithm,
        Optional<String> commonName,
        Optional<String> organization,
        Optional<String> issuer,
        BigInteger serialNumber,
        String certificateSha256,
        String keySha256,
        Instant notBefore,
        Instant notAfter,
        Optional<Instant> time,
        boolean timeTrusted,
        Optional<CertificateSummary> timeAuthority,
        RevocationStatus revocation,
        OptionalInt assuranceLevel,
        Optional<String> productRecord,
        List<CertificateSummary> chain) {
    /** Copies the list. */
    public SignatureSummary {
        chain = List.copyOf(chain);
    }

    /** The name to show for the signer: CN, or else O. */
    public Optional<String> name() {
        return commonName.isPresent() ? commonName : organization;
    }
}
