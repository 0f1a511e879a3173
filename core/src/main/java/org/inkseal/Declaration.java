package org.inkseal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Offer;
import org.inkseal.report.Permissions;

/**
 * What a signer says of a picture.
 *
 * @param origin how it came to be
 * @param permissions what it may be used for
 * @param offer how the uses that are allowed on terms can be agreed on
 * @param title its title
 * @param tool the software or model that made it
 * @param when when it was made
 * @param generation what is said of the work of a generative model on it
 * @param ingredients the pictures that went into it, beside the one whose credential it has
 * @param redactions what is taken out of the credentials of these
 * @param further further assertions, as they are
 */
public record Declaration(
        DigitalSourceType origin,
        Permissions permissions,
        Optional<Offer> offer,
        Optional<String> title,
        Optional<Tool> tool,
        Optional<Instant> when,
        Optional<Generation> generation,
        List<IngredientFile> ingredients,
        List<Redaction> redactions,
        List<Assertion> further)
        implements Statement {
    /**
     * Software that made or changed a picture ({@code generator-info-map}, C2PA 2.2 §10.2.2).
     *
     * @param name its name
     * @param version its version
     * @param provider who runs it
     */
    public record Tool(String name, Optional<String> version, Optional<String> provider) {}

    /** Copies the lists. */
    public Declaration {
        ingredients = List.copyOf(ingredients);
        redactions = List.copyOf(redactions);
        further = List.copyOf(further);
    }

    /** Only the origin, and silence on everything else. */
    public static Declaration of(DigitalSourceType origin) {
        return new Declaration(
                origin,
                Permissions.SILENT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    /** This declaration with permissions. */
    public Declaration permitting(Permissions answers) {
        return new Declaration(origin, answers, offer, title, tool, when, generation, ingredients, redactions, further);
    }

    /** This declaration with an offer for those uses that it allows on terms. */
    public Declaration offering(Offer terms) {
        return new Declaration(
                origin,
                permissions,
                Optional.of(terms),
                title,
                tool,
                when,
                generation,
                ingredients,
                redactions,
                further);
    }

    /** This declaration with a title. */
    public Declaration titled(String text) {
        return new Declaration(
                origin,
                permissions,
                offer,
                Optional.of(text),
                tool,
                when,
                generation,
                ingredients,
                redactions,
                further);
    }

    /** This declaration with the software or model that made the picture. */
    public Declaration madeWith(Tool software) {
        return new Declaration(
                origin,
                permissions,
                offer,
                title,
                Optional.of(software),
                when,
                generation,
                ingredients,
                redactions,
                further);
    }

    /** This declaration with the time of making. */
    public Declaration madeAt(Instant time) {
        return new Declaration(
                origin,
                permissions,
                offer,
                title,
                tool,
                Optional.of(time),
                generation,
                ingredients,
                redactions,
                further);
    }

    /** This declaration with what is said of the work of a generative model. */
    public Declaration generated(Generation how) {
        return new Declaration(
                origin, permissions, offer, title, tool, when, Optional.of(how), ingredients, redactions, further);
    }

    /** This declaration with one more assertion. */
    public Declaration with(Assertion assertion) {
        List<Assertion> more = new ArrayList<>(further);
        more.add(assertion);
        return new Declaration(
                origin, permissions, offer, title, tool, when, generation, ingredients, redactions, more);
    }

    /** This declaration with the pictures that went into it. */
    public Declaration madeFrom(List<IngredientFile> pictures) {
        return new Declaration(
                origin, permissions, offer, title, tool, when, generation, pictures, redactions, further);
    }

    /** This declaration with redactions. */
    public Declaration redacting(List<Redaction> what) {
        return new Declaration(origin, permissions, offer, title, tool, when, generation, ingredients, what, further);
    }
}
