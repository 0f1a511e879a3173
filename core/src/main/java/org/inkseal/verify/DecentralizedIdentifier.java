package org.inkseal.verify;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.cbor.JsonReader;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * A decentralized identifier (W3C DID 1.0 §3.1) without query and fragment.
 *
 * @param method how it is resolved, such as {@code jwk}
 * @param specific what the method makes of it
 */
record DecentralizedIdentifier(String method, String specific) {
    private static final String SCHEME = "did:";
    private static final String HOST = "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?";
    private static final String SEGMENT = "[A-Za-z0-9._-]+";

    /** The parts of an identifier or of a URL of one; nothing for any other text. */
    static Optional<DecentralizedIdentifier> parse(String text) {
        int fragment = text.indexOf('#');
        String did = fragment < 0 ? text : text.substring(0, fragment);
        int colon = did.indexOf(':', SCHEME.length());
        if (!did.startsWith(SCHEME) || colon <= SCHEME.length() || colon + 1 == did.length()) {
            return Optional.empty();
        }
        String method = did.substring(SCHEME.length(), colon);
        String specific = did.substring(colon + 1);
        boolean letters = method.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
        boolean characters = specific.chars()
                .allMatch(c -> c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || ".-_:%".indexOf(c) >= 0
                        || c == '=');
        return letters && characters ? Optional.of(new DecentralizedIdentifier(method, specific)) : Optional.empty();
    }

    /** Whether the identifier is the key itself. */
    boolean isJwk() {
        return method.equals("jwk");
    }

    /** Whether the key is to be had from a web server. */
    boolean isWeb() {
        return method.equals("web");
    }

    /**
     * The key that an identifier with the method {@code jwk} is.
     *
     * @throws MalformedException if it is no key that C2PA allows
     */
    VerificationKey key(Budget budget) throws MalformedException {
        Bytes json;
        try {
            json = Bytes.wrap(Base64.getUrlDecoder().decode(specific));
        } catch (IllegalArgumentException e) {
            throw new MalformedException(0, "the identifier is not base64url");
        }
        return JsonWebKey.read(JsonReader.read(json, budget));
    }

    /**
     * Where the document of an identifier with the method {@code web} is (did:web §2.5.2): below the path that the identifier
     * gives, or else in the well-known place. Nothing for one that is no host with a path of plain names.
     */
    Optional<URI> webAddress() {
        String[] parts = specific.split(":", -1);
        String host = parts[0].replaceFirst("%3[Aa](?=[0-9]{1,5}$)", ":");
        boolean plain = host.matches(HOST)
                && Stream.of(parts).skip(1).allMatch(part -> part.matches(SEGMENT) && !part.matches("\\.+"));
        if (!isWeb() || !plain) {
            return Optional.empty();
        }
        String path = parts.length == 1
                ? ".well-known"
                : String.join("/", List.of(parts).subList(1, parts.length));
        return Optional.of(URI.create("https://" + host + "/" + path + "/did.json"))
                .filter(address -> address.getHost() != null);
    }

    /** The identifier. */
    @Override
    public String toString() {
        return SCHEME + method + ':' + specific;
    }
}
