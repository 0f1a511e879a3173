package org.inkseal.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.brotli.dec.BrotliInputStream;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.cose.CoseSign1;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Progress;

/**
 * What a file says, without how it is said: the picture without its store, and the store with the boxes of each manifest
 * in one order, without the padding of signatures, and without boxes beside the manifests, which a validator must pass
 * over (C2PA 2.5 §11.5). Nobody signs any of these, and nobody is told of them. Compressed manifests count as what is in
 * them.
 *
 * @param picture the file without its store
 * @param signed the store without all that stands beside signatures: its description, then its manifests in their order
 * @param evidence the store with the time-stamps and answers about revocation beside signatures
 */
record Meaning(Bytes picture, List<Bytes> signed, List<Bytes> evidence) {
    private static final int SUPERBOX = 0x6a756d62;
    private static final int CBOR = 0x63626f72;
    private static final int BROTLI = 0x62726f62;
    private static final int MESSAGE = 18;
    private static final int MOST_INFLATED = 1 << 20;
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

    /** Whether a file says what another one said before manifests were put on top: nobody can know that they were there. */
    boolean isEarlierThan(Meaning later) {
        int manifests = signed.size();
        return manifests > 1 && manifests < later.signed.size() && signed.equals(later.signed.subList(0, manifests));
    }

    private static List<Bytes> settled(Bytes store, boolean evidence) throws IOException {
        Node root = Grammar.store(store);
        for (Node node : root.all()) {
            if (node.framing.equals(new Framing.Box(BROTLI)) && node.isLeaf()) {
                inflate(node);
            }
        }
        for (Node node : root.all()) {
            if (!evidence && node.framing.equals(new Framing.Box(CBOR))) {
                keepSigned(node);
            } else if (node.framing.equals(new Framing.Tag(MESSAGE)) && !node.isLeaf()) {
                strip(node.children.get(0));
            }
        }
        Node whole = root.children.get(0);
        whole.children.subList(1, whole.children.size()).removeIf(box -> !isManifest(box));
        for (Node manifest : whole.children) {
            manifest.all().stream()
                    .filter(node -> node.framing.equals(new Framing.Box(SUPERBOX)))
                    .forEach(Meaning::sort);
        }
        return whole.children.stream().map(Node::encode).toList();
    }

    /** Replaces the compressed bytes by the boxes in them; what cannot be inflated stays. */
    private static void inflate(Node box) {
        try (BrotliInputStream stream = new BrotliInputStream(new ByteArrayInputStream(box.payload.toArray()))) {
            box.children.addAll(Grammar.store(Bytes.wrap(stream.readNBytes(MOST_INFLATED))).children);
        } catch (IOException | RuntimeException e) {
            box.children.clear();
        }
    }

    /** Leaves of a COSE_Sign1, in whatever form of CBOR, what its signature covers and the signature. */
    private static void keepSigned(Node box) {
        try {
            CoseSign1 message = CoseSign1.read(box.content(), Budget.standard());
            box.children.clear();
            box.payload =
                    Bytes.concat(message.protectedBytes(), message.payload().orElse(Bytes.EMPTY), message.signature());
        } catch (MalformedException e) {
            // Not a signature, or one that says nothing.
        }
    }

    private static boolean isManifest(Node box) {
        Bytes description = box.isLeaf() ? Bytes.EMPTY : box.children.get(0).payload;
        return MANIFESTS.stream().anyMatch(type -> description.startsWith(0, type.toArray()));
    }

    /** Takes zero bytes out of the unprotected header of a COSE_Sign1. */
    private static void strip(Node message) {
        if (message.children.size() != 4) {
            return;
        }
        Node header = message.children.get(1);
        List<Node> kept = new ArrayList<>();
        for (int i = 0; i + 1 < header.children.size(); i += 2) {
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
