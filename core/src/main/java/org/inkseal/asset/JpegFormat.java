package org.inkseal.asset;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * JPEG (ITU-T T.81), which keeps its store in APP11 segments (C2PA 2.2 §A.3.1, ISO/IEC 19566-5 D.2).
 *
 * <p>A new store stands after the APP0 and APP1 segments that open the file. So EXIF and XMP stay where their readers
 * expect them, at the very offsets they had. The numbers of an MPF segment that say where other pictures of the file are
 * follow what moves ({@link MultiPicture}).
 */
final class JpegFormat implements AssetFormat {
    private static final Set<String> OPENING = Set.of("SOI", "APP0", "APP1");

    @Override
    public String name() {
        return "JPEG";
    }

    @Override
    public String mediaType() {
        return "image/jpeg";
    }

    @Override
    public List<String> extensions() {
        return List.of("jpg", "jpeg", "jpe", "jfif");
    }

    @Override
    public boolean hasNamedBoxes() {
        return true;
    }

    @Override
    public boolean sniff(Bytes head) {
        return head.startsWith(0, (byte) 0xff, (byte) 0xd8, (byte) 0xff);
    }

    @Override
    public AssetMap map(ByteSource source, Budget budget) throws IOException, MalformedException {
        return new JpegWalk(source, budget).map(this);
    }

    @Override
    public Optional<BoxWalk> boxes(ByteSource source, AssetMap map, Set<String> names) {
        return Optional.of(new JpegBoxes(source, map, names));
    }

    @Override
    public Layout layout(AssetMap map, long storeLength) throws ImmovableException {
        long others = map.regions().stream()
                .filter(region -> region.kind() != Region.Kind.CARRIER)
                .count();
        long most = JpegFrame.mostBytes(Limit.JPEG_SEGMENTS.standard() - others);
        if (storeLength < JpegFrame.BOX_HEADER || storeLength > most) {
            throw new IllegalArgumentException("a store of " + storeLength + " bytes in this JPEG file: allowed are "
                    + JpegFrame.BOX_HEADER + " to " + most);
        }
        Layout layout = Splice.with(map, placeOf(map.regions()), JpegFrame.length(storeLength));
        return Renumbering.of(layout, map.offsets());
    }

    @Override
    public Layout stripped(AssetMap map) throws ImmovableException {
        return Renumbering.of(Splice.without(map), map.offsets());
    }

    @Override
    public Layout withXmp(ByteSource source, AssetMap map, Bytes packet) throws ImmovableException {
        return JpegXmp.with(map, packet, placeOf(map.regions()));
    }

    @Override
    public Bytes frame(AssetMap map, Bytes store) {
        return JpegFrame.of(store, map.frame());
    }

    private static long placeOf(List<Region> regions) {
        Range last = regions.get(0).range();
        for (Region region : regions) {
            if (OPENING.contains(region.name())) {
                last = region.range();
            } else if (region.kind() != Region.Kind.CARRIER && !region.name().equals(JpegWalk.FILL)) {
                break;
            }
        }
        return last.end();
    }
}
