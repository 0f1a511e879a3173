/**
 * Signing: where keys come from ({@link org.inkseal.sign.Signer} and one class for each source), and
 * {@link org.inkseal.sign.Seal}, which lays out the new file, hashes it while it is written, and puts the signed store
 * into its slot.
 */
@NullMarked
package org.inkseal.sign;

import org.jspecify.annotations.NullMarked;
