package org.inkseal.report;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who signed a manifest, as the certificate has it. Names are what the certificate says; only a trusted state says that
 * somebody vouches for them.
 *
 * @param algorithm name of the algorithm, such as {@code "es256"}
 * @param chain the certificates in the signature, the signer's first; never empty
 * @param timeStampAuthority the certificate of the authority whose time-stamp gave {@code time}, trusted or not
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
 */
public record SignatureSummary(
        String algorithm,
        List<CertificateSummary> chain,
        Optional<CertificateSummary> timeStampAuthority,
        Optional<String> commonName,
        Optional<String> organization,
        Optional<String> issuer,
        BigInteger serialNumber,
        String certificateSha256,
        String keySha256,
        Instant notBefore,
        Instant notAfter,
        Optional<Instant> time,
        boolean timeTrusted) {
    /** Copies the list. */
    public SignatureSummary {
        chain = List.copyOf(chain);
    }

    /** The name to show for the signer: CN, or else O. */
    public Optional<String> name() {
        return commonName.isPresent() ? commonName : organization;
    }
}
