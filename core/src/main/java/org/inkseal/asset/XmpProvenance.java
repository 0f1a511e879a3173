package org.inkseal.asset;

import java.util.Optional;
import org.inkseal.io.Bytes;

/** placeholder */
public final class XmpProvenance {
    private XmpProvenance() {}

    public static Optional<String> find(Bytes packet) {
        return Optional.empty();
    }
}
