package org.inkseal.net;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.inkseal.io.Bytes;

/**
 * HTTP/1.1 for addresses that strangers chose. Immutable and thread-safe; each request has a connection of its own.
 *
 * <p>A name is looked up once, every address that it has must be public, and the connection goes to one of those
 * addresses, so that a name cannot lead into the caller's own network. Only {@code https} is spoken; {@link #post} also
 * takes {@code http}, as what time-stamp authorities and OCSP responders answer is signed. There are no redirects,
 * proxies, cookies, credentials and encodings, and the same words about the caller for everybody. A connection takes at
 * most 5 seconds, the wait for a byte at most 10, everything together at most 15.
 */
public final class HttpNetwork implements Network {
    private static final int MOST_REQUEST = 1 << 20;

    private final Set<String> allowed;
    private final Patience patience;
    private final Dialer dialer;

    private HttpNetwork(Set<String> allowed, Patience patience, Dialer dialer) {
        this.allowed = Set.copyOf(allowed);
        this.patience = patience;
        this.dialer = dialer;
    }

    /** The way to the public internet. */
    public static HttpNetwork open() {
        return new HttpNetwork(Set.of(), Patience.USUAL, new Dialer(InetAddress::getAllByName, Optional.empty()));
    }

    /**
     * This network and one more host that may be anywhere, be asked over plain HTTP and on any port: for networks that
     * are closed to the outside, and for tests.
     *
     * @param host a name, an IPv4 address, or an IPv6 address in brackets
     * @throws IllegalArgumentException if it is none of these
     */
    public HttpNetwork allowing(String host) {
        Set<String> more = new LinkedHashSet<>(allowed);
        try {
            more.add(Host.parse(host).text());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "host \"" + host + "\": a name or an IP address is allowed, without scheme and port");
        }
        return new HttpNetwork(more, patience, dialer);
    }

    /** This network with other times to wait. */
    HttpNetwork within(Patience other) {
        return new HttpNetwork(allowed, other, dialer);
    }

    /** This network with other places to look up names. */
    HttpNetwork resolvingWith(Resolver resolver) {
        return new HttpNetwork(allowed, patience, new Dialer(resolver, dialer.tls()));
    }

    /** This network with other authorities for the names of servers. */
    HttpNetwork trusting(SSLSocketFactory tls) {
        return new HttpNetwork(allowed, patience, new Dialer(dialer.resolver(), Optional.of(tls)));
    }

    @Override
    public Reply get(URI uri, int most) throws IOException {
        Target target = Target.of(uri, false, allowed);
        return exchange(target, request("GET", target, ""), most);
    }

    @Override
    public Reply post(URI uri, String mediaType, Bytes body, int most) throws IOException {
        if (!isMediaType(mediaType)) {
            throw new IllegalArgumentException("\"" + mediaType + "\" is not a media type");
        }
        if (body.length() > MOST_REQUEST) {
            throw new IllegalArgumentException(
                    "a request of " + body.length() + " bytes: at most " + MOST_REQUEST + " are allowed");
        }
        Target target = Target.of(uri, true, allowed);
        String fields = "Content-Type: " + mediaType + "\r\nContent-Length: " + body.length() + "\r\n";
        return exchange(target, Bytes.concat(request("POST", target, fields), body), most);
    }

    private static Bytes request(String method, Target target, String fields) {
        String head = method + " " + target.path() + " HTTP/1.1\r\n"
                + "Host: " + target.authority() + "\r\n"
                + "User-Agent: inkseal\r\n"
                + "Accept: */*\r\n"
                + "Accept-Encoding: identity\r\n"
                + "Connection: close\r\n"
                + fields
                + "\r\n";
        return Bytes.wrap(head.getBytes(StandardCharsets.US_ASCII));
    }

    private Reply exchange(Target target, Bytes request, int most) throws IOException {
        String host = target.host().text();
        try (Alarm alarm = Alarm.after(patience.total())) {
            try {
                return exchange(target, request, most, alarm);
            } catch (InterruptedIOException e) {
                if (e instanceof SocketTimeoutException) {
                    throw new IOException(host + ": no answer in time", e);
                }
                throw e;
            } catch (IOException e) {
                if (alarm.isOver()) {
                    throw new IOException(
                            host + ": no whole answer within "
                                    + patience.total().toMillis() / 1_000.0 + " s",
                            e);
                }
                throw new IOException(host + ": " + words(e), e);
            }
        }
    }

    private Reply exchange(Target target, Bytes request, int most, Alarm alarm) throws IOException {
        try (Connection connection = dialer.dial(target, patience, alarm)) {
            OutputStream out = connection.out();
            out.write(request.toArray());
            out.flush();
            InputStream in = new BufferedInputStream(connection.in());
            HttpHead head = HttpHead.read(new LineReader(in));
            return new Reply(head.mediaType(), HttpBody.read(head, in, most));
        }
    }

    private static String words(IOException e) {
        if (e instanceof SSLException) {
            return "no secure connection: " + e.getMessage();
        }
        if (e instanceof java.net.UnknownHostException) {
            return "no such host";
        }
        return String.valueOf(e.getMessage());
    }

    private static boolean isMediaType(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return text.indexOf('/') > 0;
    }
}
