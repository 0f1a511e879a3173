package org.inkseal.assertion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.MalformedException;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;

/**
 * How uses that are allowed on terms can be agreed on. No standard has such an assertion; this one is ours. It is JSON-LD
 * with the words of schema.org ({@code CreativeWork}, {@code Offer}) and of RSL 1.0, so that programs that know these need
 * nothing of ours.
 *
 * @param offer the offer
 * @param usage the uses that it is for, as far as RSL has words for them: {@code ai-train}, {@code ai-input}
 */
public record LicenseOffer(Offer offer, List<String> usage) implements Assertion {
    /** The label that is written. */
    public static final String LABEL = "org.inkseal.license-offer";

    /** How offers are read. */
    public static final AssertionType<LicenseOffer> TYPE =
            new AssertionType<>(List.of(LABEL), (label, content) -> read(content));

    private static final Value CONTEXT = Value.dict()
            .put("@vocab", "https://schema.org/")
            .put("rsl", "https://rslstandard.org/rsl#")
            .build();

    private static final List<String> CONTACT = List.of("email", "url", "name");

    /** Copies the list. */
    public LicenseOffer {
        usage = List.copyOf(usage);
    }

    /** An offer for the uses that some permissions allow on terms. */
    public static LicenseOffer of(Offer offer, Permissions permissions) {
        Set<String> usage = new LinkedHashSet<>();
        for (Use use : Use.values()) {
            if (permissions.to(use) == Permission.CONSTRAINED) {
                usageOf(use).ifPresent(usage::add);
            }
        }
        return new LicenseOffer(offer, List.copyOf(usage));
    }

    /** The word of RSL 1.0 for a use; it has none for text and data mining. */
    private static Optional<String> usageOf(Use use) {
        return switch (use) {
            case AI_TRAINING, AI_GENERATIVE_TRAINING -> Optional.of("ai-train");
            case AI_INFERENCE -> Optional.of("ai-input");
            case DATA_MINING -> Optional.empty();
        };
    }

    private static LicenseOffer read(Content content) throws MalformedException {
        Value map = Fields.map(content);
        String page = Fields.text(map, "acquireLicensePage");
        Value offer = Fields.required(map, "offers");
        Optional<Value> by = offer.get("offeredBy");
        Optional<String> contact = CONTACT.stream()
                .flatMap(key -> by.flatMap(whom -> whom.get(key)).flatMap(Value::asText).stream())
                .findFirst();
        List<String> usage = new ArrayList<>();
        for (Value word : Fields.optionalList(map, "rsl:permits")) {
            usage.add(word.asText().orElseThrow(() -> Fields.wrong("rsl:permits", "a list of texts")));
        }
        return new LicenseOffer(
                new Offer(
                        page,
                        Fields.optionalText(offer, "description"),
                        Fields.optionalText(offer, "price"),
                        Fields.optionalText(offer, "priceCurrency"),
                        contact),
                usage);
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public Content content() {
        DictBuilder terms = Value.dict()
                .put("@type", "Offer")
                .put("url", offer.page())
                .putIfPresent("description", offer.price())
                .putIfPresent("price", offer.amount())
                .putIfPresent("priceCurrency", offer.currency());
        offer.contact()
                .ifPresent(whom -> terms.put(
                        "offeredBy",
                        Value.dict()
                                .put("@type", "Person")
                                .put(contactKey(whom), whom)
                                .build()));
        DictBuilder payment = Value.dict()
                .put("type", "purchase")
                .putIfPresent("amount", offer.amount())
                .putIfPresent("currency", offer.currency());
        return new Content.Json(Value.dict()
                .put("@context", CONTEXT)
                .put("@type", "CreativeWork")
                .put("acquireLicensePage", offer.page())
                .put("offers", terms.build())
                .put("rsl:permits", Value.of(usage.stream().map(Value::of).toList()))
                .put("rsl:payment", payment.build())
                .build());
    }

    private static String contactKey(String whom) {
        if (whom.contains("://")) {
            return "url";
        }
        boolean mail = whom.indexOf('@') > 0 && Arrays.stream(whom.split("\\s")).count() == 1;
        return mail ? "email" : "name";
    }
}
