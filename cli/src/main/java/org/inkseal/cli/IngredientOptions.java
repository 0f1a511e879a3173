package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.IngredientFile;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.io.MalformedException;
import picocli.CommandLine.Model.CommandSpec;

/** The options that name the pictures which went into the one that is signed. */
final class IngredientOptions {
    private final Setting<Path> parent = Setting.option(
            Path.class, "FILE", "The picture that this one was made from; its credential is kept.", "--parent");

    private final Setting<List<String>> ingredients = Setting.texts(
            "FILE[:KIND]",
            "A picture that went into this one: componentOf (the default), inputTo or parentOf. May be given several"
                    + " times.",
            "--ingredient");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, parent, ingredients);
    }

    boolean isGiven() {
        return parent.value().isPresent() || ingredients.value().isPresent();
    }

    /**
     * The pictures, the parent first.
     *
     * @throws IOException with the name of the file in its message, if one is not there
     */
    List<IngredientFile> files() throws IOException, UsageException {
        List<IngredientFile> files = new ArrayList<>();
        if (parent.value().isPresent()) {
            files.add(new IngredientFile(parent.value().get(), Relationship.PARENT_OF));
        }
        for (String text : ingredients.value().orElse(List.of())) {
            files.add(file(text));
        }
        long parents = files.stream()
                .filter(file -> file.relationship() == Relationship.PARENT_OF)
                .count();
        if (parents > 1) {
            throw new UsageException("a picture has one parent; the others can be componentOf or inputTo");
        }
        for (IngredientFile file : files) {
            if (!Files.exists(file.file())) {
                throw new IOException(file.file() + ": no such file");
            }
        }
        return files;
    }

    /** A name with a colon in it is taken as a whole where there is such a file. */
    private static IngredientFile file(String text) throws UsageException {
        int colon = text.lastIndexOf(':');
        if (colon > 0 && !Files.exists(Path.of(text))) {
            Optional<Relationship> kind = kind(text.substring(colon + 1));
            if (kind.isPresent()) {
                return new IngredientFile(Path.of(text.substring(0, colon)), kind.get());
            }
            if (Files.exists(Path.of(text.substring(0, colon)))) {
                throw new UsageException("--ingredient: componentOf, inputTo or parentOf is allowed, not '"
                        + text.substring(colon + 1) + "'");
            }
        }
        return new IngredientFile(Path.of(text), Relationship.COMPONENT_OF);
    }

    private static Optional<Relationship> kind(String word) {
        try {
            return Optional.of(Relationship.of(word));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
