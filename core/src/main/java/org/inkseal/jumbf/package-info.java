/**
 * The boxes of a manifest store (JUMBF, ISO 19566-5, as C2PA 2.2 §11.1 uses it), and the URIs that point into it.
 *
 * <p>{@link org.inkseal.jumbf.JumbfReader} is strict: every length must add up, what it does not know it keeps. Boxes
 * are windows onto the bytes that were read, so what was hashed is never written anew; {@link
 * org.inkseal.jumbf.JumbfWriter} builds new ones. Labels in this package are JUMBF labels, not file names: they are not
 * signed by themselves.
 */
@NullMarked
package org.inkseal.jumbf;

import org.jspecify.annotations.NullMarked;
