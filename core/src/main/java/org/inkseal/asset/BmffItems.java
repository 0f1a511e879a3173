package org.inkseal.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The items of a picture file, as its first box {@code meta} lists them (ISO/IEC 14496-12 §8.11): which one is an XMP packet
 * (ISO/IEC 23008-12 §A.3), and where it is.
 */
final class BmffItems {
    private static final String XMP = "application/rdf+xml";
    private static final int MOST_NAME = 256;

    private final Window window;
    private final Map<String, BmffBox> boxes = new HashMap<>();
    private final List<ItemLocation> locations = new ArrayList<>();
    private Optional<Long> packet = Optional.empty();
    private long highest;

    private BmffItems(Window window) {
        this.window = window;
    }

    /**
     * Reads the lists of a file; they are empty for one without.
     *
     * @throws MalformedException if they are broken
     */
    static BmffItems read(Window window, Budget budget) throws IOException, MalformedException {
        BmffItems items = new BmffItems(window);
        new BmffWalk(window, budget).walk(items::visit);
        Optional<BmffBox> places = items.box("iloc");
        if (places.isPresent()) {
            new ItemLocations(window, places.get(), items::locate).read();
        }
        return items;
    }

    private long visit(BmffBox box) throws IOException, MalformedException {
        if (box.parent() == null && box.is("meta") && boxes.isEmpty()) {
            boxes.put("meta", box);
            return box.payload().start() + 4;
        }
        if (box.parent() != null && box.parent().equals(boxes.get("meta"))) {
            boxes.putIfAbsent(box.name(), box);
            return box.is("iinf") ? box.payload().start() + (version(box) == 0 ? 6 : 8) : BmffWalk.PASS;
        }
        if (box.is("infe") && box.payload().length() >= 12) {
            entry(box);
        }
        return BmffWalk.PASS;
    }

    private void entry(BmffBox entry) throws IOException, MalformedException {
        int version = version(entry);
        int wide = version < 3 ? 2 : 4;
        long at = entry.payload().start() + 4;
        long item = wide == 2 ? window.u16(at) : window.u32(at);
        highest = Math.max(highest, item);
        at += wide + 2L;
        boolean mime = version >= 2 && (int) window.u32(at) == BmffBox.type("mime");
        if (mime && packet.isEmpty()) {
            long content = afterText(at + 4, entry.range().end());
            long length = afterText(content, entry.range().end()) - 1 - content;
            if (length == XMP.length() && text(content, length).equals(XMP)) {
                packet = Optional.of(item);
            }
        }
    }

    private void locate(ItemLocation location) {
        highest = Math.max(highest, location.item());
        locations.add(location);
    }

    private int version(BmffBox box) throws IOException, MalformedException {
        return window.u8(box.payload().start());
    }

    private String text(long at, long length) throws IOException, MalformedException {
        return new String(window.upTo(at, (int) length).toArray(), StandardCharsets.ISO_8859_1);
    }

    /** Where something starts after a text that ends with a NUL or with what is around it. */
    private long afterText(long at, long end) throws IOException, MalformedException {
        long next = at;
        while (next < end && next < at + MOST_NAME && window.u8(next) != 0) {
            next++;
        }
        return next + 1;
    }

    /** One of the boxes in the list, or the list itself. */
    Optional<BmffBox> box(String type) {
        return Optional.ofNullable(boxes.get(type));
    }

    /** The highest number of an item. */
    long highest() {
        return highest;
    }

    /** The number of the item that is an XMP packet. */
    Optional<Long> packet() {
        return packet;
    }

    /** Where that item is said to be. */
    Optional<ItemLocation> location() {
        return locations.stream()
                .filter(location -> packet.equals(Optional.of(location.item())))
                .findFirst();
    }

    /** Where the bytes of the packet are in the file; empty if they are not all in one place of it. */
    Optional<Range> packetRange() throws IOException, MalformedException {
        Optional<ItemLocation> location = location();
        Optional<Range> extent = location.isPresent() ? location.get().only(window) : Optional.empty();
        if (extent.isEmpty()) {
            return Optional.empty();
        }
        Optional<Range> around = switch (location.get().method()) {
            case 0 -> Optional.of(new Range(0, window.size()));
            case 1 -> box("idat").map(BmffBox::payload);
            default -> Optional.empty();
        };
        return around.filter(place -> extent.get().end() <= place.length())
                .map(place -> new Range(
                        place.start() + extent.get().start(), extent.get().length()));
    }
}
