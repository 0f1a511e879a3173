package org.inkseal.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfReader;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.SuperBox;

/**
 * A manifest store as it was read (C2PA 2.2 §11.1.4).
 *
 * @param box the store's superbox
 * @param manifests its manifests in stored order; at least one
 */
public record ManifestStore(SuperBox box, List<Manifest> manifests) {
    /** The label of every store. */
    public static final String LABEL = "c2pa";

    /** Copies the list. */
    public ManifestStore {
        manifests = List.copyOf(manifests);
    }

    /**
     * Reads a store.
     *
     * @throws MalformedException if the boxes break the rules of JUMBF, or if this is no manifest store, or an empty one,
     *     or one in which two manifests have the same label; a {@link CompressedManifestException} if one of them cannot
     *     be decompressed
     */
    public static ManifestStore read(Bytes store, Budget budget) throws MalformedException {
        SuperBox box = JumbfReader.read(store, budget);
        if (!box.description().type().equals(ContentType.STORE) || !box.label().equals(Optional.of(LABEL))) {
            throw new MalformedException(0, "a box that is not a manifest store");
        }
        requireNames(box);
        List<Manifest> manifests = new ArrayList<>();
        for (SuperBox child : box.superBoxes()) {
            if (!Manifest.isManifest(child)) {
                continue;
            }
            Manifest manifest = Manifest.read(child, budget);
            if (manifest.box() != child) {
                requireNames(manifest.box());
            }
            if (manifests.stream().anyMatch(other -> other.label().equals(manifest.label()))) {
                throw new MalformedException(0, "two manifests with the label " + manifest.label());
            }
            manifests.add(manifest);
            budget.check(Limit.MANIFESTS, manifests.size(), 0);
        }
        if (manifests.isEmpty()) {
            throw new MalformedException(0, "a manifest store without a manifest");
        }
        return new ManifestStore(box, manifests);
    }

    /** C2PA 2.2 §8.4.1, §11.1: every box can be named by a URI and asked for. */
    private static void requireNames(SuperBox root) throws MalformedException {
        List<SuperBox> left = new ArrayList<>(List.of(root));
        while (!left.isEmpty()) {
            SuperBox box = left.remove(left.size() - 1);
            if (!box.description().isRequestable()
                    || box.label().filter(JumbfUri::isSegment).isEmpty()) {
                throw new MalformedException(0, "a box that no URI can name, or that may not be asked for");
            }
            left.addAll(box.superBoxes());
        }
    }

    /** The active manifest: the last one. */
    public Manifest active() {
        return manifests.get(manifests.size() - 1);
    }

    /** The manifest with a label. */
    public Optional<Manifest> manifest(String label) {
        return manifests.stream().filter(m -> m.label().equals(label)).findFirst();
    }

    /**
     * The box that a URI names; nothing when it names none, or more than one (C2PA 2.2 §8.4.1).
     *
     * @param from label of the manifest that relative URIs start at
     */
    public Optional<SuperBox> resolve(JumbfUri uri, String from) {
        // The label is not signed. What a relabelled manifest says of itself still has the label that it was signed
        // under.
        boolean self = uri.manifest().equals(Manifest.originalLabel(from));
        Optional<SuperBox> box =
                manifest(self ? from : uri.manifest().orElse(from)).map(Manifest::box);
        for (String segment : uri.path()) {
            box = box.flatMap(b -> b.child(segment));
        }
        return box;
    }

    /** The box that a URI names; nothing when the text is no URI that the standard allows. */
    public Optional<SuperBox> resolve(String uri, String from) {
        return JumbfUri.parse(uri).flatMap(parsed -> resolve(parsed, from));
    }
}
