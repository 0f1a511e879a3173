package org.inkseal.asset;

import java.util.List;
import java.util.Optional;
import org.inkseal.io.Range;

/**
 * What a format found in a file.
 *
 * @param format the format that read it
 * @param size bytes of the file
 * @param regions the parts of the file in file order, without gaps, from 0 to {@code size}; what is left of a damaged
 *     store is a {@link Region.Kind#CARRIER} too
 * @param carriers the manifest stores that were found, in file order; a valid file has at most one (C2PA 2.2 §15.5.2.1)
 * @param faults what is wrong with a carrier or around it; empty for a file that is in order
 * @param frame what {@link AssetFormat#frame} and {@link AssetFormat#layout} need to know about the file: in JPEG a number
 *     that no other box has, in SVG the kind of place where the store stands, in JPEG XL how the codestream stands in the
 *     file, otherwise 0, as in TIFF, where {@code placement} says more
 * @param xmp where the XMP packet is, without the bytes that the container puts around it
 * @param offsets the numbers in the file that say where in it something is
 * @param rigid why nothing can be put into the file or taken out; empty if that can be done
 * @param placement how a store gets into the file and out of it again, for a format that cannot tell from the regions and
 *     {@code frame}, which is TIFF; empty for all others, whose {@link AssetFormat#layout} needs no more than the regions
 */
public record AssetMap(
        AssetFormat format,
        long size,
        List<Region> regions,
        List<Carrier> carriers,
        List<Fault> faults,
        int frame,
        Optional<Range> xmp,
        List<OffsetTable> offsets,
        Optional<String> rigid,
        Optional<Placement> placement) {
    /** Copies the lists. */
    public AssetMap {
        regions = List.copyOf(regions);
        carriers = List.copyOf(carriers);
        faults = List.copyOf(faults);
        offsets = List.copyOf(offsets);
    }

    /** The map of a file whose parts are found by their order alone. */
    public AssetMap(
            AssetFormat format,
            long size,
            List<Region> regions,
            List<Carrier> carriers,
            List<Fault> faults,
            int frame,
            Optional<Range> xmp) {
        this(format, size, regions, carriers, faults, frame, xmp, List.of(), Optional.empty(), Optional.empty());
    }

    /** The carrier of the store, if there is exactly one. */
    public Optional<Carrier> carrier() {
        return carriers.size() == 1 ? Optional.of(carriers.get(0)) : Optional.empty();
    }
}
