package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.inkseal.io.ByteSource;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * Numbers in a file, at equal distances, that say where in the file something is. They change when bytes before their
 * targets come or go.
 *
 * @param at where the first number is
 * @param width bytes of each number: 4 or 8
 * @param count how many there are
 * @param stride bytes from one to the next
 * @param order which byte of a number comes first
 * @param base what is added to each number
 * @param relative whether {@code base} is a place in the file, which may move too, and not a number that stays
 * @param lengthAt where the length of the target is, counted from its number
 * @param lengthWidth bytes of the length: 4 or 8, or 0 if it is not said there
 * @param least the target nearest to the start of the file
 * @param most the target farthest from it
 */
public record OffsetTable(
        long at,
        int width,
        long count,
        int stride,
        ByteOrder order,
        long base,
        boolean relative,
        int lengthAt,
        int lengthWidth,
        long least,
        long most) {
    /** Takes the targets, one by one. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Takes a target.
         *
         * @param length bytes of the target, 0 for all that follow; 1 if it is not known
         */
        void visit(long target, long length) throws MalformedException;
    }

    /** Numbers whose most significant byte comes first and which count from the start of the file. Not read yet. */
    static OffsetTable of(long at, int width, long count, int stride) {
        return new OffsetTable(at, width, count, stride, ByteOrder.BIG_ENDIAN, 0, false, 0, 0, Long.MAX_VALUE, 0);
    }

    OffsetTable in(ByteOrder another) {
        return new OffsetTable(at, width, count, stride, another, base, relative, lengthAt, lengthWidth, least, most);
    }

    OffsetTable from(long place, boolean moves) {
        return new OffsetTable(at, width, count, stride, order, place, moves, lengthAt, lengthWidth, least, most);
    }

    OffsetTable withLengths(int place, int bytes) {
        return new OffsetTable(at, width, count, stride, order, base, relative, place, bytes, least, most);
    }

    /** The table of a source, which is as large as it says, with the targets that are nearest and farthest. */
    OffsetTable read(Window window) throws IOException, MalformedException {
        long[] ends = {Long.MAX_VALUE, 0};
        visit(window, (target, length) -> {
            ends[0] = Math.min(ends[0], target);
            ends[1] = Math.max(ends[1], target);
        });
        return new OffsetTable(
                at, width, count, stride, order, base, relative, lengthAt, lengthWidth, ends[0], ends[1]);
    }

    /** Where the numbers are, with what lies between them. */
    Range range() {
        return new Range(at, (count - 1) * stride + width);
    }

    /** The number that leads to where a target of the source is in the output. */
    long moved(long target, Moves moves) {
        return moves.apply(target) - (relative ? moves.apply(base) : base);
    }

    /** Whether a number of the table would change. */
    boolean changes(Moves moves) {
        return moved(least, moves) != least - base || moved(most, moves) != most - base;
    }

    /** Sets one of the numbers right. */
    void move(ByteBuffer bytes, int place, Moves moves) {
        ByteBuffer numbers = bytes.order(order);
        if (width == 4) {
            numbers.putInt(place, (int) moved(base + Integer.toUnsignedLong(numbers.getInt(place)), moves));
        } else {
            numbers.putLong(place, moved(base + numbers.getLong(place), moves));
        }
    }

    /** Reads all targets. */
    public void visit(ByteSource source, Visitor visitor) throws IOException, MalformedException {
        visit(new Window(source), visitor);
    }

    private void visit(Window window, Visitor visitor) throws IOException, MalformedException {
        for (long i = 0; i < count; i++) {
            long place = at + i * stride;
            long number = number(window, place, width);
            if (number < 0 || base < 0 || number > Long.MAX_VALUE - base) {
                throw new MalformedException(place, "an offset beyond 2^63 - 1");
            }
            long length = lengthWidth == 0 ? 1 : number(window, place + lengthAt, lengthWidth);
            visitor.visit(base + number, length);
        }
    }

    private long number(Window window, long place, int bytes) throws IOException, MalformedException {
        if (order == ByteOrder.LITTLE_ENDIAN) {
            return bytes == 4 ? window.le32(place) : Long.reverseBytes(window.s64(place));
        }
        return bytes == 4 ? window.u32(place) : window.s64(place);
    }
}
