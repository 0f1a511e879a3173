package org.inkseal.asset;

import org.inkseal.io.Range;

/**
 * A named part of a file: a box of the container, or several boxes of one name that follow each other.
 *
 * @param name what the box is called, where there is one the name that C2PA gives it in a general box hash, such as {@code "APP1"} or {@code "IDAT"}
 *     (C2PA 2.2 §18.7); {@code "C2PA"} for the carrier
 * @param range where it is, with its header
 * @param kind what it holds
 */
public record Region(String name, Range range, Kind kind) {
    /** What a region holds. */
    public enum Kind {
        /** Pixels, and everything that changes how they look. */
        CONTENT,
        /** Data about the picture that no decoder needs: EXIF, XMP, comments, times. */
        METADATA,
        /** A number of the container that says how long the store or the file is, and so changes with the store. */
        SIZE,
        /** A manifest store with its frame, or what is left of one that is damaged. */
        CARRIER,
        /** Bytes after the end of the picture. */
        TRAILER
    }
}
