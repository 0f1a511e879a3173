package org.inkseal.cli;

import java.util.List;
import java.util.Locale;
import org.inkseal.Redaction;
import picocli.CommandLine.Model.CommandSpec;

/** The options that take something out of earlier credentials. */
final class RedactionOptions {
    private final Setting<List<String>> assertions = Setting.texts(
            "LABEL|URI",
            "Take this assertion out of the credential that the picture or an ingredient has. May be given several times.",
            "--redact");

    private final Setting<String> reason = Setting.option(
            String.class,
            "REASON",
            "Why: personal, invalid, trade-secret, government, or a label of your own namespace.",
            "--reason");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, assertions, reason);
    }

    boolean isGiven() {
        return assertions.value().isPresent();
    }

    /** What is taken out. */
    List<Redaction> redactions() throws UsageException {
        if (isGiven() != reason.value().isPresent()) {
            throw new UsageException("--redact and --reason belong together");
        }
        try {
            String why = reason.value().map(RedactionOptions::label).orElse("");
            return assertions.value().orElse(List.of()).stream()
                    .map(assertion -> new Redaction(assertion, why))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new UsageException("--reason: " + e.getMessage());
        }
    }

    private static String label(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "personal" -> Redaction.PERSONAL;
            case "invalid" -> Redaction.INVALID;
            case "trade-secret" -> Redaction.TRADE_SECRET;
            case "government" -> Redaction.GOVERNMENT;
            default -> word;
        };
    }
}
