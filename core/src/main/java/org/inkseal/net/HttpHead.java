package org.inkseal.net;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * What an answer says of itself (RFC 9112), as far as it matters here.
 *
 * @param mediaType media type without parameters, in lower case; empty if none is named
 * @param length bytes of the body, if they are announced
 * @param chunked whether the body comes in chunks
 */
record HttpHead(String mediaType, Optional<Long> length, boolean chunked) {
    private static final int OK = 200;
    private static final int FIRST_FINAL = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;

    /**
     * Reads status line and fields.
     *
     * @throws IOException if it is no answer of HTTP/1, its status is another than 200, the body is encoded or its
     *     length contradictory
     */
    static HttpHead read(LineReader lines) throws IOException {
        int status;
        do {
            status = status(lines.line());
            if (status < FIRST_FINAL) {
                // An interim answer (RFC 9110 §15.2) has fields of its own, and another answer follows.
                while (!lines.line().isEmpty()) {
                    continue;
                }
            }
        } while (status < FIRST_FINAL);
        if (status != OK) {
            boolean redirect = status >= FIRST_REDIRECT && status < FIRST_ERROR;
            throw new IOException("answers with status " + status + (redirect ? ": redirects are not followed" : ""));
        }
        return fields(lines);
    }

    private static int status(String line) throws IOException {
        boolean form = line.length() >= 12
                && (line.startsWith("HTTP/1.1 ") || line.startsWith("HTTP/1.0 "))
                && (line.length() == 12 || line.charAt(12) == ' ');
        int status = 0;
        for (int i = 9; form && i < 12; i++) {
            char c = line.charAt(i);
            form = c >= '0' && c <= '9';
            status = status * 10 + (c - '0');
        }
        if (!form || status < 100) {
            throw new IOException("does not answer in HTTP/1");
        }
        return status;
    }

    private static HttpHead fields(LineReader lines) throws IOException {
        String mediaType = "";
        Optional<Long> length = Optional.empty();
        boolean chunked = false;
        for (String line = lines.line(); !line.isEmpty(); line = lines.line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || line.charAt(colon - 1) == ' ' || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                throw new IOException("answers with a header that is no field");
            }
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-type" -> mediaType = mediaType(value);
                case "content-encoding" -> {
                    if (!value.equalsIgnoreCase("identity")) {
                        throw new IOException("answers with an encoded body, which was not asked for");
                    }
                }
                case "content-length" -> {
                    if (length.isPresent()) {
                        throw new IOException("announces its length twice");
                    }
                    length = Optional.of(length(value));
                }
                case "transfer-encoding" -> {
                    if (chunked || !value.equalsIgnoreCase("chunked")) {
                        throw new IOException("answers with a transfer coding other than chunked");
                    }
                    chunked = true;
                }
                default -> {
                    // Nothing else changes what the body is.
                }
            }
        }
        if (chunked && length.isPresent()) {
            throw new IOException("announces both a length and chunks");
        }
        return new HttpHead(mediaType, length, chunked);
    }

    private static String mediaType(String value) {
        int semicolon = value.indexOf(';');
        String type =
                (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < type.length(); i++) {
            if (type.charAt(i) <= ' ' || type.charAt(i) > '~') {
                return "";
            }
        }
        return type;
    }

    private static long length(String value) throws IOException {
        long length = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9' || i > 17) {
                throw new IOException("announces a length that is no number");
            }
            length = length * 10 + (c - '0');
        }
        if (value.isEmpty()) {
            throw new IOException("announces a length that is no number");
        }
        return length;
    }
}
