package org.inkseal.trust;

import java.util.List;
import java.util.Set;
import org.inkseal.io.Bytes;

/** Reads what callers write about trust. */
final class TrustText {
    private TrustText() {}

    static List<Certificate> certificates(String pem) {
        throw new UnsupportedOperationException();
    }

    static Set<Bytes> allowed(String list) {
        throw new UnsupportedOperationException();
    }

    static Set<String> keyPurposes(String config) {
        throw new UnsupportedOperationException();
    }
}
