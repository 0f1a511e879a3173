package org.inkseal.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;
import org.inkseal.xmp.XmpProperty;
import org.inkseal.xmp.XmpValue;

/** Writes permissions as a block of RSL 1.0 into XMP, as {@code RslLicense} reads them. */
public final class RslBlock {
    /** The block. */
    public static final XmpName NAME = name("rsl");

    private RslBlock() {}

    /**
     * The block for a picture: a license for what is permitted on terms with what is prohibited beside it, and one for what
     * is free. RSL has a word for training, whatever the model makes, and one for input, but none for data mining; of two
     * answers that share a word the more restrictive counts.
     *
     * @param place where the picture is published: an address, or a path with {@code *} and {@code $} (RSL 1.0 §3.2)
     * @param offer the terms; what is to be had on terms is left out without them
     * @return nothing if RSL has no word for what is answered
     */
    public static Optional<XmpProperty> of(String place, Permissions permissions, Optional<Offer> offer) {
        List<XmpProperty> licenses = new ArrayList<>();
        List<XmpProperty> terms = new ArrayList<>();
        String conditional = offer.isPresent() ? words(permissions, Permission.CONSTRAINED) : "";
        usage("permits", conditional).ifPresent(terms::add);
        usage("prohibits", words(permissions, Permission.NOT_ALLOWED)).ifPresent(terms::add);
        if (!conditional.isEmpty()) {
            terms.add(element("payment", payment(offer.orElseThrow()), ""));
        }
        if (!terms.isEmpty()) {
            licenses.add(element("license", terms, ""));
        }
        usage("permits", words(permissions, Permission.ALLOWED))
                .ifPresent(free -> licenses.add(element(
                        "license", List.of(free, element("payment", List.of(attribute("type", "free")), "")), "")));
        if (licenses.isEmpty()) {
            return Optional.empty();
        }
        licenses.add(0, attribute("url", place));
        return Optional.of(element("rsl", List.of(element("content", licenses, "")), ""));
    }

    private static String words(Permissions permissions, Permission answer) {
        List<String> words = new ArrayList<>();
        if (training(permissions) == answer) {
            words.add("ai-train");
        }
        if (permissions.to(Use.AI_INFERENCE) == answer) {
            words.add("ai-input");
        }
        return String.join(",", words);
    }

    /** The answer to training of every kind: a yes to one kind and nothing to the other is none. */
    private static Permission training(Permissions permissions) {
        Permission some = permissions.to(Use.AI_TRAINING);
        Permission generative = permissions.to(Use.AI_GENERATIVE_TRAINING);
        Permission both = some.and(generative);
        boolean open = some == Permission.SILENT || generative == Permission.SILENT;
        return both == Permission.ALLOWED && open ? Permission.SILENT : both;
    }

    private static Optional<XmpProperty> usage(String element, String words) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(element(element, List.of(attribute("type", "usage")), words));
    }

    private static List<XmpProperty> payment(Offer offer) {
        List<XmpProperty> payment = new ArrayList<>();
        payment.add(attribute("type", "purchase"));
        payment.add(element("custom", List.of(), offer.page()));
        if (offer.amount().isPresent() && offer.currency().isPresent()) {
            List<XmpProperty> currency =
                    List.of(attribute("currency", offer.currency().get()));
            payment.add(element("amount", currency, offer.amount().get()));
        }
        return payment;
    }

    private static XmpProperty element(String name, List<XmpProperty> fields, String text) {
        return new XmpProperty(name(name), new XmpValue.Fields(fields, text));
    }

    private static XmpProperty attribute(String name, String value) {
        return XmpProperty.text(new XmpName("", name), value);
    }

    private static XmpName name(String element) {
        return XmpNamespace.RSL.name(element);
    }
}
