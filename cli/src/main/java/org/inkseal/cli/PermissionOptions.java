package org.inkseal.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say what a picture may be used for. */
final class PermissionOptions {
    private final Setting<Answer> all =
            Setting.option(Answer.class, "no|yes|terms", "One answer to all four uses below.", "--train");

    private final Setting<Answer> training =
            Setting.option(Answer.class, "no|yes|terms", "Training models that generate nothing.", "--training");

    private final Setting<Answer> generative =
            Setting.option(Answer.class, "no|yes|terms", "Training models that generate content.", "--generative");

    private final Setting<Answer> mining =
            Setting.option(Answer.class, "no|yes|terms", "Text and data mining.", "--mining");

    private final Setting<Answer> inference =
            Setting.option(Answer.class, "no|yes|terms", "Being the input of a model.", "--inference");

    private final Setting<String> offer =
            Setting.option(String.class, "URL", "The page where a use on terms can be agreed on.", "--offer");

    private final Setting<String> price = Setting.option(
            String.class,
            "TEXT",
            "What it costs. Programs understand a currency and a number in front: \"EUR 12 per image, attribution\".",
            "--price");

    private final Setting<String> contact =
            Setting.option(String.class, "TEXT", "Whom to ask: a mail address, a page or a name.", "--contact");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, all, training, generative, mining, inference, offer, price, contact);
    }

    /** Whether any answer was given. */
    boolean isGiven() {
        return all.value().isPresent()
                || training.value().isPresent()
                || generative.value().isPresent()
                || mining.value().isPresent()
                || inference.value().isPresent()
                || offer.value().isPresent()
                || price.value().isPresent()
                || contact.value().isPresent();
    }

    /** An answer to a use. */
    enum Answer {
        /** Not allowed. */
        NO(Permission.NOT_ALLOWED),
        /** Allowed. */
        YES(Permission.ALLOWED),
        /** Allowed on the terms of an offer. */
        TERMS(Permission.CONSTRAINED);

        private final Permission permission;

        Answer(Permission permission) {
            this.permission = permission;
        }

        /** As it is written on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * The answers to all uses.
     *
     * @param otherwise the answer to a use that no option speaks of
     */
    Permissions permissions(Permission otherwise) {
        Permissions answers =
                Permissions.all(all.value().map(answer -> answer.permission).orElse(otherwise));
        answers = changed(answers, Use.AI_TRAINING, training.value());
        answers = changed(answers, Use.AI_GENERATIVE_TRAINING, generative.value());
        answers = changed(answers, Use.DATA_MINING, mining.value());
        return changed(answers, Use.AI_INFERENCE, inference.value());
    }

    /**
     * The offer for those uses that are allowed on terms.
     *
     * @throws UsageException if there is none and should be one, or there is one that nobody could accept
     */
    Optional<Offer> offer() throws UsageException {
        boolean wanted = Stream.of(all, training, generative, mining, inference)
                .anyMatch(answer -> answer.value().equals(Optional.of(Answer.TERMS)));
        if (offer.value().isEmpty()) {
            if (wanted || price.value().isPresent() || contact.value().isPresent()) {
                throw new UsageException(
                        "terms need --offer URL, the page where they can be agreed on",
                        "for example: --train terms --offer https://example.org/license");
            }
            return Optional.empty();
        }
        if (!wanted) {
            throw new UsageException("--offer: no use is allowed on terms", "--train terms asks for that");
        }
        Offer terms = Offer.at(page(offer.value().get()));
        if (price.value().isPresent()) {
            terms = terms.withPrice(price.value().get());
        }
        return Optional.of(
                contact.value().isPresent() ? terms.withContact(contact.value().get()) : terms);
    }

    private static String page(String text) throws UsageException {
        try {
            URI page = new URI(text);
            boolean web = "https".equalsIgnoreCase(page.getScheme()) || "http".equalsIgnoreCase(page.getScheme());
            if (web && page.getHost() != null && page.getRawUserInfo() == null) {
                return page.toASCIIString();
            }
        } catch (URISyntaxException e) {
            throw new UsageException("--offer: " + text + " is no address: " + e.getReason());
        }
        throw new UsageException("--offer: an address with https:// or http:// is allowed, not '" + text + "'");
    }

    private static Permissions changed(Permissions answers, Use use, Optional<Answer> answer) {
        return answer.isPresent() ? answers.with(use, answer.get().permission) : answers;
    }
}
