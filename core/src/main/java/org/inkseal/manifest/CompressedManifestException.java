package org.inkseal.manifest;

import org.inkseal.io.MalformedException;

/** A compressed manifest cannot be read, or holds something else than the manifest that it is named after. */
public final class CompressedManifestException extends MalformedException {
    private static final long serialVersionUID = 1L;

    CompressedManifestException(String message) {
        super(0, message);
    }
}
