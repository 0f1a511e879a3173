package org.inkseal.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.inkseal.io.Progress;

/**
 * Handles files on several threads and hands out what came of them in the order of the files. Only a few are under way
 * at any time, so the number of files costs no memory.
 */
final class Batch {
    private static final int AHEAD = 4;

    private final int threads;
    private final ProgressLine progress;

    Batch(int threads, ProgressLine progress) {
        this.threads = threads;
        this.progress = progress;
    }

    /** What to do with each file. */
    interface Work<T> {
        /**
         * Prepares a file, in the order of the files and one at a time.
         *
         * @return what is left to do, on any thread; it may fail in any way
         */
        Callable<T> plan(Item item, Progress progress);
    }

    /** Hears of each file in order. */
    interface Sink<T> {
        void accept(Outcome<T> outcome);
    }

    private record Pending<T>(Item item, Future<T> future) {}

    /** Handles all files; returns when the last one is done. */
    <T> void run(Iterator<Item> items, Work<T> work, Sink<T> sink) {
        if (!items.hasNext()) {
            return;
        }
        Item first = items.next();
        if (!progress.visible() && (threads == 1 || !items.hasNext())) {
            // A thread pool would be the better part of a short run.
            sink.accept(now(first, work));
            while (items.hasNext()) {
                sink.accept(now(items.next(), work));
            }
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, Batch::daemon);
        try {
            Deque<Pending<T>> pending = new ArrayDeque<>();
            submit(first, work, pool, pending);
            while (!pending.isEmpty()) {
                while (pending.size() < threads * AHEAD && items.hasNext()) {
                    submit(items.next(), work, pool, pending);
                }
                Outcome<T> outcome = await(pending.remove());
                progress.erase();
                sink.accept(outcome);
                progress.fileDone();
            }
        } finally {
            pool.shutdownNow();
            progress.erase();
        }
    }

    private <T> Outcome<T> now(Item item, Work<T> work) {
        try {
            return Outcome.of(item, work.plan(item, Progress.NONE).call());
        } catch (Exception e) {
            return Outcome.failed(item, e);
        }
    }

    private <T> void submit(Item item, Work<T> work, ExecutorService pool, Deque<Pending<T>> pending) {
        Callable<T> rest = work.plan(item, progress);
        pending.add(new Pending<>(item, pool.submit(rest)));
    }

    private <T> Outcome<T> await(Pending<T> pending) {
        while (true) {
            try {
                return Outcome.of(pending.item(), pending.future().get(ProgressLine.PERIOD_MS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                progress.draw();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Exception cause) {
                    return Outcome.failed(pending.item(), cause);
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "inkseal");
        thread.setDaemon(true);
        return thread;
    }
}
