package org.inkseal.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Identity;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseDraft;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;

/**
 * A manifest on its way to being signed: assertions are added, and then everything but the hash of the file and
 * the signature is settled by {@link #settle}.
 *
 * <p>What was taken over from an existing store stays the bytes that were signed.
 */
public final class ManifestDraft {
    private static final int SALT_BYTES = 16;
    private static final String RELATIVE = "self#jumbf=" + Manifest.ASSERTIONS + "/";

    /** References to assertions that hold other pictures, or their credentials. */
    private static final List<String> PARTS = Stream.of(
                    "c2pa.ingredient", "c2pa.thumbnail.", "c2pa.icon", "c2pa.embedded-data", Identity.LABEL)
            .map(RELATIVE::concat)
            .toList();

    private final RandomGenerator random;
    private final KeptManifests ingredients = new KeptManifests();
    private String label;
    private Value.Dict generatorInfo;
    private HashAlgorithm algorithm = HashAlgorithm.SHA256;
    private final Map<String, Integer> instances = new HashMap<>();
    private final Map<String, Content> contents = new LinkedHashMap<>();
    private final List<Bytes> assertionBoxes = new ArrayList<>();
    private final List<HashedUri> created = new ArrayList<>();
    private final List<HashedUri> gathered = new ArrayList<>();
    private Optional<String> title = Optional.empty();
    private Optional<String> instanceId = Optional.empty();
    private boolean update;

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

    /** The URN of the manifest. */
    public String label() {
        return label;
    }

    /** What was added, by label with its instance, in that order. */
    public Map<String, Content> contents() {
        return Collections.unmodifiableMap(contents);
    }

    /** The title of the picture. */
    public Optional<String> title() {
        return title;
    }

    /** Gives the picture a title. */
    public void title(String text) {
        title = Optional.of(text);
    }

    /** Says who makes the manifest, instead of who was said at the beginning. */
    public void generator(Value.Dict info) {
        generatorInfo = info;
    }

    /** The hash algorithm of every reference and of the binding; SHA-256 unless this is called before anything is added. */
    public void algorithm(HashAlgorithm other) {
        algorithm = other;
    }

    /** The hash algorithm of every reference and of the binding. */
    public HashAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * Gives the manifest a URN of the caller's choice.
     *
     * @throws IllegalArgumentException if it does not begin as {@code urn:c2pa:} and a UUID do, or cannot be a label
     */
    public void label(String urn) {
        if (!urn.matches("urn:c2pa:[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(:[!-~&&[^:/%]]{0,32})?")) {
            throw new IllegalArgumentException(
                    "label \"" + urn + "\": urn:c2pa:<UUID> or urn:c2pa:<UUID>:<vendor> is allowed");
        }
        label = urn;
    }

    /**
     * Adds an identifier of whoever makes the manifest to its URN (C2PA 2.4 §8.1).
     *
     * @param name 1 to 32 visible characters of ASCII without colon and slash
     * @throws IllegalArgumentException if it is anything else
     */
    public void vendor(String name) {
        if (!name.matches("[!-~&&[^:/%]]{1,32}")) {
            throw new IllegalArgumentException("vendor \"" + name + "\": 1 to 32 visible ASCII characters are allowed");
        }
        label = label + ":" + name;
    }

    /** The identifier of this form of the picture, instead of a fresh one. */
    public void instanceId(String id) {
        instanceId = Optional.of(id);
    }

    /** Makes this an update manifest, which holds no binding (C2PA 2.2 §11.2.3). */
    public void update() {
        update = true;
    }

    /** Whether this is an update manifest. */
    public boolean isUpdate() {
        return update;
    }

    /** The manifests of ingredients, to which more can be added. */
    public KeptManifests ingredients() {
        return ingredients;
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
        contents.put(instance, assertion.content());
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
     * @param headersLength bytes that are kept free for unprotected headers
     * @param binding the hard binding, with zeros where the hash of the file will be; not used by an update manifest
     * @param holder who signs an identity assertion over the binding and all that the manifest states; not in an update
     *     manifest, which has no binding of its own
     */
    public SettledManifest settle(
            CoseDraft cose,
            int signatureLength,
            int headersLength,
            Assertion binding,
            Optional<CredentialHolder> holder) {
        return new SettledManifest(
                label,
                instanceId.orElseGet(() -> "xmp:iid:" + uuid()),
                generatorInfo,
                title,
                algorithm,
                List.copyOf(assertionBoxes),
                List.copyOf(created),
                List.copyOf(gathered),
                ingredients.redacted(),
                ingredients.raw(),
                salt(),
                cose,
                headersLength + cose.minimumLength(signatureLength, Value.dict().build()),
                update ? Optional.empty() : Optional.of(binding),
                holder.map(who -> new IdentityPlaceholder(who, statements(), salt())));
    }

    /** What is said of the picture, unlike what it was made from and how that looks. */
    private List<HashedUri> statements() {
        return Stream.concat(created.stream(), gathered.stream())
                .filter(reference -> PARTS.stream().noneMatch(reference.url()::startsWith))
                .toList();
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
