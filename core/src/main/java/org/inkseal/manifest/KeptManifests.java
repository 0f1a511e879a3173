package org.inkseal.manifest;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.HashedUri;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.Box;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfReader;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.jumbf.Label;
import org.inkseal.jumbf.SuperBox;

/**
 * The manifests of ingredients, which go into the new store before the manifest that refers to them (C2PA 2.2 §11.1.4).
 * They stay the bytes that were signed, but for the label of one that has to make room and for what is redacted.
 */
public final class KeptManifests {
    private static final String HARD_BINDINGS = "c2pa.hash.";
    private static final String URN = "urn:c2pa:";
    /** Header, type and toggles of a description box stand before its label. */
    private static final int LABEL_AT = 25;

    private final Map<String, SuperBox> boxes = new LinkedHashMap<>();
    private final List<String> redacted = new ArrayList<>();
    private final Set<String> elsewhere = new HashSet<>();

    KeptManifests() {}

    /**
     * Takes in every manifest of a store. Of equal manifests one is kept; an active manifest whose label another one has
     * already gets a new label (C2PA 2.4 §8.2).
     *
     * @return the label under which the active manifest stands now
     * @throws IllegalArgumentException if other manifests than the active one are in conflict: signed claims name them,
     *     so they keep their labels
     */
    public String add(ManifestStore store) {
        String label = store.active().label();
        for (Manifest manifest : store.manifests()) {
            SuperBox known = boxes.get(manifest.label());
            if (known == null) {
                boxes.put(manifest.label(), manifest.stored());
            } else if (!known.content().equals(manifest.stored().content())) {
                if (manifest != store.active()) {
                    throw new IllegalArgumentException("two different manifests have the label " + manifest.label()
                            + ", and signed claims refer to both");
                }
                label = freeLabel(manifest.label());
                boxes.put(label, relabelled(manifest.stored(), manifest.label(), label));
            }
        }
        return label;
    }

    /**
     * Leaves manifests where they stand, in a store that stays as it is, instead of writing them once more. They can be
     * referred to, and not redacted.
     *
     * @param store the store that stays, whose manifests were taken in
     */
    public void leave(ManifestStore store) {
        store.manifests().forEach(manifest -> elsewhere.add(manifest.label()));
    }

    private String freeLabel(String label) {
        if (!label.startsWith(URN)) {
            throw new IllegalArgumentException("two different manifests have the label " + label
                    + ", which is of a kind that no counter can be added to");
        }
        String base = label.indexOf(':', URN.length()) < 0 ? label + ":" : label;
        int count = 1;
        while (boxes.containsKey(base + ":" + count + "_1")) {
            count++;
        }
        return base + ":" + count + "_1";
    }

    private static SuperBox relabelled(SuperBox box, String old, String label) {
        Bytes content = box.content();
        int description = descriptionLength(content);
        int afterLabel = LABEL_AT + Bytes.utf8(old).length();
        Bytes payload =
                Bytes.concat(content.slice(8, LABEL_AT), Bytes.utf8(label), content.slice(afterLabel, description));
        return reread(Bytes.concat(JumbfWriter.contentBox("jumd", payload), content.from(description)));
    }

    private static int descriptionLength(Bytes content) {
        return ByteBuffer.wrap(content.slice(0, 4).toArray()).getInt();
    }

    /** A superbox with a content, read afresh. */
    private static SuperBox reread(Bytes content) {
        try {
            return JumbfReader.read(JumbfWriter.contentBox(SuperBox.TYPE, content), Budget.standard());
        } catch (MalformedException e) {
            throw new IllegalStateException("a manifest that was changed cannot be read: " + e.describe(), e);
        }
    }

    /**
     * Removes an assertion from its manifest (C2PA 2.2 §6.8).
     *
     * @param what its absolute URI; or its label, if exactly one kept assertion has it
     * @return the absolute URI
     * @throws IllegalArgumentException if there is no such assertion, or if it may not be redacted
     */
    public String redact(String what) {
        JumbfUri uri = what.contains("=") ? absolute(what) : find(what);
        String manifest = uri.manifest().orElseThrow();
        if (elsewhere.contains(manifest)) {
            throw new IllegalArgumentException(
                    uri + " cannot be redacted by an update: in this format the manifests before"
                            + " the first update stay as they are. Sign the picture anew to redact it");
        }
        String label = uri.path().get(1);
        String base = Label.parse(label).base();
        if (base.equals(Actions.LABEL) || base.equals(Actions.LABEL_V1) || base.startsWith(HARD_BINDINGS)) {
            throw new IllegalArgumentException(
                    label + " may not be redacted: actions and bindings to the picture are protected");
        }
        SuperBox box = boxes.get(manifest);
        SuperBox store = box == null ? null : box.child(Manifest.ASSERTIONS).orElse(null);
        if (box == null || store == null || store.child(label).isEmpty()) {
            throw new IllegalArgumentException("there is no assertion " + what + " in an ingredient of this picture");
        }
        SuperBox emptied = without(store, store.child(label).get(), Optional.empty());
        boxes.put(manifest, without(box, store, Optional.of(emptied)));
        redacted.add(uri.toString());
        return uri.toString();
    }

    private static JumbfUri absolute(String what) {
        return JumbfUri.parse(what)
                .filter(uri -> uri.manifest().isPresent() && uri.path().size() == 2)
                .filter(uri -> uri.path().get(0).equals(Manifest.ASSERTIONS))
                .orElseThrow(() -> new IllegalArgumentException(
                        what + " is not the URI of an assertion: self#jumbf=/c2pa/<manifest>/c2pa.assertions/<label>"));
    }

    private JumbfUri find(String label) {
        List<String> owners = new ArrayList<>();
        boxes.forEach((manifest, box) -> box.child(Manifest.ASSERTIONS)
                .flatMap(store -> store.child(label))
                .ifPresent(found -> owners.add(manifest)));
        if (owners.size() != 1) {
            throw new IllegalArgumentException(
                    owners.isEmpty()
                            ? "no ingredient of this picture has an assertion " + label
                            : owners.size() + " ingredients have an assertion " + label + ": give its URI");
        }
        return new JumbfUri(Optional.of(owners.get(0)), List.of(Manifest.ASSERTIONS, label));
    }

    private static SuperBox without(SuperBox box, SuperBox child, Optional<SuperBox> instead) {
        List<Bytes> parts = new ArrayList<>();
        parts.add(box.content().slice(0, descriptionLength(box.content())));
        for (Box other : box.children()) {
            if (other != child) {
                parts.add(other.raw());
            } else {
                instead.map(SuperBox::raw).ifPresent(parts::add);
            }
        }
        return reread(Bytes.concat(parts.toArray(new Bytes[0])));
    }

    /** Whether nothing was taken in. */
    public boolean isEmpty() {
        return boxes.isEmpty();
    }

    /** Absolute URIs of what was redacted. */
    List<String> redacted() {
        return List.copyOf(redacted);
    }

    /** The manifests as they go into the store, without those that stay where they are. */
    List<Bytes> raw() {
        return boxes.entrySet().stream()
                .filter(entry -> !elsewhere.contains(entry.getKey()))
                .map(entry -> entry.getValue().raw())
                .toList();
    }

    /** The reference to a manifest, with its hash as it stands now. */
    public HashedUri manifest(String label, HashAlgorithm algorithm) {
        return new HashedUri(JumbfUri.absolute(label), algorithm.hash(box(label).content()));
    }

    /** The reference to the signature of a manifest. */
    public HashedUri signature(String label, HashAlgorithm algorithm) {
        SuperBox signature = box(label).superBoxes().stream()
                .filter(box -> box.description().type().equals(ContentType.SIGNATURE))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the manifest " + label + " has no signature"));
        return new HashedUri(JumbfUri.absolute(label, Manifest.SIGNATURE), algorithm.hash(signature.content()));
    }

    private SuperBox box(String label) {
        SuperBox box = boxes.get(label);
        if (box == null) {
            throw new IllegalArgumentException("no manifest " + label);
        }
        return box;
    }
}
