/** Files with known verdicts, and the generator that makes them again byte for byte. */
@NullMarked
package org.inkseal.vectors;

import org.jspecify.annotations.NullMarked;
