package org.inkseal.asset;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;
import org.inkseal.xmp.Xmp;

/**
 * One picture container. Stateless and thread-safe; to add a format, write one class and list it in
 * {@link AssetFormats}.
 *
 * <p>Each format fits "some copies, a few literals, one slot": that is all {@link #layout} may answer with.
 */
public interface AssetFormat {
    /** The name that people use, such as {@code "JPEG"}. */
    String name();

    /** The IANA media type, such as {@code "image/jpeg"}. */
    String mediaType();

    /** Whether files are ISO base media files, which C2PA binds by a hash of their own (C2PA 2.2 §18.6). */
    default boolean isBmff() {
        return false;
    }

    /** File name endings without the dot, the usual one first. */
    List<String> extensions();

    /** How manifests are bound to files, in words for people (C2PA 2.2 §9.2); the one that is usually written comes first. */
    default List<String> bindings() {
        return hasNamedBoxes() ? List.of("data hash", "box hash") : List.of("data hash");
    }

    /**
     * Whether a file that starts with these bytes is of this format. Names are never consulted.
     *
     * @param head the first bytes of the file, up to {@link AssetFormats#HEAD_BYTES} of them
     */
    boolean sniff(Bytes head);

    /**
     * Reads the structure of a file in constant memory: no pixels are decoded, nothing is inflated, and no payload but
     * that of a manifest store is read.
     *
     * <p>What is wrong with a carrier of a store becomes a {@link Fault} of the map, so that a damaged credential never
     * looks like none.
     *
     * @throws MalformedException if the structure of the file itself is broken before its store could be looked for
     */
    AssetMap map(ByteSource source, Budget budget) throws IOException, MalformedException;

    /** Whether the standard gives names to the boxes of files, so that a general box hash can bind them (C2PA 2.4 §18.7). */
    default boolean hasNamedBoxes() {
        return false;
    }

    /**
     * The boxes of a file, for a general box hash (C2PA 2.4 §18.7).
     *
     * @param map the map of the file
     * @param names every name that the hash lists: where writers cut a file up in more than one way, they tell which;
     *     none for the way of the standard
     * @return empty for a file whose boxes have no names
     */
    default Optional<BoxWalk> boxes(ByteSource source, AssetMap map, Set<String> names) {
        return Optional.empty();
    }

    /** How many ranges a data hash leaves out of a layout: the store, and what changes with its length. */
    default int exclusions() {
        return 1;
    }

    /**
     * What the file looks like with one store of a given size in place of any that it has, whole or damaged.
     *
     * @param storeLength bytes of the store
     * @throws IllegalArgumentException if the format cannot carry that many bytes
     * @throws ImmovableException if nothing can be put into this file
     */
    Layout layout(AssetMap map, long storeLength) throws ImmovableException;

    /**
     * What the file looks like with one store of a given size where the only one that it has begins (C2PA 2.2 §11.2.3:
     * what comes before must not move).
     *
     * @param storeLength bytes of the store
     * @throws IllegalArgumentException if the format cannot carry that many bytes, or not in that place
     * @throws ImmovableException if the place cannot hold another store of that size
     */
    default Layout layoutInPlace(AssetMap map, long storeLength) throws ImmovableException {
        long start = map.carrier()
                .orElseThrow(
                        () -> new IllegalArgumentException("the file has no manifest store that could be replaced"))
                .extent()
                .start();
        Layout usual = layout(map, storeLength);
        Range slot = usual.slot().orElseThrow();
        if (slot.start() == start) {
            Renumbering.requireUnchanged(usual, map.offsets());
            return usual;
        }
        if (usual.pieces().stream().anyMatch(Piece.Literal.class::isInstance)) {
            throw new IllegalArgumentException(
                    "the manifest store cannot grow in its place in this " + name() + " file");
        }
        Layout layout = Splice.with(map, start, slot.length());
        Renumbering.requireUnchanged(layout, map.offsets());
        return layout;
    }

    /**
     * Whether update manifests go into a store of their own, beside the one that the file was signed with, which then stays
     * as it is (C2PA 2.4 §A.5.3). {@link #layoutInPlace} is then about that other store.
     */
    default boolean keepsUpdatesApart() {
        return false;
    }

    /**
     * What the file looks like without any store, whole or damaged. For a file that was signed here, the original byte
     * for byte.
     *
     * @throws ImmovableException if nothing can be taken out of this file
     */
    Layout stripped(AssetMap map) throws ImmovableException;

    /**
     * What signing makes of the file besides putting a store into it, in words for a person; empty for nothing.
     */
    default Optional<String> change(AssetMap map) {
        return Optional.empty();
    }

    /**
     * What the XMP packet of a file says of the picture (XMP Part 3). Whatever the file holds, this gives an answer: what
     * could not be read is a trouble that it names.
     */
    default Xmp xmp(ByteSource source, AssetMap map, Budget budget) throws IOException {
        return carriedXmp(source, map, budget).read(budget);
    }

    /** The XMP packet of a file. Whatever the file holds, this gives an answer. */
    default CarriedXmp carriedXmp(ByteSource source, AssetMap map, Budget budget) throws IOException {
        return map.xmp().isPresent() ? CarriedXmp.at(source, map.xmp().get(), budget) : CarriedXmp.NONE;
    }

    /**
     * What a file that has no store looks like with an XMP packet, in place of the one that it has or as its first; all else
     * stays. {@link PictureView#withXmp} takes a file with a store too.
     *
     * @throws IllegalArgumentException if the format cannot carry it, or not in this file
     * @throws ImmovableException if nothing can be put into this file
     */
    default Layout withXmp(ByteSource source, AssetMap map, Bytes packet) throws IOException, MalformedException {
        throw new IllegalArgumentException("XMP is not written into " + name() + " files by this version");
    }

    /**
     * The store with the bytes that the container puts around it; as long as the slot of the layout for that length.
     *
     * @param map the map of the file that the layout was made from
     * @throws IllegalArgumentException if the store does not start as the format needs it
     */
    Bytes frame(AssetMap map, Bytes store);

    /**
     * The same for the slot of {@link #layoutInPlace}.
     *
     * @throws IllegalArgumentException if the store does not start as the format needs it
     */
    default Bytes frameInPlace(AssetMap map, Bytes store) {
        return frame(map, store);
    }
}
