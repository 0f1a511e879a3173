package org.inkseal.cli;

import java.time.Duration;
import java.util.Optional;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SigningException;
import picocli.CommandLine.Model.CommandSpec;

/** The options that have another program sign. */
final class SignerOptions {
    private static final int USUAL_SECONDS = 60;
    private static final int MOST_SECONDS = 3600;

    private final Setting<String> command = Setting.option(
            String.class,
            "COMMAND",
            "Have another program sign, which speaks the protocol of c2patool's --signer-path.",
            "--signer");

    private final Setting<Integer> seconds = Setting.option(
            Integer.class,
            "SECONDS",
            "How long each call of --signer may take (default: " + USUAL_SECONDS + ").",
            "--signer-timeout");

    /** Adds these options to a command. */
    void addTo(CommandSpec spec) {
        Setting.add(spec, command, seconds);
    }

    boolean isGiven() {
        return command.value().isPresent();
    }

    void check() throws UsageException {
        Optional<Integer> given = seconds.value();
        if (given.isPresent() && !isGiven()) {
            throw new UsageException("--signer-timeout needs --signer");
        }
        if (given.isPresent() && (given.get() < 1 || given.get() > MOST_SECONDS)) {
            throw new UsageException("--signer-timeout: 1 to " + MOST_SECONDS + " seconds are allowed");
        }
    }

    /** Asks the program who it is. */
    Signer open(Terminal terminal) throws SigningException, UsageException {
        Duration patience = Duration.ofSeconds(seconds.value().orElse(USUAL_SECONDS));
        SubprocessSigner signer =
                SubprocessSigner.open(CommandWords.of(command.value().orElseThrow()), patience);
        signer.timeStampAuthority()
                .ifPresent(url -> terminal.hint("the signer names a time-stamp authority, which is not asked; '--tsa "
                        + PlainText.of(url) + "' asks it"));
        return signer;
    }
}
