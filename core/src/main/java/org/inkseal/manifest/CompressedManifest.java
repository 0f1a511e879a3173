package org.inkseal.manifest;

import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.ContentBox;
import org.inkseal.jumbf.JumbfReader;
import org.inkseal.jumbf.SuperBox;

/** A manifest in one box {@code brob} (C2PA 2.2 §11.1.3): what references hash is this box as it stands in the store. */
final class CompressedManifest {
    private static final String BROTLI = "brob";

    private CompressedManifest() {}

    /**
     * The superbox of the manifest itself.
     *
     * @throws CompressedManifestException if there is anything else than one manifest with the label of the outer box
     */
    static SuperBox open(SuperBox outer, Budget budget) throws CompressedManifestException {
        if (outer.children().size() != 1
                || !(outer.children().get(0) instanceof ContentBox box)
                || !box.type().equals(BROTLI)) {
            throw new CompressedManifestException("a compressed manifest that is not one box brob");
        }
        SuperBox inner;
        try {
            Bytes inflated = Brotli.inflate(box.content(), budget);
            inner = JumbfReader.read(inflated, budget);
        } catch (MalformedException e) {
            throw new CompressedManifestException("in a compressed manifest: " + e.describe());
        }
        if (!Manifest.isPlain(inner.description().type())) {
            throw new CompressedManifestException("a compressed box that is not a standard or update manifest");
        }
        Optional<String> label = inner.label();
        if (label.isEmpty() || !label.equals(outer.label())) {
            throw new CompressedManifestException("a compressed manifest with another label than its box");
        }
        return inner;
    }
}
