package org.inkseal.verify;

import java.util.Base64;
import java.util.Optional;
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

    /** The identifier. */
    @Override
    public String toString() {
        return SCHEME + method + ':' + specific;
    }
}
