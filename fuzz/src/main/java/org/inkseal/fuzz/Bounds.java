package org.inkseal.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one input may cost: 64 MiB allocated, and one second of the processor where that is asked for.
 *
 * @param timed whether the processor's time counts; not in the build, where other work would decide
 * @param mostAllocated bytes that may be allocated
 */
public record Bounds(boolean timed, long mostAllocated) {
    /** Bytes that any input of up to 1 MiB may make the library allocate. */
    public static final long MOST_ALLOCATED = 64L << 20;

    /** Nanoseconds of the processor that any input of up to 1 MiB may take. */
    public static final long MOST_PROCESSOR = 1_000_000_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The bounds where nothing is watching but the caller. */
    public static Bounds bare(boolean timed) {
        return new Bounds(timed, MOST_ALLOCATED);
    }

    /** The bounds under Jazzer, whose hooks allocate more than the library: no bound on that. */
    public static Bounds underHooks(boolean timed) {
        return new Bounds(timed, Long.MAX_VALUE);
    }

    /** Bytes that this thread has allocated so far. */
    static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Nanoseconds that this thread has had the processor so far. */
    static long processor() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Some work that may fail. */
    public interface Work<T> {
        /** Does it. */
        T run() throws Exception;
    }

    /**
     * Does some work; a second time if it cost too much, because the first may have loaded classes.
     *
     * @throws CostException if it cost more than it may
     */
    public <T> T around(Work<T> work) throws Exception {
        long bytes = allocated();
        long time = time();
        try {
            return work.run();
        } finally {
            if (isTooMuch(bytes, time)) {
                again(work);
            }
        }
    }

    private void again(Work<?> work) {
        long bytes = allocated();
        long time = time();
        try {
            work.run();
        } catch (Exception e) {
            // It is known how it ends; only what it costs is asked.
        }
        if (isTooMuch(bytes, time)) {
            throw new CostException(allocated() - bytes, mostAllocated, time() - time);
        }
    }

    private boolean isTooMuch(long bytes, long time) {
        return allocated() - bytes > mostAllocated || time() - time > MOST_PROCESSOR;
    }

    private long time() {
        return timed ? processor() : 0;
    }

    /** An input cost more than it may. */
    public static final class CostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private CostException(long bytes, long mostBytes, long time) {
            super(bytes + " bytes allocated, allowed are " + mostBytes + "; " + time
                    + " ns of the processor, allowed are " + MOST_PROCESSOR);
        }
    }
}
