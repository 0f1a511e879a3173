package org.inkseal.vectors;

/** Where the vectors lie on the class path. */
public final class Vectors {
    /** The folder of all vectors, an absolute resource name ending in a slash. */
    public static final String ROOT = "/vectors/";

    private Vectors() {}
}
