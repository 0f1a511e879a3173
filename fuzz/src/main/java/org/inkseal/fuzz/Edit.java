package org.inkseal.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.inkseal.io.Bytes;

/** One change to the parts of a file. All lengths around it are set right, unless it is the length that is a lie. */
enum Edit {
    /** A part is gone. */
    DELETE {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            siblings.remove(index);
        }
    },
    /** A part is there twice. */
    DUPLICATE {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            siblings.add(
                    random.nextInt(siblings.size() + 1), siblings.get(index).copy());
        }
    },
    /** Two parts have changed places. */
    SWAP {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            siblings.add(random.nextInt(siblings.size()), siblings.remove(index));
        }
    },
    /** A part stands in place of another. */
    REPLACE {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            siblings.set(index, any(all, random).copy());
        }
    },
    /** A part stands in one more place. */
    INSERT {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            siblings.add(index, any(all, random).copy());
        }
    },
    /** One bit of a part is flipped. */
    FLIP {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            Node node = siblings.get(index);
            byte[] changed = content(node);
            if (changed.length > 0) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            refill(node, changed);
        }
    },
    /** A part says that it is longer or shorter than it is. */
    LIE {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            long[] lies = {
                -8,
                -1,
                1,
                2,
                8,
                255,
                65_536,
                Integer.MAX_VALUE,
                Integer.MIN_VALUE,
                -2L * Integer.MIN_VALUE,
                Long.MAX_VALUE
            };
            siblings.get(index).lie = random.nextInt(4) == 0 ? random.nextLong() : lies[random.nextInt(lies.length)];
        }
    },
    /** A part ends earlier. */
    CUT {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            Node node = siblings.get(index);
            byte[] changed = content(node);
            refill(node, Arrays.copyOf(changed, random.nextInt(changed.length + 1)));
        }
    },
    /** A part goes on. */
    EXTEND {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            Node node = siblings.get(index);
            byte[] more = new byte[1 + random.nextInt(40)];
            if (random.nextBoolean()) {
                random.nextBytes(more);
            }
            refill(
                    node,
                    Bytes.concat(Bytes.wrap(content(node)), Bytes.wrap(more)).toArray());
        }
    },
    /** A part says that it is of another kind: that of another part, or any. */
    RETYPE {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            Node node = siblings.get(index);
            Framing other = any(all, random).framing;
            node.framing = other.getClass() == node.framing.getClass() && random.nextBoolean()
                    ? other
                    : node.framing.retyped(random.nextInt());
        }
    },
    /** A value that numbers and lengths stumble over stands in place of a part. */
    BOUNDARY {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            siblings.set(index, new Node(Framing.NONE, BOUNDARIES.get(random.nextInt(BOUNDARIES.size()))));
        }
    },
    /** A part stands in many parts of the kind that is around it. */
    NEST {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            Node node = siblings.get(index);
            Framing framing = any(all, random).framing;
            for (int depth = 1 + random.nextInt(70); depth > 0; depth--) {
                node = new Node(framing, List.of(node));
            }
            siblings.set(index, node);
        }
    },
    /** A part has nothing in it. */
    EMPTY {
        @Override
        void at(List<Node> siblings, int index, List<Node> all, Random random) {
            refill(siblings.get(index), new byte[0]);
        }
    };

    private static final List<Bytes> BOUNDARIES = List.of(
            bytes(0xf6),
            bytes(0xf7),
            bytes(0xff),
            bytes(0x20),
            bytes(0x3b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
            bytes(0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
            bytes(0x1b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
            bytes(0x1a, 0x80, 0, 0, 0),
            bytes(0x5f, 0x41, 0, 0xff),
            bytes(0x7f, 0xff),
            bytes(0x9f, 0xff),
            bytes(0xbf, 0xff),
            bytes(0x80),
            bytes(0xa0),
            bytes(0xfb, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0),
            bytes(0xc2, 0x50, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
            bytes(0x05, 0),
            bytes(0x30, 0x80, 0, 0),
            bytes(0x02, 0x01, 0xff),
            bytes(0x06, 0x01, 0x80),
            bytes(0, 0, 0, 8, 'f', 'r', 'e', 'e'),
            bytes(0, 0, 0, 0, 'j', 'u', 'm', 'b'),
            bytes(0, 0, 0, 1, 'j', 'u', 'm', 'b', 0, 0, 0, 0, 0, 0, 0, 16));

    /** Changes a part among its siblings, given all parts of the file. */
    abstract void at(List<Node> siblings, int index, List<Node> all, Random random);

    /** Changes one part somewhere, in a way that chance decides. */
    static void anywhere(Node root, Random random) {
        List<Node> all = root.all();
        List<Node> parents = all.stream().filter(node -> !node.isLeaf()).toList();
        Edit edit = values()[random.nextInt(values().length)];
        if (parents.isEmpty()) {
            FLIP.at(Arrays.asList(root), 0, all, random);
            return;
        }
        List<Node> siblings = parents.get(random.nextInt(parents.size())).children;
        edit.at(siblings, random.nextInt(siblings.size()), all, random);
    }

    private static Node any(List<Node> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] content(Node node) {
        return node.isLeaf()
                ? node.payload.toArray()
                : Bytes.concat(node.children.stream().map(Node::encode).toArray(Bytes[]::new))
                        .toArray();
    }

    private static void refill(Node node, byte[] content) {
        node.children.clear();
        node.payload = Bytes.wrap(content);
    }

    private static Bytes bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Bytes.wrap(bytes);
    }
}
