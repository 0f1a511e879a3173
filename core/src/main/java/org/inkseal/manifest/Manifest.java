package org.inkseal.manifest;

import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.SuperBox;

/**
 * A manifest as it was read: a view of its boxes (C2PA 2.2 §11.1.4).
 *
 * @param label its URN
 * @param update whether it is an update manifest
 * @param box the manifest's superbox
 */
public record Manifest(String label, boolean update, SuperBox box) {
    /** Label of the assertion store. */
    public static final String ASSERTIONS = "c2pa.assertions";

    /** Label of the claim signature. */
    public static final String SIGNATURE = "c2pa.signature";

    static boolean isManifest(SuperBox box) {
        ContentType type = box.description().type();
        return type.equals(ContentType.MANIFEST)
                || type.equals(ContentType.LEGACY_MANIFEST)
                || type.equals(ContentType.UPDATE_MANIFEST)
                || type.equals(ContentType.COMPRESSED_MANIFEST);
    }

    static Manifest read(SuperBox box, Budget budget) throws MalformedException {
        if (box.description().type().equals(ContentType.COMPRESSED_MANIFEST)) {
            throw new MalformedException(0, "a compressed manifest, which this version does not read");
        }
        String label = box.label().orElseThrow(() -> new MalformedException(0, "a manifest without a label"));
        Manifest manifest = new Manifest(label, box.description().type().equals(ContentType.UPDATE_MANIFEST), box);
        budget.check(Limit.ASSERTIONS, manifest.assertionBoxes().size(), 0);
        return manifest;
    }

    /** Every claim box; a manifest in order has one. */
    public List<SuperBox> claimBoxes() {
        return boxes(ContentType.CLAIM);
    }

    /** Every signature box; a manifest in order has one. */
    public List<SuperBox> signatureBoxes() {
        return boxes(ContentType.SIGNATURE);
    }

    /** The assertion store, if there is exactly one under its label. */
    public Optional<SuperBox> assertionStore() {
        List<SuperBox> stores = boxes(ContentType.ASSERTION_STORE);
        return stores.size() == 1
                ? Optional.of(stores.get(0)).filter(store -> store.label().equals(Optional.of(ASSERTIONS)))
                : Optional.empty();
    }

    /** The assertion boxes in stored order; none without an assertion store. */
    public List<SuperBox> assertionBoxes() {
        return assertionStore().map(SuperBox::superBoxes).orElse(List.of());
    }

    /** The absolute URI of something in this manifest; of the manifest itself without segments. */
    public String uri(String... path) {
        return JumbfUri.absolute(label, path);
    }

    /** The absolute URI of an assertion. */
    public String assertionUri(String assertionLabel) {
        return uri(ASSERTIONS, assertionLabel);
    }

    /** The absolute URI of the claim; of the place where it should be when there is none. */
    public String claimUri() {
        List<SuperBox> claims = claimBoxes();
        return uri(claims.isEmpty() ? Claim.LABEL : claims.get(0).label().orElse(Claim.LABEL));
    }

    /** The absolute URI of the claim signature. */
    public String signatureUri() {
        return uri(SIGNATURE);
    }

    private List<SuperBox> boxes(ContentType type) {
        return box.superBoxes().stream()
                .filter(child -> child.description().type().equals(type))
                .toList();
    }
}
