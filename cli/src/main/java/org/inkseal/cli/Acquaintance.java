package org.inkseal.cli;

import java.util.List;
import java.util.Optional;
import org.inkseal.report.Report;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.ValidationState;

/**
 * What the user knows of the signer of one picture.
 *
 * @param trust how far the name can be relied on
 * @param list the installed list that vouches for the signer, if that is why
 * @param known the signer as the user knows it, if the key is known
 * @param other the signer whose name this one carries with another key, if the user knows such a one
 */
record Acquaintance(
        SignerTrust trust, Optional<String> list, Optional<KnownSigner> known, Optional<KnownSigner> other) {
    /** Nobody is known, and nothing is installed. */
    static Acquaintance of(Report report, Optional<String> ownCertificate) {
        return of(report, ownCertificate, InstalledTrust.NOTHING);
    }

    /**
     * What is known of the signer of a picture.
     *
     * @param ownCertificate SHA-256 of the user's own certificate in hexadecimal digits
     */
    static Acquaintance of(Report report, Optional<String> ownCertificate, InstalledTrust installed) {
        Optional<SignatureSummary> signer = report.signature();
        boolean own = ownCertificate.isPresent()
                && signer.map(SignatureSummary::certificateSha256).equals(ownCertificate);
        List<KnownSigner> all = signer.isPresent() ? installed.known() : List.of();
        Optional<KnownSigner> known =
                all.stream().filter(one -> one.hasKeyOf(signer.orElseThrow())).findFirst();
        Optional<KnownSigner> other = known.isPresent() || own
                ? Optional.empty()
                : all.stream()
                        .filter(one -> one.hasNameOf(signer.orElseThrow()))
                        .findFirst();
        if (report.state() == ValidationState.TRUSTED) {
            return new Acquaintance(SignerTrust.TRUSTED_LIST, installed.listBehind(report), known, other);
        }
        SignerTrust trust = own || known.isPresent() ? SignerTrust.KNOWN : SignerTrust.NOT_VERIFIED;
        return new Acquaintance(trust, Optional.empty(), known, other);
    }
}
