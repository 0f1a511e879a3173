package org.inkseal.verify;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;

/**
 * Whether the {@code c2paAsset} of a credential is the signer payload in JSON, with byte strings in base64 (CAWG identity
 * assertion 1.3 §8.1.2.6).
 *
 * <p>Every member counts, known or not. Two liberties are taken, which change nothing of what is said: a hash algorithm
 * may be left out on one side where it is the default, and the base64 text may be spelled as the array of its character
 * codes, as many credentials in use have it.
 */
final class SignerPayloadMatch {
    private static final Value ALG = Value.of("alg");

    private final Optional<Value> defaultAlgorithm;

    /** @param defaultAlgorithm the hash algorithm of references that name none */
    SignerPayloadMatch(Optional<String> defaultAlgorithm) {
        this.defaultAlgorithm = defaultAlgorithm.map(Value::of);
    }

    boolean matches(Value payload, Optional<Value> asset) {
        return asset.isPresent() && same(payload.untagged(), asset.get());
    }

    // Recursion is bounded: no reader lets a value be nested deeper than its limit.
    private boolean same(Value cbor, Value json) {
        if (cbor instanceof Value.Dict left) {
            return json instanceof Value.Dict right && sameMembers(left, right);
        }
        if (cbor instanceof Value.Array left) {
            return json instanceof Value.Array right && sameItems(left.items(), right.items());
        }
        if (cbor instanceof Value.Binary binary) {
            return isBase64(binary.value(), json);
        }
        return cbor.equals(json);
    }

    private boolean sameMembers(Value.Dict left, Value.Dict right) {
        TreeSet<String> names = new TreeSet<>();
        for (Map<Value, Value> entries : List.of(left.entries(), right.entries())) {
            for (Value key : entries.keySet()) {
                if (!(key instanceof Value.Text text)) {
                    return false;
                }
                names.add(text.value());
            }
        }
        for (String name : names) {
            Value key = Value.of(name);
            Optional<Value> ours = member(left, key);
            Optional<Value> theirs = member(right, key);
            if (ours.isEmpty() != theirs.isEmpty()
                    || ours.isPresent() && !same(ours.get().untagged(), theirs.get())) {
                return false;
            }
        }
        return true;
    }

    private Optional<Value> member(Value.Dict dict, Value key) {
        Optional<Value> value = dict.get(key);
        boolean reference = dict.get("url").isPresent() && dict.get("hash").isPresent();
        return key.equals(ALG) && reference ? value.or(() -> defaultAlgorithm) : value;
    }

    private boolean sameItems(List<Value> left, List<Value> right) {
        boolean same = left.size() == right.size();
        for (int i = 0; same && i < left.size(); i++) {
            same = same(left.get(i).untagged(), right.get(i));
        }
        return same;
    }

    private static boolean isBase64(Bytes bytes, Value json) {
        String text = Base64.getEncoder().encodeToString(bytes.toArray());
        if (json instanceof Value.Array codes) {
            return codes.items().equals(text.chars().mapToObj(Value::of).toList());
        }
        return json.equals(Value.of(text));
    }
}
