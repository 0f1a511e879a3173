package org.inkseal.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/** A server on the loopback interface that answers as a test wants it to, however badly. */
final class ToyServer implements Closeable {
    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int connections;

    /** What to do with a request. */
    interface Behaviour {
        void answer(String request, OutputStream out) throws Exception;
    }

    private ToyServer(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
    }

    static ToyServer start(Behaviour behaviour) {
        try {
            return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
        } catch (IOException e) {
            Assumptions.abort("skipped: no socket on the loopback interface: " + e.getMessage());
            throw new AssertionError(e);
        }
    }

    static ToyServer start(ServerSocket socket, Behaviour behaviour) {
        ToyServer server = new ToyServer(socket, behaviour);
        Thread thread = new Thread(server::serve, "toy server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** One that answers each request with the same text. */
    static ToyServer saying(String answer) {
        return start((request, out) -> out.write(answer.getBytes(ISO_8859_1)));
    }

    URI uri(String scheme, String host, String path) {
        return URI.create(scheme + "://" + host + ":" + socket.getLocalPort() + path);
    }

    URI uri() {
        return uri("http", "127.0.0.1", "/");
    }

    /** Heads and bodies of all requests so far. */
    List<String> requests() {
        return requests;
    }

    int connections() {
        return connections;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket peer = socket.accept();
                connections++;
                Thread thread = new Thread(() -> converse(peer), "toy conversation");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket peer) {
        try (peer) {
            String request = request(peer.getInputStream());
            requests.add(request);
            behaviour.answer(request, peer.getOutputStream());
            peer.getOutputStream().flush();
        } catch (Exception e) {
            // The client hung up, which many of these tests are about.
            return;
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("no whole request");
            }
            bytes.write(b);
        }
        String head = bytes.toString(ISO_8859_1);
        int at = head.indexOf("Content-Length: ");
        if (at < 0) {
            return head;
        }
        int length = Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
        return head + new String(in.readNBytes(length), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
