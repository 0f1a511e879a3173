package org.inkseal.xmp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.inkseal.io.MalformedException;
import org.jspecify.annotations.Nullable;

/**
 * Takes properties out of the nodes of a packet that are about the picture itself, and puts others into a new node after
 * them. A node that has nothing else goes too.
 */
final class XmpEdit {
    private static final XmpName GRAPH = XmpNamespace.RDF.name("RDF");
    private static final XmpName EXTENDED = XmpNamespace.NOTE.name("HasExtendedXMP");

    private final String text;
    private final List<XmpProperty> properties;
    private final Set<XmpName> replaced;
    private final XmlScope scope = new XmlScope();
    private final Deque<XmlTag> open = new ArrayDeque<>();
    /** What to cut out: where it starts, and where it ends. */
    private final TreeMap<Integer, Integer> cuts = new TreeMap<>();

    private @Nullable XmlTag graph;
    private int graphDepth;
    private int graphEnd;
    private boolean declareRdf;
    private @Nullable Node node;
    private Optional<String> about = Optional.empty();

    /** A node that is being walked. */
    private static final class Node {
        private final boolean ofThePicture;
        private final TreeMap<Integer, Integer> cuts = new TreeMap<>();
        private boolean hasOther;

        Node(boolean ofThePicture) {
            this.ofThePicture = ofThePicture;
        }
    }

    XmpEdit(String text, List<XmpProperty> properties, Set<XmpName> gone) {
        this.text = text;
        this.properties = properties;
        this.replaced = new HashSet<>(gone);
        properties.forEach(property -> replaced.add(property.name()));
    }

    StringBuilder result() throws MalformedException {
        XmlTags.walk(text, this::visit);
        XmlTag around = graph;
        if (around == null) {
            throw new MalformedException(0, "no rdf:RDF element that could hold a property");
        }
        StringBuilder out = new StringBuilder(text.length() + 1024);
        int at = 0;
        for (Map.Entry<Integer, Integer> cut : cuts.entrySet()) {
            out.append(text, at, cut.getKey());
            at = cut.getValue();
        }
        boolean closed = around.kind() == XmlTag.Kind.EMPTY;
        out.append(text, at, closed ? graphEnd - "/>".length() : graphEnd).append(closed ? ">" : "");
        if (!properties.isEmpty()) {
            out.append(XmpWriter.node(properties, about.orElse(""), declareRdf));
        }
        return out.append(closed ? "</" + around.name() + ">" : "").append(text, graphEnd, text.length());
    }

    private void visit(XmlTag tag) throws MalformedException {
        if (tag.kind() == XmlTag.Kind.CLOSE) {
            close(open.pop(), tag);
            return;
        }
        scope.open(tag);
        refuseExtended(tag);
        open.push(tag);
        open(tag);
        if (tag.kind() == XmlTag.Kind.EMPTY) {
            close(open.pop(), tag);
        }
    }

    private void open(XmlTag tag) throws MalformedException {
        XmpName name = scope.element(tag.name());
        if (graphDepth == 0 && name.equals(GRAPH)) {
            if (graph != null) {
                throw new MalformedException(tag.start(), "a second rdf:RDF element");
            }
            graph = tag;
            graphDepth = open.size();
            declareRdf = !scope.attribute("rdf:about").equals(XmpNamespace.RDF.name("about"));
        } else if (graphDepth > 0 && open.size() == graphDepth + 1) {
            node = node(tag);
        } else if (graphDepth > 0 && open.size() == graphDepth + 2 && node != null) {
            node.hasOther |= !isReplaced(name, node);
        }
    }

    private Node node(XmlTag tag) throws MalformedException {
        String subject = "";
        for (XmlTag.Attribute attribute : tag.attributes()) {
            if (isAbout(attribute)) {
                subject = XmlText.lenient(attribute.value());
                requireWritable(subject, attribute);
            }
        }
        if (about.isEmpty() && !subject.isEmpty()) {
            about = Optional.of(subject);
        }
        Node made = new Node(subject.isEmpty() || about.equals(Optional.of(subject)));
        for (XmlTag.Attribute attribute : tag.attributes()) {
            if (isReplaced(scope.attribute(attribute.name()), made)) {
                made.cuts.put(attribute.start(), attribute.end());
            } else {
                made.hasOther |= !XmlScope.isDeclaration(attribute.name()) && !isAbout(attribute);
            }
        }
        return made;
    }

    /** The new node is about the same, so that must be something that can be written. */
    private static void requireWritable(String subject, XmlTag.Attribute about) throws MalformedException {
        if (!XmlText.isText(subject)) {
            throw new MalformedException(about.start(), "a subject with characters that XML does not have");
        }
    }

    private boolean isReplaced(XmpName name, Node in) {
        return in.ofThePicture && replaced.contains(name);
    }

    private boolean isAbout(XmlTag.Attribute attribute) {
        return attribute.name().equals("about")
                || scope.attribute(attribute.name()).equals(XmpNamespace.RDF.name("about"));
    }

    private void close(XmlTag opened, XmlTag closing) {
        int depth = open.size() + 1;
        if (graphDepth > 0 && depth == graphDepth + 2 && node != null) {
            if (isReplaced(scope.element(opened.name()), node)) {
                node.cuts.put(opened.start(), closing.end());
            }
        } else if (graphDepth > 0 && depth == graphDepth + 1 && node != null) {
            cut(node, opened, closing);
            node = null;
        } else if (depth == graphDepth) {
            graphEnd = opened == closing ? closing.end() : closing.start();
            graphDepth = 0;
        }
        scope.close();
    }

    private void cut(Node done, XmlTag opened, XmlTag closing) {
        boolean emptied = !done.cuts.isEmpty() && !done.hasOther;
        if (emptied && opened != closing) {
            StringBuilder left = new StringBuilder();
            int at = opened.end();
            for (Map.Entry<Integer, Integer> cut :
                    done.cuts.tailMap(opened.end()).entrySet()) {
                left.append(text, at, cut.getKey());
                at = cut.getValue();
            }
            emptied = left.append(text, at, closing.start()).toString().isBlank();
        }
        if (emptied) {
            cuts.put(opened.start(), closing.end());
        } else {
            cuts.putAll(done.cuts);
        }
    }

    /** What is said elsewhere cannot be replaced here. */
    private void refuseExtended(XmlTag tag) throws MalformedException {
        boolean extended = scope.element(tag.name()).equals(EXTENDED);
        for (XmlTag.Attribute attribute : tag.attributes()) {
            extended |= scope.attribute(attribute.name()).equals(EXTENDED);
        }
        if (extended) {
            throw new MalformedException(tag.start(), "a packet that goes on in another one, which cannot be changed");
        }
    }
}
