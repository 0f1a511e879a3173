package org.inkseal.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.MalformedException;

/**
 * A chain of certificates held against everything that verifiers will ask of it, so that its owner learns it before the
 * first picture is signed.
 */
public final class ChainReview {
    private static final String PROFILE = "C2PA 2.2 §14.5.1";

    private ChainReview() {}

    /**
     * One thing that is asked.
     *
     * @param certificate which certificate, from 1 for the signer's
     * @param rule what is wanted
     * @param clause where it is written
     * @param broken what is wrong, in words; empty if all is right
     * @param hint what to do about it
     * @param required whether a verifier refuses a chain that breaks it; otherwise it is advice
     */
    public record Line(
            int certificate, String rule, String clause, Optional<String> broken, String hint, boolean required) {}

    /**
     * Reviews a chain.
     *
     * @param chain the signer's certificate, then its issuers; a root at the end is only looked at as an issuer
     * @param purposes object identifiers of the extended key usages of which the signer needs one
     * @param now the present
     */
    public static List<Line> of(List<Certificate> chain, Set<String> purposes, Instant now) {
        List<Line> lines = new ArrayList<>();
        Certificate leaf = chain.get(0);
        for (ProfileRule.Outcome outcome : CertificateProfile.review(leaf, purposes)) {
            lines.add(line(1, outcome));
        }
        lines.add(new Line(
                1,
                "issued by an authority",
                "C2PA 2.2 §14.5.1.1",
                when(leaf.selfIssued(), "the certificate issued itself"),
                "let an authority issue it: 'inkseal csr' makes the request, 'inkseal init' an authority of your own",
                true));
        lines.add(validity(1, leaf, now));
        lines.add(names(leaf));
        lines.add(pair(leaf));
        for (int i = 1; i < chain.size(); i++) {
            lines.addAll(issuer(chain, i, now));
        }
        return List.copyOf(lines);
    }

    private static List<Line> issuer(List<Certificate> chain, int index, Instant now) {
        List<Line> lines = new ArrayList<>();
        Certificate authority = chain.get(index);
        int number = index + 1;
        lines.add(new Line(
                number,
                "issued the certificate before it",
                "C2PA 2.2 §14.6",
                when(
                        !chain.get(index - 1).issuer().equals(authority.subject())
                                || !chain.get(index - 1).isSignedBy(authority),
                        "its name or key is not that of the issuer of certificate " + index),
                "put the signer's certificate first, and each issuer after the one that it issued",
                true));
        if (!authority.selfIssued()) {
            for (ProfileRule.Outcome outcome : CertificateProfile.issuerReview(authority)) {
                lines.add(line(number, outcome));
            }
        }
        lines.add(validity(number, authority, now));
        return lines;
    }

    private static Line line(int number, ProfileRule.Outcome outcome) {
        ProfileRule rule = outcome.rule();
        return new Line(number, rule.title(), PROFILE, outcome.broken(), rule.hint(), true);
    }

    private static Line validity(int number, Certificate certificate, Instant now) {
        return new Line(
                number,
                "valid now",
                "C2PA 2.2 §15.8",
                when(
                        !certificate.validAt(now),
                        "valid from " + certificate.notBefore() + " to " + certificate.notAfter() + " only"),
                "have it renewed; pictures that were time-stamped before its end keep their force",
                true);
    }

    /** Some verifiers name the signer by the organization, and fail without one. */
    private static Line names(Certificate leaf) {
        boolean missing = leaf.organization().isEmpty() || leaf.commonName().isEmpty();
        return new Line(
                1,
                "common name and organization",
                "C2PA Certificate Policy",
                when(missing, "the subject lacks CN or O, by which verifiers show the signer"),
                "ask for a subject with O and CN",
                false);
    }

    private static Line pair(Certificate leaf) {
        Optional<String> broken;
        try {
            broken = when(leaf.key().usualAlgorithm().isEmpty(), "the RSA key allows no algorithm of C2PA");
            if (broken.isEmpty()
                    && leaf.key().kind() == VerificationKey.Kind.RSA
                    && leaf.key().signatureLength() > 512) {
                broken = Optional.of("an RSA key of more than 4096 bits makes every check slow");
            }
        } catch (MalformedException e) {
            broken = Optional.of(String.valueOf(e.getMessage()));
        }
        return new Line(
                1,
                "key that signs claims",
                "C2PA 2.2 §13.2.1",
                broken,
                "P-256 is small, fast and read everywhere",
                false);
    }

    private static Optional<String> when(boolean broken, String what) {
        return broken ? Optional.of(what) : Optional.empty();
    }
}
