package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;
import org.inkseal.xmp.XmpPacket;

/**
 * Puts an XMP packet into an ISO base media file: into the item that it has, into a new one of a picture file
 * (ISO/IEC 23008-12 §A.3), or into a box {@code uuid} of an MP4 file (XMP Part 3 §1.2.7).
 *
 * <p>A packet that is longer than the item before goes into a box {@code mdat} at the end, so that nothing moves; a new item
 * moves all that comes after the lists of items, and the offsets with it.
 */
final class BmffXmp {
    private static final int HEADER = 8;

    private final ByteSource source;
    private final AssetMap map;
    private final Window window;
    private final BmffItems items;

    BmffXmp(ByteSource source, AssetMap map) throws IOException, MalformedException {
        this.source = source;
        this.map = map;
        this.window = new Window(source);
        this.items = BmffItems.read(window, Budget.standard());
    }

    /** The file, which has no store, with a packet. */
    Layout with(Bytes packet, BmffFamily family) throws IOException, MalformedException {
        if (items.packet().isPresent()) {
            return inItem(packet);
        }
        if (map.xmp().isPresent()) {
            requireMovable();
            Edit box = new Edit(around(map.xmp().get()), box("uuid", BmffMap.XMP, packet));
            return Renumbering.of(Edit.of(map.size(), box), map.offsets());
        }
        if (items.box("iinf").isPresent()) {
            return inNewItem(packet);
        }
        if (family != BmffFamily.MP4 && family != BmffFamily.M4A) {
            throw new IllegalArgumentException("XMP is not written into " + family + " files that have none");
        }
        requireClosed();
        return Edit.of(map.size(), Edit.insert(map.size(), box("uuid", BmffMap.XMP, packet)));
    }

    private Range around(Range xmp) {
        return map.regions().stream()
                .map(Region::range)
                .filter(range -> range.start() < xmp.start() && range.end() == xmp.end())
                .findFirst()
                .orElseThrow();
    }

    private Layout inItem(Bytes packet) throws IOException, MalformedException {
        ItemLocation location = items.location().orElseThrow(() -> new IllegalArgumentException("an XMP item nowhere"));
        Range old = items.packetRange()
                .orElseThrow(() -> new IllegalArgumentException("an XMP item that is not in one piece in the file"));
        requireAlone(old, location);
        if (packet.length() <= old.length()) {
            return Edit.of(map.size(), new Edit(old, XmpPacket.padded(packet, Math.toIntExact(old.length()))));
        }
        if (location.method() != 0) {
            throw new IllegalArgumentException("an XMP item in the box idat, which has " + old.length()
                    + " bytes for it: " + packet.length() + " are needed");
        }
        requireClosed();
        long end = map.size();
        // What the old packet said must not be found by those who look through the bytes of a file.
        Edit gone = new Edit(old, Bytes.wrap(new byte[Math.toIntExact(old.length())]));
        Region last = map.regions().get(map.regions().size() - 1);
        if (last.name().equals("mdat") && last.range().equals(Range.between(old.start() - HEADER, old.end()))) {
            gone = new Edit(last.range(), Bytes.EMPTY);
            end = last.range().start();
        }
        List<Edit> edits = new ArrayList<>(List.of(gone, Edit.insert(map.size(), box("mdat", packet))));
        edits.addAll(location.moved(end + HEADER, packet.length()));
        return Edit.of(map.size(), edits);
    }

    /** The bytes of the packet must be those of nothing else. */
    private void requireAlone(Range packet, ItemLocation location) throws IOException, MalformedException {
        for (OffsetTable table : map.offsets()) {
            if (!location.offsets(window).equals(Optional.of(table))) {
                table.visit(source, (target, length) -> {
                    long end = length == 0 ? Long.MAX_VALUE : target + length;
                    if (target < packet.end() && packet.start() < end) {
                        throw new IllegalArgumentException("an XMP item whose bytes another part of the file uses");
                    }
                });
            }
        }
    }

    private void requireMovable() throws ImmovableException {
        if (map.rigid().isPresent()) {
            throw new ImmovableException(map.rigid().get());
        }
    }

    /** A box whose size is open ends with the file. */
    private void requireClosed() throws IOException, MalformedException {
        Range last = map.regions().get(map.regions().size() - 1).range();
        if (window.u32(last.start()) == 0) {
            throw new IllegalArgumentException("a file whose last box has an open size, so nothing can come after it");
        }
    }

    private Layout inNewItem(Bytes packet) throws IOException, MalformedException {
        requireMovable();
        requireClosed();
        BmffNewItem item = new BmffNewItem(window, items);
        // The offset of the packet has a fixed width, so what comes before it can be measured first.
        long start = Edit.of(map.size(), item.edits(0, packet.length())).length() + HEADER;
        List<Edit> edits = new ArrayList<>(item.edits(start, packet.length()));
        edits.add(Edit.insert(map.size(), box("mdat", packet)));
        return Renumbering.of(Edit.of(map.size(), edits), map.offsets());
    }

    static Bytes box(String type, Bytes... content) {
        Bytes payload = Bytes.concat(content);
        ByteBuffer header =
                ByteBuffer.allocate(HEADER).putInt(HEADER + payload.length()).putInt(BmffBox.type(type));
        return Bytes.concat(Bytes.wrap(header.array()), payload);
    }
}
