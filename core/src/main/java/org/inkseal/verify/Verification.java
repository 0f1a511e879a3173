package org.inkseal.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.HashedUri;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.Carrier;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.manifest.ManifestStore;
import org.inkseal.net.Network;
import org.inkseal.report.UnsignedRange;
import org.inkseal.trust.TrustSettings;

/**
 * What the checks of one verification share.
 *
 * @param source the picture
 * @param map its structure
 * @param carrier where its store is; empty if the store came from elsewhere
 * @param store the store
 * @param trust whom the caller trusts
 * @param now the time that counts as now
 * @param network the way to other machines, only if the caller gave one
 * @param budget what may still be spent
 * @param redacted absolute URIs of assertions that a manifest of the store redacts in another; filled by the walk over
 *     the ingredients before any assertion is checked
 * @param unsigned the metadata that the hash of the picture leaves out; filled when the picture is bound
 */
record Verification(
        ByteSource source,
        AssetMap map,
        Optional<Carrier> carrier,
        ManifestStore store,
        TrustSettings trust,
        Instant now,
        Optional<Network> network,
        Budget budget,
        Set<String> redacted,
        List<UnsignedRange> unsigned) {
    Verification(
            ByteSource source,
            AssetMap map,
            Optional<Carrier> carrier,
            ManifestStore store,
            TrustSettings trust,
            Instant now,
            Optional<Network> network,
            Budget budget) {
        this(source, map, carrier, store, trust, now, network, budget, new HashSet<>(), new ArrayList<>());
    }

    /** The same verification of a part of the file, with notes of its own on what is unsigned. */
    Verification of(ByteSource part, AssetMap partMap, Optional<Carrier> partCarrier) {
        return new Verification(
                part, partMap, partCarrier, store, trust, now, network, budget, redacted, new ArrayList<>());
    }

    /** The algorithm of a reference: its own, or else that of what encloses it (C2PA 2.4 §15.4). */
    static Optional<HashAlgorithm> algorithm(Optional<String> own, Optional<String> enclosing) {
        return own.or(() -> enclosing).flatMap(HashAlgorithm::of);
    }

    /** Whether some bytes have the hash of a reference. */
    boolean matches(Bytes content, HashedUri reference, HashAlgorithm algorithm) throws LimitExceededException {
        budget.spend(Limit.HASHED_BYTES, content.length(), 0);
        return algorithm.hash(content).equals(reference.hash());
    }
}
