package org.inkseal.cli;

/**
 * Makes text from files safe to show. Whatever could move the cursor, change the order of letters or be invisible is
 * shown as its number, such as <code>&#92;u{202E}</code>. Every text that is not ours passes here exactly once.
 */
final class PlainText {
    private static final int LONGEST = 256;

    /** Letters that fonts show as a double quote, or nearly so; not those of other shapes, which end no text of ours. */
    private static final String QUOTES =
            "\"\u02ba\u02dd\u02ee\u05f4\u201c\u201d\u201f\u2033\u2036\u275d\u275e\u3003\u301d\u301e\uff02";

    private PlainText() {}

    /** One line of at most 256 characters; a longer one ends in an ellipsis. */
    static String of(String text) {
        return escaped(text, LONGEST, false);
    }

    /**
     * The same in double quotes. Quotes and backslashes inside are escaped, so that the text cannot end itself; whatever looks
     * like such a quote is shown as one.
     */
    static String quoted(String text) {
        return '"' + escaped(text, LONGEST, true) + '"';
    }

    /** One line of any length, for messages that hold names of files. */
    static String line(String text) {
        return escaped(text, Integer.MAX_VALUE, false);
    }

    /** The name of a file at the start of a line: in quotes where it could be taken for more than a name. */
    static String name(String file) {
        return file.contains(": ") ? '"' + escaped(file, Integer.MAX_VALUE, true) + '"' : line(file);
    }

    /** JSON in which only letters that can be seen are written as themselves. It means the same as before. */
    static String json(String json) {
        StringBuilder safe = new StringBuilder(json.length());
        for (int at = 0; at < json.length(); ) {
            int letter = json.codePointAt(at);
            int size = Character.charCount(letter);
            if (letter == '\n' || isVisible(letter)) {
                safe.appendCodePoint(letter);
            } else {
                for (int i = at; i < at + size; i++) {
                    String digits = Integer.toHexString(json.charAt(i));
                    safe.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
                }
            }
            at += size;
        }
        return safe.toString();
    }

    private static String escaped(String text, int longest, boolean inQuotes) {
        StringBuilder safe = new StringBuilder();
        int shown = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (shown++ == longest) {
                return safe.append('…').toString();
            }
            int letter = text.codePointAt(at);
            if (!isVisible(letter)) {
                safe.append("\\u{")
                        .append(Integer.toHexString(letter).toUpperCase(java.util.Locale.ROOT))
                        .append('}');
            } else if (inQuotes && (letter == '\\' || QUOTES.indexOf(letter) >= 0)) {
                safe.append('\\').append(letter == '\\' ? '\\' : '"');
            } else {
                safe.appendCodePoint(letter);
            }
        }
        return safe.toString();
    }

    /** Whether a code point shows itself and nothing else. */
    private static boolean isVisible(int letter) {
        if (letter < 0x7f) {
            return letter >= ' ';
        }
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isBlank(letter);
        };
    }

    /** The letters and marks that fonts show as nothing (Unicode {@code Default_Ignorable_Code_Point}). */
    private static boolean isBlank(int letter) {
        return letter == 0x034f
                || letter == 0x115f
                || letter == 0x1160
                || letter == 0x17b4
                || letter == 0x17b5
                || letter >= 0x180b && letter <= 0x180f
                || letter == 0x2800
                || letter == 0x3164
                || letter >= 0xfe00 && letter <= 0xfe0f
                || letter == 0xffa0
                || letter >= 0xe0000 && letter <= 0xe0fff;
    }
}
