package org.inkseal.trust;

import java.security.KeyPair;

/** A certificate made for a test, with its key. */
record Made(Certificate certificate, KeyPair keys) {
    String pem() {
        return Pem.encode("CERTIFICATE", certificate.der());
    }
}
