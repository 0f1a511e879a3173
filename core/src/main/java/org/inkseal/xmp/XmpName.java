package org.inkseal.xmp;

/**
 * The name of a property of XMP or of a field in one. Prefixes mean nothing: a packet may choose its own.
 *
 * @param namespace the URI of its namespace; empty for a name without one, such as the attributes of RSL
 * @param name its name there
 */
public record XmpName(String namespace, String name) {
    /** Where a manifest store is that is not in the file (C2PA 2.2 §11.4). */
    public static final XmpName PROVENANCE = XmpNamespace.DCTERMS.name("provenance");
}
