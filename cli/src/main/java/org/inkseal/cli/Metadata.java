package org.inkseal.cli;

import java.util.Locale;

/** What a credential repeats of the metadata of a picture. */
enum Metadata {
    /** What the camera noted of itself. */
    CAMERA,
    /** Nothing. */
    NONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
