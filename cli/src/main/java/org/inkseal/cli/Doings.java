package org.inkseal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.ManifestSummary;

/** What a manifest says was done to a picture, as lines for a person. */
final class Doings {
    private static final String STANDARD = "c2pa.";

    private Doings() {}

    /** One line for each thing, safe to print; the same thing several times in a row is one line. */
    static List<String> of(ManifestSummary manifest) {
        List<String> lines = new ArrayList<>();
        int times = 1;
        for (String line : all(manifest)) {
            int last = lines.size() - 1;
            boolean same = last >= 0 && lines.get(last).equals(times == 1 ? line : line + " (" + times + " times)");
            times = same ? times + 1 : 1;
            if (same) {
                lines.set(last, line + " (" + times + " times)");
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<String> all(ManifestSummary manifest) {
        List<String> lines = new ArrayList<>();
        for (AssertionSummary assertion : manifest.assertions()) {
            if (assertion.label().startsWith("c2pa.actions") && assertion.data().isPresent()) {
                Value data = assertion.data().get();
                String aside = assertion.created() ? "" : " (gathered, not stated by the signer)";
                for (Value action : data.get("actions").flatMap(Value::asArray).orElse(List.of())) {
                    lines.add(line(action, data) + aside);
                }
            }
        }
        return lines;
    }

    private static String line(Value action, Value assertion) {
        StringBuilder line = new StringBuilder(words(text(action, "action").orElse("something unnamed")));
        text(action, "digitalSourceType")
                .ifPresent(type -> line.append(": ")
                        .append(DigitalSourceType.of(type)
                                .map(DigitalSourceType::phrase)
                                .orElseGet(() -> PlainText.of(type))));
        agent(action, assertion).ifPresent(agent -> line.append(" — with ").append(PlainText.of(agent)));
        text(action, "when").ifPresent(when -> line.append(" — ").append(PlainText.of(when)));
        return line.toString();
    }

    /** The software that did it: by name, by a map with a name, or by its place in a list (C2PA 2.2 §18.15.4). */
    private static Optional<String> agent(Value action, Value assertion) {
        Optional<Value> listed = action.get("softwareAgentIndex")
                .flatMap(index -> index.asLong().stream().boxed().findFirst())
                .flatMap(index -> assertion
                        .get("softwareAgents")
                        .flatMap(Value::asArray)
                        .filter(agents -> index >= 0 && index < agents.size())
                        .map(agents -> agents.get(index.intValue())));
        return action.get("softwareAgent").or(() -> listed).flatMap(agent -> {
            String version = text(agent, "version").map(number -> " " + number).orElse("");
            return agent.asText().or(() -> text(agent, "name").map(name -> name + version));
        });
    }

    /** {@code c2pa.color_adjustments} as "color adjustments"; names of others stay as they are. */
    private static String words(String action) {
        if (!action.startsWith(STANDARD)) {
            return PlainText.of(action);
        }
        StringBuilder words = new StringBuilder();
        for (char letter : action.substring(STANDARD.length()).toCharArray()) {
            if (letter == '.' || letter == '_') {
                words.append(' ');
            } else if (letter >= 'A' && letter <= 'Z') {
                words.append(' ').append((char) (letter + ' '));
            } else {
                words.append(letter);
            }
        }
        return PlainText.of(words.toString().strip());
    }

    private static Optional<String> text(Value map, String key) {
        return map.get(key).flatMap(Value::asText);
    }
}
