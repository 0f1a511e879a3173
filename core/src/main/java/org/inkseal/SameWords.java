package org.inkseal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.inkseal.assertion.Content;
import org.inkseal.cbor.Value;
import org.inkseal.manifest.ManifestDraft;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.ManifestSummary;

/**
 * Whether a manifest says what a draft says. The binding, the time of making and hashes do not count: they belong to one
 * output, and each assertion is salted.
 */
final class SameWords {
    private static final String BINDINGS = "c2pa.hash.";
    private static final Set<Value> OF_ONE_OUTPUT = Set.of(Value.of("hash"), Value.of("when"));

    private SameWords() {}

    static boolean in(ManifestDraft draft, ManifestSummary manifest) {
        List<AssertionSummary> others = manifest.assertions().stream()
                .filter(assertion -> !assertion.label().startsWith(BINDINGS))
                .toList();
        Map<String, AssertionSummary> byLabel =
                others.stream().collect(Collectors.toMap(AssertionSummary::label, one -> one, (one, other) -> one));
        return draft.title().equals(manifest.title())
                && others.size() == draft.contents().size()
                && draft.contents().entrySet().stream()
                        .allMatch(entry -> same(entry.getValue(), Optional.ofNullable(byLabel.get(entry.getKey()))));
    }

    private static boolean same(Content ours, Optional<AssertionSummary> theirs) {
        if (theirs.isEmpty()) {
            return false;
        }
        if (ours instanceof Content.File file) {
            return theirs.get().mediaType().equals(Optional.of(file.mediaType()))
                    && theirs.get().file().equals(Optional.of(file.data()));
        }
        Optional<Value> value = ours.asValue();
        return value.isPresent()
                && theirs.get().data().isPresent()
                && same(value.get(), theirs.get().data().get());
    }

    /** Goes as deep as our own value does, whatever the other one holds. */
    private static boolean same(Value ours, Value theirs) {
        if (ours instanceof Value.Dict dict && theirs instanceof Value.Dict other) {
            return dict.entries().keySet().equals(other.entries().keySet())
                    && dict.entries().entrySet().stream()
                            .filter(entry -> !OF_ONE_OUTPUT.contains(entry.getKey()))
                            .allMatch(entry -> other.get(entry.getKey())
                                    .filter(value -> same(entry.getValue(), value))
                                    .isPresent());
        }
        if (ours instanceof Value.Array list && theirs instanceof Value.Array other) {
            if (list.items().size() != other.items().size()) {
                return false;
            }
            for (int i = 0; i < list.items().size(); i++) {
                if (!same(list.items().get(i), other.items().get(i))) {
                    return false;
                }
            }
            return true;
        }
        return ours.equals(theirs);
    }
}
