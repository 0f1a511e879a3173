package org.inkseal;

import java.nio.file.Path;
import java.util.Optional;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.report.DigitalSourceType;

/**
 * A picture that went into another one (C2PA 2.2 §18.16).
 *
 * @param file the picture, with a credential or without; a credential is checked and taken over
 * @param relationship how it went in; a picture has one parent at most
 * @param title its title; without one, that of its credential or else the name of the file
 * @param sourceType how it came to be (C2PA 2.4 §18.16); only for a picture without credential, which speaks for itself
 */
public record IngredientFile(
        Path file, Relationship relationship, Optional<String> title, Optional<DigitalSourceType> sourceType) {
    /** An ingredient about which nothing more is said. */
    public IngredientFile(Path file, Relationship relationship) {
        this(file, relationship, Optional.empty(), Optional.empty());
    }
}
