package org.inkseal.cli;

import java.util.Locale;
import org.inkseal.report.DigitalSourceType;

/** The ways to make a picture that {@code sign} knows; {@code label} is for generative models. */
enum Making {
    /** Drawn or painted by a person with digital tools. */
    HUMAN(DigitalSourceType.DIGITAL_CREATION),
    /** Taken with a camera. */
    PHOTO(DigitalSourceType.DIGITAL_CAPTURE),
    /** A scan of a work on paper or canvas, which the vocabulary counts as a capture. */
    SCAN(DigitalSourceType.DIGITAL_CAPTURE),
    /** Taken of a screen. */
    SCREEN(DigitalSourceType.SCREEN_CAPTURE),
    /** Changed by a person without a generative model. */
    EDITED(DigitalSourceType.HUMAN_EDITS),
    /** Made by a person with the help of a generative model. */
    AI_ASSISTED(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);

    private final DigitalSourceType origin;

    Making(DigitalSourceType origin) {
        this.origin = origin;
    }

    DigitalSourceType origin() {
        return origin;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
