package org.inkseal;

import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.report.Offer;
import org.inkseal.report.Permissions;

/**
 * What is added to the credential of a picture that stays as it is: an update manifest (C2PA 2.2 §11.2.3). The picture
 * must have a credential that passes; the new one keeps its binding.
 *
 * @param permissions what the picture may be used for
 * @param offer how the uses that are allowed on terms can be agreed on
 * @param title its title
 * @param redactions what is taken out of earlier manifests
 * @param published whether the picture is published with this
 * @param further further assertions, as they are: none that binds, and no thumbnail
 */
public record Amendment(
        Permissions permissions,
        Optional<Offer> offer,
        Optional<String> title,
        List<Redaction> redactions,
        boolean published,
        List<Assertion> further)
        implements Statement {
    /** Copies the lists. */
    public Amendment {
        redactions = List.copyOf(redactions);
        further = List.copyOf(further);
    }

    /** Nothing but a new signature. */
    public static Amendment nothing() {
        return new Amendment(Permissions.SILENT, Optional.empty(), Optional.empty(), List.of(), false, List.of());
    }

    /** This amendment with permissions. */
    public Amendment permitting(Permissions answers) {
        return new Amendment(answers, offer, title, redactions, published, further);
    }

    /** This amendment with an offer for those uses that it allows on terms. */
    public Amendment offering(Offer terms) {
        return new Amendment(permissions, Optional.of(terms), title, redactions, published, further);
    }

    /** This amendment with a title. */
    public Amendment titled(String text) {
        return new Amendment(permissions, offer, Optional.of(text), redactions, published, further);
    }

    /** This amendment with redactions. */
    public Amendment redacting(List<Redaction> what) {
        return new Amendment(permissions, offer, title, what, published, further);
    }
}
