package org.inkseal.xmp;

import java.util.List;
import java.util.TreeMap;

/** Writes properties as a node of RDF (ISO 16684-1 §7). */
final class XmpWriter {
    private static final String ITEM = "rdf:li";
    private static final String STRUCTURE = " rdf:parseType=\"Resource\"";

    private final TreeMap<String, String> namespaces = new TreeMap<>();

    private XmpWriter() {}

    /**
     * A node with properties: texts as attributes, everything else as elements.
     *
     * @param about the URI of the picture, usually empty
     * @param declareRdf whether the prefix {@code rdf} stands for something else where the node goes
     * @throws IllegalArgumentException if a name is in a namespace that has no usual prefix
     */
    static String node(List<XmpProperty> properties, String about, boolean declareRdf) {
        XmpWriter writer = new XmpWriter();
        StringBuilder attributes = new StringBuilder();
        StringBuilder elements = new StringBuilder();
        for (XmpProperty property : properties) {
            if (property.value() instanceof XmpValue.Text text && isShort(text)) {
                attributes.append(writer.attribute(property.name(), text.text()));
            } else {
                elements.append(writer.property(property));
            }
        }
        StringBuilder node = new StringBuilder("<rdf:Description");
        if (declareRdf) {
            writer.namespaces.put("rdf", XmpNamespace.RDF.uri());
        }
        node.append(" rdf:about=\"").append(XmlText.encode(about)).append('"');
        writer.namespaces.forEach(
                (prefix, uri) -> node.append(" xmlns:" + prefix + "=\"" + XmlText.encode(uri) + "\""));
        node.append(attributes);
        return elements.isEmpty()
                ? node.append("/>").toString()
                : node.append('>').append(elements).append("</rdf:Description>").toString();
    }

    /** Whether a text reads well as an attribute; one with quotation marks, such as JSON, does not. */
    private static boolean isShort(XmpValue.Text text) {
        return text.language().isEmpty() && text.text().indexOf('"') < 0;
    }

    private String attribute(XmpName name, String value) {
        return " " + qualified(name) + "=\"" + XmlText.encode(value) + "\"";
    }

    private String property(XmpProperty property) {
        String name = qualified(property.name());
        XmpValue value = property.value();
        if (value instanceof XmpValue.Items items) {
            String array = "rdf:" + items.order().element;
            StringBuilder out = new StringBuilder("<" + name + "><" + array + ">");
            items.values().forEach(item -> out.append(element(ITEM, item, STRUCTURE)));
            return out.append("</" + array + "></" + name + ">").toString();
        }
        // RSL stands in XMP as it does elsewhere, not in the form of RDF.
        boolean markup = property.name().namespace().equals(XmpNamespace.RSL.uri());
        return element(name, value, markup ? "" : STRUCTURE);
    }

    private String element(String name, XmpValue value, String structure) {
        if (value instanceof XmpValue.Text text) {
            String language = text.language().isEmpty() ? "" : " xml:lang=\"" + XmlText.encode(text.language()) + "\"";
            return "<" + name + language + ">" + XmlText.encode(text.text()) + "</" + name + ">";
        }
        StringBuilder attributes = new StringBuilder(structure);
        StringBuilder content = new StringBuilder();
        if (value instanceof XmpValue.Fields fields) {
            for (XmpProperty field : fields.fields()) {
                if (field.name().namespace().isEmpty() && field.value() instanceof XmpValue.Text text) {
                    attributes.append(attribute(field.name(), text.text()));
                } else {
                    content.append(property(field));
                }
            }
            content.append(XmlText.encode(fields.text()));
        }
        return "<" + name + attributes + ">" + content + "</" + name + ">";
    }

    private String qualified(XmpName name) {
        if (name.namespace().isEmpty()) {
            return name.name();
        }
        String prefix = XmpNamespace.prefix(name.namespace())
                .orElseThrow(() -> new IllegalArgumentException("no usual prefix for " + name.namespace()));
        if (!prefix.equals(XmpNamespace.RDF.prefix()) && !prefix.equals(XmpNamespace.XML.prefix())) {
            namespaces.put(prefix, name.namespace());
        }
        return prefix + ":" + name.name();
    }
}
