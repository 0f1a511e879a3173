package org.inkseal.facts;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs decoders that were not made for hostile files. There is one at a time, so that a batch never needs the memory of
 * several; it gets so many seconds, and whatever it throws, an error of the Java runtime included, becomes an answer. A thread
 * that does not end is given up and replaced, a few times; after that nothing is decoded in this process any more.
 */
final class Worker {
    private static final Object LOCK = new Object();
    private static final int MOST_GIVEN_UP = 3;

    private static ExecutorService thread = thread();
    private static int givenUp;

    private Worker() {}

    /**
     * The answer of a decoder.
     *
     * @throws IllegalArgumentException if it takes too long, or fails in any way
     * @throws IOException if this thread is interrupted meanwhile
     */
    static <T> T run(Callable<T> decoder, long seconds) throws IOException {
        synchronized (LOCK) {
            if (givenUp == MOST_GIVEN_UP) {
                throw new IllegalArgumentException("too many pictures of this run could not be decoded in time");
            }
            Future<T> answer = thread.submit(decoder);
            try {
                return answer.get(seconds, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                giveUp(answer);
                throw new IllegalArgumentException("decoding takes more than " + seconds + " seconds", e);
            } catch (InterruptedException e) {
                giveUp(answer);
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while a picture was decoded", e);
            } catch (ExecutionException e) {
                throw new IllegalArgumentException("the picture cannot be decoded", e);
            }
        }
    }

    private static void giveUp(Future<?> answer) {
        answer.cancel(true);
        thread.shutdownNow();
        thread = thread();
        givenUp++;
    }

    private static ExecutorService thread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "inkseal-decoder");
            thread.setDaemon(true);
            return thread;
        });
    }
}
