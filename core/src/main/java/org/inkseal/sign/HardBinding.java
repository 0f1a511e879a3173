package org.inkseal.sign;

/** How a manifest is bound to its picture (C2PA 2.4 §9.2). */
public enum HardBinding {
    /** One hash of the whole file, in the way of its format: a data hash, or for ISO base media files a BMFF hash. */
    USUAL,
    /** A general box hash, which names every box of the file: JPEG, PNG, WebP, GIF and JPEG XL (C2PA 2.4 §18.7). */
    BOXES
}
