package org.inkseal.cli.html;

import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.function.UnaryOperator;

/**
 * A piece of a page under construction. Its elements are closed in the order in which they were opened, and all text in it
 * is escaped: there is no way to add markup from a file.
 */
public final class Html {
    private final UnaryOperator<String> visible;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Tag> open = new ArrayDeque<>();

    /**
     * An empty piece.
     *
     * @param visible makes letters visible that would show nothing, or move others
     */
    public Html(UnaryOperator<String> visible) {
        this.visible = visible;
    }

    /** Opens an element. */
    public Html open(Tag tag) {
        return start(tag, "");
    }

    /**
     * Opens an element of a class.
     *
     * @param style a class of the style sheet, such as {@code "card"}
     */
    public Html open(Tag tag, String style) {
        return start(tag, attribute("class", style));
    }

    /** Opens an element of a class that links within the page can lead to. */
    public Html open(Tag tag, String style, String id) {
        return start(tag, attribute("class", style) + attribute("id", id));
    }

    /** Opens a cell that names its row or its column. */
    public Html openHead(boolean row) {
        return start(Tag.TH, attribute("scope", row ? "row" : "col"));
    }

    /** Closes the element that was opened last. */
    public Html close() {
        out.append("</").append(open.pop().word()).append('>');
        if (open.isEmpty()) {
            out.append('\n');
        }
        return this;
    }

    /** A whole element with a text. */
    public Html element(Tag tag, String text) {
        return open(tag).text(text).close();
    }

    /** A whole element of a class with a text. */
    public Html element(Tag tag, String style, String text) {
        return open(tag, style).text(text).close();
    }

    /** Text, whoever wrote it. */
    public Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** A link within the page. */
    public Html link(String id, String text) {
        out.append("<a").append(attribute("href", "#" + id)).append('>');
        text(text);
        out.append("</a>");
        return this;
    }

    /** A picture, which becomes part of the page. */
    public Html picture(Picture picture, String alt) {
        out.append("<img")
                .append(attribute("alt", alt))
                .append(attribute("width", Integer.toString(picture.width())))
                .append(attribute("height", Integer.toString(picture.height())))
                .append(" src=\"data:")
                .append(picture.kind().mediaType())
                .append(";base64,")
                .append(Base64.getEncoder().encodeToString(picture.bytes().toArray()))
                .append("\">");
        return this;
    }

    /**
     * The piece as it stands.
     *
     * @throws IllegalStateException if an element is still open
     */
    public String finished() {
        if (!open.isEmpty()) {
            throw new IllegalStateException(open + " still open");
        }
        return out.toString();
    }

    private Html start(Tag tag, String attributes) {
        out.append('<').append(tag.word()).append(attributes).append('>');
        open.push(tag);
        return this;
    }

    private String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }

    private String escaped(String text) {
        String shown = visible.apply(text);
        StringBuilder safe = new StringBuilder(shown.length() + 16);
        for (int i = 0; i < shown.length(); i++) {
            char letter = shown.charAt(i);
            switch (letter) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '`' -> safe.append("&#96;");
                default -> safe.append(letter);
            }
        }
        return safe.toString();
    }
}
