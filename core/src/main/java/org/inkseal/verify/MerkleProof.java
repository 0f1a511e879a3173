package org.inkseal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.inkseal.assertion.Fields;
import org.inkseal.asset.BmffHasher;
import org.inkseal.asset.ProvenanceBox;
import org.inkseal.cbor.CborReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The hashes that lead from a leaf of a Merkle tree to the row that was signed (C2PA 2.4 §A.5.4).
 *
 * @param leaf which leaf
 * @param hashes what is beside the way, from the leaf upwards
 */
record MerkleProof(Leaf leaf, List<Bytes> hashes) {
    private static final int MOST_BYTES = 64 << 10;
    /** A document may end with zeros of its own. */
    private static final int MOST_ZEROS = 10;

    /** A leaf of one of the trees of a file. */
    record Leaf(long uniqueId, long localId, long location) {}

    /** Reads the proof in a C2PA box, which may end with zeros. */
    static MerkleProof read(ByteSource source, ProvenanceBox box, Budget budget)
            throws IOException, MalformedException {
        Range payload = box.payload();
        if (payload.length() > MOST_BYTES) {
            throw new MalformedException(
                    payload.start(), "a box of hashes with " + payload.length() + " bytes, allowed are " + MOST_BYTES);
        }
        Value map = value(source.read(payload.start(), (int) payload.length()), budget);
        List<Bytes> hashes = new ArrayList<>();
        for (Value hash : Fields.optionalList(map, "hashes")) {
            hashes.add(hash.asBytes().orElseThrow(() -> Fields.wrong("hashes", "a list of byte strings")));
        }
        Leaf leaf =
                new Leaf(Fields.count(map, "uniqueId"), Fields.count(map, "localId"), Fields.count(map, "location"));
        return new MerkleProof(leaf, hashes);
    }

    private static Value value(Bytes padded, Budget budget) throws MalformedException {
        int end = padded.length();
        while (end > 0 && padded.at(end - 1) == 0) {
            end--;
        }
        for (int zeros = 0; ; zeros++) {
            try {
                return CborReader.read(padded.slice(0, end + zeros), budget);
            } catch (MalformedException e) {
                if (zeros == MOST_ZEROS || end + zeros == padded.length()) {
                    throw e;
                }
            }
        }
    }

    /**
     * Leads a hash upwards. One without a right neighbour is taken up as it is.
     *
     * @param count leaves of the tree
     * @param depth rows to climb
     */
    Bytes lead(Bytes hash, long count, int depth, BmffHasher hasher) throws MalformedException {
        Bytes here = hash;
        long index = leaf.location();
        long row = count;
        int next = 0;
        for (int i = 0; i < depth; i++) {
            if ((index ^ 1) < row) {
                if (next == hashes.size()) {
                    throw new MalformedException(0, "a box of hashes that lacks some");
                }
                Bytes beside = hashes.get(next++);
                hasher.add((index & 1) == 0 ? here : beside);
                hasher.add((index & 1) == 0 ? beside : here);
                here = hasher.finish();
            }
            index >>= 1;
            row = (row + 1) / 2;
        }
        return here;
    }
}
