package org.inkseal.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final List<String> WORDS = List.of("ai-train", "ai-input");

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
        return WORDS.stream()
                .filter(word -> together(permissions, RslLicense.USAGE.getOrDefault(word, Set.of())) == answer)
                .collect(Collectors.joining(","));
    }

    /** The answer to all uses that a word stands for: a yes to one and nothing to another is none. */
    private static Permission together(Permissions permissions, Set<Use> uses) {
        List<Permission> answers = uses.stream().map(permissions::to).toList();
        Permission all = answers.stream().reduce(Permission::and).orElse(Permission.SILENT);
        return all == Permission.ALLOWED && answers.contains(Permission.SILENT) ? Permission.SILENT : all;
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
