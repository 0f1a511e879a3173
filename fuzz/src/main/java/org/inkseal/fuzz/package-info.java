/** Inputs that nobody wrote, and what must hold for each of them. Not part of what is shipped. */
@NullMarked
package org.inkseal.fuzz;

import org.jspecify.annotations.NullMarked;
