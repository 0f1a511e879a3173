/**
 * What a picture file says beside its credential: its size, its camera, marks that nobody signed; and small pictures and a
 * code of it.
 * All of it is for show and never on the way to a verdict. The only package that knows Commons Imaging and the decoders of
 * the Java runtime, which are made for files that can be trusted: they run on a worker that can be given up, and see no more
 * bytes than are needed.
 */
@NullMarked
package org.inkseal.facts;

import org.jspecify.annotations.NullMarked;
