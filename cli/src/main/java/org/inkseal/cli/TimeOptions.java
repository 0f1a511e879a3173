package org.inkseal.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.inkseal.Signing;
import org.inkseal.io.Bytes;
import org.inkseal.net.HttpNetwork;
import org.inkseal.sign.RevocationResponder;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SigningException;
import org.inkseal.sign.TimeStampService;
import org.inkseal.sign.TimeStamping;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.RevocationRequest;
import picocli.CommandLine.Model.CommandSpec;

/** The options that ask others about a signature while it is made: when it was, and whether the certificate is good. */
final class TimeOptions {
    private final Setting<String> authority = Setting.option(
            String.class,
            "URL",
            "Have each signature time-stamped by this RFC 3161 authority, so that it outlives its certificate."
                    + " The authority sees a hash, and when you sign.",
            "--tsa");

    private final Setting<Boolean> optional =
            Setting.flag("Sign without a time-stamp, with a warning, when none can be had.", "--tsa-optional");

    private final Setting<Boolean> ocsp = Setting.flag(
            "Add an answer of the certificate's OCSP responder that it is not revoked; needs --tsa.", "--ocsp");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, authority, optional, ocsp);
    }

    boolean isOn() {
        return authority.value().isPresent();
    }

    /** Checks what needs no other machine. */
    void check() throws UsageException {
        if (Setting.on(optional) && !isOn()) {
            throw new UsageException("--tsa-optional needs --tsa");
        }
        if (Setting.on(ocsp) && !isOn()) {
            throw new UsageException("--ocsp needs --tsa", "the answer proves something only about a known time");
        }
        if (isOn()) {
            address();
        }
    }

    /**
     * Makes a signing do so.
     *
     * @param certificates those that the caller gave with the key
     */
    Signing applyTo(Signing signing, Signer signer, List<Bytes> certificates, Clock clock)
            throws IOException, UsageException {
        check();
        if (!isOn()) {
            return signing;
        }
        URI address = address();
        TimeStampService service = new TimeStampService(network(address), address, clock, new SecureRandom());
        Signing stamping = signing.timeStamping(new TimeStamping(service, !Setting.on(optional)));
        if (!Setting.on(ocsp)) {
            return stamping;
        }
        try {
            Certificate leaf = Certificate.parse(signer.certificates().get(0));
            String responder = RevocationRequest.responder(leaf)
                    .orElseThrow(() -> new UsageException("--ocsp: the certificate names no OCSP responder"));
            return stamping.stapling(
                    RevocationResponder.of(signer, certificates, network(URI.create(responder)), clock));
        } catch (SigningException | org.inkseal.io.MalformedException | IllegalArgumentException e) {
            throw new UsageException("--ocsp: " + e.getMessage());
        }
    }

    private URI address() throws UsageException {
        String text = authority.value().orElseThrow();
        try {
            URI address = new URI(text);
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new UsageException("--tsa: a URL with http or https is allowed, not '" + text + "'");
    }

    /** A host that the caller names is the caller's choice, wherever it is; most authorities offer plain HTTP only. */
    private static HttpNetwork network(URI address) {
        return HttpNetwork.open().allowing(address.getHost());
    }
}
