package org.inkseal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.Unknown;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.manifest.ManifestDraft;

/** Small pictures that a definition names by file: each becomes an embedded file of the manifest, once. */
final class DefinedIcons {
    private static final String ICON = "c2pa.icon";

    private final ManifestDefinition definition;
    private final ManifestDraft draft;
    private final Map<String, Value> added = new HashMap<>();

    DefinedIcons(ManifestDefinition definition, ManifestDraft draft) {
        this.definition = definition;
        this.draft = draft;
    }

    /** Adds what {@code {"format", "identifier"}} names; the reference to it. */
    Value add(String label, Value resource) throws IOException {
        Optional<String> format = DefinedManifest.text(resource, "format");
        Optional<String> file = DefinedManifest.text(resource, "identifier");
        if (format.isEmpty() || file.isEmpty()) {
            throw new IllegalArgumentException("a thumbnail or icon needs \"format\" and \"identifier\"");
        }
        String key = label + " " + format.get() + " " + file.get();
        Value known = added.get(key);
        if (known != null) {
            return known;
        }
        Content content = new Content.File(format.get(), definition.content(file.get()));
        Value reference = draft.add(new Unknown(label, content), true).toValue();
        added.put(key, reference);
        return reference;
    }

    /** A map with its icon as a reference, if it has one that is named by file. */
    Value.Dict replaced(Value.Dict map) throws IOException {
        Optional<Value> icon =
                map.get("icon").filter(value -> value.get("identifier").isPresent());
        if (icon.isEmpty()) {
            return map;
        }
        DictBuilder fields = Value.dict();
        map.entries().forEach(fields::put);
        return fields.put("icon", add(ICON, icon.get())).build();
    }
}
