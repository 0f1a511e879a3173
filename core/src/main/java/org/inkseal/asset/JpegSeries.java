package org.inkseal.asset;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Range;

/** A manifest store that is being put together from APP11 segments. */
final class JpegSeries {
    private final JpegPacket first;
    private final List<Range> parts = new ArrayList<>();
    private long have;
    private long end;

    JpegSeries(JpegPacket first) {
        this.first = first;
        this.end = first.range().start();
    }

    int instance() {
        return first.instance();
    }

    /** Why a segment cannot be the first of a store; empty if it can. */
    static String objectionToFirst(JpegPacket packet) {
        if (packet.identifier() != JpegFrame.COMMON_IDENTIFIER) {
            return "common identifier " + hex(packet.identifier()) + " where 4a50 'JP' is allowed";
        }
        if (packet.boxType() != JpegFrame.JUMB) {
            return "box type " + hex(packet.boxType()) + " where 6a756d62 'jumb' is allowed";
        }
        if (packet.likeness() != JpegPacket.Likeness.WHOLE) {
            return "its description box lacks the type or the label 'c2pa' of a manifest store";
        }
        // ISO 19566-5 D.2 counts from 1. Some products count from 0, which leaves no doubt about the order.
        if (packet.sequence() > 1) {
            return "the first segment has packet sequence number " + packet.sequence() + ", 0 and 1 are allowed";
        }
        return packet.withHeader().length() > packet.boxLength() ? tooLong(packet.boxLength()) : "";
    }

    /** Why a segment cannot be the next of this store; empty if it can. */
    String objection(JpegPacket next) {
        if (next.range().start() != end) {
            return "its segments do not follow each other directly";
        }
        if (next.identifier() != first.identifier() || next.instance() != first.instance()) {
            return "a segment of another box stands in the middle";
        }
        long expected = first.sequence() + parts.size();
        if (next.sequence() != expected) {
            return "packet sequence number " + next.sequence() + " where " + expected + " is allowed";
        }
        if (next.boxLength() != first.boxLength()
                || next.boxType() != first.boxType()
                || next.headerLength() != first.headerLength()) {
            return "a segment repeats the header of the box with other values";
        }
        return next.withoutHeader().length() > first.boxLength() - have ? tooLong(first.boxLength()) : "";
    }

    void add(JpegPacket packet) {
        Range part = parts.isEmpty() ? packet.withHeader() : packet.withoutHeader();
        parts.add(part);
        have += part.length();
        end = packet.range().end();
    }

    boolean isComplete() {
        return have == first.boxLength();
    }

    Carrier carrier() {
        return new Carrier(Range.between(first.range().start(), end), parts);
    }

    private static String tooLong(long boxLength) {
        return "its segments hold more than the " + boxLength + " bytes of the box";
    }

    private static String hex(long value) {
        return Long.toHexString(value);
    }
}
