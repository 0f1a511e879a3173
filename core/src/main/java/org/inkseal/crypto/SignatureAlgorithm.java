package org.inkseal.crypto;

import java.util.Optional;

/** The signature algorithms that C2PA allows for claims (C2PA 2.2 §13.2.1), with their COSE identifiers (RFC 9053). */
public enum SignatureAlgorithm {
    /** ECDSA with SHA-256, written with P-256. */
    ES256(-7, "es256", HashAlgorithm.SHA256),
    /** ECDSA with SHA-384, written with P-384. */
    ES384(-35, "es384", HashAlgorithm.SHA384),
    /** ECDSA with SHA-512, written with P-521. */
    ES512(-36, "es512", HashAlgorithm.SHA512),
    /** RSASSA-PSS with SHA-256 and a salt of 32 bytes. */
    PS256(-37, "ps256", HashAlgorithm.SHA256),
    /** RSASSA-PSS with SHA-384 and a salt of 48 bytes. */
    PS384(-38, "ps384", HashAlgorithm.SHA384),
    /** RSASSA-PSS with SHA-512 and a salt of 64 bytes. */
    PS512(-39, "ps512", HashAlgorithm.SHA512),
    /** Ed25519 (COSE EdDSA; no other curve is allowed). */
    ED25519(-8, "ed25519", HashAlgorithm.SHA512);

    private final int coseId;
    private final String label;
    private final HashAlgorithm hash;

    SignatureAlgorithm(int coseId, String label, HashAlgorithm hash) {
        this.coseId = coseId;
        this.label = label;
        this.hash = hash;
    }

    /** The algorithm with this COSE identifier; nothing for one that C2PA does not allow. */
    public static Optional<SignatureAlgorithm> ofCose(long coseId) {
        for (SignatureAlgorithm algorithm : values()) {
            if (algorithm.coseId == coseId) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The algorithm with this lower-case name, such as {@code "es256"}; nothing for any other. */
    public static Optional<SignatureAlgorithm> of(String label) {
        for (SignatureAlgorithm algorithm : values()) {
            if (algorithm.label.equals(label)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The identifier in COSE headers. */
    public int coseId() {
        return coseId;
    }

    /** The lower-case name that C2PA tools use, such as {@code "es256"}. */
    public String label() {
        return label;
    }

    /** The hash inside the signature; for Ed25519 its internal one. */
    public HashAlgorithm hash() {
        return hash;
    }
}
