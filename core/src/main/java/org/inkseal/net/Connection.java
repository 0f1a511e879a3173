package org.inkseal.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * An open connection.
 *
 * @param plain the connection itself
 * @param spoken what is spoken on it: the same, or TLS
 */
record Connection(Socket plain, Socket spoken) implements Closeable {
    InputStream in() throws IOException {
        return spoken.getInputStream();
    }

    OutputStream out() throws IOException {
        return spoken.getOutputStream();
    }

    /** Hangs up without a farewell, which could keep waiting for a peer that does not listen. */
    @Override
    public void close() throws IOException {
        plain.close();
    }
}
