package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.trust.Credential;
import org.inkseal.trust.SelfIssued;
import org.inkseal.trust.Site;

/**
 * A key that was just made and kept.
 *
 * @param credential the key with its certificates
 * @param fingerprint the fingerprint of the key
 */
record NewIdentity(Credential credential, String fingerprint) {
    /**
     * Makes a key and keeps it.
     *
     * @param site the website of the holder
     * @param passphrase encrypts the key and is wiped; without one only the permissions of the file protect it
     * @throws FileAlreadyExistsException if there is one already
     * @throws UsageException if the name cannot be in a certificate
     */
    static NewIdentity make(Home home, String name, Optional<Site> site, Optional<Passphrase> passphrase)
            throws IOException, UsageException {
        if (Files.exists(home.key())) {
            throw new FileAlreadyExistsException(home.key().toString());
        }
        Credential credential;
        try {
            credential = SelfIssued.create(
                    name,
                    site,
                    SignatureAlgorithm.ES256,
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    SelfIssued.USUAL_VALIDITY,
                    new SecureRandom());
        } catch (IllegalArgumentException e) {
            throw new UsageException("the name cannot be used: " + e.getMessage());
        }
        try (Passphrase secret = passphrase.orElseGet(() -> new Passphrase(Home.publicPassphrase()))) {
            home.save(credential, secret.characters());
        }
        return new NewIdentity(
                credential, Fingerprint.of(credential.leaf().keySha256().hex()));
    }
}
