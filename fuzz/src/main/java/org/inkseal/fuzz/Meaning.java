package org.inkseal.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Progress;

/**
 * What a file says, without how it is said: the picture without its store, and the store with the boxes of each manifest
 * in one order, without the padding of signatures, and without boxes beside the manifests, which a validator must pass
 * over (C2PA 2.5 §11.5). Nobody signs any of these, and nobody is told of them.
 *
 * @param picture the file without its store
 * @param signed the store without all that stands beside signatures
 * @param evidence the store with the time-stamps and answers about revocation beside signatures
 */
record Meaning(Bytes picture, Bytes signed, Bytes evidence) {
    private static final int SUPERBOX = 0x6a756d62;
    private static final int MESSAGE = 18;
    private static final List<Bytes> MANIFESTS =
            List.of(Bytes.utf8("c2ma"), Bytes.utf8("c2um"), Bytes.utf8("c2cm"), Bytes.utf8("c2md"));

    /** What a file with one store says. */
    static Meaning of(Bytes file) throws IOException, MalformedException {
        ByteSource source = ByteSource.of(file);
        AssetFormat format = AssetFormats.detect(source).orElseThrow();
        AssetMap map = format.map(source, Budget.standard());
        Bytes store = map.carrier().orElseThrow().store(source, Budget.standard());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.stripped(map).writeTo(source, Channels.newChannel(out), Bytes.EMPTY, Progress.NONE);
        return new Meaning(Bytes.wrap(out.toByteArray()), settled(store, false), settled(store, true));
    }

    private static Bytes settled(Bytes store, boolean evidence) {
        Node root = Grammar.store(store);
        for (Node node : root.all()) {
            if (node.framing.equals(new Framing.Tag(MESSAGE))) {
                strip(node.children.get(0), evidence);
            }
        }
        Node whole = root.children.get(0);
        whole.children.subList(1, whole.children.size()).removeIf(box -> !isManifest(box));
        for (Node manifest : whole.children) {
            manifest.all().stream()
                    .filter(node -> node.framing.equals(new Framing.Box(SUPERBOX)))
                    .forEach(Meaning::sort);
        }
        return root.encode();
    }

    private static boolean isManifest(Node box) {
        Bytes description = box.isLeaf() ? Bytes.EMPTY : box.children.get(0).payload;
        return MANIFESTS.stream().anyMatch(type -> description.startsWith(0, type.toArray()));
    }

    /** Takes zero bytes, or all fields, out of the unprotected header of a COSE_Sign1. */
    private static void strip(Node message, boolean evidence) {
        if (message.children.size() != 4) {
            return;
        }
        Node header = message.children.get(1);
        List<Node> kept = new ArrayList<>();
        for (int i = 0; evidence && i + 1 < header.children.size(); i += 2) {
            Node value = header.children.get(i + 1);
            if (!value.framing.equals(new Framing.Item(2)) || !value.isLeaf() || !value.payload.isZero()) {
                kept.addAll(header.children.subList(i, i + 2));
            }
        }
        header.children.clear();
        header.children.addAll(kept);
    }

    /** The description stays first. */
    private static void sort(Node superbox) {
        if (superbox.children.size() > 2) {
            superbox.children
                    .subList(1, superbox.children.size())
                    .sort(Comparator.comparing(node -> node.encode().hex()));
        }
    }
}
