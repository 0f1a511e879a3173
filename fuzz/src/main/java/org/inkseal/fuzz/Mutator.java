package org.inkseal.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Random;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Progress;
import org.inkseal.sign.SigningException;
import org.inkseal.vectors.Golden;
import org.inkseal.vectors.Stranger;

/** Makes files that are wrong in one to three places, each from a number, always the same from the same. */
final class Mutator {
    /** Of so many mutants one is signed, by somebody whom nobody trusts. */
    private static final int SIGNED = 10;

    private static final int EVIDENCE = 4;
    private static final int MOST_EDITS = 3;
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    private final List<Golden> golden;
    private final List<Bytes> stores;

    Mutator(List<Golden> golden) {
        this.golden = List.copyOf(golden);
        this.stores = golden.stream().map(Samples::store).toList();
    }

    /** The mutant of a number. */
    Mutant make(long number) throws IOException {
        Random random = new Random(number * SPREAD);
        if (random.nextInt(SIGNED) == 0) {
            return signed(random);
        }
        int index = random.nextInt(golden.size());
        Golden original = golden.get(index);
        return random.nextInt(3) == 0
                ? new Mutant(
                        original.name() + ", the file", original.file(), edited(Grammar.file(original.file()), random))
                : new Mutant(
                        original.name() + ", the store",
                        original.file(),
                        embedded(original, stores.get(index), random));
    }

    private static Bytes embedded(Golden original, Bytes store, Random random) throws IOException {
        Bytes changed = edited(Grammar.store(store), random);
        ByteSource source = ByteSource.of(original.file());
        AssetFormat format = AssetFormats.detect(source).orElseThrow();
        try {
            AssetMap map = format.map(source, Budget.standard());
            Bytes framed = format.frame(map, changed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.layout(map, changed.length()).writeTo(source, Channels.newChannel(out), framed, Progress.NONE);
            return Bytes.wrap(out.toByteArray());
        } catch (IllegalArgumentException | MalformedException e) {
            // Nothing that a format would write; then the file is changed instead.
            return edited(Grammar.file(original.file()), random);
        }
    }

    private static Mutant signed(Random random) {
        boolean jpeg = random.nextBoolean();
        boolean evidence = random.nextInt(EVIDENCE) == 0;
        Stranger.Part[] parts = Stranger.Part.values();
        Stranger.Part changed = parts[random.nextInt(evidence ? parts.length : Stranger.Part.TIME_STAMP.ordinal())];
        long number = random.nextLong();
        Bytes file;
        try {
            file = Stranger.sign(
                    jpeg,
                    evidence,
                    (part, bytes) -> part == changed ? edited(Grammar.content(bytes), new Random(number)) : bytes);
        } catch (SigningException | RuntimeException e) {
            // What was changed cannot be signed, or never gets a fixed length.
            return signed(random);
        }
        return new Mutant("signed by a stranger, " + changed, Bytes.EMPTY, file);
    }

    /** The bytes after some edits, which are never those before. */
    private static Bytes edited(Node root, Random random) {
        Bytes before = root.encode();
        for (int edits = random.nextInt(MOST_EDITS); edits > 0; edits--) {
            Edit.anywhere(root, random);
        }
        Bytes after;
        do {
            Edit.anywhere(root, random);
            after = root.encode();
        } while (after.equals(before));
        return after;
    }
}
