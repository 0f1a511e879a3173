package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.inkseal.assertion.CertificateStatus;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.TimeStamps;
import org.inkseal.assertion.Unknown;
import org.inkseal.cbor.Value;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.net.Network;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.report.RevocationStatus;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.inkseal.trust.Hierarchy;
import org.inkseal.trust.OcspDraft;
import org.inkseal.trust.TrustAnchor;
import org.inkseal.trust.TrustAnchors;
import org.inkseal.trust.TrustSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationTest {
    private static final Instant SIGNED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Value.Dict NOTHING = Value.dict().build();

    private final Hierarchy signer = Hierarchy.lasting();
    private final Hierarchy expired = new Hierarchy(
            "2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z");

    private static Report verify(ByteSource picture) throws IOException {
        return verify(picture, Hierarchy.trust());
    }

    private static Report verify(ByteSource picture, TrustSettings trust) throws IOException {
        return Verifier.at(NOW).trusting(trust).verify(picture);
    }

    private static Value.Dict stamped(TimedPicture picture, Bytes... answers) throws Exception {
        return Value.dict()
                .put("sigTst2", TimedPicture.stamp(Hierarchy.token(picture.covered(), SIGNED, true)))
                .put("rVals", TimedPicture.answers(answers))
                .build();
    }

    private static boolean has(Report report, StatusCode code) {
        return report.active().all().stream().map(Finding::code).anyMatch(code::equals);
    }

    private static SignatureSummary signature(Report report) {
        return report.signature().orElseThrow();
    }

    /** What was found about the manifest that was signed first. */
    private static Findings first(Report report) {
        return report.manifests().stream()
                .filter(manifest -> manifest.label().equals(TimedPicture.MANIFEST))
                .map(ManifestSummary::findings)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theReportTellsWhoStampedAndWhatIsKnownOfRevocation() throws Exception {
        TimedPicture picture = new TimedPicture(signer);

        Report report =
                verify(picture.with(stamped(picture, signer.answer(SIGNED).make())));

        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(signature(report)
                        .timeAuthority()
                        .map(authority -> authority.subject().get("CN")))
                .contains("Clock");
        assertThat(signature(report).revocation()).isEqualTo(RevocationStatus.NOT_REVOKED);
        assertThat(signature(report).assuranceLevel()).hasValue(2);
        assertThat(signature(report).productRecord()).contains("a product");
        assertThat(signature(report).chain()).hasSize(3);
        assertThat(signature(report).chain().get(0).subject()).containsEntry("CN", "Claim Leaf");
        assertThat(signature(report).chain().get(2).issuer()).containsEntry("CN", "Claim Root");
        assertThat(has(report, StatusCode.REVOCATION_UNUSABLE)).isFalse();
        assertThat(has(report, StatusCode.PUBLISHED_KEY)).isFalse();
    }

    @Test
    void junkCountsAsNoAnswerAndIsRemarkedUpon() throws Exception {
        TimedPicture picture = new TimedPicture(signer);
        List<Value> odd = List.of(
                TimedPicture.answers(Bytes.utf8("junk")),
                TimedPicture.answers(signer.answer(SIGNED).ofAnother().make()),
                TimedPicture.answers(signer.usurped(SIGNED).make()),
                TimedPicture.answers(signer.answer(SIGNED).unknown().make()),
                TimedPicture.answers(),
                Value.dict().put("ocspVals", "text").build(),
                Value.of("text"));
        for (Value value : odd) {
            Report report = verify(picture.with(Value.dict().put("rVals", value).build()));

            assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
            assertThat(has(report, StatusCode.REVOCATION_UNUSABLE)).isTrue();
            assertThat(has(report, StatusCode.SIGNING_CREDENTIAL_OCSP_SKIPPED)).isTrue();
            assertThat(signature(report).revocation()).isEqualTo(RevocationStatus.SKIPPED);
        }
    }

    @Test
    void aRevocationOverridesWhatIsGood() throws Exception {
        TimedPicture picture = new TimedPicture(signer);
        Bytes good = signer.answer(SIGNED).make();
        Bytes bad = signer.answer(SIGNED).revoked(SIGNED.minusSeconds(1), 1).make();

        for (Bytes[] answers : List.of(new Bytes[] {good, bad}, new Bytes[] {bad, good})) {
            Report report = verify(picture.with(stamped(picture, answers)));

            assertThat(has(report, StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED)).isTrue();
            assertThat(has(report, StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED))
                    .isFalse();
            assertThat(report.state()).isEqualTo(ValidationState.WELL_FORMED);
        }
    }

    @Test
    void moreAnswersThanAllowedMakeThePictureInvalid() throws Exception {
        TimedPicture picture = new TimedPicture(signer);
        Bytes[] answers = new Bytes[65];
        Arrays.fill(answers, Bytes.utf8("x"));

        Report report = verify(picture.with(
                Value.dict().put("rVals", TimedPicture.answers(answers)).build()));

        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(has(report, StatusCode.GENERAL_ERROR)).isTrue();
    }

    @Test
    void theFirstVersionCountsWhereTheSecondIsNotTrusted() throws Exception {
        TimedPicture picture = new TimedPicture(expired);
        Value second = TimedPicture.stamp(Hierarchy.token(picture.covered(), SIGNED, false));
        Value first = TimedPicture.stamp(Hierarchy.tokenResponse(picture.coveredClaim(), SIGNED));

        Report both = verify(picture.with(
                Value.dict().put("sigTst2", second).put("sigTst", first).build()));
        Report swapped = verify(picture.with(
                Value.dict().put("sigTst2", first).put("sigTst", second).build()));

        assertThat(both.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(has(both, StatusCode.TIME_STAMP_UNTRUSTED)).isTrue();
        assertThat(has(both, StatusCode.TIME_STAMP_TRUSTED)).isTrue();
        assertThat(swapped.state()).isEqualTo(ValidationState.WELL_FORMED);
        assertThat(has(swapped, StatusCode.TIME_STAMP_MALFORMED)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1772280000, INSIDE", // 2026-02-28T12:00:00Z
        "1772366400, INSIDE", // the very time of the time-stamp
        "1772366401, OUTSIDE",
        "1, OUTSIDE",
        "-1, OUTSIDE",
        "9223372036854775807, OUTSIDE"
    })
    void theClaimedTimeIsComparedAndDecidesNothing(long seconds, String wanted) throws Exception {
        for (Value.Dict header : List.of(
                Value.dict().put("iat", Value.of(seconds)).build(),
                IdentityDraft.with(
                        NOTHING, Value.of(15), IdentityDraft.with(NOTHING, Value.of(6), Value.of(seconds))))) {
            TimedPicture picture = new TimedPicture(signer, header);
            Report report =
                    verify(picture.with(stamped(picture, signer.answer(SIGNED).make())));

            boolean inside = wanted.equals("INSIDE");
            assertThat(has(report, StatusCode.TIME_OF_SIGNING_INSIDE_VALIDITY)).isEqualTo(inside);
            assertThat(has(report, StatusCode.TIME_OF_SIGNING_OUTSIDE_VALIDITY)).isEqualTo(!inside);
            assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        }
    }

    @Test
    void aClaimedTimeThatIsNoneIsOutside() throws Exception {
        for (Value odd :
                List.of(Value.of("now"), new Value.Real(Double.NaN), new Value.Real(1e300), Value.of(List.of()))) {
            TimedPicture picture =
                    new TimedPicture(signer, Value.dict().put("iat", odd).build());
            Report report = verify(picture.with(NOTHING));

            assertThat(has(report, StatusCode.TIME_OF_SIGNING_OUTSIDE_VALIDITY)).isTrue();
            assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        }
    }

    @Test
    void aLaterManifestMayBringTheTimeStamp() throws Exception {
        TimedPicture picture = new TimedPicture(expired);
        List<Bytes> tokens = List.of(
                Hierarchy.token(picture.covered(), SIGNED, true), Hierarchy.token(picture.signature(), SIGNED, true));
        for (Bytes token : tokens) {
            Report report = verify(picture.updated(NOTHING, new TimeStamps(Map.of(TimedPicture.MANIFEST, token))));

            assertThat(first(report).has(StatusCode.TIME_STAMP_TRUSTED)).isTrue();
            assertThat(first(report).has(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY))
                    .isTrue();
            assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        }
    }

    @Test
    void aTimeStampOfSomethingElseOrForSomebodyElseHelpsNobody() throws Exception {
        TimedPicture picture = new TimedPicture(expired);
        Bytes good = Hierarchy.token(picture.covered(), SIGNED, true);
        Bytes bad = Hierarchy.token(Bytes.utf8("something else"), SIGNED, true);

        Report elsewhere = verify(picture.updated(NOTHING, new TimeStamps(Map.of("urn:c2pa:another", good))));
        Report mismatch = verify(picture.updated(NOTHING, new TimeStamps(Map.of(TimedPicture.MANIFEST, bad))));

        assertThat(first(elsewhere).has(StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY))
                .isTrue();
        assertThat(elsewhere.state()).isNotEqualTo(ValidationState.TRUSTED);
        assertThat(first(mismatch).has(StatusCode.TIME_STAMP_MISMATCH)).isTrue();
        assertThat(first(mismatch).has(StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY))
                .isTrue();
    }

    @Test
    void aTimeStampAssertionThatIsNoMapOfTokensIsMalformed() throws Exception {
        TimedPicture picture = new TimedPicture(signer);
        for (Value odd :
                List.of(NOTHING, Value.of("text"), Value.dict().put("a", "b").build())) {
            Report report = verify(picture.updated(NOTHING, new Unknown(TimeStamps.LABEL, new Content.Cbor(odd))));

            assertThat(has(report, StatusCode.ASSERTION_TIMESTAMP_MALFORMED)).isTrue();
            assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        }
        Report fine = verify(picture.updated(
                NOTHING,
                new TimeStamps(Map.of(TimedPicture.MANIFEST, Hierarchy.token(picture.covered(), SIGNED, true)))));
        assertThat(has(fine, StatusCode.ASSERTION_TIMESTAMP_MALFORMED)).isFalse();
    }

    @Test
    void aLaterManifestMayBringTheAnswer() throws Exception {
        TimedPicture picture = new TimedPicture(signer);
        Value.Dict stamp = Value.dict()
                .put("sigTst2", TimedPicture.stamp(Hierarchy.token(picture.covered(), SIGNED, true)))
                .build();
        OcspDraft answer = signer.answer(SIGNED.plusSeconds(9_000));

        Report good = verify(picture.updated(stamp, new CertificateStatus(List.of(answer.make()))));
        Report bad = verify(picture.updated(
                stamp,
                new CertificateStatus(
                        List.of(answer.revoked(SIGNED.minusSeconds(9), 1).make()))));
        Report later = verify(picture.updated(
                stamp,
                new CertificateStatus(
                        List.of(answer.revoked(SIGNED.plusSeconds(9), 1).make()))));

        assertThat(first(good).has(StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED))
                .isTrue();
        assertThat(good.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(first(bad).has(StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED)).isTrue();
        assertThat(bad.state()).isEqualTo(ValidationState.WELL_FORMED);
        assertThat(first(later).has(StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED))
                .isTrue();
    }

    @Test
    void anAnchorVouchesOnlyInItsSpanAndForItsPurposes() throws Exception {
        TimedPicture picture = new TimedPicture(signer);
        ByteSource file = picture.with(stamped(picture, signer.answer(SIGNED).make()));
        TrustAnchors stamps = TrustAnchors.of(List.of(Hierarchy.stampRoot()));
        Instant before = SIGNED.minus(Duration.ofDays(1));
        Instant after = SIGNED.plus(Duration.ofDays(1));

        assertThat(verify(file, signers(before, after).withTimeStampAuthorities(stamps))
                        .state())
                .isEqualTo(ValidationState.TRUSTED);
        assertThat(verify(file, signers(after, Instant.MAX).withTimeStampAuthorities(stamps))
                        .state())
                .isEqualTo(ValidationState.VALID);
        assertThat(verify(file, signers(Instant.MIN, before).withTimeStampAuthorities(stamps))
                        .state())
                .isEqualTo(ValidationState.VALID);
        TrustAnchor servers = new TrustAnchor(Hierarchy.root(), Instant.MIN, Instant.MAX, Set.of("1.3.6.1.5.5.7.3.1"));
        assertThat(verify(file, TrustSettings.none().withSigners(TrustAnchors.ofAnchors(List.of(servers))))
                        .state())
                .isEqualTo(ValidationState.VALID);
        TrustAnchor retired = new TrustAnchor(Hierarchy.stampRoot(), Instant.MIN, before, Set.of());
        Report late = verify(
                file,
                signers(Instant.MIN, Instant.MAX).withTimeStampAuthorities(TrustAnchors.ofAnchors(List.of(retired))));
        assertThat(has(late, StatusCode.TIME_STAMP_UNTRUSTED)).isTrue();
    }

    private static TrustSettings signers(Instant from, Instant to) {
        TrustAnchor anchor = new TrustAnchor(Hierarchy.root(), from, to, Set.of());
        return TrustSettings.none().withSigners(TrustAnchors.ofAnchors(List.of(anchor)));
    }

    /** A responder that answers what a test says, and counts. */
    private static final class Fake implements Network {
        private final UnaryOperator<Bytes> answer;
        private final List<URI> asked = new ArrayList<>();

        Fake(UnaryOperator<Bytes> answer) {
            this.answer = answer;
        }

        @Override
        public Reply get(URI uri, int most) throws IOException {
            throw new IOException("nothing to get");
        }

        @Override
        public Reply post(URI uri, String mediaType, Bytes body, int most) throws IOException {
            asked.add(uri);
            assertThat(mediaType).isEqualTo("application/ocsp-request");
            Bytes reply = answer.apply(nonce(body));
            if (reply.length() == 0) {
                throw new IOException("ocsp.example cannot be reached");
            }
            return new Reply("application/ocsp-response", reply);
        }

        private static Bytes nonce(Bytes request) {
            byte[] value = OCSPRequest.getInstance(request.toArray())
                    .getTbsRequest()
                    .getRequestExtensions()
                    .getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)
                    .getExtnValue()
                    .getOctets();
            return Bytes.wrap(ASN1OctetString.getInstance(value).getOctets());
        }
    }

    private Report online(Fake network, Value.Dict headers) throws Exception {
        return Verifier.at(NOW)
                .trusting(Hierarchy.trust())
                .online(network)
                .verify(new TimedPicture(signer).with(headers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good",
                "repeated",
                "revoked",
                "unknown",
                "silent",
                "garbage",
                "stale",
                "other",
                "usurped",
                "replayed",
                "empty"
            })
    void theResponderIsAskedWhereNothingIsKnown(String kind) throws Exception {
        OcspDraft answer = signer.answer(NOW);
        Fake network = new Fake(nonce -> switch (kind) {
            case "good" -> answer.make();
            case "repeated" -> answer.answering(nonce).make();
            case "revoked" ->
                answer.answering(nonce).revoked(NOW.minusSeconds(9), 1).make();
            case "unknown" -> answer.answering(nonce).unknown().make();
            case "silent" -> Bytes.EMPTY;
            case "garbage" -> Bytes.utf8("<html>");
            case "stale" ->
                answer.from(NOW.minusSeconds(9_000), NOW.minusSeconds(9)).make();
            case "other" -> answer.ofAnother().make();
            case "usurped" -> signer.usurped(NOW).make();
            case "replayed" -> answer.answering(Bytes.utf8("another nonce")).make();
            default -> answer.repeated(0).make();
        });

        Report report = online(
                network,
                Value.dict()
                        .put("rVals", TimedPicture.answers(Bytes.utf8("junk")))
                        .build());

        RevocationStatus wanted = switch (kind) {
            case "good", "repeated" -> RevocationStatus.NOT_REVOKED;
            case "revoked" -> RevocationStatus.REVOKED;
            case "unknown" -> RevocationStatus.UNKNOWN;
            default -> RevocationStatus.INACCESSIBLE;
        };
        assertThat(signature(report).revocation()).isEqualTo(wanted);
        assertThat(report.state())
                .isEqualTo(kind.equals("revoked") ? ValidationState.WELL_FORMED : ValidationState.TRUSTED);
        assertThat(report.active().all().stream().map(finding -> finding.code().code()))
                .contains("signingCredential.ocsp." + wanted.label());
        assertThat(network.asked).containsExactly(URI.create(Hierarchy.RESPONDER));
    }

    @Test
    void nobodyIsAskedWhatIsKnown() throws Exception {
        Fake network = new Fake(nonce -> Bytes.EMPTY);
        TimedPicture picture = new TimedPicture(signer);

        Report report = Verifier.at(NOW)
                .trusting(Hierarchy.trust())
                .online(network)
                .verify(picture.with(stamped(picture, signer.answer(SIGNED).make())));

        assertThat(network.asked).isEmpty();
        assertThat(signature(report).revocation()).isEqualTo(RevocationStatus.NOT_REVOKED);
    }

    @Test
    void aCertificateThatNamesNoResponderIsNotAskedAbout() throws Exception {
        Fake network = new Fake(nonce -> Bytes.EMPTY);

        Report report = Verifier.at(IdentityPicture.NOW)
                .online(network)
                .verify(ByteSource.of(IdentityPicture.make(references -> NOTHING)));

        assertThat(network.asked).isEmpty();
        assertThat(has(report, StatusCode.SIGNING_CREDENTIAL_OCSP_SKIPPED)).isTrue();
    }
}
