package org.inkseal.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Finding;
import org.inkseal.report.Permissions;
import org.inkseal.report.Report;
import org.inkseal.report.Signal;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.StatusCode;
import org.inkseal.report.Use;

/**
 * A judgement in words for a person. What a credential says is repeated only when it is valid, and always as what
 * somebody says.
 */
final class Sentence {
    /** The uses in the order in which people ask. */
    static final List<Use> ORDER =
            List.of(Use.AI_TRAINING, Use.AI_GENERATIVE_TRAINING, Use.DATA_MINING, Use.AI_INFERENCE);

    private static final int MOST_CODES = 3;

    private Sentence() {}

    /** What follows the verdict. */
    static String of(Judgement judgement) {
        Report report = judgement.report();
        return switch (judgement.verdict()) {
            case OK -> origin(report.origin()) + "; " + signer(judgement) + Whereabouts.of(report);
            case WARNING ->
                (judgement.signer().other().isPresent() && report.state().isValid()
                                ? reason(judgement)
                                : "unchanged since it was signed, but the signature has no force: " + reason(judgement))
                        + Whereabouts.of(report);
            case BROKEN -> reason(judgement) + Whereabouts.of(report);
            case NOTHING -> "no credential" + Whereabouts.of(report);
        };
    }

    /** The lines below the sentence, indented. */
    static List<String> details(Judgement judgement) {
        List<String> lines = new ArrayList<>();
        if (judgement.verdict() == Verdict.OK) {
            String signals = judgement.report().activeManifest().stream()
                    .flatMap(manifest -> Signal.of(manifest).stream())
                    .map(Signal::title)
                    .collect(Collectors.joining(" · "));
            if (!signals.isEmpty()) {
                lines.add("   signals: " + signals);
            }
            IdentityWords.of(judgement.report()).forEach(words -> lines.add("   identity: " + words));
            judgement.site().map(SiteProof::words).map(words -> "   " + words).ifPresent(lines::add);
        }
        lines.addAll(PermissionLines.of(judgement));
        if (judgement.verdict() == Verdict.OK) {
            Whereabouts.unsigned(judgement.report()).ifPresent(lines::add);
        }
        if (!judgement.met()) {
            lines.add("   does not pass --require "
                    + judgement.wanted().required().orElseThrow());
        }
        return lines;
    }

    /** How a picture came to be. */
    static String origin(Optional<DigitalSourceType> origin) {
        return origin.map(DigitalSourceType::phrase).orElse("how it was made is not said");
    }

    /** The four answers. */
    static String permissions(Permissions permissions, String separator) {
        if (permissions.isSilent()) {
            return "nothing said about training, mining or AI input";
        }
        StringBuilder text = new StringBuilder();
        for (Use use : ORDER) {
            text.append(text.isEmpty() ? "" : separator)
                    .append(use.word())
                    .append(' ')
                    .append(permissions.to(use).word());
        }
        return text.toString();
    }

    /** What is wrong, with the codes of the standard. */
    static String reason(Judgement judgement) {
        Optional<KnownSigner> other = judgement.signer().other();
        if (other.isPresent() && judgement.report().state().isValid()) {
            return stranger(judgement, other.get());
        }
        List<Finding> faults = judgement.faults();
        if (faults.isEmpty()) {
            return "nothing proves that it is as it was signed";
        }
        Finding main = faults.get(0);
        // This code is for everything that has none of its own, so it has no meaning either.
        boolean vague =
                main.code() == StatusCode.GENERAL_ERROR && !main.explanation().isEmpty();
        String why = vague ? PlainText.of(main.explanation()) : main.code().meaning();
        StringBuilder codes = new StringBuilder();
        for (Finding fault : faults.subList(0, Math.min(MOST_CODES, faults.size()))) {
            codes.append(codes.isEmpty() ? "" : ", ").append(fault.code());
        }
        if (faults.size() > MOST_CODES) {
            codes.append(" and ").append(faults.size() - MOST_CODES).append(" more");
        }
        return why + " (" + codes + ")";
    }

    /** Who signed the picture, and how far the name can be relied on. */
    static String signer(Judgement judgement) {
        Optional<SignatureSummary> found = judgement.report().signature();
        if (found.isEmpty()) {
            return "signer unknown";
        }
        SignatureSummary signer = found.get();
        String name = signer.name().map(PlainText::quoted).orElse("a key without a name");
        String key = "key " + Fingerprint.of(signer.keySha256());
        String trust = switch (judgement.trust()) {
            case TRUSTED_LIST ->
                " [" + judgement.signer().list().map(PlainText::of).orElse("trusted list") + assurance(signer) + "]";
            case KNOWN ->
                judgement
                        .signer()
                        .known()
                        .map(known -> " (known as " + PlainText.quoted(known.name()) + " since " + day(known.since())
                                + ", " + key + ")")
                        .orElse(" (known, your own " + key + ")");
            case NOT_VERIFIED -> " (not verified, " + key + ")";
        };
        String when = signer.time()
                .filter(time -> signer.timeTrusted())
                .map(time -> ", " + day(time))
                .orElse("");
        return "signed by " + name + trust + when;
    }

    private static String assurance(SignatureSummary signer) {
        OptionalInt level = signer.assuranceLevel();
        return level.isPresent() ? ", assurance level " + level.getAsInt() : "";
    }

    /** Somebody who carries the name of another. */
    private static String stranger(Judgement judgement, KnownSigner expected) {
        Optional<SignatureSummary> signer = judgement.report().signature();
        String name =
                signer.flatMap(SignatureSummary::name).map(PlainText::quoted).orElse("a known name");
        String key = signer.map(seen -> Fingerprint.of(seen.keySha256())).orElse("unknown");
        return "says " + name + " but with another key, " + key + ", than that of "
                + PlainText.quoted(expected.name()) + " whom you know (" + Fingerprint.of(expected.keySha256())
                + " expected)";
    }

    /** A day, in UTC. */
    static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
