package org.inkseal.sign;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.DataHash;
import org.inkseal.asset.Layout;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/** The hash of all bytes but the slot (C2PA 2.2 §18.5). Padding takes up what the place of the slot leaves. */
record DataBinding(HashAlgorithm algorithm) implements Binding {
    /** Longer than any place in a file when encoded, so that the real one always fits. */
    private static final Range WIDEST = new Range(1L << 40, 1L << 40);

    @Override
    public Assertion draft() {
        return hash(WIDEST, Bytes.wrap(new byte[algorithm.length()]));
    }

    @Override
    public Hashing over(Layout layout) {
        MessageDigest digest = algorithm.digest();
        Range slot = layout.slot().orElseThrow();
        int length = hash(WIDEST, Bytes.wrap(new byte[algorithm.length()])).encodedLength();
        return new Hashing() {
            @Override
            public void see(long position, ByteBuffer bytes) {
                digest.update(bytes);
            }

            @Override
            public Assertion assertion() {
                return hash(slot, Bytes.wrap(digest.digest())).padded(length);
            }
        };
    }

    /** The binding of a file to a store that stands beside it (C2PA 2.2 §11.4), given the hash of the whole file. */
    Assertion whole(Bytes hash) {
        return new DataHash(
                List.of(), Optional.of(algorithm.label()), Optional.of(hash), Optional.empty(), Bytes.EMPTY);
    }

    private DataHash hash(Range slot, Bytes hash) {
        return new DataHash(
                List.of(slot),
                Optional.of(algorithm.label()),
                Optional.of(hash),
                Optional.of("jumbf manifest"),
                Bytes.EMPTY);
    }
}
