package org.inkseal.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkseal.io.Bytes;
import org.inkseal.vectors.Golden;
import org.junit.jupiter.api.Test;

/** The map of bit flips, looked at again where bits are known to be free and in some other places. */
class FlipMapTest {
    private static final Path MAP = Path.of("../docs/flip-map.md");
    private static final int STRIDE = 331;
    private static final int MOST_FREE = 64;
    private static final int ROW = 10;
    private static final Judge JUDGE = new Judge(Bounds.bare(false));

    private static List<String[]> rows() throws Exception {
        return Files.readAllLines(MAP).stream()
                .map(line -> line.split(" *\\| *"))
                .filter(cells -> cells.length == ROW && cells[2].matches("[0-9,]+"))
                .toList();
    }

    private static Golden golden(String name) {
        return Samples.golden().stream()
                .filter(golden -> golden.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void atLeastEightFilesAreOnTheMapAndNothingIsFreeWithoutAReason() throws Exception {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(8).allSatisfy(cells -> {
            assertThat(Integer.parseInt(cells[7]) + Integer.parseInt(cells[8])).isLessThanOrEqualTo(MOST_FREE);
            assertThat(cells[9]).isEqualTo("0");
        });
    }

    @Test
    void everyFreeBitIsWhereTheMapSaysAndNoOtherIs() throws Exception {
        for (String[] cells : rows()) {
            Bytes file = golden(cells[1]).file();
            Set<Integer> encoded = namesInBase64(file);
            Map<Freedom, Integer> free = new EnumMap<>(Freedom.class);
            for (int at = 0; at < file.length(); at++) {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    if (isSuspect(file, at) || encoded.contains(at) || (at * Byte.SIZE + bit) % STRIDE == 0) {
                        look(file, at, bit, free);
                    }
                }
            }
            assertThat(free).as(cells[1]).doesNotContainKey(Freedom.NONE);
            assertThat(free.getOrDefault(Freedom.FRAME, 0)).as(cells[1]).isEqualTo(Integer.parseInt(cells[7]));
            assertThat(free.getOrDefault(Freedom.PADDING, 0)).as(cells[1]).isEqualTo(Integer.parseInt(cells[8]));
        }
    }

    private static void look(Bytes file, int at, int bit, Map<Freedom, Integer> free) {
        Bytes flipped = Flips.flipped(file, at, bit);
        for (Bytes changed : List.of(flipped, Checksums.mended(flipped, at))) {
            if (JUDGE.keepsSilent(file, changed)) {
                free.merge(Freedom.of(file, changed), 1, Integer::sum);
                return;
            }
        }
    }

    /** The head of a segment in APP11, and every name that may be that of padding. */
    private static boolean isSuspect(Bytes file, int at) {
        for (int head = 4; head < 12; head++) {
            if (file.startsWith(at - head, (byte) 0xff, (byte) 0xeb)) {
                return true;
            }
        }
        for (int letter = 0; letter < 3; letter++) {
            if (file.startsWith(at - letter, (byte) 'p', (byte) 'a', (byte) 'd')) {
                return true;
            }
        }
        return false;
    }

    /** Where letters stand for a name that may be that of padding, in a file that has its store in Base64. */
    private static Set<Integer> namesInBase64(Bytes file) {
        Bytes store = Samples.store(file);
        String text = new String(file.toArray(), StandardCharsets.ISO_8859_1);
        int start = text.indexOf(Base64.getEncoder().encodeToString(store.toArray()));
        Set<Integer> places = new HashSet<>();
        for (int at = 0; start >= 0 && at < store.length(); at++) {
            if (store.startsWith(at, (byte) 'p', (byte) 'a', (byte) 'd')) {
                for (int letter = at * 4 / 3; letter <= (at + 3) * 4 / 3; letter++) {
                    places.add(start + letter);
                }
            }
        }
        return places;
    }
}
