package org.inkseal.trust;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;

/** The name constraints that authorities put on those below them (RFC 5280 §4.2.1.10). */
final class NameRules {
    /** Names times constraints is the work; no honest certificate comes near. */
    private static final int MOST = 64;

    private NameRules() {}

    /** Whether every name on a path, leaf first, keeps the constraints of all authorities above it. */
    static boolean allow(List<Certificate> path) {
        boolean none = path.stream()
                .allMatch(certificate ->
                        certificate.extensions().nameConstraints().isEmpty());
        if (none) {
            return true;
        }
        try {
            check(path);
            return true;
        } catch (NameConstraintValidatorException | RuntimeException e) {
            // A constraint on a form of names that is not understood must not be passed over.
            return false;
        }
    }

    private static void check(List<Certificate> path) throws NameConstraintValidatorException {
        PKIXNameConstraintValidator rules = new PKIXNameConstraintValidator();
        int last = path.size() - 1;
        for (int i = last; i >= 0; i--) {
            Certificate certificate = path.get(i);
            boolean exempt = i == last || (i > 0 && certificate.selfIssued());
            if (!exempt) {
                checkNames(rules, certificate);
            }
            Optional<NameConstraints> more = certificate.extensions().nameConstraints();
            if (i > 0 && more.isPresent()) {
                add(rules, more.get());
            }
        }
    }

    private static void checkNames(PKIXNameConstraintValidator rules, Certificate certificate)
            throws NameConstraintValidatorException {
        X500Name subject = X500Name.getInstance(certificate.subject().toArray());
        if (subject.size() > 0) {
            rules.checkPermittedDN(subject);
            rules.checkExcludedDN(subject);
        }
        GeneralName[] names = certificate
                .extensions()
                .alternativeNames()
                .map(alternatives -> alternatives.getNames())
                .orElse(new GeneralName[0]);
        limit(names.length);
        for (GeneralName name : names) {
            rules.checkPermitted(name);
            rules.checkExcluded(name);
        }
        Map<String, String> attributes = certificate.subjectAttributes();
        if (names.length == 0 && attributes.containsKey("E")) {
            String mail = attributes.getOrDefault("E", "");
            rules.checkPermittedEmail(mail);
            rules.checkExcludedEmail(mail);
        }
    }

    private static void add(PKIXNameConstraintValidator rules, NameConstraints more) {
        GeneralSubtree[] permitted = more.getPermittedSubtrees();
        if (permitted != null) {
            limit(permitted.length);
            rules.intersectPermittedSubtree(permitted);
        }
        GeneralSubtree[] excluded = more.getExcludedSubtrees();
        if (excluded != null) {
            limit(excluded.length);
            for (GeneralSubtree subtree : excluded) {
                rules.addExcludedSubtree(subtree);
            }
        }
    }

    private static void limit(int names) {
        if (names > MOST) {
            throw new IllegalArgumentException(names + " names: at most " + MOST + " are compared");
        }
    }
}
