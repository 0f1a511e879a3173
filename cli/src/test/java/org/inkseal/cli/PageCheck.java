package org.inkseal.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a page as strictly as nobody else does: known elements with known attributes, closed in order, and between them text
 * in which nothing could be taken for markup. Anything else is an objection.
 */
final class PageCheck {
    private static final Set<String> ELEMENTS = Set.of(
            "html, head, title, style, body, main, article, header, footer, nav, section, h1, h2, h3, p, div, span, ol, ul, li, dl, dt, dd, table, caption, thead, tbody, tr, th, td, details, summary, strong, code, bdi, a, img, meta"
                    .split(", "));
    private static final Set<String> VOID = Set.of("img", "meta");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?: [a-z-]+=\"[^\"<>]*\")*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)=\"([^\"<>]*)\"");
    private static final Pattern REFERENCE = Pattern.compile("&(?:lt|gt|amp|quot|#39|#96);");
    private static final String DATA = "data:image/(jpeg|png);base64,[A-Za-z0-9+/]+=*";

    private final String page;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> objections = new ArrayList<>();

    private PageCheck(String page) {
        this.page = page;
    }

    /** What is wrong with a page; nothing for one that is in order. */
    static List<String> objections(String page) {
        PageCheck check = new PageCheck(page);
        String start = "<!DOCTYPE html>\n";
        if (!page.startsWith(start)) {
            check.object(0, "does not begin with the type of the document");
            return check.objections;
        }
        check.read(start.length());
        return check.objections;
    }

    /** What is wrong with a piece of a page. */
    static List<String> objectionsToPiece(String piece) {
        PageCheck check = new PageCheck(piece);
        check.read(0);
        return check.objections;
    }

    private void read(int start) {
        int at = start;
        Matcher tag = TAG.matcher(page);
        while (at < page.length()) {
            int next = page.indexOf('<', at);
            text(at, next < 0 ? page.length() : next);
            if (next < 0) {
                break;
            }
            if (!tag.find(next) || tag.start() != next) {
                object(next, "something other than a tag");
                return;
            }
            tag(next, tag);
            at = tag.end();
            if (tag.group(2).equals("style") && tag.group(1).isEmpty()) {
                at = page.indexOf("</style>", at);
            }
        }
        if (!open.isEmpty()) {
            object(page.length(), "still open: " + open);
        }
    }

    private void tag(int at, Matcher tag) {
        String name = tag.group(2);
        if (!ELEMENTS.contains(name)) {
            object(at, "foreign element " + name);
        }
        if (!tag.group(1).isEmpty()) {
            if (open.isEmpty() || !open.pop().equals(name) || !tag.group(3).isEmpty()) {
                object(at, name + " closed out of order");
            }
            return;
        }
        Matcher attribute = ATTRIBUTE.matcher(tag.group(3));
        while (attribute.find()) {
            attribute(at, name, attribute.group(1), attribute.group(2));
        }
        if (!VOID.contains(name)) {
            open.push(name);
        }
    }

    private void attribute(int at, String element, String name, String value) {
        boolean fits = switch (name) {
            case "class" -> value.matches("[a-z ]+");
            case "id" -> value.matches("[a-z0-9-]+");
            case "scope" -> element.equals("th") && value.matches("row|col");
            case "href" -> element.equals("a") && value.matches("#[a-z0-9-]+");
            case "src" -> element.equals("img") && value.matches(DATA);
            case "width", "height" -> element.equals("img") && value.matches("[0-9]{1,4}");
            case "alt" -> element.equals("img");
            case "lang" -> element.equals("html") && value.equals("en");
            case "charset", "http-equiv", "name", "content" -> element.equals("meta");
            default -> false;
        };
        if (!fits) {
            object(at, "attribute " + name + " of " + element + ": " + value);
        }
        if (!name.equals("src")) {
            references(at, value);
        }
    }

    private void text(int from, int to) {
        String text = page.substring(from, to);
        if (text.indexOf('>') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\'') >= 0 || text.indexOf('`') >= 0) {
            object(from, "text that could be markup");
        }
        references(from, text);
        String odd = Letters.odd(text);
        if (!odd.isEmpty()) {
            object(from, "letters that cannot be seen: " + odd);
        }
    }

    private void references(int at, String text) {
        if (REFERENCE.matcher(text).replaceAll("").indexOf('&') >= 0) {
            object(at, "an ampersand that begins something");
        }
    }

    private void object(int at, String what) {
        objections.add("at " + at + ": " + what + ", near " + page.substring(at, Math.min(page.length(), at + 60)));
    }
}
