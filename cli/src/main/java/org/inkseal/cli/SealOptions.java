package org.inkseal.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.inkseal.Credentials;
import org.inkseal.Declaration;
import org.inkseal.ManifestDefinition;
import org.inkseal.Marking;
import org.inkseal.Signing;
import org.inkseal.Statement;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.sign.HardBinding;
import org.inkseal.verify.Verifier;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code sign} and {@code label} have in common: files, outputs, key and trust. */
final class SealOptions {
    private final FileSelection files = new FileSelection();

    private final OutputChoice outputs = new OutputChoice();

    private final KeyOptions keys = new KeyOptions();

    private final TrustOptions trust = new TrustOptions();

    private final IdentityOptions identity = new IdentityOptions();

    private final TimeOptions time = new TimeOptions();

    private final Setting<Boolean> thumbnail =
            Setting.flag("Put a small picture into the credential, and one of each ingredient.", "--thumbnail");

    private final Setting<Boolean> noThumbnail =
            Setting.flag("Put no small picture into it; the default.", "--no-thumbnail");

    private final Setting<HardBinding> binding = Setting.option(
            HardBinding.class,
            "usual|boxes",
            "How credentials are bound to pictures (default: usual, one hash of the whole file in the way of its format);"
                    + " boxes names each box of the file, which JPEG, PNG, WebP, GIF and JPEG XL allow.",
            "--binding");

    private final Setting<Metadata> metadata = Setting.option(
            Metadata.class,
            "camera|none",
            "Repeat in the credential what the camera noted of itself: model, lens, settings, time (default: none)."
                    + " Places, serial numbers and names are never repeated.",
            "--metadata");

    private final XmpOptions xmp = new XmpOptions();

    private final RegistryOption registry = new RegistryOption();

    private final ReportOptions answers = new ReportOptions();

    private final HelpOption help = new HelpOption();

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        files.addTo(command);
        outputs.addTo(command);
        outputs.addSigningTo(command);
        keys.addTo(command);
        identity.addTo(command);
        time.addTo(command);
        Setting.add(command, thumbnail, noThumbnail, binding, metadata);
        xmp.addTo(command);
        registry.addTo(command);
        trust.addTo(command);
        answers.addTo(command);
        help.addTo(command);
    }

    TrustOptions trust() {
        return trust;
    }

    XmpOptions xmp() {
        return xmp;
    }

    boolean quiet() {
        return answers.quiet();
    }

    boolean isTimeStamped() {
        return time.isOn();
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

    /** The one who signs, with the key that a definition names unless another one was asked for. */
    Author author(Terminal terminal, ManifestDefinition definition, String newName) throws IOException, UsageException {
        if (definition.timeStampAuthority().isPresent() && !time.isOn()) {
            terminal.note("hint: the definition names a time-stamp authority, which is not asked; '--tsa "
                    + PlainText.of(definition.timeStampAuthority().get()) + "' asks it");
        }
        Optional<String> key = definition.privateKey();
        Optional<String> certificates = definition.certificates();
        if (keys.isGiven() || key.isEmpty() || certificates.isEmpty()) {
            return author(terminal, newName);
        }
        try {
            KeyOptions.Identity identity =
                    keys.open(terminal, definition.resolve(key.get()), definition.resolve(certificates.get()));
            return new Author(identity.name(), identity.fingerprint(), Optional.of(identity.signer()));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--manifest: " + e.getMessage(), "--key and --cert give another key");
        }
    }

    /** Signs all files. */
    int seal(Terminal terminal, Author author, Statement statement, String mark, OutputRun.Teller<Sealed> teller)
            throws IOException, UsageException {
        time.check();
        xmp.check();
        if (Setting.on(thumbnail) && Setting.on(noThumbnail)) {
            throw new UsageException("--thumbnail and --no-thumbnail exclude each other");
        }
        boolean boxes = binding.value().equals(Optional.of(HardBinding.BOXES));
        if (boxes && (outputs.sidecar() || outputs.remote().isGiven())) {
            throw new UsageException(
                    "--binding boxes is for credentials in the picture: neither --sidecar nor --remote");
        }
        Optional<Registry> works = registry.open(!outputs.dryRun());
        OutputRun run = new OutputRun(terminal, files, outputs, answers);
        if (outputs.dryRun() || author.signer().isEmpty()) {
            Verifier verifier = trust.verifier(terminal);
            return run.run(
                    mark,
                    (item, target, progress) -> outputs.sidecar()
                            ? Sealed.planned(statement)
                            : Sealed.planned(statement, verifier.verify(item.path())),
                    teller);
        }
        Signing plain = identity.applyTo(Credentials.sign(author.signer().get()), terminal)
                .trusting(trust.settings(terminal))
                .output(outputs.options())
                .fsync(outputs.fsync())
                .thumbnails(Setting.on(thumbnail))
                .binding(binding.value().orElse(HardBinding.USUAL))
                .cameraMetadata(metadata.value().orElse(Metadata.NONE) == Metadata.CAMERA)
                .reproducibly(trust.clock(), new SecureRandom());
        Signing signing =
                time.applyTo(xmp.applyTo(plain), author.signer().get(), keys.givenCertificates(), trust.clock());
        Sealer sealer = new Sealer(terminal, signing, statement, outputs, works, trust.clock());
        int code = run.run(mark, sealer, teller);
        if (works.isPresent()) {
            String entered = works.get().save();
            if (!answers.quiet()) {
                terminal.note(entered);
            }
        }
        return code;
    }

    /** Writes into the XMP of all files what a declaration says, and no credential. */
    int mark(Terminal terminal, Declaration declaration, String mark, OutputRun.Teller<DigitalSourceType> teller)
            throws UsageException {
        xmp.check();
        if (outputs.resume()) {
            throw new UsageException("--resume looks at the signed copy of each picture, and --unsigned makes none");
        }
        boolean elsewhere = outputs.sidecar() || outputs.remote().isGiven() || registry.isGiven();
        if (elsewhere || keys.isGiven() || time.isOn()) {
            throw new UsageException(
                    "--unsigned writes no credential: there is nothing to sign, to time, to put elsewhere or to enter");
        }
        Marking marking = Marking.with(xmp.twins()).output(outputs.options(), outputs.fsync());
        OutputRun run = new OutputRun(terminal, files, outputs, answers);
        return run.run(
                mark,
                (item, target, progress) -> {
                    if (outputs.inPlace() && !outputs.dryRun()) {
                        marking.writeInPlace(item.path(), declaration, progress);
                    } else if (!outputs.dryRun()) {
                        marking.write(item.path(), target, declaration, progress);
                    }
                    return declaration.origin();
                },
                teller);
    }
}
