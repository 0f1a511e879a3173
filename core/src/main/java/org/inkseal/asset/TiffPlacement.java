package org.inkseal.asset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/**
 * How a store gets into a TIFF file: nothing of the file moves. After its end comes the last IFD once more, with the entry
 * of the store (C2PA 2.4 §A.3.6); then where that IFD was and how long the file was, which lets it be restored; then the
 * store. One number is changed, the one that says where the last IFD is.
 *
 * @param coding how the file writes numbers
 * @param pages the IFDs of the main chain of the file without its store, where that is known; else as they are
 * @param end bytes of the file without its store, where that is known; else its size
 * @param leftovers where stores are that are to go
 * @param tail the only store of the file, if it is the last thing in it
 */
record TiffPlacement(TiffCoding coding, List<TiffPage> pages, long end, List<Range> leftovers, Optional<Tail> tail)
        implements Placement {
    private static final long CLASSIC_SIZE = 0xffff_ffffL;
    private static final long MOST_STORE = Integer.MAX_VALUE - 64;
    private static final int LEAST_STORE = 8;
    private static final int CLASSIC_ENTRIES = 0xffff;
    private static final Bytes ZEROS = Bytes.wrap(new byte[4096]);

    /**
     * A store at the end of a file.
     *
     * @param count where its length is written
     * @param start where it starts
     */
    record Tail(Range count, long start) {}

    /** Other bytes for a range of the file. */
    private record Edit(Range range, List<Piece> pieces) {}

    @Override
    public Layout with(long storeLength) {
        List<TiffPage> kept = keptPages();
        TiffPage last = kept.get(kept.size() - 1);
        List<Piece> pieces = new ArrayList<>();
        long keptEnd = base(kept, 0, pieces);
        pieces.clear();
        long directory = keptEnd + (keptEnd & 1);
        long store = directory + coding.sizeWidth() + (last.kept() + 1) * coding.entryLength() + 3L * coding.width();
        requireRoom(storeLength, store);
        if (!coding.big() && last.kept() == CLASSIC_ENTRIES) {
            throw new IllegalArgumentException("an IFD of " + CLASSIC_ENTRIES + " entries cannot take one more");
        }
        base(kept, directory, pieces);
        pieces.addAll(zeros(directory - keptEnd));
        pieces.add(new Piece.Literal(coding.size(last.kept() + 1)));
        pieces.addAll(last.entries(0, last.insert()));
        pieces.add(new Piece.Literal(coding.tag(TiffPage.STORE, TiffEntry.UNDEFINED)));
        pieces.add(new Piece.Unbound(coding.numbers(storeLength)));
        pieces.add(new Piece.Literal(coding.numbers(store)));
        pieces.addAll(last.entries(last.insert(), last.directory().size()));
        pieces.add(new Piece.Literal(coding.numbers(0, last.directory().at(), keptEnd)));
        pieces.add(new Piece.Slot(storeLength));
        return new Layout(pieces);
    }

    @Override
    public Layout inPlace(long storeLength) {
        Tail place = tail.orElseThrow(() -> new IllegalArgumentException(
                "the manifest store cannot grow in its place in this TIFF file: it is not the last thing in it"));
        requireRoom(storeLength, place.start());
        return new Layout(List.of(
                new Piece.Copy(new Range(0, place.count().start())),
                new Piece.Unbound(coding.numbers(storeLength)),
                new Piece.Copy(Range.between(place.count().end(), place.start())),
                new Piece.Slot(storeLength)));
    }

    @Override
    public Layout without() {
        List<Piece> pieces = new ArrayList<>();
        base(keptPages(), 0, pieces);
        return new Layout(pieces);
    }

    private void requireRoom(long storeLength, long start) {
        long most = coding.big() ? MOST_STORE : Math.min(MOST_STORE, CLASSIC_SIZE - start);
        if (storeLength < LEAST_STORE || storeLength > most) {
            String why = most < MOST_STORE ? ", because a classic TIFF file has 4 GiB at most" : "";
            throw new IllegalArgumentException("a store of " + storeLength + " bytes in this TIFF file: allowed are "
                    + LEAST_STORE + " to " + Math.max(0, most) + why);
        }
    }

    /** The pages that hold more than a store; the first one if there is no other. */
    private List<TiffPage> keptPages() {
        List<TiffPage> kept = new ArrayList<>();
        for (TiffPage page : pages) {
            if (page.kept() > 0 || page.stores().isEmpty()) {
                kept.add(page);
            }
        }
        return kept.isEmpty() ? pages.subList(0, 1) : kept;
    }

    /**
     * The file without any store.
     *
     * @param last where the last IFD will be; 0 for where it is
     * @return its size
     */
    private long base(List<TiffPage> kept, long last, List<Piece> pieces) {
        List<Edit> edits = new ArrayList<>();
        link(kept, last, edits);
        List<Range> gone = new ArrayList<>(leftovers);
        for (TiffPage page : pages) {
            if (!kept.contains(page)) {
                gone.add(page.directory().range());
            }
        }
        gone.sort(Comparator.comparingLong(Range::end).reversed());
        long size = end;
        for (Range range : gone) {
            if (range.end() >= size) {
                size = Math.min(size, range.start());
            } else {
                edits.add(new Edit(range, zeros(range.length())));
            }
        }
        edits.sort(Comparator.comparingLong(edit -> edit.range().start()));
        long at = 0;
        for (Edit edit : edits) {
            // In a file whose IFDs overlap there is no good answer; the result is checked before it is kept.
            if (edit.range().start() >= at && edit.range().end() <= size) {
                pieces.add(new Piece.Copy(Range.between(at, edit.range().start())));
                pieces.addAll(edit.pieces());
                at = edit.range().end();
            }
        }
        pieces.add(new Piece.Copy(Range.between(at, size)));
        return size;
    }

    /** Chains the pages, and takes the entries of stores out of them. */
    private void link(List<TiffPage> kept, long last, List<Edit> edits) {
        for (int i = 0; i <= kept.size(); i++) {
            long target = i == kept.size() ? 0 : kept.get(i).directory().at();
            if (i == kept.size() - 1 && last != 0) {
                target = last;
            }
            boolean first = i == 0;
            if (!first && !kept.get(i - 1).stores().isEmpty()) {
                edits.add(compacted(kept.get(i - 1), target));
                continue;
            }
            long place =
                    first ? coding.firstPointer() : kept.get(i - 1).directory().next();
            if (target != pointed(place)) {
                Piece pointer = new Piece.Literal(coding.numbers(target));
                edits.add(new Edit(new Range(place, coding.width()), List.of(pointer)));
            }
        }
    }

    /** What the file has at the place of a pointer. */
    private long pointed(long place) {
        for (TiffPage page : pages) {
            if (page.pointer() == place) {
                return page.pointed();
            }
        }
        return 0;
    }

    private Edit compacted(TiffPage page, long next) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Literal(coding.size(page.kept())));
        pieces.addAll(page.entries(0, page.directory().size()));
        pieces.add(new Piece.Literal(coding.numbers(next)));
        pieces.addAll(zeros((long) page.stores().size() * coding.entryLength()));
        return new Edit(page.directory().range(), pieces);
    }

    private static List<Piece> zeros(long length) {
        List<Piece> pieces = new ArrayList<>();
        for (long left = length; left > 0; left -= ZEROS.length()) {
            pieces.add(new Piece.Literal(ZEROS.slice(0, (int) Math.min(left, ZEROS.length()))));
        }
        return pieces;
    }
}
