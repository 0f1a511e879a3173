package org.inkseal.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.Limits;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * Recognises a file that {@link TiffPlacement} made. What it wrote down about the original is believed only if the last
 * IFD of the original is still there and the same but for the store.
 */
final class TiffOrigin {
    private final ByteSource source;
    private final TiffPlacement made;
    private final TiffCoding coding;
    private final Window window;

    TiffOrigin(ByteSource source, TiffPlacement made) {
        this.source = source;
        this.made = made;
        this.coding = made.coding();
        this.window = new Window(source);
    }

    /**
     * The file with what the original was.
     *
     * @param store the entry of its only store
     * @return the placement as it was if the file was made otherwise
     */
    TiffPlacement restored(TiffEntry store) throws IOException {
        try {
            return original(store).orElse(made);
        } catch (LimitExceededException e) {
            return made;
        } catch (MalformedException e) {
            return made;
        }
    }

    private Optional<TiffPlacement> original(TiffEntry store) throws IOException, MalformedException {
        TiffPage last = made.pages().get(made.pages().size() - 1);
        long note = last.directory().range().end();
        Range rest = Range.between(note + 2L * coding.width(), Math.max(note + 2L * coding.width(), source.size()));
        if (last.stores().size() != 1 || !store.value().equals(Optional.of(rest))) {
            return Optional.empty();
        }
        long at = coding.number(window, note);
        long size = coding.number(window, note + coding.width());
        if (size < 0 || size + (size & 1) != last.directory().at() || (size & 1) == 1 && window.u8(size) != 0) {
            return Optional.empty();
        }
        TiffDirectory old = TiffDirectory.read(window, coding, at, new Budget(Limits.standard()));
        if (old.range().end() > size || !same(old, last)) {
            return Optional.empty();
        }
        List<TiffPage> pages = new ArrayList<>(made.pages());
        pages.set(pages.size() - 1, new TiffPage(last.pointer(), last.pointed(), old, List.of(), insert(last)));
        return Optional.of(new TiffPlacement(coding, pages, size, List.of(), made.tail()));
    }

    private static long insert(TiffPage last) {
        return last.insert() > last.stores().get(0) ? last.insert() - 1 : last.insert();
    }

    private boolean same(TiffDirectory old, TiffPage last) throws IOException, MalformedException {
        if (old.size() != last.kept() || coding.number(window, old.next()) != 0) {
            return false;
        }
        Window other = new Window(source);
        int store = last.stores().get(0);
        for (long i = 0; i < old.size(); i++) {
            long copied = i < store ? i : i + 1;
            var entry = window.upTo(old.entryAt(i), coding.entryLength());
            if (!entry.equals(other.upTo(last.directory().entryAt(copied), coding.entryLength()))) {
                return false;
            }
        }
        return true;
    }
}
