package org.inkseal.vectors;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfReader;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.sign.SigningException;

/**
 * A picture whose signer redacts an assertion of its parent (C2PA 2.4 §6.8), of which every part can be made wrong. Without
 * any change it is in good order: the parent's note is gone.
 */
final class RedactionDraft {
    /** The assertion of the parent that may be redacted. */
    static final String NOTE = "org.example.note";

    /** Marks a box whose content was redacted. */
    static final Bytes MARK = Bytes.wrap(HexFormat.of().parseHex("caa98eee9d4df80e86ad4dffca263973"));

    private final Container container;
    private final int number;
    private String assertion = NOTE;
    private UnaryOperator<List<Bytes>> left = RedactionDraft::withoutNote;
    private UnaryOperator<DictBuilder> recorded = UnaryOperator.identity();
    private DictBuilder[] actions = {};

    /**
     * Begins such a picture.
     *
     * @param number of the parent; the picture has the next one
     */
    RedactionDraft(Container container, int number) {
        this.container = container;
        this.number = number;
    }

    /** Redacts another assertion of the parent. */
    RedactionDraft of(String label) {
        assertion = label;
        return this;
    }

    /** Leaves other boxes in the assertion store of the parent. */
    RedactionDraft leaving(UnaryOperator<List<Bytes>> boxes) {
        left = boxes;
        return this;
    }

    /** Leaves this in the place of the note. */
    RedactionDraft leaving(ContentType type, String box, Bytes content) {
        Bytes slot = AssertionVectors.content(type, NOTE, box, content);
        return leaving(
                boxes -> boxes.stream().map(old -> isNote(old) ? slot : old).toList());
    }

    /** Records other things of the parent. */
    RedactionDraft recording(UnaryOperator<DictBuilder> ingredient) {
        recorded = ingredient;
        return this;
    }

    /** Does more than to open the parent. */
    RedactionDraft doing(DictBuilder... steps) {
        actions = steps;
        return this;
    }

    /** The absolute URI of an assertion of the parent. */
    String uri(String label) {
        return "self#jumbf=/c2pa/" + parent().label() + "/c2pa.assertions/" + label;
    }

    /** The reference to the parent's signature under this hash. */
    HashedUri signature(Bytes hash) {
        return new HashedUri("self#jumbf=/c2pa/" + parent().label() + "/c2pa.signature", hash);
    }

    private Forgery parent() {
        return new Forgery(container, number).created().assertion(NOTE, Acts.NOTE);
    }

    Bytes file() throws SigningException {
        Forgery parent = parent();
        parent.file();
        Bytes before = parent.manifest();
        List<SuperBox> parts = read(before).superBoxes();
        Bytes signature = HashAlgorithm.SHA256.hash(parts.get(2).content());
        DictBuilder ingredient = Acts.kept("parentOf", parent.label(), before)
                .put("claimSignature", signature(signature).toValue());
        List<Value> redacted = List.of(Value.of(uri(assertion)));
        return Acts.opening(
                        new Forgery(container, number + 1),
                        recorded.apply(ingredient).build(),
                        actions)
                .changingClaim(claim -> claim.put("redacted_assertions", redacted))
                .after(after(parent.label(), parts))
                .file();
    }

    /** The parent's manifest with the assertion boxes that are left. */
    private Bytes after(String label, List<SuperBox> parts) {
        List<Bytes> boxes =
                parts.get(0).superBoxes().stream().map(SuperBox::raw).toList();
        Bytes store = Forgery.superBox(
                ContentType.ASSERTION_STORE,
                "c2pa.assertions",
                left.apply(boxes).toArray(new Bytes[0]));
        return Forgery.superBox(
                ContentType.MANIFEST,
                label,
                store,
                parts.get(1).raw(),
                parts.get(2).raw());
    }

    private static List<Bytes> withoutNote(List<Bytes> boxes) {
        return boxes.stream().filter(box -> !isNote(box)).toList();
    }

    private static boolean isNote(Bytes box) {
        return read(box).label().equals(Optional.of(NOTE));
    }

    private static SuperBox read(Bytes box) {
        try {
            return JumbfReader.read(box, Budget.standard());
        } catch (MalformedException e) {
            throw new IllegalStateException("what was just written cannot be read", e);
        }
    }
}
