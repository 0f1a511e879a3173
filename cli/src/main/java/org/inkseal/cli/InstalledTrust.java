package org.inkseal.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Bytes;
import org.inkseal.report.CertificateSummary;
import org.inkseal.report.Report;
import org.inkseal.report.SignatureSummary;
import org.inkseal.trust.Pem;
import org.inkseal.trust.TrustSettings;

/**
 * What the user installed with {@code inkseal trust}, as one run uses it.
 *
 * @param lists the lists with their texts
 * @param known the signers whom the user knows
 */
record InstalledTrust(List<Text> lists, List<KnownSigner> known) {
    /** Nothing installed. */
    static final InstalledTrust NOTHING = new InstalledTrust(List.of(), List.of());

    /**
     * A list with its text.
     *
     * @param list the list
     * @param text as it was installed
     */
    record Text(TrustList list, String text) {}

    InstalledTrust {
        lists = List.copyOf(lists);
        known = List.copyOf(known);
    }

    /**
     * What is installed in the folder of the environment; nothing without a folder.
     *
     * @throws IOException if it is damaged
     */
    static InstalledTrust of(Terminal terminal) throws IOException {
        TrustFolder folder;
        try {
            folder = Home.of(terminal).trust();
        } catch (UsageException e) {
            // Without a place for settings nothing can be installed.
            return NOTHING;
        }
        TrustIndex index = folder.index();
        if (index.equals(TrustIndex.EMPTY)) {
            return NOTHING;
        }
        List<Text> texts = new ArrayList<>();
        for (TrustList list : index.lists()) {
            texts.add(new Text(list, folder.text(list)));
        }
        return new InstalledTrust(texts, index.known());
    }

    /**
     * The settings that the lists amount to.
     *
     * @throws IOException if one cannot be read any more
     */
    TrustSettings settings() throws IOException {
        TrustSettings settings = TrustSettings.none();
        for (Text installed : lists) {
            try {
                settings = installed.list().role().addInstalled(settings, installed.text());
            } catch (IllegalArgumentException e) {
                throw new IOException("the installed \"" + installed.list().name() + "\": " + e.getMessage(), e);
            }
        }
        return settings;
    }

    /** The name of the list because of which a signer is trusted; nothing if that is not an installed one. */
    Optional<String> listBehind(Report report) {
        Optional<SignatureSummary> signer = report.signature();
        if (signer.isEmpty()) {
            return Optional.empty();
        }
        // Whoever is allowed by itself needs no anchor, whatever came with the signature.
        for (TrustRole role : new TrustRole[] {TrustRole.ALLOWED, TrustRole.ANCHOR}) {
            for (Text installed : lists) {
                if (installed.list().role() == role && vouches(installed, signer.get())) {
                    return Optional.of(installed.list().name());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean vouches(Text installed, SignatureSummary signer) {
        if (installed.list().role() == TrustRole.ALLOWED) {
            return TrustRole.ALLOWED.add(TrustSettings.none(), installed.text()).allowed().stream()
                    .anyMatch(digest -> digest.hex().equals(signer.certificateSha256()));
        }
        List<CertificateSummary> path = signer.chain();
        Bytes anchor = path.isEmpty() ? Bytes.EMPTY : path.get(path.size() - 1).der();
        return Pem.certificates(installed.text()).contains(anchor);
    }
}
