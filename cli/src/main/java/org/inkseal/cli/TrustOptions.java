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
import java.util.Optional;
import org.inkseal.net.Network;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.Verifier;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say whom to trust, and what time it is. */
final class TrustOptions {
    private final Setting<List<Path>> anchors = Setting.files(
            "PEM", "Trust signers whose certificate leads to one in this file. May be given several times.", "--trust");

    private final Setting<List<Path>> timeStampAnchors = Setting.files(
            "PEM", "Trust time-stamp authorities the same way. May be given several times.", "--tsa-trust");

    private final Setting<List<Path>> allowed = Setting.files(
            "FILE",
            "Trust these single signers: their certificates (PEM), or lines with the base64 of their SHA-256.",
            "--allowed");

    private final Setting<List<Path>> identityAnchors = Setting.files(
            "PEM", "Trust those who sign identity assertions the same way as --trust.", "--identity-trust");

    private final Setting<Boolean> noLists = Setting.flag("Ignore what 'inkseal trust' installed.", "--no-trust-lists");

    private final NetworkOptions network = new NetworkOptions();

    private final Setting<Path> keyPurposes = Setting.option(
            Path.class,
            "FILE",
            "Key purposes that allow signing, one object identifier a line (default: those of C2PA).",
            "--eku");

    private final Setting<String> time = Setting.option(
            String.class, "TIME", "Take this for the present: 2026-11-22T10:00:00Z, or a day (00:00 UTC).", "--at");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, anchors, timeStampAnchors, allowed, identityAnchors, noLists, keyPurposes, time);
    }

    /** Adds these options and those for a network to a command. */
    void addWithNetworkTo(CommandSpec command) {
        addTo(command);
        network.addTo(command);
    }

    /**
     * Whom to trust: what is installed, and what the options add.
     *
     * @throws IOException if a file cannot be read or is not what it must be, or what is installed is damaged
     */
    TrustSettings settings(Terminal terminal) throws IOException {
        TrustSettings settings = installed(terminal).settings();
        settings = added(TrustRole.ANCHOR, anchors, settings);
        settings = added(TrustRole.TSA, timeStampAnchors, settings);
        settings = added(TrustRole.ALLOWED, allowed, settings);
        settings = added(TrustRole.IDENTITY, identityAnchors, settings);
        if (keyPurposes.value().isPresent()) {
            settings = changed(keyPurposes.value().get(), settings::withExtendedKeyUsages);
        }
        return settings;
    }

    /**
     * What is installed, unless an option says to ignore it.
     *
     * @throws IOException if it is damaged
     */
    InstalledTrust installed(Terminal terminal) throws IOException {
        return Setting.on(noLists) ? InstalledTrust.NOTHING : InstalledTrust.of(terminal);
    }

    private static TrustSettings added(TrustRole role, Setting<List<Path>> files, TrustSettings settings)
            throws IOException {
        TrustSettings more = settings;
        for (Path file : files.value().orElse(List.of())) {
            TrustSettings present = more;
            more = changed(file, text -> role.add(present, text));
        }
        return more;
    }

    /** The clock, which stands still when a time was given. */
    Clock clock() throws UsageException {
        return time.value().isPresent() ? Clock.fixed(parse(time.value().get()), ZoneOffset.UTC) : Clock.systemUTC();
    }

    /**
     * A verifier with these settings, and a network only if one was asked for.
     *
     * @throws IOException as for {@link #settings}
     */
    Verifier verifier(Terminal terminal) throws IOException, UsageException {
        Verifier offline = Verifier.at(clock().instant()).trusting(settings(terminal));
        return network().map(offline::online).orElse(offline);
    }

    /** The way to other machines, if one was asked for. */
    Optional<Network> network() throws UsageException {
        return network.isOn() ? Optional.of(network.network()) : Optional.empty();
    }

    private interface Change {
        TrustSettings with(String text);
    }

    private static TrustSettings changed(Path file, Change change) throws IOException {
        String text = TextFile.read(file);
        try {
            return change.with(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
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
