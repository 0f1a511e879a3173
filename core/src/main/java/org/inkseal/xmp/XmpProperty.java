package org.inkseal.xmp;

/**
 * A property of a picture, or a field of a structure.
 *
 * @param name its name
 * @param value its value
 */
public record XmpProperty(XmpName name, XmpValue value) {
    /** A property whose value is a text. */
    public static XmpProperty text(XmpName name, String text) {
        return new XmpProperty(name, new XmpValue.Text(text, ""));
    }
}
