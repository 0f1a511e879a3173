package org.inkseal.cli;

import java.util.concurrent.atomic.AtomicLong;
import org.inkseal.io.Progress;

/** One line that shows how far a long run has come; drawn on a terminal only, after a second, and erased at the end. */
final class ProgressLine implements Progress {
    /** How often it is drawn. */
    static final long PERIOD_MS = 200;

    private static final long PATIENCE_NS = 1_000_000_000L;
    private static final int WIDTH = 24;
    private static final long MIB = 1 << 20;

    private final Terminal terminal;
    private final int total;
    private final boolean visible;
    private final long start = System.nanoTime();
    private final AtomicLong bytes = new AtomicLong();
    private int done;
    private boolean drawn;

    /** A line for a number of files; 0 if that is not known. */
    ProgressLine(Terminal terminal, int total, boolean wanted) {
        this.terminal = terminal;
        this.total = total;
        this.visible = wanted && terminal.canDraw();
    }

    boolean visible() {
        return visible;
    }

    @Override
    public void advanced(long more) {
        bytes.addAndGet(more);
    }

    void fileDone() {
        done++;
    }

    void draw() {
        if (visible && System.nanoTime() - start > PATIENCE_NS) {
            terminal.err().print("\r\u001b[K" + text());
            terminal.err().flush();
            drawn = true;
        }
    }

    void erase() {
        if (drawn) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
            drawn = false;
        }
    }

    private String text() {
        String written = bytes.get() < MIB ? "" : ", " + bytes.get() / MIB + " MiB";
        if (total == 0) {
            return done + " files" + written;
        }
        int filled = (int) ((long) WIDTH * done / total);
        return "[" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done + " of " + total + " files" + written;
    }
}
