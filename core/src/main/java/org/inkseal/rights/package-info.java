/**
 * What the metadata of a file says about the use of a picture. Nobody signs for it, so it can refuse and not
 * allow. One class for each vocabulary; each gives statements of the same kind, and none knows of the others.
 */
@NullMarked
package org.inkseal.rights;

import org.jspecify.annotations.NullMarked;
