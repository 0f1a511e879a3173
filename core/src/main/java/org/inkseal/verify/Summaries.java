package org.inkseal.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Content;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.AssertionSummary.Form;
import org.inkseal.report.CertificateSummary;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.RevocationStatus;
import org.inkseal.report.SignatureSummary;
import org.inkseal.trust.Certificate;

/** Manifests as the report shows them. */
final class Summaries {
    private Summaries() {}

    static ManifestSummary of(CheckedManifest checked, Budget budget) {
        Manifest manifest = checked.manifest();
        Set<String> gathered = new HashSet<>();
        checked.claim()
                .ifPresent(claim -> claim.gathered()
                        .forEach(reference -> JumbfUri.parse(reference.url())
                                .map(uri -> uri.within(manifest.label()).toString())
                                .ifPresent(gathered::add)));
        List<AssertionSummary> assertions = new ArrayList<>();
        for (SuperBox box : manifest.assertionBoxes()) {
            String label = box.label().orElse("");
            String uri = manifest.assertionUri(label);
            assertions.add(assertion(label, uri, box, !gathered.contains(uri), budget));
        }
        return new ManifestSummary(
                manifest.label(),
                manifest.update(),
                checked.claimVersion(),
                checked.fields(),
                assertions,
                checked.signature(),
                checked.identities(),
                checked.findings().sorted());
    }

    private static AssertionSummary assertion(String label, String uri, SuperBox box, boolean created, Budget budget) {
        Content content;
        try {
            content = Content.read(box, budget);
        } catch (MalformedException e) {
            content = new Content.Other();
        }
        if (content instanceof Content.File file) {
            return new AssertionSummary(
                    label,
                    uri,
                    Form.FILE,
                    Optional.empty(),
                    Optional.of(file.mediaType()),
                    Optional.of(file.data()),
                    created);
        }
        Form form =
                content instanceof Content.Cbor ? Form.CBOR : content instanceof Content.Json ? Form.JSON : Form.OTHER;
        return new AssertionSummary(label, uri, form, content.asValue(), Optional.empty(), Optional.empty(), created);
    }

    static SignatureSummary signature(
            SigningCredential credential,
            Optional<SignatureAlgorithm> algorithm,
            SigningTime.Found time,
            RevocationStatus revocation) {
        Certificate leaf = credential.leaf();
        return new SignatureSummary(
                algorithm.map(SignatureAlgorithm::label).orElse("unknown"),
                leaf.commonName(),
                leaf.organization(),
                leaf.issuerCommonName().or(leaf::issuerOrganization),
                leaf.serialNumber(),
                leaf.sha256().hex(),
                leaf.keySha256().hex(),
                leaf.notBefore(),
                leaf.notAfter(),
                time.named(),
                time.time().isPresent(),
                time.authority().map(Summaries::certificate),
                revocation,
                leaf.assuranceLevel(),
                leaf.productRecord(),
                certificates(credential.chain()));
    }

    private static List<CertificateSummary> certificates(List<Certificate> chain) {
        List<CertificateSummary> summaries = new ArrayList<>();
        for (Certificate certificate : chain) {
            summaries.add(certificate(certificate));
        }
        return summaries;
    }

    private static CertificateSummary certificate(Certificate certificate) {
        return new CertificateSummary(
                certificate.subjectAttributes(),
                certificate.issuerAttributes(),
                certificate.serialNumber(),
                certificate.notBefore(),
                certificate.notAfter(),
                keyAlgorithm(certificate),
                certificate.sha256().hex(),
                certificate.der());
    }

    private static String keyAlgorithm(Certificate certificate) {
        try {
            return certificate.key().kind().name();
        } catch (MalformedException e) {
            return "unknown";
        }
    }
}
