package org.inkseal.assertion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.MalformedException;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;

/**
 * What the picture may be used for (CAWG training and data mining assertion 1.1).
 *
 * <p>Read leniently, because a "no" must be found in every spelling: with and without the level {@code entries}, under
 * the older keys of C2PA 1.x. An unknown answer counts as a no. Written in the one form that the standard has today.
 *
 * @param label {@code cawg.training-mining}, or {@code c2pa.training-mining} in older files
 * @param permissions the answers
 * @param constraints the terms of a constrained use, where they are given
 */
public record TrainingMining(String label, Permissions permissions, Map<Use, String> constraints) implements Assertion {
    /** The label that is written. */
    public static final String LABEL = "cawg.training-mining";

    /** How permissions are read. */
    public static final AssertionType<TrainingMining> TYPE =
            new AssertionType<>(List.of(LABEL, "c2pa.training-mining"), TrainingMining::read);

    /** Copies the map. */
    public TrainingMining {
        constraints = Map.copyOf(constraints);
    }

    /**
     * What is written for some permissions.
     *
     * @param offer where the terms are, if a use is allowed on terms and there is such a place
     * @throws IllegalArgumentException if there is an offer and nothing that it could be for
     */
    public static TrainingMining of(Permissions permissions, Optional<Offer> offer) {
        Map<Use, String> terms = new LinkedHashMap<>();
        offer.ifPresent(offered -> permissions.answers().forEach((use, answer) -> {
            if (answer == Permission.CONSTRAINED) {
                terms.put(use, offered.page());
            }
        }));
        if (offer.isPresent() && terms.isEmpty()) {
            throw new IllegalArgumentException("an offer without a use that is allowed on terms");
        }
        return new TrainingMining(LABEL, permissions, terms);
    }

    private static TrainingMining read(String label, Content content) throws MalformedException {
        Value map = Fields.map(content);
        Value entries = map.get("entries").orElse(map);
        Value.Dict dict = entries.asDict().orElseThrow(() -> Fields.wrong("entries", "a map"));
        Permissions permissions = Permissions.SILENT;
        Map<Use, String> constraints = new LinkedHashMap<>();
        for (Map.Entry<Value, Value> entry : dict.entries().entrySet()) {
            Optional<Use> use = entry.getKey().asText().flatMap(Use::of);
            if (use.isEmpty()) {
                continue;
            }
            Permission answer = entry.getValue()
                    .get("use")
                    .flatMap(Value::asText)
                    .flatMap(Permission::of)
                    .orElse(Permission.NOT_ALLOWED);
            permissions = permissions.with(use.get(), answer);
            // The prose of the standard says "constraints_info", its schema "constraint_info".
            Optional<Value> info = entry.getValue()
                    .get("constraint_info")
                    .or(() -> entry.getValue().get("constraints_info"));
            info.flatMap(Value::asText).ifPresent(terms -> constraints.put(use.get(), terms));
        }
        return new TrainingMining(label, permissions, constraints);
    }

    @Override
    public Content content() {
        DictBuilder entries = Value.dict();
        permissions.answers().forEach((use, answer) -> {
            if (answer != Permission.SILENT) {
                DictBuilder entry = Value.dict().put("use", answer.label());
                entries.put(
                        use.key(),
                        entry.putIfPresent("constraint_info", Optional.ofNullable(constraints.get(use)))
                                .build());
            }
        });
        return new Content.Cbor(Value.dict().put("entries", entries.build()).build());
    }
}
