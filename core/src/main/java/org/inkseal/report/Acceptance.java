package org.inkseal.report;

import java.util.Collection;
import java.util.Set;

/**
 * From whom a "yes" counts. It is the caller who decides; a "no" needs nobody's acceptance.
 *
 * @param least how far a signature must be proven: {@link ValidationState#VALID} or {@link ValidationState#TRUSTED}
 * @param known SHA-256 of keys or certificates, in lower-case hexadecimal digits, whose valid signature is enough in any case
 */
public record Acceptance(ValidationState least, Set<String> known) {
    /** Whoever has signed validly. Everybody can make a key, so this tells nothing of who allows it. */
    public static final Acceptance ANYBODY = new Acceptance(ValidationState.VALID, Set.of());

    /** Signers whose certificate leads to a trust anchor. */
    public static final Acceptance TRUSTED = new Acceptance(ValidationState.TRUSTED, Set.of());

    /** Copies the set, and refuses a rule that would accept what is not proven. */
    public Acceptance {
        known = Set.copyOf(known);
        if (!least.isValid()) {
            throw new IllegalArgumentException("a yes needs at least a valid signature; allowed are VALID and TRUSTED");
        }
    }

    /** Signers whom the caller knows by their keys or certificates, and trusted ones. */
    public static Acceptance trustedOr(Collection<String> digests) {
        return new Acceptance(ValidationState.TRUSTED, Set.copyOf(digests));
    }

    /** Whether a yes of this statement would count. */
    public boolean accepts(PermissionStatement statement) {
        return statement.state().isValid()
                && (statement.state().compareTo(least) >= 0
                        || statement.signer().filter(this::knows).isPresent());
    }

    /** Whether a signer is one of those known. */
    public boolean knows(SignatureSummary signer) {
        return known.contains(signer.keySha256()) || known.contains(signer.certificateSha256());
    }
}
