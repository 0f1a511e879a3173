package org.inkseal.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Bytes;

/** A part of a file: its frame, and in it either bytes or further parts. Changed by {@link Edit}s. */
final class Node {
    Framing framing;
    Bytes payload;
    final List<Node> children = new ArrayList<>();
    /** What is added to the length or number that the frame declares. */
    long lie;

    Node(Framing framing, Bytes payload) {
        this.framing = framing;
        this.payload = payload;
    }

    Node(Framing framing, List<Node> children) {
        this(framing, Bytes.EMPTY);
        this.children.addAll(children);
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    /** What is in the frame. */
    Bytes content() {
        return isLeaf()
                ? payload
                : Bytes.concat(children.stream().map(Node::encode).toArray(Bytes[]::new));
    }

    /** The bytes of the part; of one that nobody lied about, those that it was read from. */
    Bytes encode() {
        Bytes content = content();
        return framing.wrap(content, (framing.counts() ? children.size() : content.length()) + lie);
    }

    Node copy() {
        Node copy = new Node(framing, payload);
        children.forEach(child -> copy.children.add(child.copy()));
        copy.lie = lie;
        return copy;
    }

    /** This part and all in it. */
    List<Node> all() {
        List<Node> all = new ArrayList<>(List.of(this));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).children);
        }
        return all;
    }
}
