package org.inkseal.report;

import java.util.Optional;

/** The uses that a maker can allow or refuse (CAWG training and data mining 1.1). */
public enum Use {
    /** Deriving patterns from many works. */
    DATA_MINING("cawg.data_mining", "mining"),
    /** Being the input of a trained model. */
    AI_INFERENCE("cawg.ai_inference", "AI input"),
    /** Training a model that generates nothing. */
    AI_TRAINING("cawg.ai_training", "training"),
    /** Training a model that generates content. */
    AI_GENERATIVE_TRAINING("cawg.ai_generative_training", "generative training");

    private final String key;
    private final String word;

    Use(String key, String word) {
        this.key = key;
        this.word = word;
    }

    /** The use with this key, in the CAWG spelling or the older one of C2PA 1.x ({@code c2pa.} for {@code cawg.}). */
    public static Optional<Use> of(String key) {
        String today = key.startsWith("c2pa.") ? "cawg." + key.substring("c2pa.".length()) : key;
        for (Use use : values()) {
            if (use.key.equals(today)) {
                return Optional.of(use);
            }
        }
        return Optional.empty();
    }

    /** The key in the assertion, such as {@code "cawg.ai_training"}. */
    public String key() {
        return key;
    }

    /** A word or two for a person, such as {@code "training"}. */
    public String word() {
        return word;
    }
}
