/**
 * The signature of a claim: COSE_Sign1 (RFC 9052 §4.2), with the headers that C2PA 2.2 §13.2 puts into it.
 *
 * <p>{@link org.inkseal.cose.CoseSign1} is one that was read; what it signs is built over its protected header exactly
 * as stored. {@link org.inkseal.cose.CoseDraft} becomes one that is written, of a length reserved beforehand. Neither
 * signs or verifies: that is the business of {@code crypto} and of whoever joins the two.
 */
@NullMarked
package org.inkseal.cose;

import org.jspecify.annotations.NullMarked;
