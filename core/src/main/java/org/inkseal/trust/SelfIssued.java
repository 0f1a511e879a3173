package org.inkseal.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.inkseal.crypto.SignatureAlgorithm;

/** Makes a credential for somebody who signs alone: a root of their own and a certificate signed by it. */
public final class SelfIssued {
    /**
     * Ten years. Without a time-stamp a picture is valid no longer than its certificate, and nobody vouches for the name
     * in it, so a short life would protect nobody and end the pictures early.
     */
    public static final Duration USUAL_VALIDITY = Duration.ofDays(3653);

    /** Other computers' clocks may be a little behind. */
    private static final Duration EARLIER = Duration.ofMinutes(5);

    private static final Duration MOST_VALIDITY = Duration.ofDays(100L * 365);

    private SelfIssued() {}

    /**
     * Makes a credential. The key of the root is used once and kept nowhere, so nobody can issue another certificate in
     * its name.
     *
     * @param name who signs, as common name and organization; not blank, at most 64 characters, none of them a control
     *     character
     * @param algorithm the algorithm that the leaf's key is for: P-256, P-384, P-521, RSA of 2048, 3072 or 4096 bits, or
     *     Ed25519
     * @param now the present; the validity starts five minutes earlier, for clocks that are behind
     * @param validity the length of the validity, from one second to a hundred years
     * @return the leaf's key, and the leaf and the root as chain
     * @throws IllegalArgumentException if the name or the validity is not allowed
     */
    public static Credential create(
            String name, SignatureAlgorithm algorithm, Instant now, Duration validity, SecureRandom random) {
        return create(name, Optional.empty(), algorithm, now, validity, random);
    }

    /**
     * Makes a credential whose holder claims a website.
     *
     * @param site goes into the leaf; nobody checks it here
     * @return as {@link #create(String, SignatureAlgorithm, Instant, Duration, SecureRandom)}
     * @throws IllegalArgumentException if the name or the validity is not allowed
     */
    public static Credential create(
            String name,
            Optional<Site> site,
            SignatureAlgorithm algorithm,
            Instant now,
            Duration validity,
            SecureRandom random) {
        NameText.check(name);
        if (validity.getSeconds() < 1 || validity.compareTo(MOST_VALIDITY) > 0) {
            throw new IllegalArgumentException("a validity of " + validity + ": 1 second to 100 years are allowed");
        }
        Instant start = now.minus(EARLIER).truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(validity).truncatedTo(ChronoUnit.SECONDS);
        try {
            KeyPair rootKey = keyPair(SignatureAlgorithm.ES256, random);
            KeyPair leafKey = keyPair(algorithm, random);
            CertificateIssuer issuer = new CertificateIssuer(name, rootKey, start, end, random);
            Certificate root = issuer.root(serialNumber(random));
            Certificate leaf = issuer.leaf(leafKey.getPublic(), serialNumber(random), site);
            return new Credential(leafKey.getPrivate(), List.of(leaf, root));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot make a key for " + algorithm.label(), e);
        }
    }

    private static KeyPair keyPair(SignatureAlgorithm algorithm, SecureRandom random) throws GeneralSecurityException {
        return switch (algorithm) {
            case ES256 -> curve("secp256r1", random);
            case ES384 -> curve("secp384r1", random);
            case ES512 -> curve("secp521r1", random);
            case PS256 -> rsa(2048, random);
            case PS384 -> rsa(3072, random);
            case PS512 -> rsa(4096, random);
            case ED25519 -> ed25519(random);
        };
    }

    private static KeyPair curve(String name, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
        generator.initialize(new ECGenParameterSpec(name), random);
        return generator.generateKeyPair();
    }

    private static KeyPair rsa(int bits, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(bits, random);
        return generator.generateKeyPair();
    }

    private static KeyPair ed25519(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519", "SunEC");
        generator.initialize(NamedParameterSpec.ED25519, random);
        return generator.generateKeyPair();
    }

    /** Twenty bytes, the most that RFC 5280 §4.1.2.2 allows, with the second highest bit set so that none are fewer. */
    private static BigInteger serialNumber(SecureRandom random) {
        return new BigInteger(158, random).setBit(158);
    }
}
