package org.inkseal.verify;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.BmffHash;
import org.inkseal.assertion.MerkleTree;
import org.inkseal.asset.BmffHasher;
import org.inkseal.asset.ProvenanceBox;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The Merkle trees over the {@code mdat} boxes of a file that is not fragmented (C2PA 2.4 §15.12.2.1). Every leaf is
 * hashed once and led up to the row that was signed.
 */
final class MerkleCheck {
    /** Bytes of an {@code mdat} box that the hash of the file covers in any case (C2PA 2.4 §A.5.6). */
    private static final int HASHED_HEAD = 16;

    private final Verification verification;
    private final BmffHash binding;
    private final Optional<String> claimAlg;
    private final Map<MerkleProof.Leaf, MerkleProof> proofs = new HashMap<>();

    MerkleCheck(Verification verification, BmffHash binding, Optional<String> claimAlg) {
        this.verification = verification;
        this.binding = binding;
        this.claimAlg = claimAlg;
    }

    /**
     * Why the trees do not bind the media data; empty if they do.
     *
     * @throws MalformedException if a tree breaks the rules of the standard
     */
    Optional<String> objection(BmffPlan plan) throws IOException, MalformedException {
        for (ProvenanceBox box : plan.merkleBoxes()) {
            MerkleProof proof = MerkleProof.read(verification.source(), box, verification.budget());
            if (proofs.put(proof.leaf(), proof) != null) {
                throw new MalformedException(box.range().start(), "two boxes of hashes for one leaf");
            }
        }
        Set<Long> covered = new HashSet<>();
        for (MerkleTree tree : binding.merkle()) {
            if (!covered.add(tree.localId()) || tree.localId() >= plan.media().size()) {
                throw new MalformedException(
                        0,
                        "a Merkle tree over mdat " + tree.localId() + ": each of the "
                                + plan.media().size() + " has at most one");
            }
            if (!holds(tree, plan.media().get((int) tree.localId()))) {
                return Optional.of("media data do not have the hashes that were signed");
            }
        }
        for (int i = 0; i < plan.media().size(); i++) {
            BmffPlan.Part part = plan.media().get(i);
            boolean whole = part.kept().equals(List.of(part.box().range()));
            if (!whole && !covered.contains((long) i)) {
                return Optional.of("media data are excluded, and no Merkle tree covers them");
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a tree holds for the content of a box. With a header of eight bytes writers also let the leaves begin after
     * sixteen, where the bytes begin that the hash of the file leaves out; it covers those before.
     */
    private boolean holds(MerkleTree tree, BmffPlan.Part part) throws IOException, MalformedException {
        Range box = part.box().range();
        Range head = new Range(box.start(), HASHED_HEAD);
        boolean headIsHashed = !part.kept().isEmpty() && part.kept().get(0).covers(head);
        if (part.box().header() == HASHED_HEAD || box.length() < HASHED_HEAD || !headIsHashed) {
            return holds(tree, part.box().payload());
        }
        Range rest = Range.between(head.end(), box.end());
        try {
            return holds(tree, part.box().payload()) || leavesFit(tree, rest) && holds(tree, rest);
        } catch (MalformedException e) {
            if (leavesFit(tree, rest) && holds(tree, rest)) {
                return true;
            }
            throw e;
        }
    }

    private boolean leavesFit(MerkleTree tree, Range range) {
        try {
            return leaves(tree, range.length()) == tree.count();
        } catch (MalformedException e) {
            return false;
        }
    }

    private boolean holds(MerkleTree tree, Range payload) throws IOException, MalformedException {
        HashAlgorithm algorithm = Verification.algorithm(
                        tree.alg(), binding.alg().or(() -> claimAlg))
                .orElseThrow(() -> new MalformedException(0, "a Merkle tree without a hash algorithm that is allowed"));
        long leaves = leaves(tree, payload.length());
        if (leaves != tree.count()) {
            throw new MalformedException(0, "a Merkle tree of " + tree.count() + " leaves over " + leaves + " parts");
        }
        int depth = depth(tree);
        BmffHasher hasher = new BmffHasher(verification.source(), algorithm.digest());
        long at = payload.start();
        for (long leaf = 0; leaf < leaves; leaf++) {
            long end = end(tree, leaf, at, payload.end());
            hasher.add(List.of(Range.between(at, end)));
            Bytes hash = hasher.finish();
            if (depth > 0) {
                hash = proof(tree, leaf).lead(hash, tree.count(), depth, hasher);
            }
            if (!hash.equals(tree.hashes().get((int) (leaf >> depth)))) {
                return false;
            }
            at = end;
        }
        return true;
    }

    private MerkleProof proof(MerkleTree tree, long leaf) throws MalformedException {
        MerkleProof proof = proofs.get(new MerkleProof.Leaf(tree.uniqueId(), tree.localId(), leaf));
        if (proof == null) {
            throw new MalformedException(0, "no box of hashes for leaf " + leaf + " of a Merkle tree");
        }
        return proof;
    }

    private static long end(MerkleTree tree, long leaf, long at, long end) {
        if (!tree.variableBlockSizes().isEmpty()) {
            return at + tree.variableBlockSizes().get((int) leaf);
        }
        return tree.fixedBlockSize().isPresent()
                ? at + Math.min(tree.fixedBlockSize().getAsLong(), end - at)
                : end;
    }

    /** Into how many parts the media data are cut. */
    private long leaves(MerkleTree tree, long length) throws MalformedException {
        boolean fixed = tree.fixedBlockSize().isPresent();
        if (fixed
                && (!tree.variableBlockSizes().isEmpty()
                        || tree.fixedBlockSize().getAsLong() == 0)) {
            throw new MalformedException(0, "a Merkle tree whose leaves have no size, or two");
        }
        long leaves = 1;
        if (fixed) {
            long size = tree.fixedBlockSize().getAsLong();
            leaves = length / size + (length % size == 0 ? 0 : 1);
        } else if (!tree.variableBlockSizes().isEmpty()) {
            long rest = length;
            for (long size : tree.variableBlockSizes()) {
                rest = size > rest ? -1 : rest - size;
                if (rest < 0) {
                    break;
                }
            }
            if (rest != 0) {
                throw new MalformedException(0, "a Merkle tree whose leaves are not as long as the media data");
            }
            leaves = tree.variableBlockSizes().size();
        }
        verification.budget().check(Limit.MERKLE_LEAVES, leaves, 0);
        return leaves;
    }

    /** How many rows the signed one is above the leaves. */
    private static int depth(MerkleTree tree) throws MalformedException {
        long row = tree.count();
        int depth = 0;
        while (row > tree.hashes().size()) {
            row = (row + 1) / 2;
            depth++;
        }
        if (row != tree.hashes().size()) {
            throw new MalformedException(
                    0, "a row of " + tree.hashes().size() + " hashes in a Merkle tree of " + tree.count() + " leaves");
        }
        return depth;
    }
}
