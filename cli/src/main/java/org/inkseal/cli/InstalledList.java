package org.inkseal.cli;

import java.io.IOException;
import java.time.Instant;

/** Makes the entry of a list that is about to be installed. */
final class InstalledList {
    private InstalledList() {}

    /**
     * The entry of a list, every certificate of which can be read.
     *
     * @param source where it came from
     * @throws IOException if there is no certificate, one cannot be read, or there is a private key among them
     */
    static TrustList of(TrustRole role, String name, String text, Instant now, String source) throws IOException {
        try {
            return new TrustList(role, name, TrustFolder.digest(text), role.count(text), now, PlainText.line(source));
        } catch (IllegalArgumentException e) {
            throw new IOException(source + ": " + e.getMessage(), e);
        }
    }
}
