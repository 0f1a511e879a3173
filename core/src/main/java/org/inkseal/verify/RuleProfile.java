package org.inkseal.verify;

import java.util.Optional;
import org.inkseal.cbor.Value;

/**
 * Whose rules a manifest is held to: those of the edition of the standard that it was written by.
 *
 * <p>Claims of version 1 were written before most rules for their content, so that only what they do say must be right.
 * Claims of version 2 say by which edition they were written since 2.3; those that do not are held to what 2.0 to 2.2
 * ask for (C2PA 2.3 §10.3.1, 2.4 §10.2.3.2).
 */
enum RuleProfile {
    /** A claim of version 1: C2PA 1.0 to 1.4. */
    V1,
    /** A claim of version 2 that names no edition, or one before 2.3. */
    V2,
    /** C2PA 2.3. */
    V2_3,
    /** C2PA 2.4. */
    V2_4,
    /** C2PA 2.5 and later. */
    V2_5;

    private static final int MAJOR = 2;
    private static final int LATEST = 5;
    private static final int FIRST_NAMED = 3;

    static RuleProfile of(CheckedManifest checked) {
        if (checked.claimVersion() == 1) {
            return V1;
        }
        Optional<Value> info = checked.fields().get("claim_generator_info");
        return info.flatMap(map -> map.get("specVersion"))
                .or(() -> checked.fields().get("specVersion"))
                .flatMap(Value::asText)
                .map(RuleProfile::named)
                .orElse(V2);
    }

    private static RuleProfile named(String edition) {
        String[] parts = edition.split("\\.", -1);
        int major = number(parts[0]);
        int minor = parts.length > 1 ? number(parts[1]) : 0;
        if (major > MAJOR || major == MAJOR && minor >= LATEST) {
            return V2_5;
        }
        if (major < MAJOR || minor < FIRST_NAMED) {
            return V2;
        }
        return minor == FIRST_NAMED ? V2_3 : V2_4;
    }

    private static int number(String digits) {
        boolean plain =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Integer.parseInt(digits) : 0;
    }

    /** Whether the rules of an edition hold. */
    boolean since(RuleProfile edition) {
        return compareTo(edition) >= 0;
    }
}
