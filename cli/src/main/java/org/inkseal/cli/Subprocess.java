package org.inkseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.inkseal.io.Bytes;

/**
 * Another program, each run of which ends within a time and answers with so many bytes at most, whatever it does: one
 * that hangs or floods is ended, with all that it started.
 *
 * @param command the program and its arguments
 * @param patience how long one run may take
 */
record Subprocess(List<String> command, Duration patience) {
    private static final int MOST_COMPLAINT = 300;
    private static final int BUFFER = 8 << 10;

    Subprocess {
        command = List.copyOf(command);
    }

    /** This program with more arguments. */
    Subprocess with(String... arguments) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(arguments));
        return new Subprocess(longer, patience);
    }

    /**
     * Runs the program.
     *
     * @param input what it reads
     * @param most bytes that it may write
     * @return what it wrote
     * @throws IOException if it cannot be started, fails, takes too long or writes too much; the message says which
     */
    Bytes run(Bytes input, int most) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        // Ours alone.
        builder.environment().keySet().removeIf(name -> name.startsWith("INKSEAL_"));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IOException("cannot be started", e);
        }
        long end = System.nanoTime() + patience.toNanos();
        try {
            CompletableFuture<Bytes> complaint = start(() -> read(process.getErrorStream(), MOST_COMPLAINT, false));
            start(() -> write(process.getOutputStream(), input));
            Bytes output = await(start(() -> read(process.getInputStream(), most, true)), end);
            if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
            if (process.exitValue() != 0) {
                String words = new String(await(complaint, end).toArray(), UTF_8)
                        .strip()
                        .replaceAll("\\s+", " ");
                throw new IOException("failed with exit code " + process.exitValue()
                        + (words.isEmpty() ? "" : " and says: " + words));
            }
            return output;
        } catch (TimeoutException e) {
            throw new IOException("did not end within " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private interface Work {
        Bytes done() throws IOException;
    }

    /** In a thread that keeps nobody alive. */
    private static CompletableFuture<Bytes> start(Work work) {
        CompletableFuture<Bytes> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(work.done());
                    } catch (IOException e) {
                        result.completeExceptionally(e);
                    }
                },
                "subprocess");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private static Bytes await(CompletableFuture<Bytes> result, long end)
            throws IOException, InterruptedException, TimeoutException {
        try {
            return result.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException why ? why : new IOException(e);
        }
    }

    /** A program need not read what it is given; what it answers then is another matter. */
    private static Bytes write(OutputStream stream, Bytes input) throws IOException {
        try (stream) {
            stream.write(input.toArray());
        }
        return Bytes.EMPTY;
    }

    /** What is beyond the limit is an error, or read and forgotten, so that the program can go on. */
    private static Bytes read(InputStream stream, int most, boolean strict) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        int count = stream.read(buffer);
        while (count >= 0) {
            if (strict && kept.size() + count > most) {
                throw new IOException("wrote more than " + most + " bytes");
            }
            kept.write(buffer, 0, Math.min(count, most - kept.size()));
            count = stream.read(buffer);
        }
        return Bytes.wrap(kept.toByteArray());
    }
}
