package org.inkseal.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.report.Acceptance;

/**
 * What the caller of {@code check} wants of a picture.
 *
 * @param required how far its signer must be known
 * @param uses what it must be allowed to be used for
 * @param known SHA-256 of the keys and certificates that the caller knows
 */
record Wanted(Optional<Requirement> required, List<AskedUse> uses, Set<String> known) {
    Wanted {
        uses = List.copyOf(uses);
        known = Set.copyOf(known);
    }

    /**
     * From whom a "yes" counts: from those whom {@code --require} lets pass. Without it, everybody's is shown; but who asks
     * whether a picture may be used must not be answered by a key that anybody can make.
     */
    Requirement accepted() {
        return required.orElse(uses.isEmpty() ? Requirement.SIGNED : Requirement.KNOWN);
    }

    /** The same as a rule of the library. */
    Acceptance acceptance() {
        return switch (accepted()) {
            case SIGNED -> Acceptance.ANYBODY;
            case KNOWN -> Acceptance.trustedOr(known);
            case TRUSTED -> Acceptance.TRUSTED;
        };
    }
}
