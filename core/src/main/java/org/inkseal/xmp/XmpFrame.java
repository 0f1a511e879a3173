package org.inkseal.xmp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An element that is being read, with what has been read of it. */
final class XmpFrame {
    private static final String RDF = XmpNamespace.RDF.uri();
    private static final XmpName VALUE = XmpNamespace.RDF.name("value");
    private static final XmpName ITEM = XmpNamespace.RDF.name("li");
    private static final XmpName DESCRIPTION = XmpNamespace.RDF.name("Description");

    private final XmpName name;
    private final List<XmpProperty> fields = new ArrayList<>();
    private final List<XmpValue> items = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String language;
    private String about = "";
    private String resource = "";
    private Optional<XmpValue.Order> array = Optional.empty();
    private int textStart;

    /** An element in another one, whose language it has until it says otherwise. */
    XmpFrame(XmpName name, @Nullable XmpFrame parent) {
        this.name = name;
        this.language = parent == null ? "" : parent.language;
    }

    void rdf(String attribute, String value) {
        if (attribute.equals("about")) {
            about = value;
        } else if (attribute.equals("resource")) {
            resource = value;
        }
    }

    void xml(String attribute, String value) {
        if (attribute.equals("lang")) {
            language = value;
        }
    }

    void add(XmpProperty field) {
        fields.add(field);
    }

    void textFrom(int start) {
        textStart = start;
    }

    void textUpTo(int end, String document) {
        text.append(XmlText.content(document.substring(textStart, end)));
    }

    List<XmpProperty> fields() {
        return fields;
    }

    String about() {
        return about;
    }

    /** Takes an element in it that has been read. */
    void take(XmpFrame child) {
        if (child.order().isPresent()) {
            array = child.order();
            items.addAll(child.items);
        } else if (child.name.equals(ITEM)) {
            items.add(child.value());
        } else if (child.name.equals(DESCRIPTION)) {
            fields.addAll(child.fields);
        } else {
            fields.add(new XmpProperty(child.name, child.value()));
        }
    }

    /** What the order of the items in it means, if it is an element for items. */
    private Optional<XmpValue.Order> order() {
        return Arrays.stream(XmpValue.Order.values())
                .filter(order -> name.equals(new XmpName(RDF, order.element)))
                .findFirst();
    }

    private XmpValue value() {
        if (array.isPresent()) {
            return new XmpValue.Items(array.get(), items);
        }
        for (XmpProperty field : fields) {
            if (field.name().equals(VALUE)) {
                // The other fields are qualifiers (ISO 16684-1 §7.8).
                return field.value();
            }
        }
        if (!fields.isEmpty()) {
            return new XmpValue.Fields(fields, text.toString().strip());
        }
        return new XmpValue.Text(resource.isEmpty() ? text.toString() : resource, language);
    }
}
