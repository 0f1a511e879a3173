package org.inkseal.io;

import java.nio.ByteBuffer;

/** Bytes that are already in memory. */
final class MemorySource implements ByteSource {
    private final Bytes bytes;

    MemorySource(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length();
    }

    @Override
    public int read(long position, ByteBuffer target) {
        if (position >= bytes.length()) {
            return -1;
        }
        int from = (int) position;
        int count = Math.min(target.remaining(), bytes.length() - from);
        target.put(bytes.slice(from, from + count).buffer());
        return count;
    }

    @Override
    public void close() {
        // memory needs no closing
    }
}
