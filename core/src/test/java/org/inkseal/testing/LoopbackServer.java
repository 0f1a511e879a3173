package org.inkseal.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.inkseal.io.Bytes;
import org.inkseal.net.Network;

/** An HTTP server on this machine that gives what a test tells it, and a way there without any rules. */
public final class LoopbackServer implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();

    /** Makes the answer to a body. */
    public interface Answer {
        byte[] to(byte[] request) throws Exception;
    }

    public LoopbackServer(int port, Answer answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] body;
            try {
                body = answer.to(exchange.getRequestBody().readAllBytes());
            } catch (Exception e) {
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_INTERNAL_ERROR, -1);
                exchange.close();
                return;
            }
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public LoopbackServer(Answer answer) throws IOException {
        this(0, answer);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public int requests() {
        return requests.get();
    }

    /** A network that reaches anything, with little patience. */
    public static Network network() {
        return new Network() {
            @Override
            public Reply get(URI uri, int most) throws IOException {
                return exchange((HttpURLConnection) uri.toURL().openConnection(), most);
            }

            @Override
            public Reply post(URI uri, String mediaType, Bytes body, int most) throws IOException {
                HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
                connection.setDoOutput(true);
                connection.setConnectTimeout(TIMEOUT_MILLIS);
                connection.setReadTimeout(TIMEOUT_MILLIS);
                connection.setRequestProperty("Content-Type", mediaType);
                connection.getOutputStream().write(body.toArray());
                return exchange(connection, most);
            }
        };
    }

    private static Network.Reply exchange(HttpURLConnection connection, int most) throws IOException {
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException(connection.getURL().getHost() + " answers " + connection.getResponseCode());
        }
        byte[] body = connection.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new IOException(connection.getURL().getHost() + " answers with more than " + most + " bytes");
        }
        return new Network.Reply(String.valueOf(connection.getContentType()), Bytes.wrap(body));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
