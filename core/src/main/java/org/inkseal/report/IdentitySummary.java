package org.inkseal.report;

import java.util.List;
import java.util.Optional;

/**
 * Who stands behind what a manifest states, by one of its identity assertions (CAWG identity assertion 1.3). Who that is
 * stands here only if the assertion holds; texts are those of the file, and not safe to print as they are.
 *
 * @param uri absolute JUMBF URI of the assertion; findings about it have the same
 * @param sigType how it is signed: {@code cawg.x509.cose} by a certificate, {@code cawg.identity_claims_aggregation} by
 *     somebody who gathered what the person is known by
 * @param standing whether it holds, and whether somebody vouches for it
 * @param name the name in the certificate
 * @param issuer who issued the certificate, or the identifier of who gathered the identities
 * @param roles what the person says to be to the picture, such as {@code cawg.creator}
 * @param identities what the person is known by, for whoever gathered that
 */
public record IdentitySummary(
        String uri,
        String sigType,
        Standing standing,
        Optional<String> name,
        Optional<String> issuer,
        List<String> roles,
        List<VerifiedIdentity> identities) {
    /** Copies the lists. */
    public IdentitySummary {
        roles = List.copyOf(roles);
        identities = List.copyOf(identities);
    }

    /** What an identity assertion is worth. */
    public enum Standing {
        /** It holds, and an anchor or issuer that the caller gave vouches for it. */
        TRUSTED,
        /** It holds, and nobody vouches for it. */
        WELL_FORMED,
        /** It does not hold. */
        NOT_VALID
    }
}
