package org.inkseal.asset;

import org.inkseal.io.Range;

/**
 * A box of a container as a general box hash counts it (C2PA 2.4 §18.7).
 *
 * @param name the name that the standard gives it, such as {@code "APP1"}; {@link #STORE} for the carrier of the manifest
 *     store alone
 * @param range where it is, with its header
 * @param payload what may be left out of a hash if the box holds metadata: all but its name and its length
 * @param kind what it holds
 */
public record NamedBox(String name, Range range, Range payload, Region.Kind kind) {
    /** The name of the box that carries the manifest store. */
    public static final String STORE = "C2PA";

    /** The name of the bytes after the last box, up to the end of the file. */
    public static final String AFTER = "c2pa.after";

    static NamedBox after(long start, long end) {
        Range range = Range.between(start, end);
        return new NamedBox(AFTER, range, range, Region.Kind.TRAILER);
    }
}
