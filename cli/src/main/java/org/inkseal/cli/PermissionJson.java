package org.inkseal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.report.Acceptance;
import org.inkseal.report.Answer;
import org.inkseal.report.Consent;
import org.inkseal.report.Offer;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.PermissionStatement.Place;
import org.inkseal.report.Permissions;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.Use;

/** What is said about the uses of a picture, in the JSON answers. */
final class PermissionJson {
    private PermissionJson() {}

    /** The answer to each use. */
    static Value.Dict answers(Permissions permissions) {
        DictBuilder answers = Value.dict();
        for (Use use : Use.values()) {
            answers.put(use.key(), permissions.to(use).label());
        }
        return answers.build();
    }

    /** Every statement with where it stands and how far it is proven. */
    static List<Value> statements(Consent consent) {
        List<Value> statements = new ArrayList<>();
        for (PermissionStatement statement : consent.statements()) {
            boolean signed = statement.state().isValid();
            boolean shown = signed || statement.place() == Place.METADATA;
            statements.add(Value.dict()
                    .put("source", statement.source().label())
                    .put("place", statement.place().label())
                    .put("state", statement.state().label())
                    .put("signer", signed ? signer(statement.signer()) : Value.NULL)
                    .put("created", statement.created())
                    .put("manifest", text(statement.manifest()))
                    .put("permissions", answers(statement.answers()))
                    .put("terms", shown ? terms(statement.terms()) : Value.NULL)
                    .put("offer", shown ? offer(statement.offer()) : Value.NULL)
                    .build());
        }
        return statements;
    }

    /** The uses about which credential and metadata disagree. */
    static List<Value> disputed(Consent consent) {
        return consent.disputed().stream().map(use -> Value.of(use.key())).toList();
    }

    /** The answers to what was asked; null when nothing was. */
    static Value asked(Consent consent, Wanted wanted) {
        if (wanted.uses().isEmpty()) {
            return Value.NULL;
        }
        Acceptance acceptance = wanted.acceptance();
        List<Value> answers = new ArrayList<>();
        for (AskedUse asked : wanted.uses()) {
            Answer answer = consent.to(asked.use(), acceptance);
            answers.add(Value.dict()
                    .put("use", asked.use().key())
                    .put("permission", answer.permission().label())
                    .put("allowed", answer.isYes())
                    .put("why", PermissionLines.why(answer, new Speaker(wanted.known())))
                    .build());
        }
        return Value.of(answers);
    }

    /** Who signed; null for nobody. */
    static Value signer(Optional<SignatureSummary> signature) {
        return signature.isEmpty()
                ? Value.NULL
                : Value.dict()
                        .put("name", text(signature.get().name()))
                        .put("keyFingerprint", Fingerprint.of(signature.get().keySha256()))
                        .put("certificateSha256", signature.get().certificateSha256())
                        .build();
    }

    private static Value terms(Map<Use, String> terms) {
        DictBuilder texts = Value.dict();
        for (Use use : Use.values()) {
            texts.putIfPresent(use.key(), Optional.ofNullable(terms.get(use)));
        }
        return texts.build();
    }

    private static Value offer(Optional<Offer> offer) {
        return offer.isEmpty()
                ? Value.NULL
                : Value.dict()
                        .put("page", offer.get().page())
                        .put("price", text(offer.get().price()))
                        .put("amount", text(offer.get().amount()))
                        .put("currency", text(offer.get().currency()))
                        .put("contact", text(offer.get().contact()))
                        .build();
    }

    private static Value text(Optional<String> text) {
        return text.isPresent() ? Value.of(text.get()) : Value.NULL;
    }
}
