package org.inkseal.sign;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.net.Network;
import org.inkseal.trust.TimeStampRequest;
import org.jspecify.annotations.Nullable;

/**
 * A time-stamp authority that answers over HTTP (RFC 3161 §3.4). It is asked up to three times, with a pause of a random
 * length that grows; an answer that does not fit the question counts as none.
 */
public final class TimeStampService implements TimeStampAuthority {
    private static final int ATTEMPTS = 3;
    private static final long FIRST_PAUSE_MILLIS = 200;

    private final Network network;
    private final URI address;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * An authority.
     *
     * @param clock the present, for answers that come from the future
     * @param random where nonces and the lengths of pauses come from
     */
    public TimeStampService(Network network, URI address, Clock clock, RandomGenerator random) {
        this.network = network;
        this.address = address;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Bytes token(Bytes stamped, HashAlgorithm algorithm) throws IOException {
        IOException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                pause(FIRST_PAUSE_MILLIS << attempt);
            }
            try {
                return ask(stamped, algorithm);
            } catch (IOException e) {
                last = worse(last, e);
            } catch (MalformedException e) {
                last = worse(last, new IOException(address.getHost() + ": " + e.getMessage(), e));
            }
        }
        throw Objects.requireNonNull(last);
    }

    private Bytes ask(Bytes stamped, HashAlgorithm algorithm) throws IOException, MalformedException {
        TimeStampRequest request = new TimeStampRequest(stamped, algorithm, random);
        int most = (int) Limit.TIME_STAMP_BYTES.standard();
        Network.Reply reply = network.post(address, TimeStampRequest.MEDIA_TYPE, request.der(), most);
        return request.token(reply.body(), clock.instant());
    }

    private static IOException worse(@Nullable IOException before, IOException now) {
        if (before != null) {
            now.addSuppressed(before);
        }
        return now;
    }

    private void pause(long most) throws IOException {
        try {
            Thread.sleep(random.nextLong(most / 2, most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the time-stamp authority", e);
        }
    }
}
