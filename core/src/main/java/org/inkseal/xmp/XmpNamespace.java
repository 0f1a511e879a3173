package org.inkseal.xmp;

import java.util.Optional;

/**
 * The namespaces that are read or written here, each with the prefix that is usual for it. A prefix that a packet does not
 * declare stands for what it usually does: an SVG document may declare it outside of the packet.
 */
public enum XmpNamespace {
    /** RDF, of which XMP is a part. */
    RDF("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    /** XML itself. */
    XML("xml", "http://www.w3.org/XML/1998/namespace"),
    /** Dublin Core elements. */
    DC("dc", "http://purl.org/dc/elements/1.1/"),
    /** Dublin Core terms. */
    DCTERMS("dcterms", "http://purl.org/dc/terms/"),
    /** XMP basic. */
    XMP("xmp", "http://ns.adobe.com/xap/1.0/"),
    /** XMP rights management. */
    RIGHTS("xmpRights", "http://ns.adobe.com/xap/1.0/rights/"),
    /** What says that a packet goes on elsewhere (XMP Part 3 §1.1.3.1). */
    NOTE("xmpNote", "http://ns.adobe.com/xmp/note/"),
    /** Photoshop. */
    PHOTOSHOP("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
    /** IPTC photo metadata, core. */
    IPTC_CORE("Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"),
    /** IPTC photo metadata, extension. */
    IPTC("Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"),
    /** PLUS licence data format. */
    PLUS("plus", "http://ns.useplus.org/ldf/xmp/1.0/"),
    /** Reservations of text and data mining (W3C TDMRep). */
    TDM("tdm", "http://www.w3.org/ns/tdmrep/"),
    /** Really Simple Licensing 1.0. */
    RSL("rsl", "https://rslstandard.org/rsl"),
    /** China's mark of generated content (GB 45438-2025). */
    TC260("TC260", "http://www.tc260.org.cn/ns/AIGC/1.0/");

    private final String prefix;
    private final String uri;

    XmpNamespace(String prefix, String uri) {
        this.prefix = prefix;
        this.uri = uri;
    }

    /** The prefix that is usual for it. */
    public String prefix() {
        return prefix;
    }

    /** Its URI. */
    public String uri() {
        return uri;
    }

    /** A name in it. */
    public XmpName name(String name) {
        return new XmpName(uri, name);
    }

    /** What a prefix usually stands for. */
    static Optional<String> usual(String prefix) {
        for (XmpNamespace namespace : values()) {
            if (namespace.prefix.equals(prefix)) {
                return Optional.of(namespace.uri);
            }
        }
        return Optional.empty();
    }

    /** The usual prefix of a namespace that is one of these. */
    static Optional<String> prefix(String uri) {
        for (XmpNamespace namespace : values()) {
            if (namespace.uri.equals(uri)) {
                return Optional.of(namespace.prefix);
            }
        }
        return Optional.empty();
    }
}
