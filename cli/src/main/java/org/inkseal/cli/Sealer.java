package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.inkseal.Signed;
import org.inkseal.Signing;
import org.inkseal.Statement;
import org.inkseal.io.Progress;
import org.inkseal.sign.SigningException;

/** Signs pictures, one at a time on any thread, and enters them into the list of works if there is one. */
final class Sealer implements OutputRun.Writer<Sealed> {
    private final Terminal terminal;
    private final Signing signing;
    private final Statement statement;
    private final OutputChoice outputs;
    private final Optional<Registry> works;
    private final Clock clock;

    Sealer(
            Terminal terminal,
            Signing signing,
            Statement statement,
            OutputChoice outputs,
            Optional<Registry> works,
            Clock clock) {
        this.terminal = terminal;
        this.signing = signing;
        this.statement = statement;
        this.outputs = outputs;
        this.works = works;
        this.clock = clock;
    }

    @Override
    public Sealed write(Item item, Path target, Progress progress)
            throws IOException, SigningException, UsageException {
        Path source = item.path();
        // In place, the original is gone afterwards.
        Optional<RegisteredWork.Original> original =
                works.isPresent() ? Optional.of(RegisteredWork.Original.of(source)) : Optional.empty();
        Optional<Signed> made = outputs.resume() ? signing.made(source, target, statement) : Optional.empty();
        if (outputs.resume() && made.isEmpty() && !outputs.force() && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Signed signed = made.isPresent() ? made.get() : sign(source, target, progress);
        if (works.isPresent() && original.isPresent()) {
            Path picture = outputs.sidecar() ? source : target;
            Optional<Instant> now = made.isPresent()
                    ? Optional.empty()
                    : Optional.of(clock.instant().truncatedTo(ChronoUnit.SECONDS));
            works.get().enter(RegisteredWork.of(item, original.get(), picture, signed, now));
        }
        Sealed sealed = Sealed.of(signed);
        return made.isPresent() ? sealed.madeBefore() : sealed;
    }

    private Signed sign(Path source, Path target, Progress progress)
            throws IOException, SigningException, UsageException {
        Signed signed = signTo(source, target, progress);
        warn(source, "signed without a time-stamp", signed.withoutTime());
        warn(source, "its XMP was left as it is", signed.withoutTwins());
        return signed;
    }

    private Signed signTo(Path source, Path target, Progress progress)
            throws IOException, SigningException, UsageException {
        if (outputs.remote().isGiven()) {
            Path sidecar = SidecarOption.nameFor(target);
            return signing.writeRemote(source, target, sidecar, outputs.remote().address(sidecar), statement, progress);
        }
        if (outputs.sidecar()) {
            return signing.writeSidecar(source, target, statement, progress);
        }
        return outputs.inPlace()
                ? signing.writeInPlace(source, statement, progress)
                : signing.write(source, target, statement, progress);
    }

    private void warn(Path source, String what, Optional<String> why) {
        why.ifPresent(reason -> terminal.note(
                "warning: " + PlainText.line(source.toString()) + ": " + what + ": " + PlainText.of(reason)));
    }
}
