package org.inkseal.xmp;

import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;

/**
 * What an XMP packet says of its picture. What it says of others, such as the pictures that went into it, is left out at the
 * top level; in structures it stands where it was.
 *
 * @param properties the properties of the picture in the order of the packet; one that is written twice is there twice
 * @param trouble why this may not be all: the packet is broken, has a document type, is too large, or goes on elsewhere;
 *     {@code properties} has what was read until then
 */
public record Xmp(List<XmpProperty> properties, Optional<String> trouble) {
    /** No packet. */
    public static final Xmp NONE = new Xmp(List.of(), Optional.empty());

    /** Copies the list. */
    public Xmp {
        properties = List.copyOf(properties);
    }

    /** Reads a packet. Whatever is in it, this gives an answer. */
    public static Xmp read(Bytes packet, Budget budget) {
        return new XmpReader(budget).read(packet);
    }

    /** No properties, for a reason. */
    public static Xmp unread(String trouble) {
        return new Xmp(List.of(), Optional.of(trouble));
    }

    /** Every value of a property. */
    public List<XmpValue> values(XmpName name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .map(XmpProperty::value)
                .toList();
    }

    /** Every text of a property: of simple values and of the items of arrays, without white space around it. */
    public List<String> texts(XmpName name) {
        return values(name).stream()
                .flatMap(value -> value.texts().stream())
                .map(String::strip)
                .toList();
    }

    /** The first text of a property that is not empty. */
    public Optional<String> text(XmpName name) {
        return texts(name).stream().filter(text -> !text.isEmpty()).findFirst();
    }
}
