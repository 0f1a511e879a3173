package org.inkseal.manifest;

/** How a manifest holds on to the bytes of its picture. */
public enum Binding {
    /** The store stands in the file, and a data hash leaves out where it stands (C2PA 2.2 §18.5). */
    EMBEDDED,
    /** The store stands beside the file, and a data hash covers the whole file (C2PA 2.2 §11.4). */
    APART,
    /** An update manifest: the binding of the manifest that it updates goes on to hold (C2PA 2.2 §11.2.3). */
    INHERITED
}
