package org.inkseal.xmp;

import java.util.Optional;

/** One pass over the tags of an XMP packet in search of one property by its usual prefix, in time linear in its length. */
final class XmpScan {
    private static final String PROPERTY = "dcterms:provenance";
    private static final String RESOURCE = "rdf:resource";

    private final String text;
    private int at;

    XmpScan(String text) {
        this.text = text;
    }

    /** The first value that is not internal. */
    Optional<String> provenance() {
        Optional<String> found = Optional.empty();
        while (found.isEmpty() && moveTo("<")) {
            if (text.startsWith("<!--", at)) {
                moveTo("-->");
            } else if (text.startsWith("<![CDATA[", at)) {
                moveTo("]]>");
            } else if (text.startsWith("<?", at)) {
                moveTo("?>");
            } else if (text.startsWith("<!", at)) {
                return Optional.empty();
            } else {
                found = tag();
            }
        }
        return found;
    }

    /** Reads a tag, and the text after it if the tag opens the property. */
    private Optional<String> tag() {
        at++;
        boolean property = name().equals(PROPERTY);
        Optional<String> found = Optional.empty();
        while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '<') {
            String attribute = name();
            if (attribute.isEmpty()) {
                at++;
                continue;
            }
            Optional<String> value = attributeValue();
            if (found.isEmpty() && (attribute.equals(PROPERTY) || property && attribute.equals(RESOURCE))) {
                found = value.flatMap(XmpScan::external);
            }
        }
        return property && found.isEmpty() ? elementText().flatMap(XmpScan::external) : found;
    }

    /** Passes a name, and the white space before and after it; empty if there is none here. */
    private String name() {
        skipSpace();
        int start = at;
        while (at < text.length() && !isSpace(text.charAt(at)) && "=/<>\"'".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(start, at);
        skipSpace();
        return name;
    }

    private Optional<String> attributeValue() {
        if (at >= text.length() || text.charAt(at) != '=') {
            return Optional.empty();
        }
        at++;
        skipSpace();
        if (at >= text.length() || text.charAt(at) != '"' && text.charAt(at) != '\'') {
            return Optional.empty();
        }
        int start = at + 1;
        int end = text.indexOf(text.charAt(at), start);
        at = end < 0 ? text.length() : end + 1;
        return end < 0 ? Optional.empty() : Optional.of(text.substring(start, end));
    }

    private Optional<String> elementText() {
        if (at >= text.length() || text.charAt(at) != '>' || text.charAt(at - 1) == '/') {
            return Optional.empty();
        }
        int end = text.indexOf('<', at);
        return end >= 0 && text.startsWith("</", end) ? Optional.of(text.substring(at + 1, end)) : Optional.empty();
    }

    private static Optional<String> external(String raw) {
        return XmlText.decode(raw).map(String::strip).filter(XmpProvenance::isExternal);
    }

    private boolean moveTo(String mark) {
        int next = text.indexOf(mark, at);
        at = next < 0 ? text.length() : next;
        return next >= 0;
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
