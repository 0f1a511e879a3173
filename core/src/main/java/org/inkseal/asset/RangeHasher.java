package org.inkseal.asset;

import java.io.IOException;
import java.security.MessageDigest;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;

/** Hashes many sets of ranges of one file through one buffer. Not thread-safe. */
public final class RangeHasher {
    private final Pump pump;

    /** Hashes ranges of a file. */
    public RangeHasher(ByteSource source, Progress progress) {
        this.pump = new Pump(source, progress);
    }

    /** The hash of some ranges; resets the digest. */
    public Bytes hash(HashedRanges hashed, MessageDigest digest) throws IOException {
        for (Range range : hashed.ranges()) {
            pump.send(range, digest::update);
        }
        return Bytes.wrap(digest.digest());
    }
}
