package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * Finds manifest stores in the C2PA boxes of an ISO base media file (C2PA 2.2 §A.5). No hash covers these boxes, so
 * whatever is not just as the standard has it becomes a fault: a box that somebody gave another purpose must never make
 * a store vanish.
 */
final class BmffStores {
    private static final int MOST_FAULTS = 32;
    private static final int JUMB = 0x6a756d62;
    private static final int AT_ONCE = 256;

    private final ByteSource source;
    private final Window window;
    private final List<ProvenanceBox> stores = new ArrayList<>();
    private final List<ProvenanceBox> merkle = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    BmffStores(ByteSource source) {
        this.source = source;
        this.window = new Window(source);
    }

    /** Takes a C2PA box. */
    void accept(BmffBox box) throws IOException {
        try {
            ProvenanceBox read = ProvenanceBox.read(source, box);
            (read.purpose() == ProvenanceBox.Purpose.MERKLE ? merkle : stores).add(read);
        } catch (MalformedException e) {
            fault(e.offset(), e.getMessage());
        }
    }

    /** The stores, once all boxes were taken; none if what there is makes no sense. */
    List<Carrier> carriers() throws IOException, MalformedException {
        long firstMerkle = merkle.isEmpty() ? 0 : merkle.get(0).range().start();
        for (ProvenanceBox box : stores) {
            if (box.purpose() != ProvenanceBox.Purpose.UPDATE && box.firstMerkle() != 0) {
                if (box.firstMerkle() != firstMerkle) {
                    fault(
                            box.range().start(),
                            "C2PA box that leads to a box of hashes at byte " + Long.toUnsignedString(box.firstMerkle())
                                    + ", where none is");
                }
            }
        }
        if (stores.isEmpty() && !merkle.isEmpty() && faults.isEmpty()) {
            fault(firstMerkle, "C2PA box of hashes without a manifest store");
        }
        return stores.stream().allMatch(box -> box.purpose() == ProvenanceBox.Purpose.MANIFEST) ? single() : updated();
    }

    List<Fault> faults() {
        return faults;
    }

    private List<Carrier> single() throws IOException, MalformedException {
        List<Carrier> carriers = new ArrayList<>();
        for (ProvenanceBox box : stores) {
            if (isStore(box)) {
                carriers.add(new Carrier(box.range(), List.of(store(box))));
            }
        }
        return carriers;
    }

    /** An original store and one with update manifests, which is the last box of the file. */
    private List<Carrier> updated() throws IOException, MalformedException {
        boolean pair = stores.size() == 2
                && stores.get(0).purpose() == ProvenanceBox.Purpose.ORIGINAL
                && stores.get(1).purpose() == ProvenanceBox.Purpose.UPDATE
                && stores.get(1).range().end() == source.size();
        if (!pair) {
            fault(
                    stores.get(0).range().start(),
                    "C2PA boxes for an update, of which there is to be one \"original\" and one \"update\" at the end");
            return List.of();
        }
        ProvenanceBox original = stores.get(0);
        ProvenanceBox update = stores.get(1);
        return isStore(original) && isStore(update)
                ? List.of(new Carrier(original.range(), List.of(store(original)), Coding.PLAIN, List.of(store(update))))
                : List.of();
    }

    private boolean isStore(ProvenanceBox box) throws IOException, MalformedException {
        Range payload = box.payload();
        if (payload.length() < 8 || (int) window.u32(payload.start() + 4) != JUMB) {
            fault(payload.start(), "C2PA box that does not hold a manifest store");
            return false;
        }
        long length = window.u32(payload.start());
        if (length < 8 || length > payload.length()) {
            fault(
                    payload.start(),
                    "manifest store of " + length + " bytes in a C2PA box with room for " + payload.length());
            return false;
        }
        return isZero(Range.between(payload.start() + length, payload.end()));
    }

    /** Padding is zero, so that nothing is hidden there. */
    private boolean isZero(Range padding) throws IOException, MalformedException {
        for (long at = padding.start(); at < padding.end(); at += AT_ONCE) {
            if (!window.upTo(at, (int) Math.min(AT_ONCE, padding.end() - at)).isZero()) {
                fault(at, "C2PA box with bytes other than zero after its manifest store");
                return false;
            }
        }
        return true;
    }

    private Range store(ProvenanceBox box) throws IOException, MalformedException {
        return new Range(box.payload().start(), window.u32(box.payload().start()));
    }

    private void fault(long offset, String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(offset, message));
        }
    }

    /** One store with the manifests of two, in order; both one after the other if they are not in order. */
    static Bytes join(Bytes first, Bytes second) {
        ByteBuffer box = second.buffer();
        // A store is a superbox: its header, a description box, and manifests.
        int manifests = second.length() < 12 || box.getInt(8) < 8 ? -1 : 8 + box.getInt(8);
        if (manifests < 0 || manifests > second.length() || first.length() < 8) {
            return Bytes.concat(first, second);
        }
        Bytes more = second.from(manifests);
        ByteBuffer length = ByteBuffer.allocate(4).putInt(first.length() + more.length());
        return Bytes.concat(Bytes.wrap(length.array()), first.from(4), more);
    }
}
