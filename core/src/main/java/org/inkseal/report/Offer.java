package org.inkseal.report;

import java.util.Optional;

/**
 * How a use on terms can be agreed on, in the words of whoever offers it. Nobody has checked any of them.
 *
 * @param page the page where a license can be had
 * @param price what it costs, as a sentence for people
 * @param amount the number in the price, such as {@code "12"} or {@code "12.50"}; only together with a currency
 * @param currency its currency, by ISO 4217
 * @param contact whom to ask: an address for mail, a page or a name
 */
public record Offer(
        String page,
        Optional<String> price,
        Optional<String> amount,
        Optional<String> currency,
        Optional<String> contact) {
    /** An offer of which nothing is known but the page. */
    public static Offer at(String page) {
        return new Offer(page, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** This offer with a contact. */
    public Offer withContact(String whom) {
        return new Offer(page, price, amount, currency, Optional.of(whom));
    }

    /**
     * This offer with a price. One that begins with a currency and a number, such as {@code "EUR 12.50 per image"}, is
     * understood by programs too.
     */
    public Offer withPrice(String sentence) {
        String[] words = sentence.strip().split("\\s+", 3);
        boolean understood = words.length > 1
                && words[0].matches("[A-Z]{3}")
                && words[1].matches("[0-9]{1,15}([.][0-9]{1,6})?[,;]?");
        return new Offer(
                page,
                Optional.of(sentence.strip()),
                understood ? Optional.of(words[1].replaceAll("[,;]", "")) : Optional.empty(),
                understood ? Optional.of(words[0]) : Optional.empty(),
                contact);
    }
}
