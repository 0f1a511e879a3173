package org.inkseal.vectors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.sign.SigningException;

/**
 * A credential that is put together by hand, so that every part can be made wrong before it is signed: what a signer with
 * a real key and no scruples can do. Without any change it is a credential in good order.
 */
final class Forgery {
    private static final String RELATIVE = "self#jumbf=c2pa.assertions/";
    private static final int HEADER = 8;
    private static final int ROUNDS = 10;

    private final Container container;
    private String label;
    private final List<HashedUri> gathered = new ArrayList<>();
    private final List<HashedUri> references = new ArrayList<>();
    private final List<Bytes> assertions = new ArrayList<>();
    private final List<Bytes> others = new ArrayList<>();
    private ForgedSignature signature = new ForgedSignature(ThrowAwaySigner.of("es256"));
    private Optional<Function<Range, List<Range>>> exclusions = Optional.of(List::of);
    private UnaryOperator<DictBuilder> binding = UnaryOperator.identity();
    private UnaryOperator<DictBuilder> claim = UnaryOperator.identity();
    private UnaryOperator<Bytes> claimBytes = UnaryOperator.identity();
    private UnaryOperator<List<Bytes>> parts = UnaryOperator.identity();
    private UnaryOperator<List<Bytes>> manifests = UnaryOperator.identity();
    private UnaryOperator<List<Bytes>> stored = UnaryOperator.identity();
    private ContentType kind = ContentType.MANIFEST;
    private boolean legacy;
    private Bytes manifest = Bytes.EMPTY;
    private Bytes picture;
    private Bytes appended = Bytes.EMPTY;
    private final Map<String, BiFunction<Bytes, Range, Value>> bindings = new LinkedHashMap<>();
    private final Map<String, Function<List<HashedUri>, Value>> statements = new LinkedHashMap<>();

    /**
     * Begins a credential.
     *
     * @param number tells credentials apart that come together in one file
     */
    Forgery(Container container, int number) {
        this.container = container;
        this.picture = container.picture();
        this.label = String.format("urn:c2pa:00000000-0000-4000-8000-%012d", number);
        if (Container.BMFF.contains(container)) {
            withoutBinding().binding(BmffBoxes.LABEL, (file, slot) -> BmffBoxes.hash(file));
        }
    }

    String label() {
        return label;
    }

    /** Begins the history with {@code c2pa.created}. */
    Forgery created() {
        return assertion(Acts.LABEL, Acts.history(Acts.created()));
    }

    /** Adds an assertion that the claim names. */
    Forgery assertion(String name, Value value) {
        return assertion(name, box(name, value));
    }

    /** Adds an assertion box that the claim names. */
    Forgery assertion(String name, Bytes box) {
        assertions.add(box);
        return reference(new HashedUri(RELATIVE + name, HashAlgorithm.SHA256.hash(box.from(HEADER))));
    }

    /** Adds an assertion that the claim names as one that came from somebody else. */
    Forgery gathered(String name, Value value) {
        Bytes box = box(name, value);
        assertions.add(box);
        gathered.add(new HashedUri(RELATIVE + name, HashAlgorithm.SHA256.hash(box.from(HEADER))));
        return this;
    }

    /** The boxes of the assertions so far. */
    List<Bytes> boxes() {
        return List.copyOf(assertions);
    }

    /** Takes another label for the manifest. */
    Forgery labelled(String other) {
        label = other;
        return this;
    }

    /** Makes an update manifest, which has no hash of the file. */
    Forgery updating() {
        return boxedAs(ContentType.UPDATE_MANIFEST).withoutBinding();
    }

    /** Puts the manifest into a box of another kind. */
    Forgery boxedAs(ContentType other) {
        kind = other;
        return this;
    }

    /** Makes a claim of version 1. */
    Forgery ofVersion1() {
        legacy = true;
        return this;
    }

    /** Changes the boxes of the assertion store, after signing. */
    Forgery changingAssertions(UnaryOperator<List<Bytes>> change) {
        stored = change;
        return this;
    }

    /** Adds an assertion that the claim does not name. */
    Forgery undeclared(String name, Value value) {
        assertions.add(box(name, value));
        return this;
    }

    /** Names an assertion in the claim. */
    Forgery reference(HashedUri reference) {
        references.add(reference);
        return this;
    }

    /** The reference to the last assertion that was added. */
    HashedUri lastReference() {
        return references.get(references.size() - 1);
    }

    /** The reference to the last assertion that was gathered. */
    HashedUri lastGathered() {
        return gathered.get(gathered.size() - 1);
    }

    /** Puts manifests before this one into the store. */
    Forgery after(Bytes... earlier) {
        others.addAll(List.of(earlier));
        return this;
    }

    Forgery signedWith(ForgedSignature other) {
        signature = other;
        return this;
    }

    /** Excludes other ranges from the hash of the file, given that of the store. */
    Forgery excluding(Function<Range, List<Range>> ranges) {
        bindings.clear();
        exclusions = Optional.of(ranges);
        return this;
    }

    Forgery withoutBinding() {
        exclusions = Optional.empty();
        bindings.clear();
        return this;
    }

    /** Hashes bytes after the file too, which the caller appends. */
    Forgery followedBy(Bytes later) {
        appended = later;
        return this;
    }

    /** Takes another picture, which begins like the small one. */
    Forgery in(Bytes other) {
        picture = other;
        return this;
    }

    /** Binds with hashes of boxes, given the file and the place of the store in it. */
    Forgery boundByBoxes(BiFunction<Bytes, Range, Value> hash) {
        return withoutBinding().binding("c2pa.hash.boxes", hash);
    }

    /** Adds an assertion about the file, given the file and the place of the store in it. */
    Forgery binding(String name, BiFunction<Bytes, Range, Value> hash) {
        bindings.put(name, hash);
        return this;
    }

    /** Adds an assertion about the others, given the references to them. */
    Forgery stating(String name, Function<List<HashedUri>, Value> statement) {
        statements.put(name, statement);
        return this;
    }

    /** The reference to an assertion with some content. */
    HashedUri referenceTo(String name, Value value) {
        return new HashedUri(
                RELATIVE + name, HashAlgorithm.SHA256.hash(box(name, value).from(HEADER)));
    }

    Forgery changingBinding(UnaryOperator<DictBuilder> change) {
        binding = change;
        return this;
    }

    Forgery changingClaim(UnaryOperator<DictBuilder> change) {
        claim = change;
        return this;
    }

    Forgery changingClaimBytes(UnaryOperator<Bytes> change) {
        claimBytes = change;
        return this;
    }

    /** Changes the three boxes of the manifest, after signing: assertion store, claim, signature. */
    Forgery changingParts(UnaryOperator<List<Bytes>> change) {
        parts = change;
        return this;
    }

    /** Changes the manifests of the store, after signing. */
    Forgery changingManifests(UnaryOperator<List<Bytes>> change) {
        manifests = change;
        return this;
    }

    /** The manifest's box, once the file was made. */
    Bytes manifest() {
        return manifest;
    }

    /** The picture with this credential. */
    Bytes file() throws SigningException {
        Bytes store = superBox(ContentType.STORE, "c2pa");
        // The length of the store decides which bytes are hashed, and how long some numbers in it are.
        for (int round = 0; round < ROUNDS; round++) {
            Range slot = new Range(container.slotStart(), framedLength(store));
            store = store(slot, container.embed(picture, store));
            if (framedLength(store) == slot.length()) {
                return container.embed(picture, store);
            }
        }
        throw new IllegalStateException("the store does not settle on a length");
    }

    /** The store with this credential, for a picture that does not carry it. */
    Bytes storeBeside() throws SigningException {
        return store(new Range(container.slotStart(), 0), picture);
    }

    private int framedLength(Bytes store) {
        return container.frame(store).stream().mapToInt(Bytes::length).sum();
    }

    private Bytes hash(Bytes signed, Range slot) {
        Bytes file = Bytes.concat(signed, appended);
        BitSet excluded = new BitSet();
        for (Range range : exclusions.orElse(List::of).apply(slot)) {
            int end = (int) Math.min(file.length(), range.end());
            excluded.set(Math.min((int) range.start(), end), end);
        }
        byte[] hashed = new byte[file.length() - excluded.cardinality()];
        int at = 0;
        for (int i = excluded.nextClearBit(0); i < file.length(); i = excluded.nextClearBit(i + 1)) {
            hashed[at++] = file.at(i);
        }
        return HashAlgorithm.SHA256.hash(Bytes.wrap(hashed));
    }

    private Bytes store(Range slot, Bytes file) throws SigningException {
        List<Bytes> written = new ArrayList<>(assertions);
        List<HashedUri> named = new ArrayList<>(references);
        BiConsumer<String, Value> adding = (name, value) -> {
            written.add(box(name, value));
            named.add(referenceTo(name, value));
        };
        if (exclusions.isPresent()) {
            adding.accept("c2pa.hash.data", dataHash(exclusions.get().apply(slot), hash(file, slot)));
        }
        bindings.forEach((name, hash) -> adding.accept(name, hash.apply(file, slot)));
        statements.forEach((name, statement) -> adding.accept(name, statement.apply(List.copyOf(named))));
        Bytes claimed = claimBytes.apply(CborWriter.write(claim(named)));
        List<Bytes> standard = List.of(
                superBox(
                        ContentType.ASSERTION_STORE,
                        "c2pa.assertions",
                        stored.apply(written).toArray(new Bytes[0])),
                superBox(
                        ContentType.CLAIM,
                        legacy ? "c2pa.claim" : "c2pa.claim.v2",
                        JumbfWriter.contentBox("cbor", claimed)),
                superBox(
                        ContentType.SIGNATURE,
                        "c2pa.signature",
                        JumbfWriter.contentBox("cbor", signature.over(claimed))));
        manifest = superBox(kind, label, parts.apply(standard).toArray(new Bytes[0]));
        List<Bytes> all = new ArrayList<>(others);
        all.add(manifest);
        return superBox(ContentType.STORE, "c2pa", manifests.apply(all).toArray(new Bytes[0]));
    }

    private Value dataHash(List<Range> ranges, Bytes hash) {
        List<Value> excluded = new ArrayList<>();
        for (Range range : ranges) {
            excluded.add(Value.dict()
                    .put("start", range.start())
                    .put("length", range.length())
                    .build());
        }
        return binding.apply(Value.dict()
                        .put("exclusions", excluded)
                        .put("alg", "sha256")
                        .put("hash", hash)
                        .put("pad", Bytes.EMPTY))
                .build();
    }

    private Value claim(List<HashedUri> named) {
        if (legacy) {
            return legacyClaim(named);
        }
        DictBuilder fields = Value.dict();
        if (!gathered.isEmpty()) {
            fields.put(
                    "gathered_assertions",
                    gathered.stream().map(HashedUri::toValue).toList());
        }
        return claim.apply(fields.put("instanceID", "xmp:iid:" + label.substring(label.length() - 36))
                        .put(
                                "claim_generator_info",
                                Value.dict().put("name", "inkseal test vectors").build())
                        .put("signature", "self#jumbf=/c2pa/" + label + "/c2pa.signature")
                        .put("alg", "sha256")
                        .put(
                                "created_assertions",
                                named.stream().map(HashedUri::toValue).toList()))
                .build();
    }

    private Value legacyClaim(List<HashedUri> named) {
        return claim.apply(Value.dict()
                        .put("instanceID", "xmp:iid:" + label.substring(label.length() - 36))
                        .put("claim_generator", "inkseal-test-vectors/1")
                        .put("dc:format", "image/png")
                        .put("signature", "self#jumbf=c2pa.signature")
                        .put("alg", "sha256")
                        .put(
                                "assertions",
                                named.stream().map(HashedUri::toValue).toList()))
                .build();
    }

    private Bytes box(String name, Value value) {
        byte[] salt = new byte[16];
        new Random((label + name).hashCode()).nextBytes(salt);
        return JumbfWriter.superBox(
                ContentType.CBOR,
                name,
                Optional.of(Bytes.wrap(salt)),
                JumbfWriter.contentBox("cbor", CborWriter.write(value)));
    }

    static Bytes superBox(ContentType type, String name, Bytes... children) {
        return JumbfWriter.superBox(type, name, Optional.empty(), children);
    }

    /** The offset of a text in some bytes. */
    static int find(Bytes where, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < where.length(); at++) {
            if (where.startsWith(at, wanted)) {
                return at;
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is not there");
    }

    /** The same bytes but for one bit. */
    static Bytes flip(Bytes bytes, int index) {
        byte[] changed = bytes.toArray();
        changed[index] ^= 1;
        return Bytes.wrap(changed);
    }
}
