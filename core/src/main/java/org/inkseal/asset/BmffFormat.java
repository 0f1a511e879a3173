package org.inkseal.asset;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.inkseal.asset.ProvenanceBox.Purpose;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * ISO base media files (ISO/IEC 14496-12): HEIF, HEIC, AVIF, MP4, QuickTime, M4A. They keep their store in a box
 * {@code uuid} (C2PA 2.2 §A.5).
 *
 * <p>A new store stands directly after {@code ftyp}, before all that the standard wants it before. Everything else moves,
 * and every number that says where something is moves with it. Fragmented files are read; nothing can be put into them.
 */
final class BmffFormat implements AssetFormat {
    private static final int MOST_STORE = Integer.MAX_VALUE - 64;

    private final BmffFamily family;

    BmffFormat(BmffFamily family) {
        this.family = family;
    }

    @Override
    public String name() {
        return family.name();
    }

    @Override
    public String mediaType() {
        return family.mediaType;
    }

    @Override
    public boolean isBmff() {
        return true;
    }

    @Override
    public List<String> extensions() {
        return family.extensions;
    }

    @Override
    public List<String> bindings() {
        return List.of("BMFF hash");
    }

    @Override
    public boolean sniff(Bytes head) {
        return BmffFamily.of(head).equals(Optional.of(family));
    }

    @Override
    public AssetMap map(ByteSource source, Budget budget) throws IOException, MalformedException {
        return new BmffMap(source, budget).map(this);
    }

    @Override
    public Layout layout(AssetMap map, long storeLength) throws ImmovableException {
        requireStore(storeLength);
        requireMovable(map);
        long afterType = map.regions().get(0).range().end();
        return Renumbering.of(
                Splice.with(map, afterType, storeLength + ProvenanceBox.overhead(Purpose.MANIFEST)), map.offsets());
    }

    /** A second store at the end of the file, since the hash of the file covers where everything is. */
    @Override
    public boolean keepsUpdatesApart() {
        return true;
    }

    @Override
    public Layout layoutInPlace(AssetMap map, long storeLength) {
        requireStore(storeLength);
        return BmffUpdate.layout(map, storeLength);
    }

    @Override
    public Bytes frameInPlace(AssetMap map, Bytes store) {
        return ProvenanceBox.framing(Purpose.UPDATE, store);
    }

    @Override
    public Layout stripped(AssetMap map) throws ImmovableException {
        boolean signed = map.regions().stream().anyMatch(region -> region.kind() == Region.Kind.CARRIER);
        if (signed) {
            requireMovable(map);
        }
        return Renumbering.of(Splice.without(map), map.offsets());
    }

    /** Pictures keep it as an item, films in a box of its own; a picture may have one too. */
    @Override
    public CarriedXmp carriedXmp(ByteSource source, AssetMap map, Budget budget) throws IOException {
        try {
            BmffItems items = BmffItems.read(new Window(source), budget);
            if (items.packet().isPresent()) {
                Optional<Range> range = items.packetRange();
                return range.isPresent()
                        ? CarriedXmp.at(source, range.get(), budget)
                        : CarriedXmp.unread("an XMP packet in an item that is not in one piece in the file");
            }
        } catch (MalformedException e) {
            return CarriedXmp.unread("XMP packet: the items of the file cannot be read: " + e.describe());
        }
        return AssetFormat.super.carriedXmp(source, map, budget);
    }

    @Override
    public Layout withXmp(ByteSource source, AssetMap map, Bytes packet) throws IOException, MalformedException {
        return new BmffXmp(source, map).with(packet, family);
    }

    @Override
    public Bytes frame(AssetMap map, Bytes store) {
        return ProvenanceBox.framing(Purpose.MANIFEST, store);
    }

    private void requireStore(long length) {
        if (length < 8 || length > MOST_STORE) {
            throw new IllegalArgumentException(
                    "a store of " + length + " bytes in " + name() + ": allowed are 8 to " + MOST_STORE);
        }
    }

    private static void requireMovable(AssetMap map) throws ImmovableException {
        if (map.rigid().isPresent()) {
            throw new ImmovableException(map.rigid().get() + ", so nothing can be put into it or taken out of it");
        }
    }
}
