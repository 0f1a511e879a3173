/** The command line: parses arguments, calls the library, prints what it found. */
@NullMarked
package org.inkseal.cli;

import org.jspecify.annotations.NullMarked;
