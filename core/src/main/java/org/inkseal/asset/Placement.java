package org.inkseal.asset;

/**
 * How a store gets into one file and out of it again, for formats whose regions alone do not tell because the container
 * points at its parts. Immutable.
 */
public interface Placement {
    /**
     * The file with one store of a given size in place of any that it has.
     *
     * @throws IllegalArgumentException if the file cannot carry that many bytes
     */
    Layout with(long storeLength);

    /**
     * The file with one store of a given size exactly where its only one begins.
     *
     * @throws IllegalArgumentException if the file cannot carry that many bytes there
     */
    Layout inPlace(long storeLength);

    /** The file without any store. */
    Layout without();
}
