package org.inkseal.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inkseal.report.Acceptance;
import org.inkseal.report.Answer;
import org.inkseal.report.Consent;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.PermissionStatement.Place;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;

/** What may be done with a picture, and who says so, as lines for a person. */
final class PermissionLines {
    private static final String INDENT = "   ";
    private static final String SEPARATOR = " · ";
    private static final int MOST_SPEAKERS = 3;

    private final Consent consent;
    private final Acceptance acceptance;
    private final Verdict verdict;
    private final Wanted wanted;
    private final Speaker speaker;
    private final List<String> lines = new ArrayList<>();

    private PermissionLines(Judgement judgement) {
        consent = judgement.report().permissions();
        wanted = judgement.wanted();
        acceptance = wanted.acceptance();
        verdict = judgement.verdict();
        speaker = new Speaker(wanted.known());
    }

    static List<String> of(Judgement judgement) {
        PermissionLines permissions = new PermissionLines(judgement);
        permissions.answers();
        permissions.metadata();
        permissions.terms();
        permissions.asked();
        return permissions.lines;
    }

    /** The four answers, whoever gave them. What is not signed validly can only refuse, which is worth saying. */
    private void answers() {
        Permissions answers = consent.answers(Acceptance.ANYBODY);
        if (verdict == Verdict.OK) {
            lines.add(INDENT + Sentence.permissions(answers, SEPARATOR));
        } else if (!answers.isSilent()) {
            lines.add(
                    INDENT + Sentence.permissions(answers, SEPARATOR) + " (not proven, but a no counts all the same)");
        }
    }

    /** What the metadata says, beside what the credential says; nothing where it only says the same once more. */
    private void metadata() {
        Permissions metadata = consent.metadata();
        Permissions credential = consent.credential();
        boolean agrees = verdict != Verdict.OK || consent.disputed().isEmpty();
        if (metadata.isSilent() || !credential.isSilent() && agrees) {
            return;
        }
        String sources = consent.statements().stream()
                .filter(statement -> statement.place() == Place.METADATA)
                .map(statement -> statement.source().label())
                .distinct()
                .collect(Collectors.joining(", ", " (", ")"));
        if (!credential.isSilent()) {
            lines.add(INDENT + "credential: " + Sentence.permissions(credential, SEPARATOR));
        }
        lines.add(INDENT + "metadata: " + Sentence.permissions(metadata, SEPARATOR) + sources);
        if (!credential.isSilent()) {
            lines.add(INDENT + "warning: they disagree about " + words(consent.disputed())
                    + "; the more restrictive counts, wherever it stands");
        }
    }

    /** The terms of those who ask for some, in their own words. */
    private void terms() {
        Map<String, List<Use>> offers = new LinkedHashMap<>();
        for (Use use : Sentence.ORDER) {
            Answer answer = consent.to(use, acceptance);
            if (answer.permission() == Permission.CONSTRAINED) {
                for (PermissionStatement statement : answer.because()) {
                    terms(statement, use)
                            .ifPresent(text -> offers.computeIfAbsent(text, key -> new ArrayList<>())
                                    .add(use));
                }
            }
        }
        offers.forEach(
                (text, uses) -> lines.add(INDENT + words(uses) + " on terms: " + text + " (nobody checked this)"));
    }

    private static Optional<String> terms(PermissionStatement statement, Use use) {
        if (!statement.state().isValid() && statement.place() != Place.METADATA) {
            return Optional.empty();
        }
        Optional<Offer> offer = statement.offer();
        Stream<String> parts = offer.isPresent()
                ? Stream.of(
                                Optional.of(offer.get().page()),
                                offer.get().price(),
                                offer.get().contact())
                        .flatMap(Optional::stream)
                : Stream.ofNullable(statement.terms().get(use));
        String text = parts.map(PlainText::quoted).collect(Collectors.joining(", "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The answers to what was asked, with their reasons. */
    private void asked() {
        for (AskedUse asked : wanted.uses()) {
            lines.add(INDENT + "may " + asked + ": " + why(consent.to(asked.use(), acceptance), speaker));
        }
        if (!wanted.uses().isEmpty()) {
            consent.unread()
                    .ifPresent(
                            trouble -> lines.add(INDENT + "warning: the metadata could not be read whole, so a no in it"
                                    + " may be missing: " + PlainText.of(trouble)));
        }
    }

    /** An answer and who gave it. */
    static String why(Answer answer, Speaker speaker) {
        boolean silent = answer.permission() == Permission.SILENT;
        return (silent ? "silent: " : answer.permission().word() + ": said by ") + reason(answer, speaker);
    }

    /** Who gave an answer; or why there is none. */
    static String reason(Answer answer, Speaker speaker) {
        if (answer.permission() != Permission.SILENT) {
            return joined(answer.because().stream().map(speaker::of).distinct().toList());
        }
        List<String> objections =
                answer.uncounted().stream().map(speaker::objection).distinct().toList();
        return objections.isEmpty() ? "nobody said yes" : joined(objections);
    }

    private static String joined(List<String> texts) {
        int more = texts.size() - MOST_SPEAKERS;
        String some = String.join("; ", texts.subList(0, Math.min(MOST_SPEAKERS, texts.size())));
        return more > 0 ? some + "; and " + more + " more" : some;
    }

    private static String words(List<Use> uses) {
        return uses.stream().map(Use::word).collect(Collectors.joining(", "));
    }
}
