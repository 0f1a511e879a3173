/** The only way to other machines, and the rules for it. */
@NullMarked
package org.inkseal.net;

import org.jspecify.annotations.NullMarked;
