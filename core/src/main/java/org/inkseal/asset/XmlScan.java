package org.inkseal.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The marks of an XML document (XML 1.0), one after the other, in constant memory. Nothing is expanded or resolved: an
 * entity could not be, because a document type with declarations is refused.
 */
final class XmlScan {
    private static final int MOST_NAME = 256;

    private final Window window;
    private long start;
    private long at;
    private String name = "";

    /** What stands next in a document. */
    enum Token {
        START,
        /** A start tag that is its own end tag. */
        EMPTY,
        END,
        TEXT,
        CDATA,
        COMMENT,
        INSTRUCTION,
        DOCTYPE,
        EOF
    }

    XmlScan(Window window, long from) {
        this.window = window;
        this.at = from;
    }

    /** Where the last token stands. */
    Range range() {
        return Range.between(start, at);
    }

    /** The name in the last tag. */
    String name() {
        return name;
    }

    Token next() throws IOException, MalformedException {
        start = at;
        if (at == window.size()) {
            return Token.EOF;
        }
        if (window.u8(at) != '<') {
            while (at < window.size() && window.u8(at) != '<') {
                at++;
            }
            return Token.TEXT;
        }
        return switch (window.u8(at + 1)) {
            case '?' -> through(2, "?>", Token.INSTRUCTION);
            case '!' -> declaration();
            case '/' -> endTag();
            default -> startTag();
        };
    }

    private Token declaration() throws IOException, MalformedException {
        if (stands("<!--")) {
            Token comment = through(4, "--", Token.COMMENT);
            require('>', "a comment with -- in it");
            return comment;
        }
        if (stands("<![CDATA[")) {
            return through(9, "]]>", Token.CDATA);
        }
        if (!stands("<!DOCTYPE")) {
            throw new MalformedException(at, "a declaration that XML does not know here");
        }
        at += 9;
        for (int next = window.u8(at); next != '>'; next = window.u8(at)) {
            if (next == '[') {
                throw new MalformedException(at, "a document type with declarations of its own: none are allowed");
            }
            at++;
            if (next == '"' || next == '\'') {
                quoted(next);
            }
        }
        at++;
        return Token.DOCTYPE;
    }

    private Token endTag() throws IOException, MalformedException {
        at += 2;
        readName();
        skipSpace();
        require('>', "an end tag that does not end");
        return Token.END;
    }

    private Token startTag() throws IOException, MalformedException {
        at++;
        readName();
        boolean spaced = skipSpace();
        for (int next = window.u8(at); next != '>'; next = window.u8(at)) {
            if (next == '/') {
                at++;
                require('>', "a slash in the middle of a tag");
                return Token.EMPTY;
            }
            if (!spaced) {
                throw new MalformedException(at, "no white space before an attribute");
            }
            attribute();
            spaced = skipSpace();
        }
        at++;
        return Token.START;
    }

    private void attribute() throws IOException, MalformedException {
        String element = name;
        readName();
        name = element;
        skipSpace();
        require('=', "an attribute without a value");
        skipSpace();
        int quote = window.u8(at);
        if (quote != '"' && quote != '\'') {
            throw new MalformedException(at, "an attribute without quotes");
        }
        at++;
        quoted(quote);
    }

    private void quoted(int quote) throws IOException, MalformedException {
        for (int next = window.u8(at); next != quote; next = window.u8(at)) {
            if (next == '<') {
                throw new MalformedException(at, "< between quotes");
            }
            at++;
        }
        at++;
    }

    private void readName() throws IOException, MalformedException {
        long from = at;
        while (isName(window.u8(at)) && at - from <= MOST_NAME) {
            at++;
        }
        if (at == from || at - from > MOST_NAME) {
            throw new MalformedException(
                    from, "a name of " + (at - from) + " bytes: 1 to " + MOST_NAME + " are allowed");
        }
        name = new String(window.upTo(from, (int) (at - from)).toArray(), StandardCharsets.ISO_8859_1);
    }

    private static boolean isName(int value) {
        boolean letter = value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z' || value >= 0x80;
        return letter || value >= '0' && value <= ':' || value == '_' || value == '-' || value == '.';
    }

    /** Passes white space; answers whether there was any. */
    private boolean skipSpace() throws IOException, MalformedException {
        long from = at;
        while (isSpace(window.u8(at))) {
            at++;
        }
        return at > from;
    }

    static boolean isSpace(int value) {
        return value == ' ' || value == '\t' || value == '\n' || value == '\r';
    }

    private void require(int wanted, String otherwise) throws IOException, MalformedException {
        if (window.u8(at) != wanted) {
            throw new MalformedException(at, otherwise);
        }
        at++;
    }

    private Token through(int skip, String mark, Token token) throws IOException, MalformedException {
        at += skip;
        while (!stands(mark)) {
            window.u8(at++);
        }
        at += mark.length();
        return token;
    }

    private boolean stands(String mark) throws IOException, MalformedException {
        for (int i = 0; i < mark.length(); i++) {
            if (at + i >= window.size() || window.u8(at + i) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
