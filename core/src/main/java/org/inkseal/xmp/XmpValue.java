package org.inkseal.xmp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The value of a property (ISO 16684-1 §6.3). Attributes and elements that mean the same are the same here.
 */
public sealed interface XmpValue {
    /**
     * A simple value.
     *
     * @param text the text, or the URI of {@code rdf:resource}, as it stands there
     * @param language its {@code xml:lang}; empty if it has none
     */
    record Text(String text, String language) implements XmpValue {}

    /** What the order of an array means. */
    enum Order {
        /** Nothing. */
        BAG("Bag"),
        /** It is the order of the values. */
        SEQUENCE("Seq"),
        /** The first is what is taken if nobody chooses; texts in several languages are such an array. */
        ALTERNATIVES("Alt");

        /** The name of its element in RDF. */
        final String element;

        Order(String element) {
            this.element = element;
        }
    }

    /**
     * An array.
     *
     * @param order what the order means
     * @param values its items in their order
     */
    record Items(Order order, List<XmpValue> values) implements XmpValue {
        /** Copies the list. */
        public Items {
            values = List.copyOf(values);
        }
    }

    /**
     * A structure, or an element of another vocabulary such as RSL with the attributes and the elements in it.
     *
     * @param fields its fields in their order
     * @param text the text that stands beside them without white space around it, which XMP itself does not have
     */
    record Fields(List<XmpProperty> fields, String text) implements XmpValue {
        /** Copies the list. */
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** The texts in it that belong to no field: the text itself, or those of all items. */
    default List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (XmpValue value : each()) {
            if (value instanceof Text text) {
                texts.add(text.text());
            } else if (value instanceof Fields fields && !fields.text().isEmpty()) {
                texts.add(fields.text());
            }
        }
        return texts;
    }

    /** The values of a field: of this structure, or of all structures in this array, in their order. */
    default List<XmpValue> field(XmpName name) {
        return each().stream()
                .flatMap(value -> value instanceof Fields fields ? fields.fields().stream() : Stream.of())
                .filter(field -> field.name().equals(name))
                .map(XmpProperty::value)
                .toList();
    }

    /** The items of an array; this value itself if it is none. */
    default List<XmpValue> each() {
        return this instanceof Items items ? items.values() : List.of(this);
    }
}
