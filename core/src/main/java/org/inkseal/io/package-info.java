/**
 * Bytes and their limits: random access to a source of any size in constant memory, immutable slices, budgets that stop
 * hostile input early, and output that never damages a file.
 *
 * <p>This package imports nothing else of inkseal. Parsers elsewhere take a {@link org.inkseal.io.Bytes} or a
 * {@link org.inkseal.io.ByteSource} and a {@link org.inkseal.io.Budget}, and stop with a
 * {@link org.inkseal.io.MalformedException}; they know no status codes.
 */
@NullMarked
package org.inkseal.io;

import org.jspecify.annotations.NullMarked;
