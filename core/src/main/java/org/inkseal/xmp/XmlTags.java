package org.inkseal.xmp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inkseal.io.MalformedException;

/**
 * All tags of an XML document in their order, in one pass in linear time. It answers only for what it has understood whole:
 * a document type, a tag that is not closed by its like, and anything that is no tag where one should be stop it. Nothing
 * is resolved.
 */
final class XmlTags {
    private static final int MOST_DEPTH = 64;

    private final String text;
    private final Visitor visitor;
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    /** Sees the tags of a document. */
    @FunctionalInterface
    interface Visitor {
        void visit(XmlTag tag) throws MalformedException;
    }

    private XmlTags(String text, Visitor visitor) {
        this.text = text;
        this.visitor = visitor;
    }

    /**
     * Shows the tags, each closing one after that which it closes.
     *
     * @throws MalformedException if the document is not well-formed, has a document type or elements more than 64 deep; the
     *     offset counts characters
     */
    static void walk(String text, Visitor visitor) throws MalformedException {
        new XmlTags(text, visitor).read();
    }

    private void read() throws MalformedException {
        for (at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            if (text.startsWith("<!--", at)) {
                skipPast("-->", "a comment");
            } else if (text.startsWith("<![CDATA[", at)) {
                skipPast("]]>", "a CDATA section");
            } else if (text.startsWith("<?", at)) {
                skipPast("?>", "a processing instruction");
            } else if (text.startsWith("<!", at)) {
                throw new MalformedException(at, "a document type, which XMP does not allow");
            } else {
                accept(tag());
            }
        }
        if (!open.isEmpty()) {
            throw new MalformedException(text.length(), "the element " + open.peek() + " is not closed");
        }
    }

    private void skipPast(String mark, String what) throws MalformedException {
        int end = text.indexOf(mark, at + 2);
        if (end < 0) {
            throw new MalformedException(at, what + " that does not end");
        }
        at = end + mark.length();
    }

    private void accept(XmlTag tag) throws MalformedException {
        if (tag.kind() == XmlTag.Kind.OPEN) {
            open.push(tag.name());
            if (open.size() > MOST_DEPTH) {
                throw new MalformedException(tag.start(), "elements more than " + MOST_DEPTH + " deep");
            }
        } else if (tag.kind() == XmlTag.Kind.CLOSE
                && (open.isEmpty() || !open.pop().equals(tag.name()))) {
            throw new MalformedException(tag.start(), "the element " + tag.name() + " is closed and not open");
        }
        visitor.visit(tag);
    }

    private XmlTag tag() throws MalformedException {
        int start = at++;
        boolean closing = text.startsWith("/", at);
        at += closing ? 1 : 0;
        String name = name();
        List<XmlTag.Attribute> attributes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int before = at;
        for (skipSpace(); !text.startsWith(">", at) && !text.startsWith("/>", at); skipSpace()) {
            if (at == before || closing) {
                throw new MalformedException(at, "no attribute and no end in the tag " + name);
            }
            XmlTag.Attribute attribute = attribute(before);
            if (!names.add(attribute.name())) {
                throw new MalformedException(before, "a second attribute " + attribute.name() + " in the tag " + name);
            }
            attributes.add(attribute);
            before = at;
        }
        boolean empty = text.charAt(at) == '/';
        if (closing && empty) {
            throw new MalformedException(start, "a tag that both closes an element and is one");
        }
        at += empty ? 2 : 1;
        XmlTag.Kind kind = closing ? XmlTag.Kind.CLOSE : empty ? XmlTag.Kind.EMPTY : XmlTag.Kind.OPEN;
        return new XmlTag(start, at, kind, name, attributes);
    }

    private XmlTag.Attribute attribute(int before) throws MalformedException {
        String name = name();
        skipSpace();
        require("=");
        skipSpace();
        char quote = at < text.length() ? text.charAt(at) : ' ';
        int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0 || text.substring(at, end).indexOf('<') >= 0) {
            throw new MalformedException(at, "no value for the attribute " + name);
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return new XmlTag.Attribute(before, at, name, value);
    }

    private void require(String mark) throws MalformedException {
        if (!text.startsWith(mark, at)) {
            throw new MalformedException(at, "no " + mark + " where one is needed");
        }
        at += mark.length();
    }

    private String name() throws MalformedException {
        int start = at;
        while (at < text.length() && !isSpace(text.charAt(at)) && "=/<>\"'&".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw new MalformedException(at, "no name where one is needed");
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }
}
