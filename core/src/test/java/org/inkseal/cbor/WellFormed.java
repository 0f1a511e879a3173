package org.inkseal.cbor;

import org.inkseal.io.Bytes;

/** Whether bytes are one well-formed data item: the procedure of RFC 8949 appendix C, as a second opinion. */
final class WellFormed {
    private final Bytes bytes;
    private long at;

    private WellFormed(Bytes bytes) {
        this.bytes = bytes;
    }

    static boolean test(Bytes bytes) {
        WellFormed document = new WellFormed(bytes);
        try {
            return document.item(false) != BREAK && document.at == bytes.length();
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static final int BREAK = 99;

    private int item(boolean breakable) {
        int first = bytes.unsigned((int) at++);
        int major = first >> 5;
        int info = first & 0x1f;
        long value = info;
        if (info >= 24 && info < 28) {
            value = take(1 << (info - 24));
        } else if (info >= 28 && info < 31) {
            throw new IndexOutOfBoundsException("reserved");
        } else if (info == 31) {
            return indefinite(major, breakable);
        }
        switch (major) {
            case 2, 3 -> skip(value);
            case 4 -> items(value);
            case 5 -> {
                items(value);
                items(value);
            }
            case 6 -> item(false);
            case 7 -> {
                if (info == 24 && value < 32) {
                    throw new IndexOutOfBoundsException("bad simple");
                }
            }
            default -> {}
        }
        return major;
    }

    private void items(long count) {
        for (long i = 0; i != count; i++) {
            item(false);
        }
    }

    private int indefinite(int major, boolean breakable) {
        switch (major) {
            case 2, 3 -> {
                while (true) {
                    int first = bytes.unsigned((int) at);
                    int chunk = item(true);
                    if (chunk == BREAK) {
                        break;
                    }
                    if (chunk != major || (first & 0x1f) == 31) {
                        throw new IndexOutOfBoundsException("chunk");
                    }
                }
            }
            case 4 -> {
                while (item(true) != BREAK) {}
            }
            case 5 -> {
                while (item(true) != BREAK) {
                    item(false);
                }
            }
            case 7 -> {
                if (breakable) {
                    return BREAK;
                }
                throw new IndexOutOfBoundsException("break");
            }
            default -> throw new IndexOutOfBoundsException("indefinite integer or tag");
        }
        return major;
    }

    private long take(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes.unsigned((int) at++);
        }
        return value;
    }

    private void skip(long length) {
        if (length < 0 || length > bytes.length() - at) {
            throw new IndexOutOfBoundsException("end");
        }
        at += length;
    }
}
