package org.inkseal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.TrainingMining;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.cbor.Value;
import org.inkseal.io.AtomicOutput;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.MalformedException;
import org.inkseal.io.OutputOptions;
import org.inkseal.io.Progress;
import org.inkseal.manifest.ManifestDraft;
import org.inkseal.report.Finding;
import org.inkseal.report.Report;
import org.inkseal.sign.Seal;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.CertificateProfile;
import org.inkseal.trust.KeyPurpose;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.UnsupportedFormatException;
import org.inkseal.verify.Verifier;

/**
 * Signs pictures. Immutable and thread-safe: set it up once, then write as many files as there are.
 *
 * <p>A file appears whole, checked and under its name, or not at all. The original is never written to; in place, it is
 * replaced in one step after the new file has been checked. A credential that the picture has becomes the parent of the
 * new one.
 */
public final class Signing {
    private static final String SPEC_VERSION = "2.4.0";

    private final Signer signer;
    private final Clock clock;
    private final RandomGenerator random;
    private final TrustSettings trust;
    private final OutputOptions output;
    private final boolean fsync;

    Signing(Signer signer) {
        this(signer, Clock.systemUTC(), new SecureRandom(), TrustSettings.none(), OutputOptions.standard(), false);
    }

    private Signing(
            Signer signer,
            Clock clock,
            RandomGenerator random,
            TrustSettings trust,
            OutputOptions output,
            boolean fsync) {
        this.signer = signer;
        this.clock = clock;
        this.random = random;
        this.trust = trust;
        this.output = output;
        this.fsync = fsync;
    }

    /** Whom to trust when the credential of a parent is checked, and in the report about the finished file. */
    public Signing trusting(TrustSettings settings) {
        return new Signing(signer, clock, random, settings, output, fsync);
    }

    /** How existing files are treated; by default none is replaced. */
    public Signing output(OutputOptions options) {
        return new Signing(signer, clock, random, trust, options, fsync);
    }

    /** Whether new files are forced to the disk before they get their name. Files replaced in place always are. */
    public Signing fsync(boolean force) {
        return new Signing(signer, clock, random, trust, output, force);
    }

    /** Another source of time and of identifiers and salts, to make files that can be made again. */
    public Signing reproducibly(Clock otherClock, RandomGenerator otherRandom) {
        return new Signing(signer, otherClock, otherRandom, trust, output, fsync);
    }

    /**
     * Writes the signed form of a picture to another file.
     *
     * @throws IOException if a file cannot be read or written, or {@code target} exists and may not be replaced
     * @throws SigningException if the key, the certificate or the credential of the picture does not allow it
     * @throws IllegalArgumentException if both are the same file
     */
    public Signed write(Path source, Path target, Declaration declaration, Progress progress)
            throws IOException, SigningException {
        if (AtomicOutput.sameFile(source, target)) {
            throw new IllegalArgumentException(source + ": input and output are the same file");
        }
        checkCredential();
        try (ByteSource picture = ByteSource.open(source);
                AtomicOutput out = AtomicOutput.create(
                        target, output.expecting(picture.size()).like(source))) {
            return seal(picture, out, target, declaration, fsync, progress);
        }
    }

    /**
     * Replaces a picture with its signed form.
     *
     * @throws IOException if it cannot be read or replaced; it is whole and as it was then
     * @throws SigningException if the key, the certificate or the credential of the picture does not allow it
     */
    public Signed writeInPlace(Path file, Declaration declaration, Progress progress)
            throws IOException, SigningException {
        checkCredential();
        // The output comes first: it notices every change that is made to the file from then on.
        try (AtomicOutput out = AtomicOutput.replace(file, output.expecting(Files.size(file)));
                ByteSource picture = ByteSource.open(file)) {
            return seal(picture, out, file, declaration, true, progress);
        }
    }

    private Signed seal(
            ByteSource picture,
            AtomicOutput out,
            Path target,
            Declaration declaration,
            boolean force,
            Progress progress)
            throws IOException, SigningException {
        AssetMap map = map(picture);
        ManifestDraft draft = draft(picture, map, declaration);
        new Seal(signer).write(picture, map, draft, out.channel(), progress);
        Report report = verifier().verify(out.temp());
        if (!report.state().isValid()) {
            throw new SigningException("the signed file does not pass our own check, so it was not kept: "
                    + report.failures().stream()
                            .findFirst()
                            .map(Finding::toString)
                            .orElse("no success"));
        }
        out.commit(force);
        return new Signed(target, draft.label(), report);
    }

    private static AssetMap map(ByteSource picture) throws IOException, SigningException {
        AssetFormat format = AssetFormats.detect(picture)
                .orElseThrow(() -> new UnsupportedFormatException("not a picture format that inkseal signs"));
        try {
            return format.map(picture, Budget.standard());
        } catch (MalformedException e) {
            throw new SigningException("not a whole " + format.name() + " file: " + e.describe(), e);
        }
    }

    private ManifestDraft draft(ByteSource picture, AssetMap map, Declaration declaration)
            throws IOException, SigningException {
        ManifestDraft draft = new ManifestDraft(generatorInfo(), random);
        declaration.title().ifPresent(draft::title);
        Optional<HashedUri> parent = Optional.empty();
        if (!map.carriers().isEmpty() || !map.faults().isEmpty()) {
            Report past = verifier().verify(picture);
            parent = ParentCredential.find(picture, map, past).map(credential -> credential.addTo(draft));
        }
        draft.add(History.of(declaration, parent), true);
        if (!declaration.permissions().isSilent()) {
            draft.add(new TrainingMining(declaration.permissions()), true);
        }
        for (Assertion assertion : declaration.further()) {
            draft.add(assertion, true);
        }
        return draft;
    }

    private Verifier verifier() {
        return Verifier.at(clock.instant()).trusting(trust);
    }

    private static Value.Dict generatorInfo() {
        return Value.dict()
                .put("name", "inkseal")
                .put("version", Version.current())
                .put("specVersion", SPEC_VERSION)
                .build();
    }

    /** A certificate that no verifier will accept must not sign anything. */
    private void checkCredential() throws SigningException {
        Certificate leaf;
        try {
            leaf = Certificate.parse(signer.certificates().get(0));
        } catch (MalformedException e) {
            throw new SigningException("the signer's certificate cannot be read: " + e.getMessage(), e);
        }
        List<String> violations = CertificateProfile.violations(leaf, KeyPurpose.CLAIM_SIGNERS);
        if (!violations.isEmpty()) {
            throw new SigningException(
                    "the certificate does not fit the C2PA certificate profile: " + String.join("; ", violations));
        }
        if (!leaf.validAt(clock.instant())) {
            throw new SigningException(
                    "the certificate is valid from " + leaf.notBefore() + " to " + leaf.notAfter() + " only");
        }
    }
}
