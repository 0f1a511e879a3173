package org.inkseal.fuzz;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.inkseal.io.Bytes;
import org.inkseal.vectors.Golden;

/** Every small change of one file, and which of them passed without a word. */
final class Flips {
    private static final int BLOCK = 64;

    private final Golden golden;
    private final Judge judge = new Judge(Bounds.bare(false));
    private final Map<Freedom, Integer> free = new EnumMap<>(Freedom.class);
    private final List<String> unreviewed = new ArrayList<>();
    private int exchanges;

    private Flips(Golden golden) {
        this.golden = golden;
    }

    static Flips of(Golden golden) {
        Flips flips = new Flips(golden);
        int length = golden.file().length();
        for (int at = 0; at < length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                Bytes flipped = flipped(golden.file(), at, bit);
                flips.look(flipped, "bit " + bit + " of byte " + at);
                Bytes mended = Checksums.mended(flipped, at);
                if (!mended.equals(flipped)) {
                    flips.look(mended, "bit " + bit + " of byte " + at + " with the right checksum");
                }
            }
            flips.look(Bytes.concat(golden.file().slice(0, at), golden.file().from(at + 1)), "without byte " + at);
            Bytes zero = Bytes.wrap(new byte[1]);
            flips.look(
                    Bytes.concat(golden.file().slice(0, at), zero, golden.file().from(at)), "zero before byte " + at);
        }
        flips.exchange();
        return flips;
    }

    /** One bit of the file is another. */
    static Bytes flipped(Bytes file, int at, int bit) {
        byte[] changed = file.toArray();
        changed[at] ^= (byte) (1 << bit);
        return Bytes.wrap(changed);
    }

    int unreviewed() {
        return unreviewed.size();
    }

    List<String> unreviewedPlaces() {
        return unreviewed;
    }

    /** The row of the table. */
    String row() {
        int length = golden.file().length();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %,d | %,d | %d | %d | %d |",
                golden.name(),
                length,
                length * Byte.SIZE,
                length,
                length,
                exchanges,
                free.getOrDefault(Freedom.FRAME, 0),
                free.getOrDefault(Freedom.PADDING, 0),
                unreviewed.size());
    }

    private void exchange() {
        Bytes file = golden.file();
        for (int one = 0; one + BLOCK <= file.length(); one += BLOCK) {
            for (int other = one + BLOCK; other + BLOCK <= file.length(); other += BLOCK) {
                Bytes changed = Bytes.concat(
                        file.slice(0, one),
                        file.slice(other, other + BLOCK),
                        file.slice(one + BLOCK, other),
                        file.slice(one, one + BLOCK),
                        file.from(other + BLOCK));
                exchanges++;
                look(changed, "blocks " + one + " and " + other);
            }
        }
    }

    private void look(Bytes changed, String how) {
        if (changed.equals(golden.file()) || !judge.keepsSilent(golden.file(), changed)) {
            return;
        }
        Freedom freedom = Freedom.of(golden.file(), changed);
        if (freedom == Freedom.NONE) {
            unreviewed.add(how);
        } else {
            free.merge(freedom, 1, Integer::sum);
        }
    }
}
