package org.inkseal.sign;

import java.io.IOException;
import org.inkseal.assertion.Assertion;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.Layout;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.ByteSource;

/**
 * What ties a manifest to the file that is being written: which bytes of it are hashed, and the assertion that the hash
 * goes into (C2PA 2.2 §9.1). Immutable; one for each file.
 */
interface Binding {
    /**
     * The binding of a file.
     *
     * @throws SigningException if its format does not allow the kind
     */
    static Binding of(HardBinding kind, ByteSource source, AssetMap map, HashAlgorithm algorithm)
            throws IOException, SigningException {
        AssetFormat format = map.format();
        if (kind == HardBinding.BOXES) {
            return BoxesBinding.of(source, map, algorithm);
        }
        return format.isBmff() ? new BmffBinding(map, algorithm) : new DataBinding(algorithm, format.exclusions());
    }

    /** The assertion with zeros for all that is not known yet; its encoding is as long as that of the finished one. */
    Assertion draft();

    /** Begins to hash the output of a layout. */
    Hashing over(Layout layout);

    /** A hash over an output that passes by. */
    interface Hashing extends Layout.Observer {
        /** The finished assertion, once every byte but those that {@link Layout#excluded} names was seen. */
        Assertion assertion();
    }
}
