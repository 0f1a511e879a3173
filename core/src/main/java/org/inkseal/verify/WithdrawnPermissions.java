package org.inkseal.verify;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.TrainingMining;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.Label;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.SignatureSummary;

/**
 * Statements about uses that a later manifest redacts. Whoever said something may take it back; that is seen by the key. What
 * somebody else took out counts as the no that it most likely was, or redaction would be the way to get rid of one.
 */
final class WithdrawnPermissions {
    private final Set<String> withdrawn = new HashSet<>();
    private final Set<String> takenOut = new HashSet<>();

    /**
     * Goes through what manifests redact.
     *
     * @param reached the manifests that were checked, by label
     */
    WithdrawnPermissions(Map<String, CheckedManifest> reached) {
        for (CheckedManifest by : reached.values()) {
            List<String> redacted = by.claim().map(claim -> claim.redacted()).orElse(List.of());
            for (String text : redacted) {
                Optional<JumbfUri> uri = JumbfUri.parse(text).filter(WithdrawnPermissions::isStatement);
                Optional<CheckedManifest> of =
                        uri.flatMap(JumbfUri::manifest).map(reached::get).filter(manifest -> manifest != by);
                if (uri.isPresent() && of.isPresent()) {
                    (isOwn(by, of.get()) ? withdrawn : takenOut).add(uri.get().toString());
                }
            }
        }
        takenOut.removeAll(withdrawn);
    }

    private static boolean isStatement(JumbfUri uri) {
        return uri.path().size() == 2
                && uri.path().get(0).equals(Manifest.ASSERTIONS)
                && TrainingMining.TYPE
                        .labels()
                        .contains(Label.parse(uri.path().get(1)).base());
    }

    private static boolean isOwn(CheckedManifest by, CheckedManifest of) {
        Optional<String> key = by.signature().map(SignatureSummary::keySha256);
        return key.isPresent()
                && key.equals(of.signature().map(SignatureSummary::keySha256))
                && StateRule.ofManifest(by.findings().sorted()).isValid()
                && StateRule.ofManifest(of.findings().sorted()).isValid();
    }

    /** Whether whoever said something has taken it back. */
    boolean isWithdrawn(Manifest manifest, String label) {
        return withdrawn.contains(manifest.assertionUri(label));
    }

    /** The labels of statements that somebody else took out of a manifest and that are not there any more. */
    List<String> missing(Manifest manifest, Collection<String> present) {
        return takenOut.stream()
                .map(JumbfUri::parse)
                .flatMap(Optional::stream)
                .filter(uri -> uri.manifest().equals(Optional.of(manifest.label())))
                .map(uri -> uri.path().get(1))
                .filter(label -> !present.contains(label))
                .sorted()
                .toList();
    }
}
