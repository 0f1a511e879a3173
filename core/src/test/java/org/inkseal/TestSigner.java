package org.inkseal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.trust.Credential;
import org.inkseal.trust.Pem;
import org.inkseal.trust.SelfIssued;
import org.inkseal.trust.TrustSettings;

/** Somebody who signs pictures in tests, with a key of their own that is thrown away. */
public final class TestSigner {
    private TestSigner() {}

    /** A new key and its certificate, valid now. */
    public static Credential named(String name) {
        return SelfIssued.create(
                name,
                SignatureAlgorithm.ES256,
                Instant.now().minus(Duration.ofMinutes(1)),
                Duration.ofDays(30),
                new SecureRandom());
    }

    /** Trust in nobody but that signer. */
    public static TrustSettings rootOf(Credential credential) {
        return TrustSettings.none()
                .withAnchors(Pem.encode("CERTIFICATE", credential.last().der()));
    }
}
