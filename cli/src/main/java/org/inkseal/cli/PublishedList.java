package org.inkseal.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The lists that C2PA and the Content Authenticity Initiative publish. */
enum PublishedList {
    /** Whose certificates C2PA lets sign claims. */
    C2PA("c2pa", "C2PA trust list", TrustRole.ANCHOR, Place.C2PA, List.of("C2PA-TRUST-LIST.pem")),
    /** Whose time-stamps C2PA relies on. */
    C2PA_TSA("c2pa-tsa", "C2PA TSA trust list", TrustRole.TSA, Place.C2PA, List.of("C2PA-TSA-TRUST-LIST.pem")),
    /** The list from before that, frozen on 1 January 2026. */
    INTERIM("interim", "interim list", TrustRole.ANCHOR, Place.INTERIM, List.of("anchors.pem")),
    /** Its part with single certificates. */
    INTERIM_ALLOWED(
            "interim-allowed",
            "interim list",
            TrustRole.ALLOWED,
            Place.INTERIM,
            List.of("allowed.pem", "allowed.sha256.txt"));

    private final String key;
    private final String title;
    private final TrustRole role;
    private final String place;
    private final List<String> fileNames;

    PublishedList(String key, String title, TrustRole role, String place, List<String> fileNames) {
        this.key = key;
        this.title = title;
        this.role = role;
        this.place = place;
        this.fileNames = fileNames;
    }

    /** The list that is published under a file name. */
    static Optional<PublishedList> ofFile(String name) {
        for (PublishedList list : values()) {
            if (list.fileNames.contains(name)) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    /** Its name in sentences. */
    String title() {
        return title;
    }

    TrustRole role() {
        return role;
    }

    /** The names under which it may be found in a folder, the best first. */
    List<String> fileNames() {
        return fileNames;
    }

    /** Where it is published. */
    URI address() {
        return URI.create(place + fileNames.get(0));
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return key;
    }

    private static final class Place {
        static final String C2PA = "https://raw.githubusercontent.com/c2pa-org/conformance-public/main/trust-list/";
        static final String INTERIM = "https://raw.githubusercontent.com/contentauth/verify-site/main/static/trust/";
    }
}
