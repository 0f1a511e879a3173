package org.inkseal.sign;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.BmffHash;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.BmffHasher;
import org.inkseal.asset.Layout;
import org.inkseal.asset.Moves;
import org.inkseal.asset.Region;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/**
 * The hash of an ISO base media file (C2PA 2.2 §18.6): of each box of the file, but those of C2PA and {@code mfra}, where
 * it starts and its bytes.
 */
record BmffBinding(AssetMap map, HashAlgorithm algorithm) implements Binding {
    @Override
    public Assertion draft() {
        return BmffHash.of(algorithm.label(), Bytes.wrap(new byte[algorithm.length()]));
    }

    @Override
    public Hashing over(Layout layout) {
        Moves moves = Moves.of(layout);
        List<Range> boxes = new ArrayList<>();
        for (Region region : map.regions()) {
            if (region.kind() != Region.Kind.CARRIER && !region.name().equals("mfra")) {
                boxes.add(new Range(
                        moves.apply(region.range().start()), region.range().length()));
            }
        }
        return new BoxHashing(boxes, algorithm);
    }

    /** Hashes the boxes of an output, which come in order. */
    private static final class BoxHashing implements Hashing {
        private final List<Range> boxes;
        private final HashAlgorithm algorithm;
        private final MessageDigest digest;
        private int next;

        BoxHashing(List<Range> boxes, HashAlgorithm algorithm) {
            this.boxes = boxes;
            this.algorithm = algorithm;
            this.digest = algorithm.digest();
        }

        @Override
        public void see(long position, ByteBuffer bytes) {
            long at = position;
            while (bytes.hasRemaining() && next < boxes.size()) {
                Range box = boxes.get(next);
                if (at == box.start()) {
                    BmffHasher.mark(digest, at);
                }
                boolean hashed = at >= box.start();
                long end = hashed ? box.end() : box.start();
                int count = (int) Math.min(end - at, bytes.remaining());
                if (hashed) {
                    digest.update(bytes.slice().limit(count));
                }
                bytes.position(bytes.position() + count);
                at += count;
                next += at == box.end() ? 1 : 0;
            }
        }

        @Override
        public Assertion assertion() {
            return BmffHash.of(algorithm.label(), Bytes.wrap(digest.digest()));
        }
    }
}
