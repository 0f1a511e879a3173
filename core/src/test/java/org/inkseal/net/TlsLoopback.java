package org.inkseal.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** A server over TLS on the loopback interface, and the one network that leads there, which waits for it shortly. */
public final class TlsLoopback implements Closeable {
    private static final String NAME = "toy.test";
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofMillis(1500));

    private final TestTls tls;
    private final ToyServer server;

    private TlsLoopback(TestTls tls, ToyServer.Behaviour behaviour) throws Exception {
        this.tls = tls;
        this.server = ToyServer.start(tls.listen(), behaviour);
    }

    /** A server that answers each request with the same text, head and all. */
    public static TlsLoopback saying(String answer) throws Exception {
        return new TlsLoopback(new TestTls(NAME), (request, out) -> out.write(answer.getBytes(ISO_8859_1)));
    }

    /** A server that answers with a document, which is asked for when somebody wants it. */
    public static TlsLoopback holding(Supplier<String> document) throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
        return new TlsLoopback(
                new TestTls(NAME), (request, out) -> out.write((head + document.get()).getBytes(ISO_8859_1)));
    }

    /** A server that takes requests and does not answer. */
    public static TlsLoopback silent() throws Exception {
        return new TlsLoopback(new TestTls(NAME), (request, out) -> Thread.sleep(60_000));
    }

    /** A server that never stops to answer, a byte at a time. */
    public static TlsLoopback dripping() throws Exception {
        return new TlsLoopback(new TestTls(NAME), (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        });
    }

    /** The network that leads to this server, under its name. */
    public Network network() throws Exception {
        return HttpNetwork.open()
                .allowing(NAME)
                .resolvingWith(name -> new InetAddress[] {InetAddress.getLoopbackAddress()})
                .trusting(tls.client())
                .within(SHORT);
    }

    /** The address of the server. */
    public URI uri() {
        return server.uri("https", NAME, "/");
    }

    /** How often somebody has connected. */
    public int connections() {
        return server.connections();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
