package org.inkseal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.inkseal.assertion.Identity;
import org.inkseal.report.Finding;
import org.inkseal.report.IdentitySummary;
import org.inkseal.report.IdentitySummary.Standing;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.VerifiedIdentity;

/**
 * Who stands behind a picture by the identity assertions of its manifest, in words. Keys are remembered of signers only, so
 * nobody is <em>known</em> here.
 */
final class IdentityWords {
    private static final String STANDARD = "cawg.";
    private static final int MOST = 3;

    private IdentityWords() {}

    /** One phrase for each identity assertion of a picture whose credential is valid; safe to print. */
    static List<String> of(Report report) {
        List<String> phrases = new ArrayList<>();
        if (report.state().isValid()) {
            report.activeManifest()
                    .ifPresent(manifest -> manifest.identities()
                            .forEach(identity ->
                                    phrases.add(of(identity, manifest.findings().failure()))));
        }
        return phrases;
    }

    /** The word for what an identity is worth. */
    static String trust(Standing standing) {
        return switch (standing) {
            case TRUSTED -> SignerTrust.TRUSTED_LIST.words();
            case WELL_FORMED -> SignerTrust.NOT_VERIFIED.words();
            case NOT_VALID -> "not valid";
        };
    }

    /**
     * One of them; safe to print.
     *
     * @param failures what does not hold in its manifest
     */
    static String of(IdentitySummary identity, List<Finding> failures) {
        if (identity.standing() == Standing.NOT_VALID) {
            return trust(identity.standing()) + fault(identity, failures).orElse("");
        }
        boolean certificate = identity.sigType().equals(Identity.X509);
        String how = certificate
                ? "X.509, issued by " + identity.issuer().map(PlainText::quoted).orElse("somebody without a name")
                : "gathered by "
                        + identity.issuer().map(IdentityWords::gatherer).orElse("somebody without a name");
        return (certificate
                        ? identity.name().map(PlainText::quoted).orElse("somebody without a name")
                        : identities(identity.identities()))
                + roles(identity.roles()) + " (" + how + "; " + trust(identity.standing()) + ")";
    }

    /** The first thing that is wrong, beside that nobody vouches for anybody. */
    private static Optional<String> fault(IdentitySummary identity, List<Finding> failures) {
        return failures.stream()
                .filter(finding -> finding.uri().equals(identity.uri()))
                .map(Finding::code)
                .filter(code -> code != StatusCode.CAWG_X509_CREDENTIAL_UNTRUSTED)
                .findFirst()
                .map(code -> ": " + code.meaning() + " (" + code + ")");
    }

    /** A key that is its own name is too long to be of use to anybody. */
    private static String gatherer(String issuer) {
        return issuer.startsWith("did:jwk:") ? "a key without a name" : PlainText.quoted(issuer);
    }

    private static String identities(List<VerifiedIdentity> identities) {
        String some = identities.stream().limit(MOST).map(IdentityWords::of).collect(Collectors.joining(", "));
        return identities.size() <= MOST ? some : some + " and " + (identities.size() - MOST) + " more";
    }

    private static String of(VerifiedIdentity identity) {
        String kind = switch (identity.type()) {
            case "cawg.social_media" -> "account ";
            case "cawg.document_verification" -> "document of ";
            case "cawg.web_site" -> "website ";
            case "cawg.crypto_wallet" -> "wallet ";
            case "cawg.affiliation" -> "affiliation ";
            default -> "";
        };
        Optional<String> text = identity.type().equals("cawg.document_verification")
                ? identity.name()
                : identity.account().or(identity::name);
        return kind + text.map(PlainText::quoted).orElse("of somebody without a name") + " at "
                + PlainText.quoted(identity.provider());
    }

    private static String roles(List<String> roles) {
        return roles.isEmpty()
                ? ""
                : " as "
                        + roles.stream()
                                .map(role -> PlainText.of(
                                        role.startsWith(STANDARD) ? role.substring(STANDARD.length()) : role))
                                .collect(Collectors.joining(" and "));
    }
}
