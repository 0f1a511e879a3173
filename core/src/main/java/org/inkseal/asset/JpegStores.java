package org.inkseal.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;
import org.jspecify.annotations.Nullable;

/**
 * Puts manifest stores together from the segments of a JPEG file (C2PA 2.2 §A.3.1). A store is one run of segments
 * without anything between them; whatever looks like a store and is not such a run becomes a fault. Other boxes in APP11
 * are passed over.
 */
final class JpegStores {
    /** A file can have as many faults as segments; nobody reads more than these. */
    private static final int MOST_FAULTS = 32;

    private final Window window;
    private final List<Carrier> carriers = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final BitSet foreign = new BitSet();
    private final BitSet damaged = new BitSet();
    private @Nullable JpegSeries open;

    /** What a segment is to a store. */
    enum Part {
        /** Nothing. */
        NONE,
        /** The first segment of a store, or the remains of one. */
        FIRST,
        /** A further segment of the store that the segment before it belongs to. */
        NEXT
    }

    JpegStores(Window window) {
        this.window = window;
    }

    /** Takes the next segment of the file. */
    Part accept(Range segment, int code) throws IOException, MalformedException {
        Optional<JpegPacket> packet = code == JpegMarker.APP11 ? JpegPacket.read(window, segment) : Optional.empty();
        JpegSeries series = open;
        if (series != null) {
            String objection = packet.map(series::objection).orElse("another segment comes before the box is complete");
            if (objection.isEmpty()) {
                continueWith(series, packet.orElseThrow());
                return Part.NEXT;
            }
            open = null;
            damage(series.instance(), segment.start(), objection);
        }
        return packet.isPresent() ? judge(packet.get()) : Part.NONE;
    }

    List<Carrier> carriers() {
        return carriers;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The lowest number that no other box of the file uses. */
    int freeInstance() {
        return foreign.nextClearBit(1);
    }

    private Part judge(JpegPacket packet) {
        if (packet.likeness() != JpegPacket.Likeness.NONE) {
            start(packet);
            return Part.FIRST;
        }
        if (packet.identifier() != JpegFrame.COMMON_IDENTIFIER) {
            return Part.NONE;
        }
        if (!packet.isJumbf() || packet.sequence() == 1 || foreign.get(packet.instance())) {
            foreign.set(packet.instance());
            return Part.NONE;
        }
        damage(packet.instance(), packet.range().start(), "the first segment of the box is missing");
        return Part.FIRST;
    }

    private void start(JpegPacket packet) {
        String objection = JpegSeries.objectionToFirst(packet);
        if (objection.isEmpty()) {
            continueWith(new JpegSeries(packet), packet);
        } else {
            damage(packet.instance(), packet.range().start(), objection);
        }
    }

    private void continueWith(JpegSeries series, JpegPacket packet) {
        series.add(packet);
        open = series.isComplete() ? null : series;
        if (series.isComplete()) {
            carriers.add(series.carrier());
        }
    }

    /** Records one fault for all segments with an instance number. */
    private void damage(int instance, long offset, String message) {
        if (!damaged.get(instance) && faults.size() < MOST_FAULTS) {
            faults.add(new Fault(offset, "manifest store in APP11, box instance " + instance + ": " + message));
        }
        damaged.set(instance);
    }
}
