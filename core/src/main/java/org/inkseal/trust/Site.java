package org.inkseal.trust;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A website that the holder of a certificate claims as theirs: a URI {@code https://host} among the alternative names of
 * the subject (RFC 5280 §4.2.1.6). An extension of inkseal; the claim alone proves nothing.
 *
 * @param host the name of the host in lower-case ASCII, with at least one dot, without port
 */
public record Site(String host) {
    private static final String SCHEME = "https://";
    private static final int MOST_CHARACTERS = 253;
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /**
     * A site.
     *
     * @throws IllegalArgumentException if the host is not a name that the domain name system could have
     */
    public Site {
        if (host.length() > MOST_CHARACTERS || !HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("\"" + host + "\" is not the name of a website such as example.org");
        }
    }

    /** The site of a URI in a certificate; nothing if it is not exactly the root of one. */
    static Optional<Site> ofUri(String uri) {
        try {
            return uri.startsWith(SCHEME) ? Optional.of(new Site(uri.substring(SCHEME.length()))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The URI in the certificate. */
    public String uri() {
        return SCHEME + host;
    }
}
