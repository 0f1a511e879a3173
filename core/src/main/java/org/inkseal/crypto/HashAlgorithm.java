package org.inkseal.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.util.Optional;
import org.inkseal.io.Bytes;

/** The hash algorithms that C2PA allows (C2PA 2.2 §13.1). */
public enum HashAlgorithm {
    /** SHA-256. */
    SHA256("sha256", "SHA-256", "2.16.840.1.101.3.4.2.1", 32),
    /** SHA-384. */
    SHA384("sha384", "SHA-384", "2.16.840.1.101.3.4.2.2", 48),
    /** SHA-512. */
    SHA512("sha512", "SHA-512", "2.16.840.1.101.3.4.2.3", 64);

    private final String label;
    private final String jca;
    private final String oid;
    private final int length;

    HashAlgorithm(String label, String jca, String oid, int length) {
        this.label = label;
        this.jca = jca;
        this.oid = oid;
        this.length = length;
    }

    /** The algorithm with this C2PA identifier, spelt exactly so; nothing for any other. */
    public static Optional<HashAlgorithm> of(String label) {
        for (HashAlgorithm algorithm : values()) {
            if (algorithm.label.equals(label)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The algorithm with this object identifier (RFC 5754 §2), written with dots; nothing for any other. */
    public static Optional<HashAlgorithm> ofOid(String oid) {
        for (HashAlgorithm algorithm : values()) {
            if (algorithm.oid.equals(oid)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The object identifier, in dots. */
    public String oid() {
        return oid;
    }

    /** The identifier in C2PA structures, such as {@code "sha256"}. */
    public String label() {
        return label;
    }

    /** The name in the Java security API, such as {@code "SHA-256"}. */
    public String jca() {
        return jca;
    }

    /** Bytes of a digest. */
    public int length() {
        return length;
    }

    /** A new digest. */
    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance(jca, "SUN");
        } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
            throw new IllegalStateException("this Java runtime lacks " + jca, e);
        }
    }

    /** The digest of some bytes. */
    public Bytes hash(Bytes bytes) {
        MessageDigest digest = digest();
        bytes.updateInto(digest);
        return Bytes.wrap(digest.digest());
    }
}
