package org.inkseal.report;

import java.util.Optional;

/**
 * What the metadata of a file claim about how the picture was made. That is not what a signer states: anybody can write it,
 * and take it out again.
 *
 * @param source where it stands
 * @param claim words of ours that could follow "The metadata claim that the picture was"
 * @param detail what the file says besides, such as the name of a model; not safe to print as it is
 * @param maker who made the picture, if the claim is true
 */
public record Mark(Source source, String claim, Optional<String> detail, DigitalSourceType.Maker maker) {
    /** Where a mark can stand. */
    public enum Source {
        /** IPTC photo metadata in XMP. */
        IPTC("IPTC"),
        /** Other properties of XMP. */
        XMP("XMP"),
        /** China's mark of generated content (GB 45438-2025), wherever it stands. */
        TC260("TC260"),
        /** EXIF. */
        EXIF("EXIF"),
        /** Texts of a PNG file. */
        PNG_TEXT("PNG text"),
        /** The older form of IPTC metadata, in Photoshop resources. */
        IIM("IPTC-IIM");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        /** The word for a person. */
        public String word() {
            return word;
        }
    }
}
