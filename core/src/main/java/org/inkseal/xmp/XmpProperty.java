package org.inkseal.xmp;

/**
 * A property of a picture, or a field of a structure.
 *
 * @param name its name
 * @param value its value
 */
public record XmpProperty(XmpName name, XmpValue value) {}
