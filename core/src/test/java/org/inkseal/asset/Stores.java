package org.inkseal.asset;

import java.nio.ByteBuffer;
import java.util.Random;
import org.inkseal.io.Bytes;

/** Bytes that begin like a manifest store and go on at random. */
final class Stores {
    /** LBox, 'jumb', and a description box with the type and the label of a store. */
    static final int HEAD = 38;

    private Stores() {}

    static Bytes ofSize(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        head.putInt(size).put("jumb".getBytes()).put(description("c2pa"));
        System.arraycopy(head.array(), 0, bytes, 0, Math.min(size, HEAD));
        return Bytes.wrap(bytes);
    }

    /** A description box of the store type with another label of four letters. */
    static byte[] description(String label) {
        ByteBuffer box = ByteBuffer.allocate(30);
        box.putInt(30).put("jumd".getBytes()).put(Hex.bytes("63327061 0011 0010 8000 00aa00389b71"));
        return box.put((byte) 3).put(label.getBytes()).put((byte) 0).array();
    }
}
