package org.inkseal.sign;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.DataHash;
import org.inkseal.asset.Layout;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/**
 * The hash of all bytes but the slot and what changes with its length (C2PA 2.2 §18.5). Padding takes up what the places of
 * these leave.
 *
 * @param algorithm what hashes
 * @param exclusions how many ranges the hash leaves out, at least 1; a layout must have as many
 */
record DataBinding(HashAlgorithm algorithm, int exclusions) implements Binding {
    /** Longer than any place in a file when encoded, so that the real one always fits. */
    private static final Range WIDEST = new Range(1L << 40, 1L << 40);

    /** The same for a number of the container that says how long the store is. */
    private static final Range WIDEST_NUMBER = new Range(1L << 40, 1);

    @Override
    public Assertion draft() {
        return hash(widest(), Bytes.wrap(new byte[algorithm.length()]));
    }

    @Override
    public Hashing over(Layout layout) {
        MessageDigest digest = algorithm.digest();
        List<Range> excluded = layout.excluded();
        int length = hash(widest(), Bytes.wrap(new byte[algorithm.length()])).encodedLength();
        return new Hashing() {
            @Override
            public void see(long position, ByteBuffer bytes) {
                digest.update(bytes);
            }

            @Override
            public Assertion assertion() {
                return hash(excluded, Bytes.wrap(digest.digest())).padded(length);
            }
        };
    }

    /** The binding of a file to a store that stands beside it (C2PA 2.2 §11.4), given the hash of the whole file. */
    Assertion whole(Bytes hash) {
        return new DataHash(
                List.of(), Optional.of(algorithm.label()), Optional.of(hash), Optional.empty(), Bytes.EMPTY);
    }

    private List<Range> widest() {
        List<Range> widest = new ArrayList<>(Collections.nCopies(exclusions - 1, WIDEST_NUMBER));
        widest.add(WIDEST);
        return widest;
    }

    private DataHash hash(List<Range> excluded, Bytes hash) {
        return new DataHash(
                excluded,
                Optional.of(algorithm.label()),
                Optional.of(hash),
                Optional.of("jumbf manifest"),
                Bytes.EMPTY);
    }
}
