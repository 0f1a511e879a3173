package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.Verifier;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say whom to trust, and what time it is. */
final class TrustOptions {
    private final Setting<List<Path>> anchors = Setting.files(
            "PEM", "Trust signers whose certificate leads to one in this file. May be given several times.", "--trust");

    private final Setting<List<Path>> timeStampAnchors = Setting.files(
            "PEM", "Trust time-stamp authorities the same way. May be given several times.", "--tsa-trust");

    private final Setting<Path> keyPurposes = Setting.option(
            Path.class,
            "FILE",
            "Key purposes that allow signing, one object identifier a line (default: those of C2PA).",
            "--eku");

    private final Setting<String> time = Setting.option(
            String.class, "TIME", "Take this for the present: 2026-11-22T10:00:00Z, or a day (00:00 UTC).", "--at");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, anchors, timeStampAnchors, keyPurposes, time);
    }

    /** Whom to trust. */
    TrustSettings settings() throws IOException, UsageException {
        TrustSettings settings = TrustSettings.none();
        for (Path file : anchors.value().orElse(List.of())) {
            settings = changed(file, settings::withAnchors);
        }
        for (Path file : timeStampAnchors.value().orElse(List.of())) {
            settings = changed(file, settings::withTimeStampAnchors);
        }
        if (keyPurposes.value().isPresent()) {
            settings = changed(keyPurposes.value().get(), settings::withExtendedKeyUsages);
        }
        return settings;
    }

    /** The clock, which stands still when a time was given. */
    Clock clock() throws UsageException {
        return time.value().isPresent() ? Clock.fixed(parse(time.value().get()), ZoneOffset.UTC) : Clock.systemUTC();
    }

    /** A verifier with these settings. */
    Verifier verifier() throws IOException, UsageException {
        return Verifier.at(clock().instant()).trusting(settings());
    }

    private interface Change {
        TrustSettings with(String text);
    }

    private static TrustSettings changed(Path file, Change change) throws IOException, UsageException {
        String text = TextFile.read(file);
        try {
            return change.with(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(file + ": " + e.getMessage());
        }
    }

    private static Instant parse(String text) throws UsageException {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--at: a time such as 2026-11-22T10:00:00Z or a day such as 2026-11-22 is allowed, not '" + text
                            + "'");
        }
    }
}
