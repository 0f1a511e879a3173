/**
 * XMP packets (ISO 16684-1): what one says of its picture, and the same packet with something else in it. Pure functions
 * over bytes; where a file keeps its packet is known to {@link org.inkseal.asset}.
 *
 * <p>A packet is an XML document that nobody has reason to trust. It is read in one pass in linear time; a document type is
 * refused, nothing is resolved or expanded, nothing recurs.
 */
@NullMarked
package org.inkseal.xmp;

import org.jspecify.annotations.NullMarked;
