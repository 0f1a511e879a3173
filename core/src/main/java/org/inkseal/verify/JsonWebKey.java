package org.inkseal.verify;

import java.util.Base64;
import org.inkseal.assertion.Fields;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.KeyNumbers;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.crypto.VerificationKey.Kind;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** Public keys in JSON (RFC 7517, RFC 7518 §6, RFC 8037 §2). */
final class JsonWebKey {
    private JsonWebKey() {}

    /**
     * Reads a public key.
     *
     * @throws MalformedException if it is of another kind than C2PA allows, incomplete, or accompanied by its secret
     */
    static VerificationKey read(Value json) throws MalformedException {
        if (json.get("d").isPresent()) {
            throw new MalformedException(0, "the key is published together with its secret");
        }
        String type = Fields.text(json, "kty");
        return switch (type) {
            case "EC" -> KeyNumbers.ec(curve(json), number(json, "x"), number(json, "y"));
            case "OKP" -> {
                if (!Fields.text(json, "crv").equals("Ed25519")) {
                    throw new MalformedException(0, "a key on another curve than Ed25519");
                }
                yield KeyNumbers.ed25519(number(json, "x"));
            }
            case "RSA" -> KeyNumbers.rsa(number(json, "n"), number(json, "e"));
            default -> throw new MalformedException(0, "a key of the type " + type);
        };
    }

    private static Kind curve(Value json) throws MalformedException {
        String curve = Fields.text(json, "crv");
        return switch (curve) {
            case "P-256" -> Kind.P256;
            case "P-384" -> Kind.P384;
            case "P-521" -> Kind.P521;
            default -> throw new MalformedException(0, "a key on the curve " + curve);
        };
    }

    private static Bytes number(Value json, String key) throws MalformedException {
        String text = Fields.text(json, key);
        try {
            return Bytes.wrap(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw Fields.wrong(key, "base64url");
        }
    }
}
