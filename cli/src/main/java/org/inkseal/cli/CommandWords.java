package org.inkseal.cli;

import java.util.ArrayList;
import java.util.List;

/** A command in one text, taken apart into its words: blanks divide, quotes of either kind hold together. No shell. */
final class CommandWords {
    private CommandWords() {}

    /**
     * The program and its arguments, at least one word.
     *
     * @throws UsageException if there is none, or a quote does not end
     */
    static List<String> of(String command) throws UsageException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inside = false;
        char quote = 0;
        for (char letter : command.toCharArray()) {
            if (quote != 0) {
                if (letter == quote) {
                    quote = 0;
                } else {
                    word.append(letter);
                }
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
                inside = true;
            } else if (Character.isWhitespace(letter)) {
                if (inside) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                inside = false;
            } else {
                word.append(letter);
                inside = true;
            }
        }
        if (inside) {
            words.add(word.toString());
        }
        if (quote != 0 || words.isEmpty() || words.get(0).isEmpty()) {
            throw new UsageException("--signer: a program and its arguments are needed, with quotes that end");
        }
        return words;
    }
}
