package org.inkseal.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens connections, and only to addresses that were looked at.
 *
 * @param resolver looks up names
 * @param tls makes TLS connections; those of the Java runtime, with its authorities, if there is none
 */
record Dialer(Resolver resolver, Optional<SSLSocketFactory> tls) {
    private static final int MOST_ADDRESSES = 4;

    /**
     * Opens a connection.
     *
     * @throws IOException if one of the addresses is not public, none can be reached, or the server cannot prove its
     *     name
     */
    Connection dial(Target target, Patience patience, Alarm alarm) throws IOException {
        InetAddress[] addresses = target.host().literal().isPresent()
                ? new InetAddress[] {target.host().literal().get()}
                : lookUp(target.host().text(), alarm);
        if (!target.allowed()) {
            // All of them: an answer that mixes public and private addresses is no accident.
            for (InetAddress address : addresses) {
                Optional<String> refusal = AddressRule.refusal(address);
                if (refusal.isPresent()) {
                    throw new IOException("leads to an address that is not public (" + refusal.get() + ")");
                }
            }
        }
        Socket plain = connect(addresses, target.port(), patience, alarm);
        try {
            plain.setSoTimeout((int) patience.idle().toMillis());
            return new Connection(plain, target.secure() ? secure(plain, target) : plain);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /** Looks a name up on another thread, since nothing else bounds how long that takes. */
    private InetAddress[] lookUp(String name, Alarm alarm) throws IOException {
        FutureTask<InetAddress[]> task = new FutureTask<>(() -> resolver.addresses(name));
        Thread thread = new Thread(task, "inkseal name look-up");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(alarm.left(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer to the look-up of its name in time", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IOException("its name cannot be looked up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static Socket connect(InetAddress[] addresses, int port, Patience patience, Alarm alarm)
            throws IOException {
        IOException last = new IOException("no address");
        for (int i = 0; i < Math.min(addresses.length, MOST_ADDRESSES) && !alarm.isOver(); i++) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            alarm.guard(socket);
            try {
                socket.connect(new InetSocketAddress(addresses[i], port), (int)
                        Math.min(patience.connect().toMillis(), alarm.left()));
                return socket;
            } catch (IOException e) {
                socket.close();
                last = new IOException("cannot be reached: " + e.getMessage(), e);
            }
        }
        throw last;
    }

    private SSLSocket secure(Socket plain, Target target) throws IOException {
        SSLSocketFactory factory = tls.orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        SSLSocket secure = (SSLSocket) factory.createSocket(plain, target.host().text(), target.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        if (target.host().literal().isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(target.host().text())));
        }
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }
}
