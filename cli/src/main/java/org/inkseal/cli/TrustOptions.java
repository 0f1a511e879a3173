package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.Verifier;
import picocli.CommandLine.Option;

/** The options that say whom to trust, and what time it is. */
final class TrustOptions {
    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "Trust signers whose certificate leads to one in this file. May be given several times.")
    private List<Path> anchors = new ArrayList<>();

    @Option(
            names = "--tsa-trust",
            paramLabel = "PEM",
            description = "Trust time-stamp authorities the same way. May be given several times.")
    private List<Path> timeStampAnchors = new ArrayList<>();

    @Option(
            names = "--eku",
            paramLabel = "FILE",
            description = "Key purposes that allow signing, one object identifier a line (default: those of C2PA).")
    private Optional<Path> keyPurposes = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Take this for the present: 2026-11-22T10:00:00Z, or a day (00:00 UTC).")
    private Optional<String> time = Optional.empty();

    /** Whom to trust. */
    TrustSettings settings() throws IOException, UsageException {
        TrustSettings settings = TrustSettings.none();
        for (Path file : anchors) {
            settings = changed(file, settings::withAnchors);
        }
        for (Path file : timeStampAnchors) {
            settings = changed(file, settings::withTimeStampAnchors);
        }
        if (keyPurposes.isPresent()) {
            settings = changed(keyPurposes.get(), settings::withExtendedKeyUsages);
        }
        return settings;
    }

    /** The clock, which stands still when a time was given. */
    Clock clock() throws UsageException {
        return time.isPresent() ? Clock.fixed(parse(time.get()), ZoneOffset.UTC) : Clock.systemUTC();
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
                    "--at: a time such as 2026-11-22T10:00:00Z or a day such as 2026-11-22 is allowed, not '" + text + "'");
        }
    }
}
