package org.inkseal.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that is said about the uses of one picture, in its manifests and in its metadata, and what it amounts to.
 *
 * <p>The most restrictive statement {@linkplain PermissionStatement#counts that counts} wins: no before terms, terms before
 * yes, yes before silence. A "no" counts however weak it is; a "yes" counts only when it is proven and the caller accepts
 * who gave it. So a caller that asks for {@link Answer#isYes} never takes silence, or a yes that anybody could have
 * written, for consent.
 *
 * @param statements the statements, those of the picture's own manifests first
 * @param unread why the metadata may say more than that
 */
public record Consent(List<PermissionStatement> statements, Optional<String> unread) {
    /** Nothing is said. */
    public static final Consent SILENT = new Consent(List.of());

    /** Copies the list. */
    public Consent {
        statements = List.copyOf(statements);
    }

    /** These statements, of which none is missing. */
    public Consent(List<PermissionStatement> statements) {
        this(statements, Optional.empty());
    }

    /** These statements and further ones. */
    public Consent and(Consent other) {
        return new Consent(
                Stream.concat(statements.stream(), other.statements.stream()).toList(), unread.or(other::unread));
    }

    /** The answer to a use, for a caller who accepts a yes from some signers only. */
    public Answer to(Use use, Acceptance acceptance) {
        Permission answer = statements.stream()
                .filter(statement -> statement.counts(use, acceptance))
                .map(statement -> statement.answers().to(use))
                .reduce(Permission.SILENT, Permission::and);
        List<PermissionStatement> because = new ArrayList<>();
        List<PermissionStatement> uncounted = new ArrayList<>();
        for (PermissionStatement statement : statements) {
            Permission said = statement.answers().to(use);
            if (statement.counts(use, acceptance)) {
                if (said == answer) {
                    because.add(statement);
                }
            } else if (said == Permission.ALLOWED) {
                uncounted.add(statement);
            }
        }
        return new Answer(use, answer, because, uncounted);
    }

    /** The answers to all uses. */
    public Permissions answers(Acceptance acceptance) {
        Map<Use, Permission> answers = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            answers.put(use, to(use, acceptance).permission());
        }
        return new Permissions(answers);
    }

    /** What the metadata of the file says, the most restrictive of it. */
    public Permissions metadata() {
        return said(PermissionStatement.Place.METADATA);
    }

    /** What the manifests of this very picture say, the most restrictive of it, whatever they are worth. */
    public Permissions credential() {
        return said(PermissionStatement.Place.PICTURE);
    }

    /** The uses to which the manifests of this very picture and the metadata of the file say different things. */
    public List<Use> disputed() {
        Permissions credential = credential();
        Permissions metadata = metadata();
        return Stream.of(Use.values())
                .filter(use -> credential.to(use) != Permission.SILENT && metadata.to(use) != Permission.SILENT)
                .filter(use -> credential.to(use) != metadata.to(use))
                .toList();
    }

    private Permissions said(PermissionStatement.Place place) {
        return statements.stream()
                .filter(statement -> statement.place() == place)
                .map(PermissionStatement::answers)
                .reduce(Permissions.SILENT, Permissions::and);
    }
}
