package org.inkseal.net;

import java.io.IOException;
import java.net.URI;
import org.inkseal.io.Bytes;

/**
 * The way to other machines. Nothing of inkseal reaches one unless the caller hands over a network: without one,
 * everything works offline.
 *
 * <p>Whoever implements this answers for where it may lead: addresses come from pictures and certificates, and a stranger
 * chose them.
 */
public interface Network {
    /**
     * Fetches what is at an address.
     *
     * @param most bytes of a body that are accepted at most
     * @throws IOException if it cannot be reached, may not be reached, does not answer in time, answers with another
     *     status than 200, or with more than {@code most} bytes; the message says which and names the host
     */
    Reply get(URI uri, int most) throws IOException;

    /**
     * Sends a request with a body and takes the answer, as time-stamp authorities (RFC 3161 §3.4) and OCSP responders
     * (RFC 6960 Appendix A) want it.
     *
     * @param mediaType media type of the body
     * @param most bytes of a body that are accepted at most
     * @throws IOException as for {@link #get}
     */
    Reply post(URI uri, String mediaType, Bytes body, int most) throws IOException;

    /**
     * What came back.
     *
     * @param mediaType media type as the server names it, in lower case and without parameters; empty if it names none
     * @param body the body, whole
     */
    record Reply(String mediaType, Bytes body) {}
}
