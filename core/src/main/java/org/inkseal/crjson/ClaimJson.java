package org.inkseal.crjson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.report.ManifestSummary;

/** A claim of either version in the form that the schema of crJSON allows. */
final class ClaimJson {
    private static final String SELF = "self#jumbf=";

    /** What every absolute URI of a store begins with. */
    static final String STORE = SELF + "/c2pa/";

    private final ManifestSummary manifest;
    private final boolean first;

    ClaimJson(ManifestSummary manifest) {
        this.manifest = manifest;
        this.first = manifest.claimVersion() == 1;
    }

    /** Under which key it goes; one that could not be read goes where today's do. */
    String key() {
        return first ? "claim" : "claim.v2";
    }

    Value.Dict toValue() {
        DictBuilder json = Value.dict().put("instanceID", required("instanceID"));
        if (first) {
            json.put("claim_generator", required("claim_generator"));
            json.put("dc:format", required("dc:format"));
        }
        json.put(
                        "claim_generator_info",
                        first ? Value.of(generators()) : generators().get(0))
                .put("signature", required("signature"));
        if (first) {
            json.put("assertions", atLeastOne(references("assertions")));
        } else {
            json.put("created_assertions", atLeastOne(references("created_assertions")));
            json.put("gathered_assertions", references("gathered_assertions"));
        }
        List<Value> redacted = texts("redacted_assertions");
        if (!first || !redacted.isEmpty()) {
            json.put("redacted_assertions", redacted);
        }
        for (String key : new String[] {"dc:title", "alg", "alg_soft"}) {
            json.putIfPresent(key, text(key));
        }
        if (!first) {
            json.putIfPresent("specVersion", text("specVersion"));
        }
        manifest.claim().get("metadata").flatMap(Value::asDict).ifPresent(metadata -> json.put("metadata", metadata));
        return json.build();
    }

    /** The hash that the claim gives for an assertion of this manifest. */
    Optional<Value> hash(String uri) {
        for (String key : new String[] {"assertions", "created_assertions", "gathered_assertions"}) {
            for (Value reference : list(key)) {
                String url = reference.get("url").flatMap(Value::asText).orElse("");
                String absolute = url.startsWith(SELF) && !url.startsWith(SELF + "/")
                        ? STORE + manifest.label() + "/" + url.substring(SELF.length())
                        : url;
                if (absolute.equals(uri)) {
                    return reference.get("hash");
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> text(String key) {
        return manifest.claim().get(key).flatMap(Value::asText);
    }

    private String required(String key) {
        return text(key).orElse("");
    }

    private List<Value> list(String key) {
        return manifest.claim().get(key).flatMap(Value::asArray).orElse(List.of());
    }

    private List<Value> texts(String key) {
        return list(key).stream().filter(item -> item.asText().isPresent()).toList();
    }

    /** Version 2 has one map where version 1 has a list; before, there was only the text. */
    private List<Value> generators() {
        Optional<Value> info = manifest.claim().get("claim_generator_info");
        List<Value> found =
                info.flatMap(Value::asArray).orElseGet(() -> info.map(List::of).orElse(List.of()));
        if (found.isEmpty()) {
            return List.of(Value.dict().put("name", required("claim_generator")).build());
        }
        return found.stream().map(ClaimJson::generator).toList();
    }

    private static Value generator(Value info) {
        DictBuilder json =
                Value.dict().put("name", info.get("name").flatMap(Value::asText).orElse(""));
        info.asDict()
                .ifPresent(map -> map.entries().forEach((key, value) -> {
                    String name = key.asText().orElse("");
                    boolean fits = switch (name) {
                        case "name" -> false;
                        case "version", "operating_system" -> value.asText().isPresent();
                        case "icon" -> value.get("url").flatMap(Value::asText).isPresent();
                        default -> true;
                    };
                    if (fits) {
                        json.put(key, name.equals("icon") ? reference(value) : value);
                    }
                }));
        return json.build();
    }

    private List<Value> references(String key) {
        List<Value> references = new ArrayList<>();
        list(key).forEach(item -> references.add(reference(item)));
        return references;
    }

    private static Value reference(Value item) {
        Optional<Value> hash = item.get("hash")
                .filter(value -> value.asText().isPresent() || value.asBytes().isPresent());
        return Value.dict()
                .put("url", item.get("url").flatMap(Value::asText).orElse(""))
                .put("hash", hash.orElse(Value.of("")))
                .putIfPresent("alg", item.get("alg").flatMap(Value::asText))
                .build();
    }

    private static List<Value> atLeastOne(List<Value> references) {
        return references.isEmpty() ? List.of(reference(Value.NULL)) : references;
    }
}
