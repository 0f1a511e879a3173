package org.inkseal.verify;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.inkseal.asset.OffsetTable;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * Looks for pictures and sound that a file takes from some of its bytes.
 *
 * @param unsigned the bytes, in order
 */
record UnsignedTargets(List<Range> unsigned) {
    Optional<String> find(Verification verification) throws IOException, MalformedException {
        String[] found = {""};
        for (OffsetTable table : verification.map().offsets()) {
            if (reaches(table)) {
                table.visit(verification.source(), (target, length) -> {
                    if (isHit(target, length)) {
                        found[0] = "the file takes content from byte " + target + ", which nobody signed";
                    }
                });
            }
        }
        return Optional.of(found[0]).filter(message -> !message.isEmpty());
    }

    private boolean reaches(OffsetTable table) {
        return !unsigned.isEmpty()
                && table.least() < unsigned.get(unsigned.size() - 1).end();
    }

    private boolean isHit(long target, long length) {
        int low = 0;
        int high = unsigned.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (unsigned.get(middle).end() <= target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == unsigned.size()) {
            return false;
        }
        long start = unsigned.get(low).start();
        return length == 0 || start <= target || start - target < length;
    }
}
