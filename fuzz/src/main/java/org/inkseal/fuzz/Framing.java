package org.inkseal.fuzz;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.inkseal.io.Bytes;

/** How a part says what it is and how long. */
sealed interface Framing {
    /** Nothing is put around the content. */
    Framing NONE = new None();

    /**
     * Puts the frame around a content.
     *
     * @param declared what to declare as its length, or as the number of its children; the truth or not
     */
    Bytes wrap(Bytes content, long declared);

    /** Whether the frame declares the number of children, not a length. */
    default boolean counts() {
        return false;
    }

    /** A frame of the same kind for another type. */
    default Framing retyped(int type) {
        return this;
    }

    /** No frame. */
    record None() implements Framing {
        @Override
        public Bytes wrap(Bytes content, long declared) {
            return content;
        }
    }

    /** A box of ISO base media files and of JUMBF: its length, its type. */
    record Box(int type) implements Framing {
        @Override
        public Bytes wrap(Bytes content, long declared) {
            ByteBuffer head =
                    ByteBuffer.allocate(8).putInt((int) (declared + 8)).putInt(type);
            return Bytes.concat(Bytes.wrap(head.array()), content);
        }

        @Override
        public Framing retyped(int other) {
            return new Box(other);
        }
    }

    /** A chunk of PNG, with the right checksum. */
    record Chunk(int type) implements Framing {
        @Override
        public Bytes wrap(Bytes content, long declared) {
            CRC32 crc = new CRC32();
            Bytes named =
                    Bytes.concat(Bytes.wrap(ByteBuffer.allocate(4).putInt(type).array()), content);
            crc.update(named.toArray());
            return Bytes.concat(number((int) declared), named, number((int) crc.getValue()));
        }

        @Override
        public Framing retyped(int other) {
            return new Chunk(other);
        }
    }

    /** A chunk of RIFF, padded to an even length. */
    record Riff(int type) implements Framing {
        @Override
        public Bytes wrap(Bytes content, long declared) {
            Bytes head = Bytes.concat(number(type), number(Integer.reverseBytes((int) declared)));
            return Bytes.concat(head, content, Bytes.wrap(new byte[content.length() & 1]));
        }

        @Override
        public Framing retyped(int other) {
            return new Riff(other);
        }
    }

    /** A segment of JPEG. */
    record Segment(int code) implements Framing {
        @Override
        public Bytes wrap(Bytes content, long declared) {
            int length = (int) declared + 2;
            byte[] head = {(byte) 0xff, (byte) code, (byte) (length >> 8), (byte) length};
            return Bytes.concat(Bytes.wrap(head), content);
        }

        @Override
        public Framing retyped(int other) {
            return new Segment(0xc0 | other & 0x3f);
        }
    }

    /** A data item of CBOR that has a length or a number of items: major types 2 to 5. */
    record Item(int major) implements Framing {
        static final int ARRAY = 4;
        static final int MAP = 5;

        @Override
        public Bytes wrap(Bytes content, long declared) {
            return Bytes.concat(head(major, major == MAP ? declared / 2 : declared), content);
        }

        @Override
        public boolean counts() {
            return major >= ARRAY;
        }

        @Override
        public Framing retyped(int other) {
            return new Item(2 + (other & 3));
        }

        static Bytes head(int major, long argument) {
            int first = major << 5;
            if (argument >= 0 && argument < 24) {
                return Bytes.wrap(new byte[] {(byte) (first | argument)});
            }
            if (argument >= 0 && argument < 256) {
                return Bytes.wrap(new byte[] {(byte) (first | 24), (byte) argument});
            }
            if (argument >= 0 && argument < 65_536) {
                return Bytes.wrap(new byte[] {(byte) (first | 25), (byte) (argument >> 8), (byte) argument});
            }
            if (argument >= 0 && argument <= 0xffff_ffffL) {
                return Bytes.concat(Bytes.wrap(new byte[] {(byte) (first | 26)}), number((int) argument));
            }
            byte[] eight = ByteBuffer.allocate(8).putLong(argument).array();
            return Bytes.concat(Bytes.wrap(new byte[] {(byte) (first | 27)}), Bytes.wrap(eight));
        }
    }

    /** A tag of CBOR, before its one child. */
    record Tag(long number) implements Framing {
        @Override
        public Bytes wrap(Bytes content, long declared) {
            return Bytes.concat(Item.head(6, number), content);
        }

        @Override
        public Framing retyped(int other) {
            return new Tag(other & 0x1f);
        }
    }

    /** An element of DER. */
    record Element(int tag) implements Framing {
        @Override
        public Bytes wrap(Bytes content, long declared) {
            int length = (int) declared;
            if (length >= 0 && length < 128) {
                return Bytes.concat(Bytes.wrap(new byte[] {(byte) tag, (byte) length}), content);
            }
            if (length >= 0 && length < 256) {
                return Bytes.concat(Bytes.wrap(new byte[] {(byte) tag, (byte) 0x81, (byte) length}), content);
            }
            if (length >= 0 && length < 65_536) {
                byte[] head = {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
                return Bytes.concat(Bytes.wrap(head), content);
            }
            return Bytes.concat(Bytes.wrap(new byte[] {(byte) tag, (byte) 0x84}), number(length), content);
        }

        @Override
        public Framing retyped(int other) {
            return new Element(other & 0xbf);
        }
    }

    private static Bytes number(int value) {
        return Bytes.wrap(ByteBuffer.allocate(4).putInt(value).array());
    }
}
