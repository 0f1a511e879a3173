package org.inkseal.cli;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.CertificateSummary;
import org.inkseal.report.Consent;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.DigitalSourceType.Maker;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
import org.inkseal.report.IdentitySummary;
import org.inkseal.report.IngredientDelta;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Mark;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.PermissionSource;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.PermissionStatement.Place;
import org.inkseal.report.Permissions;
import org.inkseal.report.Report;
import org.inkseal.report.RevocationStatus;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.StatusCode;
import org.inkseal.report.StoreOrigin;
import org.inkseal.report.UnsignedRange;
import org.inkseal.report.Use;
import org.inkseal.report.ValidationState;
import org.inkseal.report.VerifiedIdentity;

/** Reports in which every text that could come from a file, a certificate or a server is hostile. */
final class HostileReport {
    private static final Instant TIME = Instant.parse("2026-11-22T10:00:00Z");

    private final Random random;
    private int texts;

    HostileReport(Random random) {
        this.random = random;
    }

    /** How many hostile texts were used so far. */
    int texts() {
        return texts;
    }

    /** Another hostile text. */
    String text() {
        texts++;
        return Letters.hostile(random);
    }

    Report report(ValidationState state) {
        String parent = text();
        List<ManifestSummary> manifests =
                state == ValidationState.NONE ? List.of() : List.of(manifest(parent, text()), manifest(text(), parent));
        return new Report(
                text(),
                state,
                TIME,
                manifests,
                findings(
                        manifests.isEmpty()
                                ? text()
                                : manifests.get(1).assertions().get(0).uri()),
                List.of(new IngredientDelta(text(), findings(text()))),
                random.nextBoolean() ? Optional.empty() : Optional.of(DigitalSourceType.DIGITAL_CREATION),
                new Consent(List.of(statement(), statement()), Optional.of(text())),
                Optional.of(text()),
                StoreOrigin.values()[random.nextInt(4)],
                1,
                List.of(new UnsignedRange(text(), 1, 2)));
    }

    private PermissionStatement statement() {
        return new PermissionStatement(
                PermissionSource.values()[random.nextInt(PermissionSource.values().length)],
                Place.values()[random.nextInt(Place.values().length)],
                ValidationState.values()[random.nextInt(ValidationState.values().length)],
                Optional.empty(),
                random.nextBoolean(),
                Optional.of(text()),
                Permissions.all(Permission.values()[random.nextInt(4)]),
                Map.of(Use.AI_TRAINING, text()),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(Offer.at(text()).withPrice(text()).withContact(text())));
    }

    UnsignedClaims claims() {
        Mark.Source[] sources = Mark.Source.values();
        return new UnsignedClaims(List.of(
                new Mark(sources[random.nextInt(sources.length)], "made", Optional.of(text()), Maker.MODEL),
                new Mark(Mark.Source.IPTC, "made", Optional.of(text()), Maker.HUMAN)));
    }

    private ManifestSummary manifest(String label, String ingredient) {
        String store = "self#jumbf=/c2pa/";
        Value.Dict actions = Value.dict()
                .put(
                        "actions",
                        List.<Value>of(
                                action().put("softwareAgent", text()).build(),
                                action().put(
                                                "softwareAgent",
                                                Value.dict()
                                                        .put("name", text())
                                                        .put("version", text())
                                                        .build())
                                        .build()))
                .build();
        Value.Dict taken = Value.dict()
                .put("dc:title", text())
                .put("dc:format", text())
                .put("relationship", text())
                .put("description", text())
                .put(
                        "activeManifest",
                        Value.dict().put("url", store + ingredient).build())
                .put("thumbnail", Value.dict().put("url", text()).build())
                .build();
        List<AssertionSummary> assertions = new ArrayList<>();
        assertions.add(assertion("c2pa.actions.v2" + text(), actions));
        assertions.add(assertion("c2pa.ingredient.v3", taken));
        assertions.add(assertion(text(), Value.dict().put(text(), text()).build()));
        String uri = text();
        assertions.add(new AssertionSummary(
                "c2pa.thumbnail.claim" + text(),
                uri,
                AssertionSummary.Form.FILE,
                Optional.empty(),
                Optional.of(text()),
                Optional.of(Bytes.utf8(text())),
                true));
        Value.Dict claim = Value.dict()
                .put("dc:title", text())
                .put(
                        "claim_generator_info",
                        Value.dict().put("name", text()).put("version", text()).build())
                .put(text(), text())
                .build();
        return new ManifestSummary(
                label, false, 2, claim, assertions, Optional.of(signature()), identities(), findings(uri));
    }

    private List<IdentitySummary> identities() {
        VerifiedIdentity known = new VerifiedIdentity(
                random.nextBoolean() ? "cawg.social_media" : text(),
                Optional.of(text()),
                random.nextBoolean() ? Optional.of(text()) : Optional.empty(),
                text());
        List<IdentitySummary> identities = new ArrayList<>();
        for (IdentitySummary.Standing standing : IdentitySummary.Standing.values()) {
            identities.add(new IdentitySummary(
                    text(),
                    random.nextBoolean() ? "cawg.x509.cose" : text(),
                    standing,
                    Optional.of(text()),
                    Optional.of(text()),
                    List.of("cawg." + text(), text()),
                    List.of(known, known)));
        }
        return identities;
    }

    private org.inkseal.cbor.DictBuilder action() {
        return Value.dict()
                .put("action", random.nextBoolean() ? "c2pa." + text() : text())
                .put("digitalSourceType", text())
                .put("when", text());
    }

    private AssertionSummary assertion(String label, Value data) {
        return new AssertionSummary(
                label,
                text(),
                AssertionSummary.Form.CBOR,
                Optional.of(data),
                Optional.empty(),
                Optional.empty(),
                random.nextBoolean());
    }

    private SignatureSummary signature() {
        Map<String, String> name = Map.of("CN", text(), "O", text());
        CertificateSummary certificate = new CertificateSummary(
                name, name, BigInteger.ONE, TIME, TIME, "P256", "00".repeat(32), Bytes.utf8("none"));
        return new SignatureSummary(
                "es256",
                Optional.of(text()),
                Optional.of(text()),
                Optional.of(text()),
                BigInteger.TEN,
                "11".repeat(32),
                "22".repeat(32),
                TIME,
                TIME,
                Optional.of(TIME),
                random.nextBoolean(),
                Optional.of(certificate),
                RevocationStatus.NOT_REVOKED,
                OptionalInt.of(1),
                Optional.of(text()),
                List.of(certificate));
    }

    private Findings findings(String uri) {
        return new Findings(
                List.of(
                        new Finding(StatusCode.CLAIM_SIGNATURE_VALIDATED, text(), text()),
                        new Finding(StatusCode.ASSERTION_HASHED_URI_MATCH, uri, text())),
                List.of(new Finding(StatusCode.ASSERTION_REDACTED, text(), text())),
                random.nextBoolean() ? List.of() : List.of(new Finding(StatusCode.GENERAL_ERROR, text(), text())));
    }
}
