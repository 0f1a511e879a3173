package org.inkseal.fuzz;

import java.io.IOException;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** Why a change may pass without a word: the reviewed reasons, and that there is none. */
enum Freedom {
    /** The container's frame around the same store and the same picture. */
    FRAME(
            "number of the box in APP11, and that of its first segment",
            "The one tells apart the boxes of one file and may be any (ISO 19566-5 D.2); the other is 1, or 0 in files of"
                    + " one product. Hashes leave out the segments of the store with their heads, so nothing says which it was."),
    /** Zero bytes beside the signature. */
    PADDING(
            "name of the padding beside the signature",
            "Writers fill the space that they reserved with zero bytes under names of their own, in a header that nobody"
                    + " signs. The bytes must be zero whatever the name, so nothing can hide."),
    /** Not reviewed. */
    NONE("", "");

    private final String field;
    private final String reason;

    Freedom(String field, String reason) {
        this.field = field;
        this.reason = reason;
    }

    String field() {
        return field;
    }

    String reason() {
        return reason;
    }

    /** Why a change from one file to another is free. */
    static Freedom of(Bytes original, Bytes changed) {
        try {
            Meaning before = Meaning.of(original);
            Meaning after = Meaning.of(changed);
            if (!before.picture().equals(after.picture()) || !before.evidence().equals(after.evidence())) {
                return NONE;
            }
            return Samples.store(original).equals(Samples.store(changed)) ? FRAME : PADDING;
        } catch (IOException | MalformedException | RuntimeException e) {
            return NONE;
        }
    }
}
