package org.inkseal.net;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Where a request goes, taken from an address that a stranger may have written.
 *
 * @param secure whether over TLS
 * @param host the machine
 * @param port from 1 to 65535
 * @param path path and query as they are sent, beginning with a slash
 * @param allowed whether the caller allowed this host by name, wherever it is
 */
record Target(boolean secure, Host host, int port, String path, boolean allowed) {
    private static final int MOST_CHARACTERS = 2_048;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int FIRST_UNPRIVILEGED = 1_024;
    private static final int LAST = 65_535;

    /**
     * Reads an address.
     *
     * @param plainToo whether plain HTTP will do, since the answer is signed
     * @param allowedHosts hosts for which plain HTTP, any port and any place will do
     * @throws IOException if nothing may be sent there; the message names at most the host
     */
    static Target of(URI uri, boolean plainToo, Set<String> allowedHosts) throws IOException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        boolean secure = scheme.equalsIgnoreCase("https");
        if (!secure && !scheme.equalsIgnoreCase("http")) {
            throw new IOException("the address is not one of the web: only https is allowed");
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0) {
            throw new IOException("the address holds a user name or password: neither is ever sent");
        }
        if (uri.getHost() == null) {
            throw new IOException("the address names no host in a usual form");
        }
        Host host = Host.parse(uri.getHost());
        boolean allowed = allowedHosts.contains(host.text());
        if (host.isNearby() && !allowed) {
            throw new IOException(host.text() + ": the name of a machine nearby, which is not asked");
        }
        if (!secure && !plainToo && !allowed) {
            throw new IOException(host.text() + ": only https is allowed, not http");
        }
        return new Target(secure, host, port(uri, secure, host, allowed), path(uri, host), allowed);
    }

    /** The value of the {@code Host} header. */
    String authority() {
        return port == (secure ? HTTPS : HTTP) ? host.written() : host.written() + ":" + port;
    }

    private static int port(URI uri, boolean secure, Host host, boolean allowed) throws IOException {
        int port = uri.getPort() == -1 ? secure ? HTTPS : HTTP : uri.getPort();
        boolean usual = port == HTTP || port == HTTPS || port >= FIRST_UNPRIVILEGED;
        if (port < 1 || port > LAST || !usual && !allowed) {
            throw new IOException(host.text() + ": port " + port + ": allowed are 80, 443 and those from 1024 on");
        }
        return port;
    }

    private static String path(URI uri, Host host) throws IOException {
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        String whole = ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
        if (whole.length() > MOST_CHARACTERS) {
            throw new IOException(host.text() + ": a path of " + whole.length() + " characters: at most "
                    + MOST_CHARACTERS + " are allowed");
        }
        return whole;
    }
}
