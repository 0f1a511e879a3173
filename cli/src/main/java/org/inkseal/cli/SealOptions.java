package org.inkseal.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.inkseal.Credentials;
import org.inkseal.Declaration;
import org.inkseal.Signing;
import org.inkseal.verify.Verifier;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code sign} and {@code label} have in common: files, outputs, key and trust. */
final class SealOptions {
    private final FileSelection files = new FileSelection();

    private final OutputChoice outputs = new OutputChoice();

    private final KeyOptions keys = new KeyOptions();

    private final TrustOptions trust = new TrustOptions();

    private final ReportOptions answers = new ReportOptions();

    private final HelpOption help = new HelpOption();

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        files.addTo(command);
        outputs.addTo(command);
        keys.addTo(command);
        trust.addTo(command);
        answers.addTo(command);
        help.addTo(command);
    }

    TrustOptions trust() {
        return trust;
    }

    boolean quiet() {
        return answers.quiet();
    }

    boolean dryRun() {
        return outputs.dryRun();
    }

    /**
     * The one who signs. A dry run makes no key.
     *
     * @param newName the name for a key that has to be made because there is none
     */
    Author author(Terminal terminal, String newName) throws IOException, UsageException {
        if (outputs.dryRun() && keys.needsNewKey(terminal)) {
            return new Author(newName, "", Optional.empty());
        }
        KeyOptions.Identity identity = keys.open(terminal, newName);
        return new Author(identity.name(), identity.fingerprint(), Optional.of(identity.signer()));
    }

    /** Signs all files. */
    int seal(Terminal terminal, Author author, Declaration declaration, String mark, OutputRun.Teller<Sealed> teller)
            throws IOException, UsageException {
        OutputRun run = new OutputRun(terminal, files, outputs, answers);
        if (outputs.dryRun() || author.signer().isEmpty()) {
            Verifier verifier = trust.verifier(terminal);
            return run.run(
                    mark, (source, target, progress) -> Sealed.planned(declaration, verifier.verify(source)), teller);
        }
        Signing signing = Credentials.sign(author.signer().get())
                .trusting(trust.settings(terminal))
                .output(outputs.options())
                .fsync(outputs.fsync())
                .reproducibly(trust.clock(), new SecureRandom());
        return run.run(
                mark,
                (source, target, progress) -> Sealed.of(
                        outputs.inPlace()
                                ? signing.writeInPlace(source, declaration, progress)
                                : signing.write(source, target, declaration, progress)),
                teller);
    }
}
