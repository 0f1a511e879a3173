package org.inkseal.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * One row of a Merkle tree over a large box or over the fragments of a track (C2PA 2.2 §18.6.3).
 *
 * @param uniqueId with {@code localId}, what boxes with further hashes name the tree by
 * @param localId which {@code mdat} box of the file it is over, from 0 on; for fragments, the track
 * @param count how many leaves there are
 * @param alg the hash algorithm; without one that of the assertion applies
 * @param initHash the hash of what comes before the first fragment; only in fragmented files
 * @param hashes the row; not empty
 * @param fixedBlockSize bytes of each leaf but the last
 * @param variableBlockSizes bytes of each leaf; empty if they are not given
 */
public record MerkleTree(
        long uniqueId,
        long localId,
        long count,
        Optional<String> alg,
        Optional<Bytes> initHash,
        List<Bytes> hashes,
        OptionalLong fixedBlockSize,
        List<Long> variableBlockSizes) {
    /** Copies the lists. */
    public MerkleTree {
        hashes = List.copyOf(hashes);
        variableBlockSizes = List.copyOf(variableBlockSizes);
    }

    static MerkleTree read(Value map) throws MalformedException {
        List<Bytes> hashes = new ArrayList<>();
        for (Value hash : Fields.optionalList(map, "hashes")) {
            hashes.add(hash.asBytes().orElseThrow(() -> Fields.wrong("hashes", "a list of byte strings")));
        }
        if (hashes.isEmpty()) {
            throw new MalformedException(0, "field \"hashes\" is missing or empty");
        }
        List<Long> sizes = new ArrayList<>();
        for (Value size : Fields.entries(map, "variableBlockSizes")) {
            long number = size.asLong().orElse(-1);
            if (number < 0) {
                throw Fields.wrong("variableBlockSizes", "a list of numbers from 0 to 2^63-1");
            }
            sizes.add(number);
        }
        return new MerkleTree(
                Fields.count(map, "uniqueId"),
                Fields.count(map, "localId"),
                Fields.count(map, "count"),
                Fields.optionalText(map, "alg"),
                Fields.optionalBytes(map, "initHash"),
                hashes,
                Fields.optionalCount(map, "fixedBlockSize"),
                sizes);
    }
}
