package org.inkseal.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was said to each {@link Use}.
 *
 * @param answers one answer for every use
 */
public record Permissions(Map<Use, Permission> answers) {
    /** Nothing was said to any use. */
    public static final Permissions SILENT = new Permissions(Map.of());

    /** Fills in silence where an answer is missing. */
    public Permissions {
        Map<Use, Permission> all = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            all.put(use, answers.getOrDefault(use, Permission.SILENT));
        }
        answers = Collections.unmodifiableMap(all);
    }

    /** The same answer to every use. */
    public static Permissions all(Permission answer) {
        Map<Use, Permission> answers = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            answers.put(use, answer);
        }
        return new Permissions(answers);
    }

    /** These answers with one of them changed. */
    public Permissions with(Use use, Permission answer) {
        Map<Use, Permission> changed = new EnumMap<>(answers);
        changed.put(use, answer);
        return new Permissions(changed);
    }

    /** The answer to one use. */
    public Permission to(Use use) {
        return answers.getOrDefault(use, Permission.SILENT);
    }

    /** Both together: to each use the more restrictive answer. */
    public Permissions and(Permissions other) {
        Map<Use, Permission> both = new EnumMap<>(Use.class);
        answers.forEach((use, answer) -> both.put(use, answer.and(other.to(use))));
        return new Permissions(both);
    }

    /** Only what is refused or on terms; a yes is left out. */
    public Permissions restrictions() {
        Map<Use, Permission> kept = new EnumMap<>(answers);
        kept.replaceAll((use, answer) -> answer == Permission.ALLOWED ? Permission.SILENT : answer);
        return new Permissions(kept);
    }

    /** Whether nothing was said to any use. */
    public boolean isSilent() {
        return answers.values().stream().allMatch(answer -> answer == Permission.SILENT);
    }
}
