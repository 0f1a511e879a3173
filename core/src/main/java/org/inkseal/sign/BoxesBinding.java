package org.inkseal.sign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.BoxesHash;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.BoxWalk;
import org.inkseal.asset.Layout;
import org.inkseal.asset.NamedBox;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;
import org.inkseal.manifest.SettledManifest;

/**
 * Two hashes, one of all boxes before that of the store and one of all after it, with their names (C2PA 2.4 §18.7). Every
 * byte between the boxes of one hash is hashed too.
 *
 * @param algorithm what hashes
 * @param before names of the boxes before the store
 * @param after names of the boxes after it
 * @param gap bytes between the box of the store and the next one
 */
record BoxesBinding(HashAlgorithm algorithm, List<String> before, List<String> after, long gap) implements Binding {
    /**
     * The binding of a file.
     *
     * @throws SigningException if the standard has no names for the boxes of such files, or if they cannot be told apart
     */
    static BoxesBinding of(ByteSource source, AssetMap map, HashAlgorithm algorithm)
            throws IOException, SigningException {
        AssetFormat format = map.format();
        if (!format.hasNamedBoxes()) {
            throw new SigningException("no box hash: " + format.name() + " files take a "
                    + format.bindings().get(0) + " only");
        }
        try {
            Bytes store = SettledManifest.emptyStore();
            Layout layout = format.layout(map, store.length());
            ByteSource signed = layout.preview(source, format.frame(map, store));
            BoxWalk walk = format.boxes(signed, format.map(signed, Budget.standard()), Set.of())
                    .orElseThrow();
            return read(walk, layout.storeBox().orElseThrow(), algorithm);
        } catch (MalformedException e) {
            throw new SigningException("no box hash: the boxes of the file cannot be told apart: " + e.describe(), e);
        }
    }

    private static BoxesBinding read(BoxWalk walk, Range store, HashAlgorithm algorithm)
            throws IOException, MalformedException {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        long gap = 0;
        for (Optional<NamedBox> box = walk.next(); box.isPresent(); box = walk.next()) {
            Range range = box.get().range();
            Budget.standard().check(Limit.BOX_HASH_ENTRIES, before.size() + after.size() + 2L, range.start());
            if (range.start() < store.start()) {
                before.add(box.get().name());
            } else if (range.start() >= store.end()) {
                gap = after.isEmpty() ? range.start() - store.end() : gap;
                after.add(box.get().name());
            }
        }
        return new BoxesBinding(algorithm, before, after, gap);
    }

    @Override
    public Assertion draft() {
        Bytes zeros = Bytes.wrap(new byte[algorithm.length()]);
        return hash(zeros, zeros);
    }

    @Override
    public Hashing over(Layout layout) {
        Range store = layout.storeBox().orElseThrow();
        MessageDigest first = algorithm.digest();
        MessageDigest second = algorithm.digest();
        return new Hashing() {
            @Override
            public void see(long position, ByteBuffer bytes) {
                if (position < store.start()) {
                    first.update(bytes);
                    return;
                }
                long skipped = Math.min(bytes.remaining(), Math.max(0, store.end() + gap - position));
                bytes.position(bytes.position() + (int) skipped);
                second.update(bytes);
            }

            @Override
            public Assertion assertion() {
                return hash(Bytes.wrap(first.digest()), Bytes.wrap(second.digest()));
            }
        };
    }

    private BoxesHash hash(Bytes hashBefore, Bytes hashAfter) {
        List<BoxesHash.Entry> entries = new ArrayList<>();
        entries.add(BoxesHash.Entry.of(before, hashBefore));
        entries.add(BoxesHash.Entry.of(List.of(NamedBox.STORE), BoxesHash.NO_HASH));
        if (!after.isEmpty()) {
            entries.add(BoxesHash.Entry.of(after, hashAfter));
        }
        return new BoxesHash(entries, Optional.of(algorithm.label()));
    }
}
