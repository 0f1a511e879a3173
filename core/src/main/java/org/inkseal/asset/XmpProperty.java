package org.inkseal.asset;

/**
 * The name of a property of XMP whose value is a text.
 *
 * @param namespace the URI of its namespace
 * @param prefix the prefix that is usual for that namespace, under which it is written
 * @param name its name there
 */
public record XmpProperty(String namespace, String prefix, String name) {
    /** Where a manifest store is that is not in the file (C2PA 2.2 §11.4). */
    public static final XmpProperty PROVENANCE = new XmpProperty("http://purl.org/dc/terms/", "dcterms", "provenance");

    /** The name with its prefix. */
    String qualified() {
        return prefix + ":" + name;
    }
}
