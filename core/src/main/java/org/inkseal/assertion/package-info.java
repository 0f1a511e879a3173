/**
 * The statements of a manifest: one record for each assertion that inkseal understands, and
 * {@link org.inkseal.assertion.Unknown} for the rest, which is kept and shown.
 *
 * <p>An assertion is read from the {@link org.inkseal.assertion.Content} of its box and written to it. It knows no
 * manifest, no file and no verdict. To add one, write a record and list it in
 * {@link org.inkseal.assertion.AssertionTypes}.
 */
@NullMarked
package org.inkseal.assertion;

import org.jspecify.annotations.NullMarked;
