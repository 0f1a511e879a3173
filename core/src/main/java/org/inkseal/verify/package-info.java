/**
 * The verdict. {@link org.inkseal.verify.Verifier} follows C2PA 2.4 §15 in its order; each check is a class of its own
 * that adds findings, and {@link org.inkseal.verify.StateRule} derives the state from findings and nothing else.
 *
 * <p>Nothing here reads the clock, the locale or the network, and no content of a file causes an exception.
 */
@NullMarked
package org.inkseal.verify;

import org.jspecify.annotations.NullMarked;
