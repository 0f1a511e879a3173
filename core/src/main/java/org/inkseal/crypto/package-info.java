/**
 * The cryptography that C2PA allows, and no other: three hash algorithms and seven signature algorithms, each with an
 * explicitly chosen implementation.
 *
 * <p>SHA-2 and RSA come from the JDK; ECDSA and Ed25519 are verified by Bouncy Castle's low-level classes, which agree
 * with every Wycheproof vector. No provider is registered.
 */
@NullMarked
package org.inkseal.crypto;

import org.jspecify.annotations.NullMarked;
