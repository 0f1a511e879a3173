package org.inkseal.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.inkseal.io.Range;

/**
 * A thread that takes over part of the work on a large file. It is given long parts, since handing over costs as much as
 * hashing some hundred kilobytes; and not too long ones, so that neither side gets ahead of what the system still has in
 * memory.
 */
final class SecondThread implements AutoCloseable {
    private static final long SHORTEST = 4 << 20;
    private static final long LONGEST = 32 << 20;

    private final Optional<ExecutorService> thread;

    private SecondThread(Optional<ExecutorService> thread) {
        this.thread = thread;
    }

    /** For work on so many bytes; where there is one processor, or little to do, there is no such thread. */
    static SecondThread forBytes(long size) {
        boolean worth = size >= SHORTEST && Runtime.getRuntime().availableProcessors() > 1;
        return new SecondThread(worth ? Optional.of(start()) : Optional.empty());
    }

    private static ExecutorService start() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "inkseal-hash");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether there is a thread, and enough to do for it. */
    boolean isWorth(Range range) {
        return thread.isPresent() && range.length() >= SHORTEST;
    }

    /** A range in parts that are done one after the other. */
    static List<Range> parts(Range range) {
        List<Range> parts = new ArrayList<>();
        for (long at = range.start(); at < range.end(); at += LONGEST) {
            parts.add(Range.between(at, Math.min(range.end(), at + LONGEST)));
        }
        return parts;
    }

    /** Some work. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** Does both at the same time; when this returns, both have ended. */
    void both(Work there, Work here) throws IOException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            there.run();
            return null;
        });
        thread.orElseThrow().execute(task);
        try {
            here.run();
        } finally {
            await(task);
        }
    }

    /** Waits even when interrupted: the other thread uses what belongs to the caller. */
    private static void await(FutureTask<Void> task) throws IOException {
        boolean interrupted = false;
        while (true) {
            try {
                task.get();
                return;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException trouble) {
                    throw trouble;
                }
                throw new IllegalStateException(e.getCause());
            } finally {
                if (interrupted && task.isDone()) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    @Override
    public void close() {
        thread.ifPresent(ExecutorService::shutdown);
    }
}
