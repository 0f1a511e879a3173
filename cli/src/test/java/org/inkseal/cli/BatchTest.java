package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final StringWriter err = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), Map.of());

    @Test
    void resultsComeInTheOrderOfTheFilesAndFewAreUnderWay() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<String> seen = new ArrayList<>();
        Batch batch = new Batch(4, new ProgressLine(terminal, 0, true));

        batch.<String>run(
                items(500),
                (item, progress) -> {
                    most.accumulateAndGet(begun.incrementAndGet() - seen.size(), Math::max);
                    return () -> {
                        if (item.name().endsWith("7")) {
                            Thread.sleep(1);
                        }
                        return item.name();
                    };
                },
                outcome -> seen.add(outcome.result().orElseThrow()));

        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(i -> "f" + i).toList());
        assertThat(most.get()).isBetween(2, 17);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void oneFailureStopsNothing() {
        for (int threads : new int[] {1, 3}) {
            List<Integer> codes = new ArrayList<>();

            new Batch(threads, new ProgressLine(terminal, 0, true))
                    .<String>run(
                            items(4),
                            (item, progress) -> () -> {
                                switch (item.name()) {
                                    case "f1" -> throw new IOException("gone");
                                    case "f2" -> throw new IllegalStateException("bug");
                                    default -> {
                                        return "";
                                    }
                                }
                            },
                            outcome -> codes.add(
                                    outcome.trouble().map(Trouble::exitCode).orElse(0)));

            assertThat(codes).containsExactly(0, 3, 3, 0);
        }
    }

    private static Iterator<Item> items(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Item(Path.of("f" + i), Path.of("f" + i), false))
                .iterator();
    }
}
