package org.inkseal.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A part of a source as a source of its own, whose first byte is byte 0. Closing it leaves the whole open. */
record PartSource(ByteSource whole, Range part) implements ByteSource {
    @Override
    public long size() {
        return part.length();
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        long left = part.length() - position;
        if (left <= 0) {
            return -1;
        }
        int limit = target.limit();
        target.limit((int) Math.min(limit, target.position() + left));
        try {
            return whole.read(part.start() + position, target);
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public void close() {
        // whoever opened the whole closes it
    }
}
