package org.inkseal.asset;

import java.io.IOException;
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
 * Puts an XMP packet into the first IFD of a TIFF file (XMP Part 3 §2.1). Nothing moves: a packet that fits into the place
 * of the old one goes there, any other goes to the end of the file, with the IFD once more.
 */
final class TiffXmp {
    private static final int TAG = 700;
    private static final int BYTE = 1;
    private static final long CLASSIC_SIZE = 0xffff_ffffL;
    private static final int CLASSIC_ENTRIES = 0xffff;

    private final AssetMap map;
    private final TiffCoding coding;
    private final TiffDirectory directory;
    private Optional<TiffEntry> old = Optional.empty();
    private long insert;

    TiffXmp(ByteSource source, AssetMap map, TiffCoding coding) throws IOException, MalformedException {
        Window window = new Window(source);
        this.map = map;
        this.coding = coding;
        long first = coding.number(window, coding.firstPointer());
        this.directory = TiffDirectory.read(window, coding, first, Budget.standard());
        this.insert = directory.size();
        for (long i = directory.size() - 1; i >= 0; i--) {
            TiffEntry entry = directory.entry(window, i);
            insert = entry.tag() >= TAG ? i : insert;
            old = entry.tag() == TAG ? Optional.of(entry) : old;
        }
    }

    /** The file, which has no store, with a packet. */
    Layout with(Bytes packet) {
        Optional<Range> place = ownPlace();
        if (place.isPresent() && packet.length() <= place.get().length()) {
            int room = Math.toIntExact(place.get().length());
            return Edit.of(map.size(), new Edit(place.get(), XmpPacket.padded(packet, room)));
        }
        long at = map.size() + (map.size() & 1);
        long next = at + packet.length() + (packet.length() & 1);
        long entries = directory.size() + (old.isPresent() ? 0 : 1);
        requireRoom(next, entries);
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(new Range(coding.firstPointer(), coding.width()), coding.numbers(next)));
        // What the old packet said must not be found by those who look through the bytes of a file.
        place.ifPresent(range -> edits.add(new Edit(range, zeros(range.length()))));
        List<Piece> pieces = new ArrayList<>(Edit.of(map.size(), edits).pieces());
        pieces.add(new Piece.Literal(Bytes.concat(zeros(map.size() & 1), packet, zeros(packet.length() & 1))));
        pieces.add(new Piece.Literal(coding.size(entries)));
        pieces.add(copy(0, insert));
        pieces.add(new Piece.Literal(Bytes.concat(coding.tag(TAG, BYTE), coding.numbers(packet.length(), at))));
        pieces.add(copy(old.isPresent() ? insert + 1 : insert, directory.size()));
        pieces.add(new Piece.Copy(new Range(directory.next(), coding.width())));
        return new Layout(pieces);
    }

    /** Where the old packet is, if no other part of the file uses its bytes. */
    private Optional<Range> ownPlace() {
        return map.regions().stream()
                .filter(region -> region.kind() == Region.Kind.METADATA)
                .map(Region::range)
                .filter(range -> old.flatMap(TiffEntry::value).equals(Optional.of(range)))
                .filter(range -> range.length() <= Integer.MAX_VALUE - 64)
                .findFirst();
    }

    private void requireRoom(long end, long entries) {
        long size = end + coding.sizeWidth() + entries * coding.entryLength() + coding.width();
        if (!coding.big() && (size > CLASSIC_SIZE || entries > CLASSIC_ENTRIES)) {
            throw new IllegalArgumentException("a classic TIFF file of " + size + " bytes with " + entries
                    + " entries in its first IFD: allowed are " + CLASSIC_SIZE + " and " + CLASSIC_ENTRIES);
        }
    }

    private Piece copy(long from, long to) {
        return new Piece.Copy(Range.between(directory.entryAt(from), directory.entryAt(to)));
    }

    private static Bytes zeros(long length) {
        return Bytes.wrap(new byte[Math.toIntExact(length)]);
    }
}
