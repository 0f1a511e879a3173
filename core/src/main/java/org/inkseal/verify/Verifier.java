package org.inkseal.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.Fault;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.Limits;
import org.inkseal.io.MalformedException;
import org.inkseal.manifest.CompressedManifestException;
import org.inkseal.manifest.Manifest;
import org.inkseal.manifest.ManifestStore;
import org.inkseal.net.Network;
import org.inkseal.report.Consent;
import org.inkseal.report.Findings;
import org.inkseal.report.IngredientDelta;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.StoreOrigin;
import org.inkseal.report.ValidationState;
import org.inkseal.rights.MetadataRights;
import org.inkseal.trust.TrustSettings;
import org.inkseal.xmp.Xmp;

/**
 * Checks pictures (C2PA 2.4 §15). Immutable and thread-safe.
 *
 * <p>There is a report for every picture that could be read, however broken: content never causes an exception. Nothing
 * is fetched from anywhere unless a {@linkplain #online network} was handed over.
 */
public final class Verifier {
    private final TrustSettings trust;
    private final Instant now;
    private final Limits limits;
    private final Optional<Network> network;

    private Verifier(TrustSettings trust, Instant now, Limits limits, Optional<Network> network) {
        this.trust = trust;
        this.now = now;
        this.limits = limits;
        this.network = network;
    }

    /** A verifier that takes a time for the present and trusts nobody. */
    public static Verifier at(Instant now) {
        return new Verifier(TrustSettings.none(), now, Limits.standard(), Optional.empty());
    }

    /** This verifier with somebody to trust. */
    public Verifier trusting(TrustSettings settings) {
        return new Verifier(settings, now, limits, network);
    }

    /** This verifier with other limits. */
    public Verifier within(Limits other) {
        return new Verifier(trust, now, other, network);
    }

    /**
     * This verifier with a way to other machines, to ask for revocation, remote manifests and documents of identities.
     * What it is asked for tells others what is being looked at.
     */
    public Verifier online(Network way) {
        return new Verifier(trust, now, limits, Optional.of(way));
    }

    /**
     * Checks a file.
     *
     * @throws IOException if it cannot be read
     * @throws UnsupportedFormatException if it is of no format that inkseal knows
     */
    public Report verify(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return verify(source);
        }
    }

    /**
     * Checks a picture.
     *
     * @throws IOException if it cannot be read
     * @throws UnsupportedFormatException if it is of no format that inkseal knows
     */
    public Report verify(ByteSource source) throws IOException {
        return new Run(source, format(source), Optional.empty()).guarded();
    }

    /**
     * Checks a file with a manifest store that is kept beside it. A store in the picture itself always wins, and the other
     * is not even read then. A file of a format that inkseal does not know can be checked too: nothing of it may be left
     * out of the hash.
     *
     * @param sidecar the file with the store
     * @throws IOException if one of them cannot be read
     */
    public Report verify(Path file, Path sidecar) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return beside(source, budget -> read(sidecar, budget));
        }
    }

    /**
     * Checks a file of any format with a manifest store that is kept elsewhere. A store in the file itself always wins.
     *
     * @throws IOException if it cannot be read
     */
    public Report verify(ByteSource source, Bytes store) throws IOException {
        return beside(source, budget -> store);
    }

    private Report beside(ByteSource source, StoreSearch.Sidecar sidecar) throws IOException {
        return new Run(source, AssetFormats.detectOrOpaque(source), Optional.of(sidecar)).guarded();
    }

    /**
     * Looks at a manifest store without its picture. The state is never valid, as there is nothing that it could be bound
     * to.
     *
     * @throws IOException if the file cannot be read
     */
    public Report inspect(Path store) throws IOException {
        try (ByteSource source = ByteSource.open(store)) {
            return new Run(source, new LoneStore(), Optional.empty()).guarded();
        }
    }

    private static Bytes read(Path sidecar, Budget budget) throws IOException, MalformedException {
        try (ByteSource store = ByteSource.open(sidecar)) {
            budget.check(Limit.STORE_BYTES, store.size(), 0);
            return store.read(0, Math.toIntExact(store.size()));
        }
    }

    private static AssetFormat format(ByteSource source) throws IOException {
        AssetFormat format = AssetFormats.detect(source)
                .orElseThrow(() -> new UnsupportedFormatException("not a picture format that inkseal reads ("
                        + String.join(
                                ", ",
                                AssetFormats.all().stream()
                                        .map(AssetFormat::name)
                                        .toList()) + ")"));
        return format;
    }

    /** One verification. */
    private final class Run {
        private final ByteSource source;
        private AssetFormat format;
        private final Optional<StoreSearch.Sidecar> sidecar;
        private final Budget budget = new Budget(limits);
        private final FindingList findings = new FindingList();
        private Xmp xmp = Xmp.NONE;

        Run(ByteSource source, AssetFormat format, Optional<StoreSearch.Sidecar> sidecar) {
            this.source = source;
            this.format = format;
            this.sidecar = sidecar;
        }

        /** A fault of our own must not look like a verdict, nor take a whole batch down. */
        @SuppressWarnings("CatchingUnchecked")
        Report guarded() throws IOException {
            try {
                return run();
            } catch (RuntimeException e) {
                String what = "internal error, which is worth a report: "
                        + e.getClass().getName();
                findings.add(StatusCode.GENERAL_ERROR, "", what);
                return empty(ValidationState.INVALID, Optional.empty());
            }
        }

        Report run() throws IOException {
            AssetMap map;
            try {
                map = format.map(source, budget);
                format = map.format();
            } catch (MalformedException e) {
                findings.add(StatusCode.GENERAL_ERROR, "", "not a whole " + format.name() + " file: " + e.describe());
                return empty(ValidationState.INVALID, Optional.empty());
            }
            xmp = format.xmp(source, map, budget);
            for (Fault fault : map.faults()) {
                findings.add(StatusCode.GENERAL_ERROR, "", fault.message() + " at byte " + fault.offset());
            }
            if (map.carriers().size() > 1) {
                findings.add(StatusCode.MULTIPLE_STORES, "", map.carriers().size() + " manifest stores");
            }
            StoreSearch.Found found;
            try {
                found = new StoreSearch(source, map, budget).find(sidecar, network, findings);
            } catch (MalformedException e) {
                return unreadable(StatusCode.GENERAL_ERROR, e, Optional.empty());
            }
            if (found.store().isEmpty()) {
                boolean damaged = !map.faults().isEmpty();
                return empty(damaged ? ValidationState.INVALID : ValidationState.NONE, Optional.of(found));
            }
            ManifestStore store;
            try {
                store = ManifestStore.read(found.store().get(), budget);
            } catch (CompressedManifestException e) {
                return unreadable(StatusCode.MANIFEST_COMPRESSED_INVALID, e, Optional.of(found));
            } catch (MalformedException e) {
                boolean remote = found.origin() == StoreOrigin.REMOTE;
                StatusCode code = remote ? StatusCode.MANIFEST_INACCESSIBLE_MALFORMED : StatusCode.GENERAL_ERROR;
                return unreadable(code, e, Optional.of(found));
            }
            return withStore(new Verification(source, map, map.carrier(), store, trust, now, network, budget), found);
        }

        private Report unreadable(StatusCode code, MalformedException e, Optional<StoreSearch.Found> found) {
            findings.add(code, "", "the manifest store cannot be read: " + e.describe());
            return empty(ValidationState.INVALID, found);
        }

        private Report empty(ValidationState state, Optional<StoreSearch.Found> found) {
            return new Report(
                    format.mediaType(),
                    state,
                    now,
                    List.of(),
                    findings.sorted(),
                    List.of(),
                    Optional.empty(),
                    MetadataRights.of(xmp),
                    found.flatMap(StoreSearch.Found::url),
                    found.map(StoreSearch.Found::origin).orElse(StoreOrigin.NONE),
                    0,
                    List.of());
        }

        private Report withStore(Verification verification, StoreSearch.Found found) throws IOException {
            Map<String, CheckedManifest> reached = new HashMap<>();
            List<IngredientDelta> deltas = new ArrayList<>();
            Optional<IngredientGraph> walked = Optional.empty();
            Optional<Provenance> provenance = Optional.empty();
            try {
                IngredientGraph graph = IngredientGraph.walk(verification);
                walked = Optional.of(graph);
                Evidence evidence = Evidence.gather(graph, budget);
                Responder responder = new Responder(verification);
                SignatureCheck signatures = new SignatureCheck(verification, evidence, responder);
                IdentityCheck identities = new IdentityCheck(verification, graph, evidence, responder);
                for (CheckedManifest checked : graph.manifests()) {
                    reached.put(checked.manifest().label(), checked);
                    signatures.check(checked);
                    new AssertionsCheck(verification).check(checked);
                    identities.check(checked);
                    new RulesCheck(verification, graph).check(checked);
                }
                CheckedManifest active = graph.manifests().get(0);
                IngredientCheck ingredients = new IngredientCheck(verification, graph);
                for (IngredientGraph.Edge edge : graph.edges()) {
                    deltas.add(ingredients.check(edge));
                }
                new BindingCheck(verification).check(active, graph);
                provenance = Optional.of(new Provenance(active, graph));
            } catch (MalformedException e) {
                findings.add(
                        StatusCode.GENERAL_ERROR, verification.store().active().uri(), e.getMessage());
            }
            return report(verification, found, reached, deltas, provenance, walked);
        }

        private Report report(
                Verification verification,
                StoreSearch.Found found,
                Map<String, CheckedManifest> reached,
                List<IngredientDelta> deltas,
                Optional<Provenance> provenance,
                Optional<IngredientGraph> graph) {
            Manifest active = verification.store().active();
            Optional.ofNullable(reached.get(active.label())).ifPresent(checked -> findings.addAll(checked.findings()));
            Findings sorted = findings.sorted();
            ValidationState state = StateRule.state(sorted, deltas);
            List<ManifestSummary> summaries = new ArrayList<>();
            for (Manifest manifest : verification.store().manifests()) {
                CheckedManifest checked = reached.getOrDefault(manifest.label(), new CheckedManifest(manifest));
                summaries.add(Summaries.of(checked, budget));
            }
            return new Report(
                    format.mediaType(),
                    state,
                    now,
                    summaries,
                    sorted,
                    deltas,
                    provenance.flatMap(Provenance::origin),
                    consent(new StatedPermissions(verification, reached, graph).in(state), state),
                    found.url(),
                    found.origin(),
                    verification.store().manifests().size() - reached.size(),
                    verification.unsigned());
        }

        private Consent consent(Consent credential, ValidationState state) {
            return credential.and(state.isValid() ? MetadataRights.beside(credential, xmp) : MetadataRights.of(xmp));
        }
    }
}
