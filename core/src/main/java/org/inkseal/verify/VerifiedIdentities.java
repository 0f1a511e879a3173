package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.report.StatusCode;
import org.inkseal.report.VerifiedIdentity;

/** What an identity credential says of a person (CAWG identity assertion 1.3 §8.1.2.5). */
final class VerifiedIdentities {
    private VerifiedIdentities() {}

    static void check(Optional<Value> identities, FindingList findings, String uri) {
        List<Value> entries = identities.flatMap(Value::asArray).orElse(List.of());
        if (entries.isEmpty()) {
            findings.add(StatusCode.CAWG_ICA_VERIFIED_IDENTITIES_MISSING, uri, "the credential names nobody");
        }
        for (int i = 0; i < entries.size(); i++) {
            Optional<String> fault = fault(entries.get(i));
            if (fault.isPresent()) {
                String seen = "verified identity " + (i + 1) + ": " + fault.get();
                findings.add(StatusCode.CAWG_ICA_VERIFIED_IDENTITIES_INVALID, uri, seen);
            }
        }
    }

    /** Those of the identities that are whole. */
    static List<VerifiedIdentity> read(Optional<Value> identities) {
        List<VerifiedIdentity> read = new ArrayList<>();
        for (Value entry : identities.flatMap(Value::asArray).orElse(List.of())) {
            if (fault(entry).isEmpty()) {
                read.add(new VerifiedIdentity(
                        text(entry, "type").orElse(""),
                        text(entry, "name"),
                        text(entry, "username").or(() -> text(entry, "address")).or(() -> text(entry, "uri")),
                        names(entry.get("provider").orElse(Value.NULL)).stream()
                                .flatMap(name -> natural(name).stream())
                                .findFirst()
                                .orElse("")));
            }
        }
        return read;
    }

    private static Optional<String> fault(Value entry) {
        for (String key : List.of("name", "username", "address", "uri", "method")) {
            if (entry.get(key).isPresent() && !has(entry, key)) {
                return Optional.of(key + " is empty or not text");
            }
        }
        if (!has(entry, "type")) {
            return Optional.of("no type");
        }
        String type = entry.get("type").flatMap(Value::asText).orElse("");
        if (!hasWhatItsTypeAsksFor(type, entry)) {
            return Optional.of("incomplete for the type " + type);
        }
        if (entry.get("verifiedAt")
                .flatMap(Value::asText)
                .flatMap(Rfc3339::parse)
                .isEmpty()) {
            return Optional.of("verifiedAt is not a date and time");
        }
        Optional<Value> provider = entry.get("provider");
        return provider.isPresent() && hasName(provider.get())
                ? Optional.empty()
                : Optional.of("no provider, or no name");
    }

    private static boolean hasWhatItsTypeAsksFor(String type, Value entry) {
        return switch (type) {
            case "cawg.document_verification" -> has(entry, "name");
            case "cawg.web_site" -> has(entry, "uri");
            case "cawg.social_media" -> has(entry, "username");
            // Before version 1.1 was final the address had no field of its own.
            case "cawg.crypto_wallet" -> has(entry, "address") || has(entry, "username");
            default -> true;
        };
    }

    /** A natural language string: text, or an object with it as {@code @value}, or several of them. */
    private static boolean hasName(Value provider) {
        List<Value> names = names(provider);
        return !names.isEmpty() && names.stream().allMatch(name -> natural(name).isPresent());
    }

    private static List<Value> names(Value provider) {
        Optional<Value> name = provider.get("name");
        return name.flatMap(Value::asArray).orElseGet(() -> name.map(List::of).orElse(List.of()));
    }

    private static Optional<String> natural(Value item) {
        return item.asText().or(() -> item.get("@value").flatMap(Value::asText)).filter(text -> !text.isEmpty());
    }

    private static boolean has(Value map, String key) {
        return text(map, key).isPresent();
    }

    private static Optional<String> text(Value map, String key) {
        return map.get(key).flatMap(Value::asText).filter(text -> !text.isEmpty());
    }
}
