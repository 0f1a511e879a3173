package org.inkseal.verify;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.inkseal.assertion.Actions;
import org.inkseal.cbor.Value;
import org.inkseal.report.StatusCode;

/**
 * What an action of a claim of version 2 says for itself: its name, who did it, where and why (C2PA 2.4 §18.15.4 to
 * §18.15.8). Everything that is wrong is {@code assertion.action.malformed}.
 */
final class ActionCheck {
    private static final Set<String> PLACES = Set.of("spatial", "temporal", "frame", "textual", "identified");

    private final Actions actions;
    private final String uri;
    private final FindingList findings;

    ActionCheck(Actions actions, String uri, FindingList findings) {
        this.actions = actions;
        this.uri = uri;
        this.findings = findings;
    }

    /** Checks an action, and those that are listed in it as related. */
    void check(Value action) {
        common(action);
        name(action.get("action").flatMap(Value::asText), false);
        reason(action);
        if (actions.label().equals(Actions.LABEL)) {
            changes(action);
        }
        if (is(action, "c2pa.translated")) {
            language(action, "sourceLanguage");
            language(action, "targetLanguage");
        }
        for (Value related : list(action, "related")) {
            common(related);
            name(related.get("action").flatMap(Value::asText), false);
        }
    }

    /** Checks the templates that actions are made from (§18.15.6). */
    void templates() {
        for (Value template : list(actions.fields(), "templates")) {
            common(template);
            name(template.get("action").flatMap(Value::asText), true);
        }
    }

    private void common(Value action) {
        Optional<Value> index = action.get("softwareAgentIndex");
        if (index.isEmpty()) {
            return;
        }
        if (action.get("softwareAgent").isPresent()) {
            malformed("both softwareAgent and softwareAgentIndex");
        }
        OptionalLong number = index.get().asLong();
        int agents = list(actions.fields(), "softwareAgents").size();
        if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() >= agents) {
            malformed("softwareAgentIndex points at none of the " + agents + " software agents");
        }
    }

    private void name(Optional<String> name, boolean template) {
        boolean any = template && name.equals(Optional.of("*"));
        if (!any && name.filter(ActionCheck::isNamespaced).isEmpty()) {
            malformed("an action whose name is neither of the standard nor of an entity");
        }
    }

    private void reason(Value action) {
        Optional<Value> reason = action.get("reason");
        if (reason.isEmpty() && is(action, ActionReferences.REDACTED)) {
            malformed("c2pa.redacted does not say why");
        }
        if (reason.isPresent()
                && reason.get().asText().filter(ActionCheck::isNamespaced).isEmpty()) {
            malformed("a reason that is neither of the standard nor of an entity");
        }
    }

    /** Regions of interest (§18.2): each has at least one range of a known type. */
    private void changes(Value action) {
        for (Value region : list(action, "changes")) {
            List<Value> ranges = region.get("region").flatMap(Value::asArray).orElse(List.of());
            boolean known = ranges.stream()
                    .allMatch(range -> range.get("type")
                            .flatMap(Value::asText)
                            .filter(PLACES::contains)
                            .isPresent());
            if (ranges.isEmpty() || !known) {
                malformed("changes names a region that is none");
            }
        }
    }

    private void language(Value action, String field) {
        if (action.get("parameters")
                .flatMap(parameters -> parameters.get(field))
                .flatMap(Value::asText)
                .filter(ActionCheck::isLanguage)
                .isEmpty()) {
            malformed("c2pa.translated without a language in " + field);
        }
    }

    /** The items of a field that is a list of at least one, if it is there at all. */
    private List<Value> list(Value map, String field) {
        Optional<Value> value = map.get(field);
        List<Value> items = value.flatMap(Value::asArray).orElse(List.of());
        if (value.isPresent() && items.isEmpty()) {
            malformed(field + " is not a list of at least one");
        }
        return items;
    }

    private static boolean is(Value action, String name) {
        return action.get("action").flatMap(Value::asText).equals(Optional.of(name));
    }

    /** Two words or more with dots between them, of letters, digits, {@code -} and {@code _} (§6.2.1). */
    private static boolean isNamespaced(String name) {
        String[] words = name.split("\\.", -1);
        for (String word : words) {
            if (word.isEmpty() || !word.chars().allMatch(c -> isLetterOrDigit(c) || c == '-' || c == '_')) {
                return false;
            }
        }
        return words.length > 1;
    }

    /** The form of a language tag: subtags of up to eight letters and digits, the first of letters (RFC 5646 §2.1). */
    private static boolean isLanguage(String tag) {
        String[] subtags = tag.split("-", -1);
        for (String subtag : subtags) {
            boolean length = !subtag.isEmpty() && subtag.length() <= 8;
            if (!length || !subtag.chars().allMatch(ActionCheck::isLetterOrDigit)) {
                return false;
            }
        }
        return subtags[0].chars().noneMatch(Character::isDigit);
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private void malformed(String explanation) {
        findings.add(StatusCode.ASSERTION_ACTION_MALFORMED, uri, explanation);
    }
}
