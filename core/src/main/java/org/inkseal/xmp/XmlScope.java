package org.inkseal.xmp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What prefixes stand for in the elements that are open (Namespaces in XML 1.0 §6). */
final class XmlScope {
    private static final String DECLARATION = "xmlns";

    private final Deque<Map<String, String>> open = new ArrayDeque<>();

    /** Whether an attribute declares a prefix and is no property of anything. */
    static boolean isDeclaration(String attribute) {
        return attribute.startsWith(DECLARATION)
                && (attribute.length() == DECLARATION.length() || attribute.charAt(DECLARATION.length()) == ':');
    }

    void open(XmlTag tag) {
        Map<String, String> here = new HashMap<>();
        for (XmlTag.Attribute attribute : tag.attributes()) {
            if (isDeclaration(attribute.name())) {
                String prefix = attribute
                        .name()
                        .substring(Math.min(
                                DECLARATION.length() + 1, attribute.name().length()));
                here.put(prefix, XmlText.decode(attribute.value()).orElse(attribute.value()));
            }
        }
        open.push(here);
    }

    void close() {
        open.pop();
    }

    /** What a prefix was declared to stand for. */
    Optional<String> declared(String prefix) {
        for (Map<String, String> level : open) {
            String uri = level.get(prefix);
            if (uri != null) {
                return Optional.of(uri);
            }
        }
        return Optional.empty();
    }

    /** The name of an element. */
    XmpName element(String qualified) {
        return qualified.indexOf(':') < 0 ? new XmpName(declared("").orElse(""), qualified) : attribute(qualified);
    }

    /** The name of an attribute, which without a prefix is in no namespace. A prefix that nobody declared makes its own. */
    XmpName attribute(String qualified) {
        int colon = qualified.indexOf(':');
        if (colon < 0) {
            return new XmpName("", qualified);
        }
        String prefix = qualified.substring(0, colon);
        String uri = declared(prefix).or(() -> XmpNamespace.usual(prefix)).orElse(prefix + ":");
        return new XmpName(uri, qualified.substring(colon + 1));
    }
}
