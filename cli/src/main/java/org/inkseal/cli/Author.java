package org.inkseal.cli;

import java.util.Optional;
import org.inkseal.sign.Signer;

/**
 * Who signs.
 *
 * @param name the name in the certificate
 * @param fingerprint the fingerprint of the key; empty for a key that is not made yet
 * @param signer signs; nothing for a key that is not made yet
 */
record Author(String name, String fingerprint, Optional<Signer> signer) {
    /** Name and key for a person. */
    String words() {
        return PlainText.of(name) + "  " + (fingerprint.isEmpty() ? "(with a new key)" : fingerprint);
    }
}
