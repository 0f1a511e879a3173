package org.inkseal.cli;

import java.util.Locale;
import org.inkseal.report.Use;

/** A use that {@code check --may} asks about. */
enum AskedUse {
    /** Training models that generate nothing. */
    TRAIN(Use.AI_TRAINING),
    /** Training models that generate content. */
    GENERATE(Use.AI_GENERATIVE_TRAINING),
    /** Text and data mining. */
    MINE(Use.DATA_MINING),
    /** Being the input of a model. */
    INPUT(Use.AI_INFERENCE);

    private final Use use;

    AskedUse(Use use) {
        this.use = use;
    }

    Use use() {
        return use;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
