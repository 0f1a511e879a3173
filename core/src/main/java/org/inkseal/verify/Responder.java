package org.inkseal.verify;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.net.Network;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.OcspRequest;
import org.inkseal.trust.OcspResponse;
import org.inkseal.trust.OcspRule;
import org.inkseal.trust.OcspVerdict;
import org.inkseal.trust.OcspVerdict.Status;

/**
 * Asks the responders that certificates name (C2PA 2.4 §15.9.2), once for each certificate of a verification. Whatever
 * goes wrong on the way leads to an answer that says nothing, never to a worse one.
 */
final class Responder {
    private static final int NONCE_BYTES = 16;

    /** Addresses come from the file: it may not make this computer wait for any number of them. */
    private static final int MOST_QUESTIONS = 8;

    private final Verification verification;
    private final Map<Certificate, Optional<OcspResponse>> answers = new HashMap<>();

    Responder(Verification verification) {
        this.verification = verification;
    }

    /** Where to ask: the first address of the web, if there is a network to ask over. */
    Optional<URI> address(Certificate subject) {
        if (verification.network().isPresent()) {
            for (String address : subject.ocspResponders()) {
                if (address.startsWith("http://") || address.startsWith("https://")) {
                    return uri(address);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> uri(String address) {
        try {
            return Optional.of(URI.create(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The answer; {@link Status#UNUSABLE} with the reason where there is none. */
    OcspVerdict ask(Network network, URI address, Certificate subject, Certificate issuer, OcspRule rule) {
        try {
            if (!answers.containsKey(subject)) {
                // Remembered before it is asked, so that nobody waits twice for the same silence.
                answers.put(subject, Optional.empty());
                answers.put(subject, Optional.of(fetch(network, address, subject, issuer)));
            }
            Optional<OcspResponse> answer = answers.getOrDefault(subject, Optional.empty());
            return answer.isPresent()
                    ? answer.get().about(subject, issuer, rule, verification.budget())
                    : new OcspVerdict(Status.UNUSABLE, "the responder did not answer");
        } catch (IOException | MalformedException e) {
            return new OcspVerdict(Status.UNUSABLE, "no answer of the responder can be used: " + e.getMessage());
        }
    }

    private OcspResponse fetch(Network network, URI address, Certificate subject, Certificate issuer)
            throws IOException, MalformedException {
        if (answers.size() > MOST_QUESTIONS) {
            throw new IOException("at most " + MOST_QUESTIONS + " certificates of a picture are asked about");
        }
        byte[] random = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(random);
        Bytes nonce = Bytes.wrap(random);
        int most = Math.toIntExact(verification.budget().limits().of(Limit.OCSP_BYTES));
        Network.Reply reply =
                network.post(address, OcspRequest.MEDIA_TYPE, OcspRequest.of(subject, issuer, nonce), most);
        OcspResponse answer = OcspResponse.read(reply.body(), verification.budget());
        if (answer.nonce().filter(seen -> !seen.equals(nonce)).isPresent()) {
            throw new IOException("it answers another question");
        }
        return answer;
    }
}
