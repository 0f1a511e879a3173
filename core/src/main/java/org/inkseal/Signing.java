package org.inkseal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.PictureView;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.AtomicOutput;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.OutputOptions;
import org.inkseal.io.Progress;
import org.inkseal.manifest.ManifestDraft;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.sign.HardBinding;
import org.inkseal.sign.NamedActor;
import org.inkseal.sign.RevocationSource;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SigningException;
import org.inkseal.sign.TimeStampAuthority;
import org.inkseal.sign.TimeStamping;
import org.inkseal.trust.TrustSettings;

/**
 * Signs pictures. Immutable and thread-safe: set it up once, then write as many files as there are.
 *
 * <p>A file appears whole, checked and under its name, or not at all. The original is never written to; in place, it is
 * replaced in one step after the new file has been checked. A credential that the picture has becomes the parent of the
 * new one.
 */
public final class Signing {
    private final Sealing sealing = new Sealing(this);

    // Read by it, and set nowhere but here.
    final Signer signer;
    Clock clock = Clock.systemUTC();
    RandomGenerator random = new SecureRandom();
    TrustSettings trust = TrustSettings.none();
    private OutputOptions output = OutputOptions.standard();
    private boolean fsync;
    boolean thumbnails;
    boolean camera;
    Optional<TimeStamping> stamping = Optional.empty();
    Optional<RevocationSource> revocation = Optional.empty();
    Optional<NamedActor> actor = Optional.empty();
    HardBinding binding = HardBinding.USUAL;
    Optional<Twins> twins = Optional.empty();

    Signing(Signer signer) {
        this.signer = signer;
    }

    private Signing copy() {
        Signing copy = new Signing(signer);
        copy.clock = clock;
        copy.random = random;
        copy.trust = trust;
        copy.output = output;
        copy.fsync = fsync;
        copy.thumbnails = thumbnails;
        copy.camera = camera;
        copy.stamping = stamping;
        copy.revocation = revocation;
        copy.actor = actor;
        copy.binding = binding;
        copy.twins = twins;
        return copy;
    }

    /** Whom to trust when the credential of a parent is checked, and in the report about the finished file. */
    public Signing trusting(TrustSettings settings) {
        Signing other = copy();
        other.trust = settings;
        return other;
    }

    /** How existing files are treated; by default none is replaced. */
    public Signing output(OutputOptions options) {
        Signing other = copy();
        other.output = options;
        return other;
    }

    /** Whether new files are forced to the disk before they get their name. Files replaced in place always are. */
    public Signing fsync(boolean force) {
        Signing other = copy();
        other.fsync = force;
        return other;
    }

    /** Another source of time and of identifiers and salts, to make files that can be made again. */
    public Signing reproducibly(Clock otherClock, RandomGenerator otherRandom) {
        Signing other = copy();
        other.clock = otherClock;
        other.random = otherRandom;
        return other;
    }

    /** With a time-stamp of each signature (C2PA 2.2 §14.6); without one, nothing is written. */
    public Signing timeStamping(TimeStampAuthority authority) {
        return timeStamping(new TimeStamping(authority, true));
    }

    /** With a time-stamp of each signature, required or not; {@link Signed#withoutTime} says if there is none. */
    public Signing timeStamping(TimeStamping how) {
        Signing other = copy();
        other.stamping = Optional.of(how);
        return other;
    }

    /**
     * With an answer that the certificate is not revoked (C2PA 2.2 §14.7). It proves something only together with a
     * time-stamp, so {@link #timeStamping} is needed too.
     */
    public Signing stapling(RevocationSource source) {
        Signing other = copy();
        other.revocation = Optional.of(source);
        return other;
    }

    /**
     * With an identity assertion of somebody who stands behind what is stated (CAWG identity assertion 1.3 §8.2). Updates
     * can have none, since they have no binding of their own.
     */
    public Signing identifying(NamedActor who) {
        Signing other = copy();
        other.actor = Optional.of(who);
        return other;
    }

    /** Whether small pictures of the picture and of its ingredients go into the credential; by default none do. */
    public Signing thumbnails(boolean wanted) {
        Signing other = copy();
        other.thumbnails = wanted;
        return other;
    }

    /** How credentials are bound to the pictures that carry them; one that stands apart is always bound by a data hash. */
    public Signing binding(HardBinding kind) {
        Signing other = copy();
        other.binding = kind;
        return other;
    }

    /**
     * With what a {@link Declaration} says repeated in the XMP of the picture; by default its metadata stay as they are.
     * XMP that cannot be changed is left alone; {@link Signed#withoutTwins} says why. They stay in a picture whose credential
     * is taken out.
     */
    public Signing twins(Twins which) {
        Signing other = copy();
        other.twins = Optional.of(which);
        return other;
    }

    /**
     * Whether credentials of pictures repeat what the camera noted of itself: what it is, its lens and its settings, and no
     * place, number or name. They do not by default.
     */
    public Signing cameraMetadata(boolean wanted) {
        Signing other = copy();
        other.camera = wanted;
        return other;
    }

    /**
     * Writes the signed form of a picture to another file.
     *
     * @throws IOException if a file cannot be read or written, or {@code target} exists and may not be replaced
     * @throws SigningException if the key, the certificate or the credential of the picture does not allow it
     * @throws IllegalArgumentException if both are the same file
     */
    public Signed write(Path source, Path target, Statement statement, Progress progress)
            throws IOException, SigningException {
        if (AtomicOutput.sameFile(source, target)) {
            throw new IllegalArgumentException(source + ": input and output are the same file");
        }
        sealing.checkCredential();
        try (ByteSource picture = ByteSource.open(source);
                AtomicOutput out = AtomicOutput.create(
                        target, output.expecting(picture.size()).like(source))) {
            return sealing.write(picture, out, target, statement, fsync, progress);
        }
    }

    /**
     * What {@link #write} gave before, where doing it again would say the same: {@code target} is not older than {@code
     * source}, passes our own check, and is signed by this signer's certificate with a manifest that says what it would
     * say now, but for the time of making and what is drawn at random. Nothing is written.
     *
     * @return empty if there is no such file
     * @throws IOException if a file that is there cannot be read
     * @throws SigningException if {@code source} cannot be signed
     */
    public Optional<Signed> made(Path source, Path target, Statement statement) throws IOException, SigningException {
        if (!Files.isRegularFile(target)
                || Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(source)) < 0) {
            return Optional.empty();
        }
        try (ByteSource picture = ByteSource.open(source);
                ByteSource output = ByteSource.open(target)) {
            if (AssetFormats.detect(output).isEmpty()) {
                return Optional.empty();
            }
            Report report = sealing.verifier().verify(output);
            if (!report.state().isValid() || !isSignedByUs(report)) {
                return Optional.empty();
            }
            AssetMap map = Sealing.map(picture, Sealing.known(picture));
            ManifestSummary active = report.activeManifest().orElseThrow();
            if (!SameWords.in(sealing.drafting().draft(picture, map, sealing.whole(picture, map, statement)), active)) {
                return Optional.empty();
            }
            boolean again = !map.carriers().isEmpty();
            return Optional.of(new Signed(
                    target,
                    active.label(),
                    report,
                    again,
                    Optional.empty(),
                    map.format().change(map),
                    Optional.empty()));
        }
    }

    private boolean isSignedByUs(Report report) {
        String ours = HashAlgorithm.SHA256.hash(signer.certificates().get(0)).hex();
        return report.signature()
                .filter(signature -> signature.certificateSha256().equals(ours))
                .isPresent();
    }

    /**
     * Replaces a picture with its signed form.
     *
     * @throws IOException if it cannot be read or replaced; it is whole and as it was then
     * @throws SigningException if the key, the certificate or the credential of the picture does not allow it
     */
    public Signed writeInPlace(Path file, Statement statement, Progress progress) throws IOException, SigningException {
        sealing.checkCredential();
        // The output comes first: it notices every change that is made to the file from then on.
        try (AtomicOutput out = AtomicOutput.replace(file, output.expecting(Files.size(file)));
                ByteSource picture = ByteSource.open(file)) {
            return sealing.write(picture, out, file, statement, true, progress);
        }
    }

    /**
     * Signs a picture that comes as a stream and sends it on as one. Both forms are kept in files of a folder of their own
     * below the system's folder for temporary files, which only this user may enter and which is deleted at the end; the
     * first byte goes out after the signed picture has passed our own check.
     *
     * @param in the picture; read to its end, and not closed
     * @param out where it goes; flushed, and not closed
     * @return what checking the signed picture said
     * @throws IOException if a stream or a temporary file fails
     * @throws SigningException if the key, the certificate or the credential of the picture does not allow it; nothing has
     *     gone out then
     */
    public Report write(InputStream in, OutputStream out, Statement statement) throws IOException, SigningException {
        try (Spool spool = Spool.of(in)) {
            Report report = write(spool.input(), spool.output(), statement, Progress.NONE)
                    .report();
            Files.copy(spool.output(), out);
            out.flush();
            return report;
        }
    }

    /**
     * Writes the store of a file beside it, and leaves the file as it is. It may be of any format: all of its bytes are
     * bound (C2PA 2.2 §11.4).
     *
     * @param sidecar where the store goes; by custom {@code NAME.png.c2pa} beside the file
     * @throws IOException if a file cannot be read or written, or {@code sidecar} exists and may not be replaced
     * @throws SigningException if the key or the certificate does not allow it, or if the file carries a credential, which
     *     would hide the one beside it
     * @throws IllegalArgumentException if both are the same file
     */
    public Signed writeSidecar(Path source, Path sidecar, Statement statement, Progress progress)
            throws IOException, SigningException {
        if (AtomicOutput.sameFile(source, sidecar)) {
            throw new IllegalArgumentException(source + ": input and output are the same file");
        }
        sealing.checkCredential();
        try (ByteSource file = ByteSource.open(source);
                AtomicOutput out = AtomicOutput.create(sidecar, output.like(source))) {
            AssetMap map = Sealing.map(file, AssetFormats.detectOrOpaque(file));
            if (!map.carriers().isEmpty() || !map.faults().isEmpty()) {
                throw new SigningException(
                        "the file carries a credential, which would hide one beside it; sign it without"
                                + " a sidecar, or remove that one on purpose with \"strip\" first");
            }
            Signed signed = sealing.apart(
                    file,
                    sealing.drafting().draft(file, map, sealing.whole(file, map, statement)),
                    out,
                    sidecar,
                    progress);
            out.commit(fsync);
            return signed;
        }
    }

    /**
     * Writes a picture that says where its store is to be had, and the store into a file of its own, to be published there.
     * The address stands in the XMP packet of the picture and is bound with it (C2PA 2.2 §11.4); a store that the picture
     * carried is that of the parent and no longer in the picture.
     *
     * @param target where the picture goes; may be {@code source}, which is replaced then
     * @param sidecar where the store goes; by custom {@code NAME.png.c2pa} beside the picture
     * @throws IOException if a file cannot be read or written, or exists and may not be replaced
     * @throws SigningException if the key, the certificate, the credential or the XMP packet of the picture does not allow it
     * @throws IllegalArgumentException if {@code url} is no address of the web, or {@code sidecar} is one of the pictures
     */
    public Signed writeRemote(Path source, Path target, Path sidecar, URI url, Statement statement, Progress progress)
            throws IOException, SigningException {
        RemoteAddress.check(url);
        if (AtomicOutput.sameFile(source, sidecar) || AtomicOutput.sameFile(target, sidecar)) {
            throw new IllegalArgumentException(sidecar + ": picture and credential are the same file");
        }
        sealing.checkCredential();
        OutputOptions like = output.expecting(Files.size(source)).like(source);
        boolean inPlace = AtomicOutput.sameFile(source, target);
        try (AtomicOutput out = inPlace ? AtomicOutput.replace(source, like) : AtomicOutput.create(target, like);
                AtomicOutput beside = AtomicOutput.create(sidecar, output.like(source));
                ByteSource picture = ByteSource.open(source)) {
            PictureView original = Sealing.view(picture);
            Drafting drafting = sealing.drafting();
            ManifestDraft draft =
                    drafting.draft(picture, original.map(), sealing.whole(picture, original.map(), statement));
            XmpChange change = sealing.twins(original.map(), statement, drafting, draft);
            PictureView named = RemoteAddress.named(original, change, url);
            named.whole().writeTo(named.source(), out.channel(), Bytes.EMPTY, progress);
            Signed signed;
            try (ByteSource written = ByteSource.open(out.temp())) {
                signed = sealing.apart(written, draft, beside, target, Progress.NONE);
            }
            if (!signed.report().remoteManifest().equals(Optional.of(url.toASCIIString()))) {
                throw new SigningException("the signed file does not name the address of its credential");
            }
            // A store without its picture is no harm; a picture without its store would be.
            beside.commit(fsync || inPlace);
            out.commit(fsync || inPlace);
            boolean again = !original.map().carriers().isEmpty();
            return new Signed(
                    target,
                    signed.manifest(),
                    signed.report(),
                    again,
                    signed.withoutTime(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
