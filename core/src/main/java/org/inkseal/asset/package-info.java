/**
 * Picture containers: where a format keeps its manifest store, and what a file with another store would look like.
 *
 * <p>A format knows bytes and no manifests; the store is opaque here. It reads a file into an immutable
 * {@link org.inkseal.asset.AssetMap}, and answers with a {@link org.inkseal.asset.Layout}, a list of pieces, what the
 * file with a store, or without one, consists of. Copying and hashing are written once, over layouts.
 */
@NullMarked
package org.inkseal.asset;

import org.jspecify.annotations.NullMarked;
