/** Signed provenance for pictures: read, verify and write C2PA Content Credentials. */
@NullMarked
package org.inkseal;

import org.jspecify.annotations.NullMarked;
