package org.inkseal.rights;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.PermissionSource;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import org.inkseal.xmp.Xmp;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;
import org.inkseal.xmp.XmpValue;

/**
 * A block of RSL 1.0 in XMP: {@code rsl:rsl}, in it {@code content}, in it {@code license}. What is permitted on any
 * condition, be it a payment, a credit line, a kind of user, a country or a license server, is on terms. What is both
 * permitted and prohibited is prohibited, and of several licenses the most restrictive counts.
 */
final class RslLicense implements RightsVocabulary {
    /** The words for usage (RSL 1.0 §3.4.1.1) and one of the drafts; searching is none of our uses. */
    static final Map<String, Set<Use>> USAGE = Map.of(
            "all", EnumSet.allOf(Use.class),
            "ai-all", EnumSet.allOf(Use.class),
            "ai-train", EnumSet.of(Use.AI_TRAINING, Use.AI_GENERATIVE_TRAINING),
            "train-ai", EnumSet.of(Use.AI_TRAINING, Use.AI_GENERATIVE_TRAINING),
            "ai-input", EnumSet.of(Use.AI_INFERENCE),
            "ai-index", EnumSet.noneOf(Use.class),
            "search", EnumSet.noneOf(Use.class));

    @Override
    public List<PermissionStatement> read(Xmp xmp) {
        List<PermissionStatement> statements = new ArrayList<>();
        for (XmpValue root : xmp.values(name("rsl"))) {
            contents(root.field(name("content")), statements);
        }
        contents(xmp.values(name("content")), statements);
        return statements;
    }

    private static void contents(List<XmpValue> contents, List<PermissionStatement> statements) {
        for (XmpValue content : contents) {
            Optional<String> server = attribute(content, "server");
            for (XmpValue license : content.field(name("license"))) {
                Permissions answers = answers(license, server.isPresent());
                if (!answers.isSilent()) {
                    statements.add(MetadataRights.statement(
                            PermissionSource.RSL_LICENSE, answers, Map.of(), offer(license, server, answers)));
                }
            }
        }
    }

    private static Permissions answers(XmpValue license, boolean licensed) {
        boolean conditional = licensed || hasPayment(license) || isNarrowed(license);
        Permission granted = conditional ? Permission.CONSTRAINED : Permission.ALLOWED;
        Permissions answers = Permissions.SILENT;
        for (Use use : uses(license, "permits")) {
            answers = answers.with(use, granted);
        }
        for (Use use : uses(license, "prohibits")) {
            answers = answers.with(use, Permission.NOT_ALLOWED);
        }
        return answers;
    }

    /** The uses that the words for usage stand for; a word that RSL does not have stands for none. */
    private static Set<Use> uses(XmpValue license, String element) {
        Set<Use> uses = EnumSet.noneOf(Use.class);
        for (XmpValue list : license.field(name(element))) {
            if (isUsage(list)) {
                for (String text : list.texts()) {
                    for (String word : text.toLowerCase(Locale.ROOT).split("[\\s,]+")) {
                        uses.addAll(USAGE.getOrDefault(word, Set.of()));
                    }
                }
            }
        }
        return uses;
    }

    private static boolean isUsage(XmpValue list) {
        return attribute(list, "type").orElse("usage").equalsIgnoreCase("usage");
    }

    /** Whether only some users, or users in some places, are meant. */
    private static boolean isNarrowed(XmpValue license) {
        return Stream.of("permits", "prohibits")
                .flatMap(element -> license.field(name(element)).stream())
                .anyMatch(list -> !isUsage(list));
    }

    /** No payment at all is free of charge (RSL 1.0 §3.7). */
    private static boolean hasPayment(XmpValue license) {
        return license.field(name("payment")).stream()
                .anyMatch(payment -> !attribute(payment, "type").orElse("").equalsIgnoreCase("free"));
    }

    private static Optional<Offer> offer(XmpValue license, Optional<String> server, Permissions answers) {
        if (!answers.answers().containsValue(Permission.CONSTRAINED)) {
            return Optional.empty();
        }
        List<XmpValue> payments = license.field(name("payment"));
        Optional<String> page = Stream.of("custom", "standard")
                .flatMap(element -> inside(payments, element))
                .findFirst()
                .or(() -> server);
        Optional<String> amount = inside(payments, "amount").findFirst();
        Optional<String> currency = payments.stream()
                .flatMap(payment -> payment.field(name("amount")).stream())
                .flatMap(value -> attribute(value, "currency").stream())
                .findFirst();
        return page.map(address -> amount.isPresent() && currency.isPresent()
                ? Offer.at(address).withPrice(currency.get() + " " + amount.get())
                : Offer.at(address));
    }

    private static Stream<String> inside(List<XmpValue> payments, String element) {
        return payments.stream()
                .flatMap(payment -> payment.field(name(element)).stream())
                .flatMap(value -> value.texts().stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static XmpName name(String element) {
        return XmpNamespace.RSL.name(element);
    }

    private static Optional<String> attribute(XmpValue element, String attribute) {
        return element.field(new XmpName("", attribute)).stream()
                .flatMap(value -> value.texts().stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
