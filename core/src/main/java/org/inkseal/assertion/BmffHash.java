package org.inkseal.assertion;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * The hash of an ISO base media file without some boxes, with a Merkle tree for large ones if there is one (C2PA 2.2
 * §18.6).
 *
 * @param label the version; both are read alike, version 3 is written
 * @param exclusions what is not hashed; not empty
 * @param alg the hash algorithm; without one that of the claim applies
 * @param hash the hash; nothing when only Merkle trees are given
 * @param merkle Merkle trees, one for each large box or each track
 * @param raw the assertion as it was read
 */
public record BmffHash(
        String label,
        List<BmffExclusion> exclusions,
        Optional<String> alg,
        Optional<Bytes> hash,
        List<MerkleTree> merkle,
        Value raw)
        implements Assertion {
    /** The label of the version that is written. */
    public static final String LABEL = "c2pa.hash.bmff.v3";

    /** The label of the version before, which is deprecated. */
    public static final String LABEL_V2 = "c2pa.hash.bmff.v2";

    /** How such hashes are read. The first version, {@code c2pa.hash.bmff}, is none any more. */
    public static final AssertionType<BmffHash> TYPE = new AssertionType<>(List.of(LABEL, LABEL_V2), BmffHash::read);

    private static final Bytes C2PA_BOX = Bytes.wrap(HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481"));

    /** Copies the lists. */
    public BmffHash {
        exclusions = List.copyOf(exclusions);
        merkle = List.copyOf(merkle);
    }

    /** A hash over all boxes but those that no hash may cover (C2PA 2.5 §A.5.5). */
    public static BmffHash of(String alg, Bytes hash) {
        Value c2pa = Value.dict()
                .put("xpath", "/uuid")
                .put(
                        "data",
                        List.of(Value.dict()
                                .put("offset", 8)
                                .put("value", C2PA_BOX)
                                .build()))
                .build();
        Value fragments = Value.dict().put("xpath", "/mfra").build();
        Value raw = Value.dict()
                .put("exclusions", List.of(c2pa, fragments))
                .put("alg", alg)
                .put("hash", hash)
                .put("name", "jumbf manifest")
                .build();
        try {
            return read(LABEL, new Content.Cbor(raw));
        } catch (MalformedException e) {
            throw new IllegalStateException("our own assertion is malformed", e);
        }
    }

    private static BmffHash read(String label, Content content) throws MalformedException {
        Value map = Fields.map(content);
        List<BmffExclusion> exclusions = new ArrayList<>();
        for (Value item : Fields.optionalList(map, "exclusions")) {
            exclusions.add(BmffExclusion.read(item));
        }
        if (exclusions.isEmpty()) {
            throw new MalformedException(0, "field \"exclusions\" is missing or empty");
        }
        List<MerkleTree> merkle = new ArrayList<>();
        for (Value item : Fields.entries(map, "merkle")) {
            merkle.add(MerkleTree.read(item));
        }
        return new BmffHash(
                label, exclusions, Fields.optionalText(map, "alg"), Fields.optionalBytes(map, "hash"), merkle, map);
    }

    @Override
    public Content content() {
        return new Content.Cbor(raw);
    }
}
