package org.inkseal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.Layout;
import org.inkseal.io.AtomicOutput;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.OutputOptions;
import org.inkseal.io.Progress;
import org.inkseal.verify.UnsupportedFormatException;

/**
 * Takes the credential out of pictures, whole or damaged. For a file that inkseal signed, what is left is the original
 * byte for byte; {@link Twins} that went into its XMP are metadata of the picture and stay. Immutable and thread-safe.
 *
 * <p>A file appears whole, checked and under its name, or not at all.
 */
public final class Stripping {
    private final OutputOptions output;
    private final boolean fsync;

    private Stripping(OutputOptions output, boolean fsync) {
        this.output = output;
        this.fsync = fsync;
    }

    /** Stripping that replaces nothing. */
    public static Stripping standard() {
        return new Stripping(OutputOptions.standard(), false);
    }

    /**
     * This stripping with other ways to treat files that are there already.
     *
     * @param wait whether to wait until the disk has each file, so that it also outlives a power failure
     */
    public Stripping output(OutputOptions options, boolean wait) {
        return new Stripping(options, wait);
    }

    /**
     * Whether there is something to take out.
     *
     * @throws IOException if the file cannot be read or is of no format that inkseal knows
     * @throws MalformedException if it is not a whole file of its format
     */
    public static boolean hasCredential(Path file) throws IOException, MalformedException {
        try (ByteSource picture = ByteSource.open(file)) {
            return hasCredential(map(picture));
        }
    }

    /**
     * Writes a picture without its credential to another file.
     *
     * @return whether it had one; if not, nothing is written
     * @throws IOException if a file cannot be read or written, is of no format that inkseal knows, or {@code target}
     *     exists and may not be replaced
     * @throws MalformedException if it is not a whole file of its format
     * @throws IllegalArgumentException if both are the same file
     */
    public boolean write(Path source, Path target, Progress progress) throws IOException, MalformedException {
        if (AtomicOutput.sameFile(source, target)) {
            throw new IllegalArgumentException(source + ": input and output are the same file");
        }
        try (ByteSource picture = ByteSource.open(source)) {
            AssetMap map = map(picture);
            if (!hasCredential(map)) {
                return false;
            }
            try (AtomicOutput out =
                    AtomicOutput.create(target, output.expecting(picture.size()).like(source))) {
                copy(picture, map, out, fsync, progress);
            }
        }
        return true;
    }

    /**
     * Replaces a picture with its form without the credential.
     *
     * @return whether it had one; if not, the file is not touched
     * @throws IOException if the file cannot be read or replaced, or is of no format that inkseal knows; it is whole and
     *     as it was then
     * @throws MalformedException if it is not a whole file of its format
     */
    public boolean writeInPlace(Path file, Progress progress) throws IOException, MalformedException {
        if (!hasCredential(file)) {
            return false;
        }
        try (AtomicOutput out = AtomicOutput.replace(file, output);
                ByteSource picture = ByteSource.open(file)) {
            copy(picture, map(picture), out, true, progress);
        }
        return true;
    }

    private static void copy(ByteSource picture, AssetMap map, AtomicOutput out, boolean wait, Progress progress)
            throws IOException, MalformedException {
        Layout layout = map.format().stripped(map);
        layout.writeTo(picture, out.channel(), Bytes.EMPTY, progress);
        try (ByteSource written = ByteSource.open(out.temp())) {
            if (written.size() != layout.length() || hasCredential(map(written))) {
                throw new IOException("the new file does not pass our own check, so it was not kept");
            }
        }
        out.commit(wait);
    }

    private static boolean hasCredential(AssetMap map) {
        return !map.carriers().isEmpty() || !map.faults().isEmpty();
    }

    private static AssetMap map(ByteSource picture) throws IOException, MalformedException {
        Optional<AssetFormat> format = AssetFormats.detect(picture);
        if (format.isEmpty()) {
            throw new UnsupportedFormatException("not a picture format that inkseal knows");
        }
        return format.get().map(picture, Budget.standard());
    }
}
