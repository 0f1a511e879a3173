package org.inkseal.asset;

/**
 * Where the store of an SVG document stands, and the markup around it. The forms differ, if only by a space, where a file
 * without its store would differ: so stripping gives back the original.
 */
enum SvgPlace {
    /** In a {@code metadata} element of its own. */
    OWN_METADATA("<metadata>", ">", "</metadata>"),
    /** In a {@code metadata} element that has other content. */
    SHARED_METADATA("", ">", ""),
    /** In a {@code metadata} element that had no content. */
    EMPTY_METADATA("", " >", ""),
    /** In a root element that had no content and no end tag. */
    CLOSED_ROOT("><metadata >", ">", "</metadata></svg>");

    /** The name of the element. */
    static final String MANIFEST = "c2pa:manifest";

    private final String before;
    private final String after;

    SvgPlace(String open, String tagEnd, String close) {
        this.before = open + "<" + MANIFEST + " xmlns:c2pa=\"http://c2pa.org/manifest\"" + tagEnd;
        this.after = "</" + MANIFEST + ">" + close;
    }

    /** The markup before the Base64. */
    String before() {
        return before;
    }

    /** The markup after it. */
    String after() {
        return after;
    }
}
