package org.inkseal.asset;

import java.io.IOException;
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
 * @param base what is added to each number
 * @param lengthAt where the length of the target is, counted from its number; 0 if it is not said there
 * @param lengthWidth bytes of the length: 4 or 8, or 0 if it is not said there
 * @param least the target nearest to the start of the file
 * @param most the target farthest from it
 */
public record OffsetTable(
        long at, int width, long count, int stride, long base, int lengthAt, int lengthWidth, long least, long most) {
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

    /** Where the numbers are, with what lies between them. */
    Range range() {
        return new Range(at, (count - 1) * stride + width);
    }

    /** Reads the table of a source, which is as large as it says. */
    static OffsetTable read(Window window, long at, int width, long count, int stride, long base)
            throws IOException, MalformedException {
        return read(window, at, width, count, stride, base, 0, 0);
    }

    /** Reads the table of a source, which is as large as it says. */
    static OffsetTable read(
            Window window, long at, int width, long count, int stride, long base, int lengthAt, int lengthWidth)
            throws IOException, MalformedException {
        long[] ends = {Long.MAX_VALUE, 0};
        OffsetTable table = new OffsetTable(at, width, count, stride, base, lengthAt, lengthWidth, Long.MAX_VALUE, 0);
        table.visit(window, (target, length) -> {
            ends[0] = Math.min(ends[0], target);
            ends[1] = Math.max(ends[1], target);
        });
        return new OffsetTable(at, width, count, stride, base, lengthAt, lengthWidth, ends[0], ends[1]);
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

    private static long number(Window window, long at, int width) throws IOException, MalformedException {
        return width == 4 ? window.u32(at) : window.s64(at);
    }
}
