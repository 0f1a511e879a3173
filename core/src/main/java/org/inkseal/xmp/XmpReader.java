package org.inkseal.xmp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;

/**
 * Reads a packet in one pass, with the open elements as its only memory beside what it has read. What RDF can write in many
 * ways becomes one form (ISO 16684-1 §7): attributes are properties, descriptions inside of properties are structures.
 */
final class XmpReader {
    private static final String RDF = XmpNamespace.RDF.uri();
    private static final XmpName VALUE = XmpNamespace.RDF.name("value");
    private static final XmpName EXTENDED = XmpNamespace.NOTE.name("HasExtendedXMP");

    private final Budget budget;
    private final XmlScope scope = new XmlScope();
    private final Deque<XmpFrame> open = new ArrayDeque<>();
    private final List<XmpProperty> properties = new ArrayList<>();
    private Optional<String> about = Optional.empty();
    private int graphDepth;
    private long values;

    XmpReader(Budget budget) {
        this.budget = budget;
    }

    Xmp read(Bytes packet) {
        Optional<String> trouble = Optional.empty();
        try {
            budget.check(Limit.XMP_BYTES, packet.length(), 0);
            String text = packet.text().orElseThrow(() -> new MalformedException(0, "text that is not UTF-8"));
            XmlTags.walk(text, tag -> visit(tag, text));
            if (properties.stream().anyMatch(property -> property.name().equals(EXTENDED))) {
                trouble = Optional.of("an XMP packet that goes on in another one");
            }
        } catch (MalformedException e) {
            trouble = Optional.of("XMP packet: " + e.describe());
            while (!open.isEmpty()) {
                close();
            }
        }
        return new Xmp(properties, trouble);
    }

    private void visit(XmlTag tag, String text) throws MalformedException {
        if (!open.isEmpty()) {
            open.peek().textUpTo(tag.start(), text);
        }
        if (tag.kind() == XmlTag.Kind.CLOSE) {
            close();
        } else {
            open(tag);
            if (tag.kind() == XmlTag.Kind.EMPTY) {
                close();
            }
        }
        if (!open.isEmpty()) {
            open.peek().textFrom(tag.end());
        }
    }

    private void open(XmlTag tag) throws MalformedException {
        scope.open(tag);
        XmpName name = scope.element(tag.name());
        XmpFrame frame = new XmpFrame(name, open.peek());
        if (graphDepth > 0) {
            spend(1 + tag.attributes().size(), tag);
            attributes(tag, frame);
        }
        open.push(frame);
        if (graphDepth == 0 && name.equals(XmpNamespace.RDF.name("RDF"))) {
            graphDepth = open.size();
        }
    }

    private void spend(int more, XmlTag tag) throws MalformedException {
        values += more;
        budget.check(Limit.XMP_VALUES, values, tag.start());
    }

    private void attributes(XmlTag tag, XmpFrame frame) {
        for (XmlTag.Attribute attribute : tag.attributes()) {
            if (XmlScope.isDeclaration(attribute.name())) {
                continue;
            }
            XmpName name = scope.attribute(attribute.name());
            String value = XmlText.lenient(attribute.value());
            if (name.namespace().equals(RDF) && !name.equals(VALUE)) {
                frame.rdf(name.name(), value);
            } else if (name.namespace().equals(XmpNamespace.XML.uri())) {
                frame.xml(name.name(), value);
            } else if (!(isNode() && name.equals(new XmpName("", "about")))) {
                frame.add(new XmpProperty(name, new XmpValue.Text(value, "")));
            } else {
                // As RDF was written before 2000.
                frame.rdf("about", value);
            }
        }
    }

    /** Whether an element that opens now is a node of the graph. */
    private boolean isNode() {
        return open.size() == graphDepth;
    }

    private void close() {
        scope.close();
        XmpFrame frame = open.pop();
        if (open.size() < graphDepth) {
            graphDepth = 0;
        } else if (graphDepth > 0 && open.size() == graphDepth) {
            if (isOfThePicture(frame)) {
                properties.addAll(frame.fields());
            }
        } else if (graphDepth > 0) {
            open.element().take(frame);
        }
    }

    /** All nodes of a packet are to be about the same thing, which may have a URI (ISO 16684-1 §7.4). */
    private boolean isOfThePicture(XmpFrame node) {
        String subject = node.about();
        if (about.isEmpty() && !subject.isEmpty()) {
            about = Optional.of(subject);
        }
        return subject.isEmpty() || about.equals(Optional.of(subject));
    }
}
