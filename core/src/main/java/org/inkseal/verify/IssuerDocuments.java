package org.inkseal.verify;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.net.Network;

/**
 * The keys of issuers whose identifier names a web server ({@code did:web}), from the document that the server has of them.
 * It is fetched only over a network that the caller handed over, each once for a verification.
 */
final class IssuerDocuments {
    private static final int MOST_BYTES = 64 << 10;
    private static final int MOST_KEYS = 8;

    /** Identifiers come from the file: it may not make this computer wait for any number of servers. */
    private static final int MOST_ISSUERS = 4;

    private final Verification verification;
    private final Map<DecentralizedIdentifier, Optional<Bytes>> documents = new HashMap<>();

    IssuerDocuments(Verification verification) {
        this.verification = verification;
    }

    /**
     * The keys with which an issuer may sign credentials.
     *
     * @throws IOException if there is no network, no address in the identifier, or no answer
     * @throws MalformedException if the answer is no document of this issuer, or has no key that C2PA allows
     */
    List<VerificationKey> keys(DecentralizedIdentifier issuer) throws IOException, MalformedException {
        Network network =
                verification.network().orElseThrow(() -> new IOException("not looked up, since nothing is fetched"));
        URI address = issuer.webAddress().orElseThrow(() -> new IOException("names no server that may be asked"));
        if (!documents.containsKey(issuer)) {
            if (documents.size() >= MOST_ISSUERS) {
                throw new IOException("at most " + MOST_ISSUERS + " issuers are looked up for a picture");
            }
            // Remembered before it is asked, so that nobody waits twice for the same silence.
            documents.put(issuer, Optional.empty());
            documents.put(issuer, Optional.of(network.get(address, MOST_BYTES).body()));
        }
        Bytes document = documents
                .getOrDefault(issuer, Optional.empty())
                .orElseThrow(() -> new IOException("the server did not answer"));
        return read(issuer, JsonReader.read(document, verification.budget()));
    }

    private static List<VerificationKey> read(DecentralizedIdentifier issuer, Value document)
            throws MalformedException {
        if (!text(document, "id").equals(Optional.of(issuer.toString()))) {
            throw new MalformedException(0, "a document of somebody else than " + issuer);
        }
        List<Value> methods = list(document, "verificationMethod");
        List<VerificationKey> keys = new ArrayList<>();
        for (Value entry : list(document, "assertionMethod")) {
            if (keys.size() < MOST_KEYS) {
                keys.add(JsonWebKey.read(method(issuer, entry, methods)
                        .get("publicKeyJwk")
                        .orElseThrow(() -> new MalformedException(0, "a key in another form than publicKeyJwk"))));
            }
        }
        if (keys.isEmpty()) {
            throw new MalformedException(0, "no key for assertions in the document of " + issuer);
        }
        return keys;
    }

    /** A method as it stands there, or the one of the document that is referred to. */
    private static Value method(DecentralizedIdentifier issuer, Value entry, List<Value> methods)
            throws MalformedException {
        Optional<String> reference = entry.asText();
        if (reference.isEmpty()) {
            return entry;
        }
        String absolute = absolute(issuer, reference.get());
        return methods.stream()
                .filter(method -> text(method, "id")
                        .filter(id -> absolute(issuer, id).equals(absolute))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new MalformedException(0, "a key for assertions that is not in the document"));
    }

    private static String absolute(DecentralizedIdentifier issuer, String id) {
        return id.startsWith("#") ? issuer + id : id;
    }

    private static Optional<String> text(Value map, String key) {
        return map.get(key).flatMap(Value::asText);
    }

    private static List<Value> list(Value map, String key) {
        return map.get(key).flatMap(Value::asArray).orElse(List.of());
    }
}
