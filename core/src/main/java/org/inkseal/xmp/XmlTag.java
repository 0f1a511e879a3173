package org.inkseal.xmp;

import java.util.List;
import java.util.Optional;

/**
 * A tag of an XML document.
 *
 * @param start where its {@code <} stands
 * @param end where the character after its {@code >} stands
 * @param kind whether it opens an element, closes one, or is one
 * @param name the name of the element with its prefix
 * @param attributes its attributes in their order
 */
record XmlTag(int start, int end, Kind kind, String name, List<Attribute> attributes) {
    /** What a tag does. */
    enum Kind {
        OPEN,
        CLOSE,
        EMPTY
    }

    /**
     * An attribute.
     *
     * @param start where the white space before it starts
     * @param end where the character after its closing quotation mark stands
     * @param name its name with its prefix
     * @param value the text between the quotation marks as it stands there
     */
    record Attribute(int start, int end, String name, String value) {}

    /** The attribute with a name. */
    Optional<Attribute> attribute(String wanted) {
        return attributes.stream().filter(one -> one.name().equals(wanted)).findFirst();
    }

    /** Where an attribute can be put in. */
    int afterName() {
        return start + 1 + name.length();
    }
}
