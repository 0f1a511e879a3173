package org.inkseal.cli.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A page in one file that needs nothing else: no network, no script. Its policy (Content Security Policy 3) forbids browsers
 * everything but the style sheet, by its hash, and pictures that are part of the page.
 */
public final class Page {
    private final Writer out;

    private Page(Writer out) {
        this.out = out;
    }

    /**
     * Begins a page.
     *
     * @param title goes through the escaping of a piece
     */
    public static Page begin(Writer out, Html title) throws IOException {
        String style = style();
        out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'sha256-"
                + sha256(style) + "'; base-uri 'none'; form-action 'none'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
        out.write(title.finished());
        out.write("</title>\n<style>" + style + "</style>\n</head>\n<body>\n<main>\n");
        return new Page(out);
    }

    /** Adds a finished piece. */
    public void add(Html piece) throws IOException {
        out.write(piece.finished());
    }

    /** Ends the page, and leaves its stream open. */
    public void end() throws IOException {
        out.write("</main>\n</body>\n</html>\n");
        out.flush();
    }

    private static String style() {
        try (InputStream in = Page.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: no page.css");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
