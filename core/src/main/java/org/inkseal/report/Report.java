package org.inkseal.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that inkseal says about one picture. There is one for every input that could be read at all, however
 * broken.
 *
 * @param mediaType media type of the picture
 * @param state the verdict
 * @param validationTime the time that counted as now
 * @param manifests the manifests of the store in stored order; the active one is the last
 * @param active findings about the active manifest and the picture itself; decides the state with the deltas
 * @param ingredientDeltas findings about ingredients that were not recorded when they were taken in
 * @param origin how the picture came to be, as the active manifest says, or one of its line of parents that is no less
 *     proven; or that a model had a part, whoever of them says so
 * @param permissions what is said to training, mining and use as input, in all manifests and in the metadata
 * @param remoteManifest where XMP says that the manifest store is kept, when the picture carries none; fetched only if
 *     {@code storeOrigin} is {@link StoreOrigin#REMOTE}
 * @param storeOrigin where the store came from
 * @param unreferenced number of manifests of the store that nothing leads to; they were not checked (C2PA 2.4 §15.11.3.3)
 * @param unsignedRanges metadata that the hash of the picture leaves out, in file order
 */
public record Report(
        String mediaType,
        ValidationState state,
        Instant validationTime,
        List<ManifestSummary> manifests,
        Findings active,
        List<IngredientDelta> ingredientDeltas,
        Optional<DigitalSourceType> origin,
        Consent permissions,
        Optional<String> remoteManifest,
        StoreOrigin storeOrigin,
        int unreferenced,
        List<UnsignedRange> unsignedRanges) {
    /** Copies the lists. */
    public Report {
        manifests = List.copyOf(manifests);
        ingredientDeltas = List.copyOf(ingredientDeltas);
        unsignedRanges = List.copyOf(unsignedRanges);
    }

    /** The active manifest: the last of the store. */
    public Optional<ManifestSummary> activeManifest() {
        return manifests.isEmpty() ? Optional.empty() : Optional.of(manifests.get(manifests.size() - 1));
    }

    /** The signer of the active manifest. */
    public Optional<SignatureSummary> signature() {
        return activeManifest().flatMap(ManifestSummary::signature);
    }

    /** Every failure that counts for the state: of the active manifest, then of ingredients. */
    public List<Finding> failures() {
        return Stream.concat(
                        active.failure().stream(),
                        ingredientDeltas.stream().flatMap(d -> d.findings().failure().stream()))
                .toList();
    }
}
