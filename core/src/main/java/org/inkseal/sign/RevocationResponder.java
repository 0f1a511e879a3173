package org.inkseal.sign;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.net.Network;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.RevocationRequest;
import org.jspecify.annotations.Nullable;

/**
 * The OCSP responder that a signer's certificate names (C2PA 2.2 §14.7). An answer is asked for once and used for an
 * hour, or until it runs out. Thread-safe.
 */
public final class RevocationResponder implements RevocationSource {
    private static final int MOST_BYTES = 16 << 10;
    private static final Duration USE = Duration.ofHours(1);

    private final Network network;
    private final Clock clock;
    private final URI address;
    private final RevocationRequest request;
    private @Nullable Bytes response;
    private Instant until = Instant.MIN;

    private RevocationResponder(Network network, Clock clock, URI address, RevocationRequest request) {
        this.network = network;
        this.clock = clock;
        this.address = address;
        this.request = request;
    }

    /**
     * The responder for a signer.
     *
     * @param others certificates in DER among which the issuer's may be, where the signer's own chain lacks it
     * @throws SigningException if the certificate names none, or its issuer's certificate is not at hand
     */
    public static RevocationResponder of(Signer signer, List<Bytes> others, Network network, Clock clock)
            throws SigningException {
        List<Bytes> chain = new ArrayList<>(signer.certificates());
        chain.addAll(others);
        try {
            Certificate leaf = Certificate.parse(chain.get(0));
            Optional<String> address = RevocationRequest.responder(leaf);
            if (address.isEmpty()) {
                throw new SigningException("the certificate names no OCSP responder");
            }
            RevocationRequest request = new RevocationRequest(leaf, issuer(leaf, chain));
            return new RevocationResponder(network, clock, new URI(address.get()), request);
        } catch (MalformedException | URISyntaxException e) {
            throw new SigningException("the OCSP responder cannot be found: " + e.getMessage(), e);
        }
    }

    private static Certificate issuer(Certificate leaf, List<Bytes> chain) throws MalformedException, SigningException {
        for (Bytes der : chain) {
            Certificate certificate = Certificate.parse(der);
            if (!certificate.equals(leaf) && leaf.isSignedBy(certificate)) {
                return certificate;
            }
        }
        throw new SigningException("asking an OCSP responder needs the certificate of the issuer");
    }

    @Override
    public synchronized Bytes response() throws IOException, SigningException {
        Instant now = clock.instant();
        if (response != null && now.isBefore(until)) {
            return response;
        }
        Network.Reply reply = network.post(address, RevocationRequest.MEDIA_TYPE, request.der(), MOST_BYTES);
        try {
            Instant end = request.requireGood(reply.body(), now).orElse(now.plus(USE));
            until = end.isBefore(now.plus(USE)) ? end : now.plus(USE);
            response = reply.body();
            return reply.body();
        } catch (MalformedException e) {
            throw new SigningException(address.getHost() + ": " + e.getMessage(), e);
        }
    }
}
