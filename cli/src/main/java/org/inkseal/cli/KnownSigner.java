package org.inkseal.cli;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.inkseal.report.SignatureSummary;

/**
 * A signer whom the user knows by a name of the user's choice.
 *
 * @param name that name
 * @param keySha256 SHA-256 of the key in hexadecimal digits
 * @param certificateName the name that the certificate had then
 * @param since when the user said so
 */
record KnownSigner(String name, String keySha256, String certificateName, Instant since) {
    boolean hasKeyOf(SignatureSummary signer) {
        return keySha256.equals(signer.keySha256());
    }

    /** Whether a signer carries the name by which this one is known, or the one in its certificate. */
    boolean hasNameOf(SignatureSummary signer) {
        return claims(signer.commonName().orElse(""))
                || claims(signer.organization().orElse(""));
    }

    private boolean claims(String other) {
        String folded = fold(other);
        return !folded.isEmpty() && (folded.equals(fold(name)) || folded.equals(fold(certificateName)));
    }

    /** What remains of a name when people look at it: width, case and spaces do not count. */
    private static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
