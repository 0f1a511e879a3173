package org.inkseal.net;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Closes something when a time is up, whatever its user waits for: a peer that sends one byte now and then never keeps a
 * read waiting for long, and still never ends.
 */
final class Alarm implements Closeable {
    private final long end;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean rung;

    private Alarm(long end) {
        this.end = end;
    }

    /** Starts to count. */
    static Alarm after(Duration time) {
        return new Alarm(System.nanoTime() + time.toNanos());
    }

    /** Closes a connection when the time is up, unless this alarm is closed before. */
    void guard(Closeable connection) {
        Thread thread = new Thread(() -> watch(connection), "inkseal network alarm");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(Closeable connection) {
        try {
            if (over.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rung = true;
        try {
            connection.close();
        } catch (IOException e) {
            // Whoever uses the connection hears of it there.
        }
    }

    /** Milliseconds left, at least 1. */
    int left() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    }

    /** Whether the time is up. */
    boolean isOver() {
        return rung || System.nanoTime() >= end;
    }

    @Override
    public void close() {
        over.countDown();
    }
}
