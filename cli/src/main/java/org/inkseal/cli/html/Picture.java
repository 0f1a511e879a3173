package org.inkseal.cli.html;

import org.inkseal.io.Bytes;

/**
 * A small picture for a page.
 *
 * @param kind what it is, by its content
 * @param width pixels of a row
 * @param height rows
 * @param bytes the file
 */
public record Picture(Kind kind, int width, int height, Bytes bytes) {
    /** The kinds that every browser shows without running anything. */
    public enum Kind {
        /** JPEG. */
        JPEG("image/jpeg"),
        /** PNG. */
        PNG("image/png");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }
}
