package org.inkseal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Permissions;

/**
 * What a signer says of a picture.
 *
 * @param origin how it came to be
 * @param permissions what it may be used for
 * @param title its title
 * @param tool the software or model that made it
 * @param when when it was made
 * @param further further assertions, as they are
 */
public record Declaration(
        DigitalSourceType origin,
        Permissions permissions,
        Optional<String> title,
        Optional<Tool> tool,
        Optional<Instant> when,
        List<Assertion> further) {
    /**
     * Software that made or changed a picture ({@code generator-info-map}, C2PA 2.2 §10.2.2).
     *
     * @param name its name
     * @param version its version
     * @param provider who runs it
     */
    public record Tool(String name, Optional<String> version, Optional<String> provider) {}

    /** Copies the list. */
    public Declaration {
        further = List.copyOf(further);
    }

    /** Only the origin, and silence on everything else. */
    public static Declaration of(DigitalSourceType origin) {
        return new Declaration(
                origin, Permissions.SILENT, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** This declaration with permissions. */
    public Declaration permitting(Permissions answers) {
        return new Declaration(origin, answers, title, tool, when, further);
    }

    /** This declaration with a title. */
    public Declaration titled(String text) {
        return new Declaration(origin, permissions, Optional.of(text), tool, when, further);
    }

    /** This declaration with the software or model that made the picture. */
    public Declaration madeWith(Tool software) {
        return new Declaration(origin, permissions, title, Optional.of(software), when, further);
    }

    /** This declaration with the time of making. */
    public Declaration madeAt(Instant time) {
        return new Declaration(origin, permissions, title, tool, Optional.of(time), further);
    }

    /** This declaration with one more assertion. */
    public Declaration with(Assertion assertion) {
        List<Assertion> more = new ArrayList<>(further);
        more.add(assertion);
        return new Declaration(origin, permissions, title, tool, when, more);
    }
}
