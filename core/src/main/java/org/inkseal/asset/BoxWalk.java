package org.inkseal.asset;

import java.io.IOException;
import java.util.Optional;
import org.inkseal.io.MalformedException;

/** The boxes of a file one after the other, in constant memory however many there are. */
@FunctionalInterface
public interface BoxWalk {
    /**
     * The next box in file order; empty after the last.
     *
     * <p>Boxes do not overlap. What lies between two of them means nothing to a reader of the format; everything after the
     * end of the picture is in a box.
     *
     * @throws MalformedException if there is no box where one should be
     */
    Optional<NamedBox> next() throws IOException, MalformedException;
}
