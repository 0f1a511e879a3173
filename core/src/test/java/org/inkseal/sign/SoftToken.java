package org.inkseal.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.Credential;
import org.junit.jupiter.api.Assumptions;

/**
 * A token of SoftHSM. The library reads its own configuration once for a process, from where the build says in
 * {@code SOFTHSM2_CONF}; each test makes a token of its own in that place.
 */
final class SoftToken {
    static final char[] PIN = "canary-1357".toCharArray();

    private static final List<String> LIBRARIES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib64/libsofthsm2.so",
            "/opt/homebrew/lib/softhsm/libsofthsm2.so");

    private SoftToken() {}
}
