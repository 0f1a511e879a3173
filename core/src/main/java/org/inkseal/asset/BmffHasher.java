package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;

/** Hashes parts of an ISO base media file through one buffer, as C2PA 2.2 §18.6.2 has it. Not thread-safe. */
public final class BmffHasher {
    private final Pump pump;
    private final MessageDigest digest;

    /** Hashes with a digest that nobody else uses meanwhile. */
    public BmffHasher(ByteSource source, MessageDigest digest) {
        this.pump = new Pump(source, Progress.NONE);
        this.digest = digest;
    }

    /** Adds where a box of the file starts, as eight bytes. */
    public void mark(long start) {
        mark(digest, start);
    }

    /** Adds where a box of the file starts to a digest. */
    public static void mark(MessageDigest digest, long start) {
        digest.update(ByteBuffer.allocate(8).putLong(start).flip());
    }

    /** Adds bytes of the file. */
    public void add(List<Range> ranges) throws IOException {
        for (Range range : ranges) {
            pump.send(range, digest::update);
        }
    }

    /** Adds bytes that come from elsewhere. */
    public void add(Bytes bytes) {
        bytes.updateInto(digest);
    }

    /** The hash of what was added, and begins anew. */
    public Bytes finish() {
        return Bytes.wrap(digest.digest());
    }
}
