package org.inkseal.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Identity;
import org.inkseal.io.LimitExceededException;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.Label;
import org.inkseal.manifest.Claim;
import org.inkseal.report.IdentitySummary;
import org.inkseal.report.IdentitySummary.Standing;
import org.inkseal.report.StatusCode;

/**
 * Identity assertions: what holds whoever signed them and how (CAWG identity assertion 1.3 §7.1).
 *
 * <p>Findings have the URI of the identity assertion. They speak of the people behind a picture, not of the picture.
 */
final class IdentityCheck {
    private final Verification verification;
    private final IngredientGraph graph;
    private final Evidence evidence;
    private final Responder responder;
    private final IssuerDocuments documents;

    IdentityCheck(Verification verification, IngredientGraph graph, Evidence evidence, Responder responder) {
        this.verification = verification;
        this.graph = graph;
        this.evidence = evidence;
        this.responder = responder;
        this.documents = new IssuerDocuments(verification);
    }

    void check(CheckedManifest checked) throws LimitExceededException {
        for (Map.Entry<String, Assertion> entry :
                List.copyOf(checked.assertions().entrySet())) {
            if (entry.getValue() instanceof Identity identity && checked.claim().isPresent()) {
                FindingList findings = new FindingList();
                String uri = checked.manifest().assertionUri(entry.getKey());
                check(identity, checked, findings, uri);
                checked.findings().addAll(findings);
            }
        }
    }

    private void check(Identity identity, CheckedManifest checked, FindingList findings, String uri)
            throws LimitExceededException {
        if (!identity.pads().isZero()) {
            findings.add(StatusCode.CAWG_IDENTITY_PAD_INVALID, uri, "bytes other than zero in the padding");
        }
        references(identity, checked, findings, uri);
        IdentityHolder holder = switch (identity.sigType()) {
            case X509Identity.SIG_TYPE ->
                new X509Identity(verification, checked, identity, findings, uri)
                        .check(new RevocationCheck(
                                verification, evidence, responder, RevocationCodes.IDENTITY_SIGNERS, findings, uri));
            case ClaimsAggregation.SIG_TYPE ->
                new ClaimsAggregation(verification, documents, checked, identity, findings, uri).check();
            default -> {
                findings.add(StatusCode.CAWG_IDENTITY_SIG_TYPE_UNKNOWN, uri, identity.sigType());
                yield IdentityHolder.UNKNOWN;
            }
        };
        checked.identity(summary(identity, holder, findings, uri));
    }

    /** What does not hold is not repeated. */
    private static IdentitySummary summary(Identity identity, IdentityHolder holder, FindingList findings, String uri) {
        Standing standing = Standing.NOT_VALID;
        if (findings.has(StatusCode.CAWG_IDENTITY_TRUSTED)) {
            standing = Standing.TRUSTED;
        } else if (findings.has(StatusCode.CAWG_IDENTITY_WELL_FORMED)) {
            standing = Standing.WELL_FORMED;
        }
        boolean holds = standing != Standing.NOT_VALID;
        IdentityHolder told = holds ? holder : IdentityHolder.UNKNOWN;
        List<String> roles = holds ? identity.roles() : List.of();
        return new IdentitySummary(
                uri, identity.sigType(), standing, told.name(), told.issuer(), roles, told.identities());
    }

    private void references(Identity identity, CheckedManifest checked, FindingList findings, String uri) {
        Set<CheckedManifest> sources = graph.withIngredients(checked);
        Set<String> seen = new HashSet<>();
        for (HashedUri reference : identity.referencedAssertions()) {
            String target = resolve(reference, checked);
            if (!seen.add(target)) {
                findings.add(StatusCode.CAWG_IDENTITY_ASSERTION_DUPLICATE, uri, target);
            }
            if (sources.stream().noneMatch(source -> names(source, target, reference, checked))) {
                findings.add(
                        StatusCode.CAWG_IDENTITY_ASSERTION_MISMATCH,
                        uri,
                        "no claim names " + target + " with the hash that the identity assertion gives");
            }
        }
        hardBinding(seen, checked, findings, uri);
    }

    /** The text of the box that a reference names, or of the reference itself where it names none. */
    private static String resolve(HashedUri reference, CheckedManifest within) {
        return JumbfUri.parse(reference.url())
                .map(uri -> uri.within(within.manifest().label()).toString())
                .orElse(reference.url());
    }

    private static boolean names(CheckedManifest source, String target, HashedUri wanted, CheckedManifest from) {
        return claimed(source).stream()
                .anyMatch(entry -> resolve(entry, source).equals(target)
                        && entry.hash().equals(wanted.hash())
                        && algorithm(entry, source).equals(algorithm(wanted, from)));
    }

    private static Optional<String> algorithm(HashedUri reference, CheckedManifest within) {
        return reference.alg().or(() -> within.claim().flatMap(Claim::alg));
    }

    private static List<HashedUri> claimed(CheckedManifest manifest) {
        return manifest.claim().map(Claim::assertions).orElse(List.of());
    }

    private void hardBinding(Set<String> targets, CheckedManifest checked, FindingList findings, String uri) {
        if (targets.stream().noneMatch(IdentityCheck::isHardBinding)) {
            findings.add(
                    StatusCode.CAWG_IDENTITY_HARD_BINDING_MISSING,
                    uri,
                    "none of the assertions that it covers ties the manifest to a file");
            return;
        }
        List<String> governing = governingBinding(checked);
        if (targets.stream().noneMatch(governing::contains)) {
            findings.add(
                    StatusCode.CAWG_IDENTITY_HARD_BINDING_INCORRECT,
                    uri,
                    "it covers a hard binding other than the one of its manifest");
        }
    }

    /** The hard binding of the manifest, or of the nearest parent for an update manifest (C2PA 2.4 §15.12). */
    private List<String> governingBinding(CheckedManifest checked) {
        List<CheckedManifest> line = graph.line(checked);
        CheckedManifest governing = line.get(line.size() - 1);
        return claimed(governing).stream()
                .map(reference -> resolve(reference, governing))
                .filter(IdentityCheck::isHardBinding)
                .toList();
    }

    private static boolean isHardBinding(String uri) {
        return HardBindings.isHardBinding(
                Label.parse(uri.substring(uri.lastIndexOf('/') + 1)).base());
    }
}
