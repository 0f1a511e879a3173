package org.inkseal.cli;

import org.inkseal.report.ValidationState;

/** The four words for a picture. */
enum Verdict {
    /** The picture is as it was signed. */
    OK(Terminal.Colour.BOLD),
    /** The picture is as it was signed, but the signature has no force. */
    WARNING(Terminal.Colour.YELLOW),
    /** Something that must be right is wrong. */
    BROKEN(Terminal.Colour.RED),
    /** There is no credential. */
    NOTHING(Terminal.Colour.BOLD);

    private final Terminal.Colour colour;

    Verdict(Terminal.Colour colour) {
        this.colour = colour;
    }

    static Verdict of(ValidationState state) {
        return switch (state) {
            case TRUSTED, VALID -> OK;
            case WELL_FORMED -> WARNING;
            case INVALID -> BROKEN;
            case NONE -> NOTHING;
        };
    }

    Terminal.Colour colour() {
        return colour;
    }
}
