package org.inkseal.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.cbor.Value;
import org.inkseal.manifest.Claim;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.IdentitySummary;
import org.inkseal.report.SignatureSummary;
import org.jspecify.annotations.Nullable;

/** A manifest on its way through the checks: what was read of it and what was found. */
final class CheckedManifest {
    private final Manifest manifest;
    private final FindingList findings = new FindingList();
    private final Map<String, Assertion> assertions = new LinkedHashMap<>();
    private final List<IdentitySummary> identities = new ArrayList<>();
    private int claimVersion;
    private Value.Dict fields = Value.dict().build();
    private @Nullable Claim claim;
    private @Nullable SignatureSummary signature;
    private @Nullable Instant boundTime;
    private boolean foreignBytes;

    CheckedManifest(Manifest manifest) {
        this.manifest = manifest;
    }

    Manifest manifest() {
        return manifest;
    }

    FindingList findings() {
        return findings;
    }

    /** The assertions that could be read, by label with instance, in the order of the claim. */
    Map<String, Assertion> assertions() {
        return assertions;
    }

    void identity(IdentitySummary summary) {
        identities.add(summary);
    }

    /** Who stands behind it, in the order of the claim. */
    List<IdentitySummary> identities() {
        return identities;
    }

    /** Whether the signer stands behind an assertion, which may also have come from somebody else (C2PA 2.4 §10.2.2). */
    boolean states(String label) {
        return claim().stream()
                .flatMap(read -> read.created().stream())
                .anyMatch(reference -> AssertionsCheck.label(reference, this).equals(Optional.of(label)));
    }

    void fields(int version, Value.Dict claimFields) {
        claimVersion = version;
        fields = claimFields;
    }

    int claimVersion() {
        return claimVersion;
    }

    Value.Dict fields() {
        return fields;
    }

    void claim(Claim read) {
        claim = read;
    }

    Optional<Claim> claim() {
        return Optional.ofNullable(claim);
    }

    void signature(SignatureSummary summary) {
        signature = summary;
    }

    Optional<SignatureSummary> signature() {
        return Optional.ofNullable(signature);
    }

    void boundTime(Instant time) {
        boundTime = time;
    }

    /** When the claim signature itself was there already, by a trusted time-stamp of the second version. */
    Optional<Instant> boundTime() {
        return Optional.ofNullable(boundTime);
    }

    /** Remembers that unsigned padding of the signature box holds something. */
    void holdsForeignBytes() {
        foreignBytes = true;
    }

    boolean hasForeignBytes() {
        return foreignBytes;
    }
}
