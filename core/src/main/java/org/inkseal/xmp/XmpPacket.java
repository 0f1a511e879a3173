package org.inkseal.xmp;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeMap;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * Sets a text property of an XMP packet (ISO 16684-1) and keeps every other byte of it, but for padding at its end. Pure
 * functions: a packet in, a packet out.
 */
public final class XmpPacket {
    private static final String RDF = XmpNamespace.RDF.uri();
    private static final String NOTE = XmpNamespace.NOTE.uri();

    private final String text;
    private final XmpName property;
    private final Deque<XmlTag> open = new ArrayDeque<>();
    /** What to cut out: where it starts, and where it ends. */
    private final TreeMap<Integer, Integer> cuts = new TreeMap<>();

    private Optional<XmlTag> graph = Optional.empty();
    private Optional<XmlTag> description = Optional.empty();
    private Optional<XmlTag> old = Optional.empty();
    private boolean prefixDeclared;

    private XmpPacket(String text, XmpName property) {
        this.text = text;
        this.property = property;
    }

    /** A packet with one property and nothing else. */
    public static Bytes of(XmpName property, String value) {
        return Bytes.utf8("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"" + RDF + "\">"
                + "<rdf:Description rdf:about=\"\"" + namespace(property) + attribute(property, value) + "/>"
                + "</rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>");
    }

    /**
     * A packet with another value of a property, whether it had one or none.
     *
     * @throws MalformedException if it is not UTF-8, not well-formed, has a document type, no RDF, or goes on in another
     *     packet; the offset counts characters
     */
    public static Bytes with(Bytes packet, XmpName property, String value) throws MalformedException {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(packet.buffer()).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException(0, "text that is not UTF-8");
        }
        XmpPacket edit = new XmpPacket(text, property);
        XmlTags.walk(text, edit::visit);
        return edit.result(packet.length(), value);
    }

    private void visit(XmlTag tag) throws MalformedException {
        if (tag.kind() == XmlTag.Kind.CLOSE) {
            XmlTag opened = open.pop();
            if (old.equals(Optional.of(opened))) {
                cuts.put(opened.start(), tag.end());
            }
            return;
        }
        Optional<XmlTag> parent = Optional.ofNullable(open.peek());
        open.push(tag);
        if (is(tag.name(), NOTE, "HasExtendedXMP")) {
            throw extended(tag);
        }
        for (XmlTag.Attribute attribute : tag.attributes()) {
            if (is(attribute.name(), NOTE, "HasExtendedXMP")) {
                throw extended(tag);
            }
        }
        if (graph.isEmpty() && is(tag.name(), RDF, "RDF")) {
            graph = Optional.of(tag);
        } else if (graph.isPresent() && parent.equals(graph) && is(tag.name(), RDF, "Description")) {
            describe(tag);
        } else if (isOld(tag)) {
            old = Optional.of(tag);
            if (tag.kind() == XmlTag.Kind.EMPTY) {
                cuts.put(tag.start(), tag.end());
            }
        }
        if (tag.kind() == XmlTag.Kind.EMPTY) {
            open.pop();
        }
    }

    private static MalformedException extended(XmlTag tag) {
        return new MalformedException(tag.start(), "a packet that goes on in another one, which cannot be changed");
    }

    /** Notes a node of the picture itself; the first one takes the property. */
    private void describe(XmlTag tag) throws MalformedException {
        if (description.isEmpty()) {
            description = Optional.of(tag);
            declare(tag);
        }
        for (XmlTag.Attribute attribute : tag.attributes()) {
            if (is(attribute.name(), property.namespace(), property.name())) {
                cuts.put(attribute.start(), attribute.end());
            }
        }
    }

    private void declare(XmlTag tag) throws MalformedException {
        Optional<String> meaning = namespaceOf(prefix(property));
        if (meaning.isPresent() && !meaning.get().equals(property.namespace())) {
            throw new MalformedException(
                    tag.start(), "the prefix " + prefix(property) + " stands for another namespace than usual");
        }
        prefixDeclared = meaning.isPresent();
    }

    /** Whether the element that was just pushed is the property of a node of the picture itself. */
    private boolean isOld(XmlTag tag) {
        if (graph.isEmpty() || !is(tag.name(), property.namespace(), property.name())) {
            return false;
        }
        var ancestors = open.iterator();
        ancestors.next();
        boolean described = ancestors.hasNext() && is(ancestors.next().name(), RDF, "Description");
        return described && ancestors.hasNext() && ancestors.next() == graph.get();
    }

    private boolean is(String qualified, String namespace, String name) {
        int colon = qualified.indexOf(':');
        return qualified.substring(colon + 1).equals(name)
                && colon > 0
                && namespaceOf(qualified.substring(0, colon)).equals(Optional.of(namespace));
    }

    /** What a prefix stands for where the walk is. */
    private Optional<String> namespaceOf(String prefix) {
        for (XmlTag tag : open) {
            Optional<String> meaning = tag.attribute("xmlns:" + prefix)
                    .map(XmlTag.Attribute::value)
                    .flatMap(XmlText::decode);
            if (meaning.isPresent()) {
                return meaning;
            }
        }
        return Optional.empty();
    }

    private Bytes result(int length, String value) throws MalformedException {
        if (graph.isEmpty() || graph.get().kind() == XmlTag.Kind.EMPTY) {
            throw new MalformedException(0, "no rdf:RDF element that could hold a property");
        }
        int place =
                description.map(XmlTag::afterName).orElseGet(() -> graph.get().end());
        String put = (prefixDeclared ? "" : namespace(property)) + attribute(property, value);
        if (description.isEmpty()) {
            String rdf = graph.get().name().substring(0, graph.get().name().indexOf(':'));
            put = "<" + rdf + ":Description " + rdf + ":about=\"\"" + namespace(property) + attribute(property, value)
                    + "/>";
        }
        StringBuilder out = new StringBuilder(text.length() + put.length());
        out.append(text, 0, place).append(put);
        int at = place;
        for (var cut : cuts.entrySet()) {
            out.append(text, at, cut.getKey());
            at = cut.getValue();
        }
        out.append(text, at, text.length());
        return Bytes.utf8(XmpPadding.trimmed(out, length));
    }

    private static String prefix(XmpName property) {
        return XmpNamespace.prefix(property.namespace()).orElse("ns");
    }

    private static String namespace(XmpName property) {
        return " xmlns:" + prefix(property) + "=\"" + XmlText.encode(property.namespace()) + "\"";
    }

    private static String attribute(XmpName property, String value) {
        return " " + prefix(property) + ":" + property.name() + "=\"" + XmlText.encode(value) + "\"";
    }
}
