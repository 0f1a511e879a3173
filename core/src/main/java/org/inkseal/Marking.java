package org.inkseal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.PictureView;
import org.inkseal.io.AtomicOutput;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.OutputOptions;
import org.inkseal.io.Progress;
import org.inkseal.report.Permissions;
import org.inkseal.sign.SigningException;
import org.inkseal.verify.UnsupportedFormatException;

/**
 * Writes what a declaration says into the XMP of pictures, and no credential: for those who have no key. Anybody can change
 * or remove it, and nothing tells who wrote it. Immutable and thread-safe.
 *
 * <p>A file appears whole and under its name, or not at all.
 */
public final class Marking {
    private final Twins twins;
    private final OutputOptions output;
    private final boolean fsync;

    private Marking(Twins twins, OutputOptions output, boolean fsync) {
        this.twins = twins;
        this.output = output;
        this.fsync = fsync;
    }

    /** Marking that replaces no file. */
    public static Marking with(Twins twins) {
        return new Marking(twins, OutputOptions.standard(), false);
    }

    /**
     * This marking with other ways to treat files that are there already.
     *
     * @param wait whether to wait until the disk has each file, so that it also outlives a power failure
     */
    public Marking output(OutputOptions options, boolean wait) {
        return new Marking(twins, options, wait);
    }

    /**
     * Writes a picture with the mark to another file.
     *
     * @throws IOException if a file cannot be read or written, is of no format that inkseal knows, or {@code target}
     *     exists and may not be replaced
     * @throws SigningException if the picture has a credential, which other XMP would break, or XMP that cannot be changed,
     *     or its format carries none
     * @throws IllegalArgumentException if both are the same file
     */
    public void write(Path source, Path target, Declaration declaration, Progress progress)
            throws IOException, SigningException {
        if (AtomicOutput.sameFile(source, target)) {
            throw new IllegalArgumentException(source + ": input and output are the same file");
        }
        try (ByteSource picture = ByteSource.open(source);
                AtomicOutput out = AtomicOutput.create(
                        target, output.expecting(picture.size()).like(source))) {
            mark(picture, out, declaration, progress);
            out.commit(fsync);
        }
    }

    /**
     * Replaces a picture with one that has the mark.
     *
     * @throws IOException if it cannot be read or replaced; it is whole and as it was then
     * @throws SigningException as {@link #write} does
     */
    public void writeInPlace(Path file, Declaration declaration, Progress progress)
            throws IOException, SigningException {
        try (AtomicOutput out = AtomicOutput.replace(file, output);
                ByteSource picture = ByteSource.open(file)) {
            mark(picture, out, declaration, progress);
            out.commit(true);
        }
    }

    private void mark(ByteSource picture, AtomicOutput out, Declaration declaration, Progress progress)
            throws IOException, SigningException {
        AssetMap map = map(picture);
        if (!map.carriers().isEmpty() || !map.faults().isEmpty()) {
            throw new SigningException(
                    "the picture has a credential, which other XMP would break; sign it, which keeps it, or"
                            + " remove it on purpose with \"strip\" first");
        }
        // It has no manifest whose label could identify it.
        Optional<String> identifier = Optional.of("urn:uuid:" + UUID.randomUUID());
        XmpChange change = twins.of(declaration, false, Permissions.SILENT, identifier);
        try {
            PictureView marked = change.in(new PictureView(picture, map));
            marked.whole().writeTo(marked.source(), out.channel(), Bytes.EMPTY, progress);
        } catch (XmpChange.RefusedException e) {
            throw new SigningException("the XMP of the picture cannot be changed: " + e.getMessage(), e);
        }
        try (ByteSource written = ByteSource.open(out.temp())) {
            if (!change.isIn(written, map(written))) {
                throw new SigningException("the new file does not pass our own check, so it was not kept");
            }
        }
    }

    private static AssetMap map(ByteSource picture) throws IOException, SigningException {
        AssetFormat format = AssetFormats.detect(picture)
                .orElseThrow(() -> new UnsupportedFormatException("not a picture format that inkseal knows"));
        try {
            return format.map(picture, Budget.standard());
        } catch (MalformedException e) {
            throw new SigningException("not a whole " + format.name() + " file: " + e.describe(), e);
        }
    }
}
