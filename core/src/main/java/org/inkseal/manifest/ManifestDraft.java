package org.inkseal.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseDraft;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.Box;

/**
 * A standard manifest on its way to being signed: assertions are added, and then everything but the hash of the file and
 * the signature is settled by {@link #settle}.
 *
 * <p>What was taken over from an existing store stays the bytes that were signed.
 */
public final class ManifestDraft {
    private static final int SALT_BYTES = 16;
    private static final String RELATIVE = "self#jumbf=" + Manifest.ASSERTIONS + "/";

    private final RandomGenerator random;
    private final String label;
    private final Value.Dict generatorInfo;
    private final HashAlgorithm algorithm = HashAlgorithm.SHA256;
    private final Map<String, Integer> instances = new HashMap<>();
    private final List<Bytes> assertionBoxes = new ArrayList<>();
    private final List<HashedUri> created = new ArrayList<>();
    private final List<HashedUri> gathered = new ArrayList<>();
    private List<Bytes> ingredientManifests = List.of();
    private Optional<String> title = Optional.empty();

    /**
     * Begins a manifest under a fresh URN.
     *
     * @param generatorInfo who makes it: a map with {@code name}, {@code version} and {@code specVersion}
     * @param random where identifiers and salts come from
     */
    public ManifestDraft(Value.Dict generatorInfo, RandomGenerator random) {
        this.generatorInfo = generatorInfo;
        this.random = random;
        this.label = "urn:c2pa:" + uuid();
    }

    /** The algorithm of all hashes that the manifest is made with. */
    public HashAlgorithm algorithm() {
        return algorithm;
    }

    /** The URN of the manifest. */
    public String label() {
        return label;
    }

    /** Gives the picture a title. */
    public void title(String text) {
        title = Optional.of(text);
    }

    /** Takes over every manifest of an existing store, as it is. */
    public void keep(ManifestStore store) {
        ingredientManifests = store.box().children().stream().map(Box::raw).toList();
    }

    /**
     * Adds an assertion.
     *
     * @param byTheSigner whether the signer states it; otherwise it was gathered from somebody else
     * @return the reference by which other assertions can name it
     */
    public HashedUri add(Assertion assertion, boolean byTheSigner) {
        String instance = nextLabel(assertion.label());
        Bytes box = assertion.content().write(instance, Optional.of(salt()));
        assertionBoxes.add(box);
        HashedUri reference = new HashedUri(RELATIVE + instance, algorithm.hash(content(box)));
        (byTheSigner ? created : gathered).add(reference);
        return reference;
    }

    /**
     * Settles every size: from now on only the hash of the file and the signature are open.
     *
     * @param cose the signature to be
     * @param signatureLength bytes of the bare signature
     * @param binding the hard binding, with zeros where the hash of the file will be
     */
    public SettledManifest settle(CoseDraft cose, int signatureLength, Assertion binding) {
        return new SettledManifest(
                label,
                "xmp:iid:" + uuid(),
                generatorInfo,
                title,
                algorithm,
                List.copyOf(assertionBoxes),
                List.copyOf(created),
                List.copyOf(gathered),
                ingredientManifests,
                salt(),
                cose,
                cose.minimumLength(signatureLength, Value.dict().build()),
                binding);
    }

    private String nextLabel(String assertionLabel) {
        int count = instances.merge(assertionLabel, 1, Integer::sum) - 1;
        return count == 0 ? assertionLabel : assertionLabel + "__" + count;
    }

    private Bytes salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Bytes.wrap(salt);
    }

    private UUID uuid() {
        long high = random.nextLong() & ~0xf000L | 0x4000L;
        long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** What is hashed of a box that was just written: all but its eight-byte header. */
    static Bytes content(Bytes box) {
        return box.from(8);
    }
}
