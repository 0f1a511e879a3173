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
 * @param box the manifest's superbox; of a compressed manifest the one inside
 * @param stored the superbox as it stands in the store, which references to the whole manifest hash
 */
public record Manifest(String label, boolean update, SuperBox box, SuperBox stored) {
    /** Label of the assertion store. */
    public static final String ASSERTIONS = "c2pa.assertions";

    /** Label of the claim signature. */
    public static final String SIGNATURE = "c2pa.signature";

    private static final int COLONS_WITH_VERSION = 4;

    static boolean isManifest(SuperBox box) {
        ContentType type = box.description().type();
        return isPlain(type) || type.equals(ContentType.COMPRESSED_MANIFEST);
    }

    /** Whether this is the type of a manifest that is not compressed. */
    static boolean isPlain(ContentType type) {
        return type.equals(ContentType.MANIFEST)
                || type.equals(ContentType.LEGACY_MANIFEST)
                || type.equals(ContentType.UPDATE_MANIFEST);
    }

    static Manifest read(SuperBox stored, Budget budget) throws MalformedException {
        SuperBox box = stored.description().type().equals(ContentType.COMPRESSED_MANIFEST)
                ? CompressedManifest.open(stored, budget)
                : stored;
        String label = box.label().orElseThrow(() -> new MalformedException(0, "a manifest without a label"));
        boolean update = box.description().type().equals(ContentType.UPDATE_MANIFEST);
        Manifest manifest = new Manifest(label, update, box, stored);
        budget.check(Limit.ASSERTIONS, manifest.assertionBoxes().size(), 0);
        return manifest;
    }

    /**
     * The label that a manifest had before somebody gave it another, because the store had one of that name
     * (C2PA 2.4 §8.2: {@code urn:c2pa:UUID:generator:2_1}, or {@code urn:c2pa:UUID::2_1} without a generator).
     *
     * @return empty for a label that does not say so
     */
    static Optional<String> originalLabel(String label) {
        int end = label.lastIndexOf(':');
        String suffix = label.substring(end + 1);
        int between = suffix.indexOf('_');
        // The parts before are urn, c2pa, the UUID and the generator.
        long colons = label.chars().filter(character -> character == ':').count();
        if (!label.startsWith("urn:c2pa:")
                || colons != COLONS_WITH_VERSION
                || between < 1
                || between == suffix.length() - 1
                || !suffix.chars().allMatch(character -> character == '_' || character >= '0' && character <= '9')) {
            return Optional.empty();
        }
        return Optional.of(label.substring(0, label.charAt(end - 1) == ':' ? end - 1 : end));
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
