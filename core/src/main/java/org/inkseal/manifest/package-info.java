/**
 * Manifest stores, manifests and claims: as they are received, which is a view of bytes that nobody changes, and as they
 * are drafted for signing. The two are different types, so that signed bytes are never written again.
 *
 * <p>Not exported: public for its sibling packages only.
 */
@NullMarked
package org.inkseal.manifest;

import org.jspecify.annotations.NullMarked;
