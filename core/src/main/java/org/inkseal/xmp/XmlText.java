package org.inkseal.xmp;

import java.util.Optional;

/** Text of an XML document without a document type: the five predefined entities and character references. */
final class XmlText {
    private static final int REPLACEMENT = 0xfffd;
    private static final int LONGEST_REFERENCE = 8;
    private static final String CDATA = "<![CDATA[";

    private XmlText() {}

    /** The characters that a text stands for; empty if one of its references is none. */
    static Optional<String> decode(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int at = 0;
        for (int next = raw.indexOf('&'); next >= 0; next = raw.indexOf('&', at)) {
            int end = raw.indexOf(';', next);
            if (end < 0 || end - next > LONGEST_REFERENCE + 1) {
                return Optional.empty();
            }
            int character = character(raw.substring(next + 1, end));
            if (character < 0) {
                return Optional.empty();
            }
            out.append(raw, at, next).appendCodePoint(character);
            at = end + 1;
        }
        return Optional.of(out.append(raw, at, raw.length()).toString());
    }

    /** The characters of what stands between two tags of a document: without comments, with CDATA sections as they are. */
    static String content(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int at = 0;
        for (int next = raw.indexOf('<'); next >= 0; next = raw.indexOf('<', at)) {
            out.append(lenient(raw.substring(at, next)));
            boolean data = raw.startsWith(CDATA, next);
            String mark = data ? "]]>" : raw.startsWith("<!--", next) ? "-->" : "?>";
            int end = raw.indexOf(mark, next);
            end = end < 0 ? raw.length() : end;
            out.append(raw, data ? Math.min(next + CDATA.length(), end) : end, end);
            at = Math.min(end + mark.length(), raw.length());
        }
        return out.append(lenient(raw.substring(at))).toString();
    }

    /** The characters that a text stands for; the text as it is if one of its references is none. */
    static String lenient(String raw) {
        return decode(raw).orElse(raw);
    }

    /** A text as it stands in an element, or as the value of an attribute between quotation marks. */
    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                // White space in an attribute would become a space.
                case '\t', '\n', '\r' -> out.append("&#").append(character).append(';');
                default -> out.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
            }
        });
        return out.toString();
    }

    /** Whether XML 1.0 has every character of a text, so that {@link #encode} loses none. */
    static boolean isText(String text) {
        return text.codePoints().allMatch(character -> isAllowed(character) || isSpace(character));
    }

    private static boolean isSpace(int character) {
        return character == '\t' || character == '\n' || character == '\r';
    }

    /** Whether XML 1.0 has the character (§2.2), white space excepted. */
    private static boolean isAllowed(int character) {
        boolean surrogate = character >= 0xd800 && character <= 0xdfff;
        return character >= 0x20 && !surrogate && character != 0xfffe && character != 0xffff;
    }

    /** The character of a reference; -1 if there is none. */
    private static int character(String reference) {
        return switch (reference) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default ->
                reference.startsWith("#x")
                        ? number(reference.substring(2), 16)
                        : reference.startsWith("#") ? number(reference.substring(1), 10) : -1;
        };
    }

    private static int number(String digits, int radix) {
        if (digits.isEmpty()) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char character = digits.charAt(i);
            int digit = character < 0x80 ? Character.digit(character, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = Math.min(value * radix + digit, Character.MAX_CODE_POINT + 1);
        }
        boolean allowed = (value >= 0x20 || isSpace(value))
                && value <= Character.MAX_CODE_POINT
                && (value < 0xd800 || value > 0xdfff);
        return allowed ? value : -1;
    }
}
