package org.inkseal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.BmffExclusion;
import org.inkseal.assertion.BmffHash;
import org.inkseal.asset.BmffHasher;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;
import org.inkseal.report.StatusCode;

/**
 * The hash of an ISO base media file without some boxes (C2PA 2.4 §15.12.2).
 *
 * <p>What is left out may be metadata and nothing else, and no picture or sound may come from there: a hash that leaves
 * out content binds nothing. Media data that the hash leaves out must be under a Merkle tree.
 */
final class BmffHashCheck {
    private static final BmffExclusion.Data C2PA_BOX =
            new BmffExclusion.Data(8, Bytes.wrap(HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481")));

    private final Verification verification;
    private final RuleProfile profile;

    BmffHashCheck(Verification verification, RuleProfile profile) {
        this.verification = verification;
        this.profile = profile;
    }

    /** Checks the binding of a manifest. */
    void check(BmffHash binding, String uri, Optional<String> claimAlg, FindingList findings) throws IOException {
        Optional<HashAlgorithm> algorithm = Verification.algorithm(binding.alg(), claimAlg);
        if (algorithm.isEmpty()) {
            findings.add(StatusCode.ALGORITHM_UNSUPPORTED, uri, "no hash algorithm that the standard allows");
            return;
        }
        if (!verification.map().format().isBmff()) {
            findings.add(
                    StatusCode.ASSERTION_BMFF_HASH_MISMATCH,
                    uri,
                    "the file is " + verification.map().format().name() + ", which has no boxes of that kind");
            return;
        }
        try {
            requireFew(binding.exclusions());
            BmffPlan plan = BmffPlan.of(verification.source(), verification.budget(), binding.exclusions());
            check(binding, plan, algorithm.get(), uri, claimAlg, findings);
        } catch (MalformedException e) {
            findings.add(StatusCode.ASSERTION_BMFF_HASH_MALFORMED, uri, e.describe());
        }
    }

    private void check(
            BmffHash binding,
            BmffPlan plan,
            HashAlgorithm algorithm,
            String uri,
            Optional<String> claimAlg,
            FindingList findings)
            throws IOException, MalformedException {
        boolean trees = !binding.merkle().isEmpty();
        boolean fragmented = plan.fragmented()
                || binding.merkle().stream().anyMatch(tree -> tree.initHash().isPresent());
        if (trees && fragmented) {
            if (binding.hash().isPresent()) {
                throw new MalformedException(0, "a hash and Merkle trees for a file of fragments, only one is allowed");
            }
            if (plan.fragmented()) {
                findings.add(
                        StatusCode.GENERAL_ERROR,
                        uri,
                        "the file is fragmented; this version cannot check its fragments, so nothing is known of them");
            } else {
                findings.add(StatusCode.ASSERTION_BMFF_HASH_MISMATCH, uri, "fragments that were signed are not here");
            }
            return;
        }
        Optional<String> objection = objection(binding, plan);
        if (objection.isEmpty() && !hash(plan, algorithm).equals(binding.hash())) {
            objection = Optional.of("the file does not have the hash that was signed");
        }
        if (objection.isEmpty() && trees) {
            objection = new MerkleCheck(verification, binding, claimAlg).objection(plan);
        }
        if (objection.isPresent()) {
            findings.add(StatusCode.ASSERTION_BMFF_HASH_MISMATCH, uri, objection.get());
            return;
        }
        findings.add(StatusCode.ASSERTION_BMFF_HASH_MATCH, uri, "the file has the hash that was signed");
        List<String> additional = new ArrayList<>();
        for (BmffExclusion exclusion : binding.exclusions()) {
            if (!isUsual(exclusion, trees)) {
                additional.add(exclusion.xpath());
            }
        }
        if (!additional.isEmpty()) {
            findings.add(
                    StatusCode.ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT,
                    uri,
                    "boxes that nobody signed, if there are any: " + String.join(", ", additional));
        }
    }

    /** Why the hash, even if it is right, would not bind the file. */
    private Optional<String> objection(BmffHash binding, BmffPlan plan) throws IOException, MalformedException {
        if (binding.hash().isEmpty()) {
            return Optional.of("the hash is missing, which is to cover all that is no media data");
        }
        if (plan.objection().isPresent()) {
            return plan.objection();
        }
        List<Range> unsigned = new ArrayList<>(plan.excluded());
        if (!binding.merkle().isEmpty()) {
            // A tree that leaves out media data is an objection of its own.
            unsigned.removeIf(range ->
                    plan.media().stream().anyMatch(part -> part.box().payload().covers(range)));
        } else {
            for (BmffPlan.Part part : plan.media()) {
                if (part.kept().stream().mapToLong(Range::length).sum()
                        < part.box().range().length()) {
                    return Optional.of("media data are excluded, and no Merkle tree covers them");
                }
            }
        }
        return new UnsignedTargets(unsigned).find(verification);
    }

    private Optional<Bytes> hash(BmffPlan plan, HashAlgorithm algorithm) throws IOException {
        BmffHasher hasher = new BmffHasher(verification.source(), algorithm.digest());
        for (BmffPlan.Part part : plan.parts()) {
            hasher.mark(part.box().range().start());
            hasher.add(part.kept());
        }
        return Optional.of(hasher.finish());
    }

    private void requireFew(List<BmffExclusion> exclusions) throws LimitExceededException {
        verification.budget().check(Limit.EXCLUSIONS, exclusions.size(), 0);
        for (BmffExclusion exclusion : exclusions) {
            verification.budget().check(Limit.EXCLUSIONS, exclusion.data().size(), 0);
            verification.budget().check(Limit.EXCLUSIONS, exclusion.subset().size(), 0);
        }
    }

    /**
     * Whether the standard asks for an exclusion, or lets it pass without a word (C2PA 2.4 §15.12.2, §A.5.6). That of {@code
     * ftyp} was asked for up to 2.4 and is advised against since (2.5 §A.5.5).
     */
    private boolean isUsual(BmffExclusion exclusion, boolean trees) {
        return switch (exclusion.xpath()) {
            case "/uuid" -> exclusion.data().equals(List.of(C2PA_BOX));
            case "/mfra", "/free", "/skip" -> true;
            case "/ftyp" -> !profile.since(RuleProfile.V2_5);
            case "/mdat" -> trees && exclusion.subset().equals(List.of(new Range(16, 0)));
            default -> false;
        };
    }
}
