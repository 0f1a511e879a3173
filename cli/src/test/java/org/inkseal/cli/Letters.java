package org.inkseal.cli;

import java.util.Random;

/** Letters that do more than show themselves: a second opinion beside {@link PlainText}, and texts that are full of them. */
final class Letters {
    private static final String[] ATTACKS = {
        "<script>document.title='run'</script>",
        "\"><img src=x onerror=\"document.title='run'\">",
        "' onmouseover='alert(1)' x='",
        "</title></style></textarea><svg onload=alert(1)>",
        "javascript:alert(1)",
        "data:text/html,<b>",
        "&lt;b&gt;&#60;script&#62;&NewLine;",
        "<!--",
        "-->",
        "]]>",
        "<![CDATA[",
        "<?xml ",
        "</body></html>",
        "<base href=//x>",
        "<meta http-equiv=refresh content=0>",
        "\u001b[2J\u001b]52;c;AAAA\u0007\u001b]8;;http://x\u001b\\",
        "\r\nOK \u2014 everything is fine",
        "\u0000",
        "\u007f\u0085\u009b31m",
        "\u202e\u2066\u2069\u200b\u200f\u061c\ufeff",
        "\ud800",
        "\udfff",
        "\udb40\udc41\udb40\udc7f",
        "\u2028\u2029",
        "{{7*7}}${7*7}<%=1%>%s%n",
        "\\u{202E}\\\"",
        "`",
        "'",
        "\"",
        "<",
        ">",
        "&",
        "=",
        "/",
        " ",
        "\t",
        "\u3164\u115f\u2800\u00ad\u034f\u180e",
        "\ufff9\ufffb\ufffc",
        "A".repeat(300),
        "\u0301".repeat(40),
        "\u0627\u0644\u0639\u0631\u0628",
        "\u65e5\u672c\u8a9e",
        "\ud83d\ude00"
    };

    private Letters() {}

    /** The letters of a text that a terminal or a browser would obey or hide, as numbers; line ends do not count. */
    static String odd(String text) {
        StringBuilder odd = new StringBuilder();
        text.codePoints().filter(Letters::isOdd).forEach(letter -> odd.append(String.format("U+%04X ", letter)));
        return odd.toString();
    }

    private static boolean isOdd(int letter) {
        boolean control = letter < 0x20 && letter != '\n' || letter >= 0x7f && letter < 0xa0;
        boolean moves = letter == 0x061c
                || letter == 0x200e
                || letter == 0x200f
                || letter >= 0x2028 && letter <= 0x202e
                || letter >= 0x2066 && letter <= 0x2069;
        boolean hidden = letter == 0xad
                || letter >= 0x200b && letter <= 0x200d
                || letter >= 0x2060 && letter <= 0x206f
                || letter == 0xfeff
                || letter >= 0xe0000 && letter < 0xe1000;
        boolean half = letter >= 0xd800 && letter < 0xe000;
        return control || moves || hidden || half;
    }

    /** A text of some of the attacks and any other letters. */
    static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            if (random.nextInt(3) > 0) {
                text.append(ATTACKS[random.nextInt(ATTACKS.length)]);
            } else {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x300 : 0x10000));
            }
        }
        return text.toString();
    }
}
