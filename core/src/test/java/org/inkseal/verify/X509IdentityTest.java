package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.report.Finding;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.inkseal.trust.Authorities;
import org.inkseal.trust.KeyPurpose;
import org.inkseal.trust.TrustSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class X509IdentityTest {
    private static final String INDIVIDUAL = "2.23.140.1.5.4.3";
    private static final String MAILBOX = "2.23.140.1.5.1.3";
    private static final TrustSettings TRUST = IdentityPicture.trust()
            .withIdentityAnchors(Authorities.root())
            .withTimeStampAnchors(Authorities.stampRoot());

    private Bytes certificate = certificate(KeyPurpose.DOCUMENT_SIGNING, MAILBOX);
    private boolean sorted = true;

    private static Bytes certificate(String purpose, String policy) {
        return Authorities.signer(purpose, policy, "2025-01-01T00:00:00Z", "2035-01-01T00:00:00Z");
    }

    private Value.Dict payload(List<HashedUri> references) {
        // Not the order that a deterministic writer gives: "sig_type" is shorter and comes first there.
        return Value.dict()
                .put(
                        "referenced_assertions",
                        references.stream().map(HashedUri::toValue).toList())
                .put("sig_type", X509Identity.SIG_TYPE)
                .build();
    }

    private Bytes signature(Value payload, int algorithm) throws Exception {
        Value.Dict headers = Value.dict()
                .put(Value.of(1), Value.of(algorithm))
                .put(Value.of(33), Value.of(certificate))
                .build();
        Bytes bytes = sorted ? CborWriter.write(payload) : CborWriter.writeInOrder(payload);
        return IdentityDraft.sign(
                SignatureAlgorithm.ES256, Authorities.signerKeys().getPrivate(), headers, bytes, false);
    }

    private IdentityPicture.Maker good() {
        return references -> {
            Value.Dict payload = payload(references);
            return IdentityDraft.assertion(payload, signature(payload, -7));
        };
    }

    private IdentityPicture.Maker stamped(String time) {
        return stamped(covered -> Authorities.token(covered, time));
    }

    private IdentityPicture.Maker stamped(IdentityDraft.Stamper stamper) {
        return references -> {
            Value.Dict payload = payload(references);
            Bytes signature = IdentityDraft.stamped(signature(payload, -7), stamper);
            return IdentityDraft.assertion(payload, signature);
        };
    }

    private static boolean has(Report report, StatusCode code) {
        return report.active().all().stream()
                .filter(finding -> finding.code() == code)
                .map(Finding::uri)
                .anyMatch(IdentityPicture.URI::equals);
    }

    @Test
    void aSignatureUnderAnIdentityAnchorIsTrusted() throws Exception {
        Report report = IdentityPicture.verify(good(), TRUST);

        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(has(report, StatusCode.CAWG_X509_SIGNATURE_VALIDATED)).isTrue();
        assertThat(has(report, StatusCode.CAWG_X509_SIGNATURE_INSIDE_VALIDITY)).isTrue();
        assertThat(has(report, StatusCode.CAWG_X509_CREDENTIAL_TRUSTED)).isTrue();
        assertThat(has(report, StatusCode.CAWG_X509_OCSP_SKIPPED)).isTrue();
        assertThat(has(report, StatusCode.CAWG_IDENTITY_TRUSTED)).isTrue();
        assertThat(has(report, StatusCode.CAWG_IDENTITY_WELL_FORMED)).isFalse();
    }

    @Test
    void anchorsForClaimsVouchForNobodysIdentity() throws Exception {
        Report report = IdentityPicture.verify(good(), IdentityPicture.trust().withAnchors(Authorities.root()));

        assertThat(has(report, StatusCode.CAWG_X509_CREDENTIAL_UNTRUSTED)).isTrue();
        assertThat(has(report, StatusCode.CAWG_IDENTITY_WELL_FORMED)).isTrue();
        assertThat(has(report, StatusCode.CAWG_IDENTITY_TRUSTED)).isFalse();
        assertThat(report.state()).isEqualTo(ValidationState.VALID);
    }

    @Test
    void aSignatureOverTheStoredOrderFitsAsWell() throws Exception {
        sorted = false;

        Report report = IdentityPicture.verify(good(), TRUST);

        assertThat(has(report, StatusCode.CAWG_X509_SIGNATURE_VALIDATED)).isTrue();
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void aSignatureOverAnythingElseDoesNotFit() throws Exception {
        Report report = IdentityPicture.verify(
                references -> IdentityDraft.assertion(payload(references), signature(payload(List.of()), -7)), TRUST);

        assertThat(has(report, StatusCode.CAWG_X509_SIGNATURE_MISMATCH)).isTrue();
        assertThat(has(report, StatusCode.CAWG_IDENTITY_TRUSTED)).isFalse();
        assertThat(report.state()).isEqualTo(ValidationState.VALID);
    }

    @Test
    void somethingThatIsNoSignatureDoesNotFit() throws Exception {
        Report report = IdentityPicture.verify(
                references -> IdentityDraft.assertion(payload(references), Bytes.wrap(new byte[] {1, 2})), TRUST);

        assertThat(has(report, StatusCode.CAWG_X509_SIGNATURE_MISMATCH)).isTrue();
    }

    @Test
    void aPayloadOfItsOwnIsNotWhatWasSigned() throws Exception {
        Report report = IdentityPicture.verify(
                references -> {
                    Value.Dict payload = payload(references);
                    Value.Dict headers = Value.dict()
                            .put(Value.of(1), Value.of(-7))
                            .put(Value.of(33), Value.of(certificate))
                            .build();
                    Bytes signature = IdentityDraft.sign(
                            SignatureAlgorithm.ES256,
                            Authorities.signerKeys().getPrivate(),
                            headers,
                            CborWriter.write(payload),
                            true);
                    return IdentityDraft.assertion(payload, signature);
                },
                TRUST);

        assertThat(has(report, StatusCode.CAWG_X509_SIGNATURE_MISMATCH)).isTrue();
    }

    @Test
    void anUnknownAlgorithmIsUnsupported() throws Exception {
        Report report = IdentityPicture.verify(
                references -> {
                    Value.Dict payload = payload(references);
                    return IdentityDraft.assertion(payload, signature(payload, -257));
                },
                TRUST);

        assertThat(has(report, StatusCode.CAWG_X509_ALGORITHM_UNSUPPORTED)).isTrue();
        assertThat(has(report, StatusCode.CAWG_X509_SIGNATURE_VALIDATED)).isFalse();
    }

    @Test
    void aCertificateThatIsOverIsOutsideItsValidity() throws Exception {
        certificate = Authorities.signer(
                KeyPurpose.DOCUMENT_SIGNING, MAILBOX, "2025-01-01T00:00:00Z", "2026-05-01T00:00:00Z");

        Report report = IdentityPicture.verify(good(), TRUST);

        assertThat(has(report, StatusCode.CAWG_X509_SIGNATURE_OUTSIDE_VALIDITY)).isTrue();
        assertThat(has(report, StatusCode.CAWG_X509_SIGNATURE_INSIDE_VALIDITY)).isFalse();
        assertThat(has(report, StatusCode.CAWG_IDENTITY_TRUSTED)).isFalse();
        assertThat(report.state()).isEqualTo(ValidationState.VALID);
    }

    @Test
    void aTrustedTimeStampSaysWhenItWasSigned() throws Exception {
        certificate = Authorities.signer(
                KeyPurpose.DOCUMENT_SIGNING, MAILBOX, "2025-01-01T00:00:00Z", "2026-05-01T00:00:00Z");

        Report report = IdentityPicture.verify(stamped("20260401120000Z"), TRUST);

        assertThat(report.failures()).isEmpty();
        assertThat(has(report, StatusCode.CAWG_X509_TIME_STAMP_VALIDATED)).isTrue();
        assertThat(has(report, StatusCode.CAWG_X509_TIME_STAMP_TRUSTED)).isTrue();
        assertThat(has(report, StatusCode.CAWG_X509_SIGNATURE_INSIDE_VALIDITY)).isTrue();
    }

    @Test
    void aTimeStampOfAnUnknownAuthoritySaysNothing() throws Exception {
        certificate = Authorities.signer(
                KeyPurpose.DOCUMENT_SIGNING, MAILBOX, "2025-01-01T00:00:00Z", "2026-05-01T00:00:00Z");

        Report report = IdentityPicture.verify(
                stamped("20260401120000Z"), IdentityPicture.trust().withIdentityAnchors(Authorities.root()));

        assertThat(has(report, StatusCode.CAWG_X509_TIME_STAMP_UNTRUSTED)).isTrue();
        assertThat(has(report, StatusCode.CAWG_X509_SIGNATURE_OUTSIDE_VALIDITY)).isTrue();
    }

    @Test
    void aTimeStampOfSomethingElseSaysNothing() throws Exception {
        Report report = IdentityPicture.verify(
                stamped(covered -> Authorities.token(Bytes.utf8("something else"), "20260401120000Z")), TRUST);

        assertThat(has(report, StatusCode.CAWG_X509_TIME_STAMP_MISMATCH)).isTrue();
        assertThat(has(report, StatusCode.CAWG_X509_TIME_STAMP_VALIDATED)).isFalse();
    }

    @Test
    void aTimeStampFromBeforeItsAuthorityWasValidSaysNothing() throws Exception {
        Report report = IdentityPicture.verify(stamped("20240401120000Z"), TRUST);

        assertThat(has(report, StatusCode.CAWG_X509_TIME_STAMP_OUTSIDE_VALIDITY))
                .isTrue();
        assertThat(has(report, StatusCode.CAWG_X509_TIME_STAMP_TRUSTED)).isFalse();
    }

    @Test
    void aTimeStampOfSomebodyWhoMayNotStampSaysNothing() throws Exception {
        Report report =
                IdentityPicture.verify(stamped(covered -> Authorities.mistaken(covered, "20260401120000Z")), TRUST);

        assertThat(has(report, StatusCode.CAWG_X509_TIME_STAMP_CREDENTIAL_INVALID))
                .isTrue();
        assertThat(has(report, StatusCode.CAWG_X509_TIME_STAMP_TRUSTED)).isFalse();
    }

    @Test
    void aTimeStampThatIsNoneSaysNothing() throws Exception {
        Report report = IdentityPicture.verify(stamped(covered -> Bytes.utf8("no token")), TRUST);

        assertThat(has(report, StatusCode.CAWG_X509_TIME_STAMP_MALFORMED)).isTrue();
        assertThat(has(report, StatusCode.CAWG_X509_TIME_STAMP_VALIDATED)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        KeyPurpose.DOCUMENT_SIGNING + "," + MAILBOX + ",true",
        KeyPurpose.EMAIL_PROTECTION + "," + INDIVIDUAL + ",true",
        KeyPurpose.EMAIL_PROTECTION + "," + MAILBOX + ",false",
        KeyPurpose.CLAIM_SIGNING + "," + INDIVIDUAL + ",false"
    })
    void purposeAndPolicyDecideWhoMayVouch(String purpose, String policy, boolean trusted) throws Exception {
        certificate = certificate(purpose, policy);

        Report report = IdentityPicture.verify(good(), TRUST);

        assertThat(has(report, StatusCode.CAWG_X509_CREDENTIAL_TRUSTED)).isEqualTo(trusted);
        assertThat(has(report, StatusCode.CAWG_X509_CREDENTIAL_UNTRUSTED)).isEqualTo(!trusted);
        assertThat(has(report, StatusCode.CAWG_X509_SIGNATURE_VALIDATED)).isTrue();
    }
}
