package org.inkseal.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.assertion.LicenseOffer;
import org.inkseal.assertion.TrainingMining;
import org.inkseal.jumbf.Label;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.Consent;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.PermissionSource;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.PermissionStatement.Place;
import org.inkseal.report.Permissions;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.ValidationState;

/**
 * What all manifests of a store say about uses. A refusal counts even where everything else is wrong, so nothing that was
 * found about a manifest keeps it from being read here, and an assertion that cannot be read counts as a no.
 *
 * <p>The standards do not say what the "no" of an ingredient means for the picture that it went into. Here it counts for
 * whatever contains the ingredient ({@code parentOf}, {@code componentOf}), and not for what a model made with it as input.
 */
final class StatedPermissions {
    /** What one assertion says, and whether the signer states it. */
    private record Said(TrainingMining assertion, boolean created) {}

    private final Verification verification;
    private final Map<String, CheckedManifest> reached;
    private final WithdrawnPermissions withdrawn;
    private final Map<String, Place> places = new HashMap<>();

    /**
     * Finds out where each manifest stands.
     *
     * @param reached the manifests that were checked, by label
     * @param graph how they hang together; nothing if that could not be found out
     */
    StatedPermissions(
            Verification verification, Map<String, CheckedManifest> reached, Optional<IngredientGraph> graph) {
        this.verification = verification;
        this.reached = reached;
        this.withdrawn = new WithdrawnPermissions(reached);
        places.put(verification.store().active().label(), Place.PICTURE);
        graph.ifPresent(this::place);
    }

    /** Goes over the references until nothing changes: a manifest that is reached in several ways stands nearest. */
    private void place(IngredientGraph graph) {
        for (CheckedManifest manifest : graph.line(graph.manifests().get(0))) {
            places.put(manifest.manifest().label(), Place.PICTURE);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (IngredientGraph.Edge edge : graph.edges()) {
                Place from = places.get(edge.from().manifest().label());
                if (from == null || edge.to().isEmpty()) {
                    continue;
                }
                String label = edge.to().get().manifest().label();
                Place before = places.getOrDefault(label, Place.UNREFERENCED);
                Place to = beyond(from, edge);
                if (to.compareTo(before) < 0) {
                    places.put(label, to);
                    changed = true;
                }
            }
        }
    }

    private static Place beyond(Place from, IngredientGraph.Edge edge) {
        Relationship relationship = edge.ingredient().relationship();
        if (from == Place.INPUT || relationship == Relationship.INPUT_TO) {
            return Place.INPUT;
        }
        return from == Place.COMPONENT || relationship == Relationship.COMPONENT_OF ? Place.COMPONENT : Place.PARENT;
    }

    /**
     * The statements, those that stand nearest to the picture first.
     *
     * @param state the state of the picture
     */
    Consent in(ValidationState state) {
        List<PermissionStatement> statements = new ArrayList<>();
        for (Manifest manifest : verification.store().manifests()) {
            Optional<Offer> offer = offer(manifest);
            for (Said said : said(manifest)) {
                statements.add(statement(said, offer, manifest, state));
            }
        }
        statements.sort(Comparator.comparing(PermissionStatement::place));
        return new Consent(statements);
    }

    private List<Said> said(Manifest manifest) {
        Optional<CheckedManifest> checked = Optional.ofNullable(reached.get(manifest.label()));
        List<Said> said = new ArrayList<>();
        List<String> present = new ArrayList<>();
        for (SuperBox box : manifest.assertionBoxes()) {
            String label = box.label().orElse("");
            String base = Label.parse(label).base();
            if (TrainingMining.TYPE.labels().contains(base) && !withdrawn.isWithdrawn(manifest, label)) {
                present.add(label);
                TrainingMining read = StoredAssertion.read(verification, box)
                        .map(TrainingMining.class::cast)
                        .orElseGet(() -> unreadable(base));
                said.add(new Said(read, checked.filter(one -> one.states(label)).isPresent()));
            }
        }
        for (String label : withdrawn.missing(manifest, present)) {
            said.add(new Said(unreadable(Label.parse(label).base()), false));
        }
        return said;
    }

    private Optional<Offer> offer(Manifest manifest) {
        return manifest.assertionBoxes().stream()
                .filter(box -> LicenseOffer.TYPE
                        .labels()
                        .contains(Label.parse(box.label().orElse("")).base()))
                .flatMap(box -> StoredAssertion.read(verification, box).stream())
                .map(assertion -> ((LicenseOffer) assertion).offer())
                .findFirst();
    }

    private static TrainingMining unreadable(String label) {
        return new TrainingMining(label, Permissions.all(Permission.NOT_ALLOWED), Map.of());
    }

    private PermissionStatement statement(Said one, Optional<Offer> offer, Manifest manifest, ValidationState state) {
        TrainingMining said = one.assertion();
        Place place = places.getOrDefault(manifest.label(), Place.UNREFERENCED);
        Optional<CheckedManifest> checked = Optional.ofNullable(reached.get(manifest.label()));
        Optional<SignatureSummary> signer = checked.flatMap(CheckedManifest::signature);
        PermissionSource source = said.label().equals(TrainingMining.LABEL)
                ? PermissionSource.CAWG_TRAINING_MINING
                : PermissionSource.C2PA_TRAINING_MINING;
        return new PermissionStatement(
                source,
                place,
                proven(manifest, checked, state),
                signer,
                one.created(),
                Optional.of(manifest.label()),
                said.permissions(),
                said.constraints(),
                offer);
    }

    /** A manifest beneath an update is proven no further than the picture: its binding is that of the picture. */
    private ValidationState proven(Manifest manifest, Optional<CheckedManifest> checked, ValidationState state) {
        if (manifest == verification.store().active()) {
            return state;
        }
        ValidationState own = checked.map(
                        one -> StateRule.ofManifest(one.findings().sorted()))
                .orElse(ValidationState.NONE);
        boolean sharesBinding = places.get(manifest.label()) == Place.PICTURE;
        return sharesBinding && !state.isValid() && state.compareTo(own) < 0 ? state : own;
    }
}
