package org.inkseal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Extension;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.LimitExceededException;
import org.inkseal.report.StatusCode;
import org.inkseal.trust.TimeStamp.Remark;
import org.inkseal.trust.TimeStamp.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStampTest {
    private static final Bytes STAMPED = Bytes.utf8("what was signed");
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    private final Made root = Draft.authority("Tsa root").make();
    private final Made middle = Draft.authority("Tsa middle").from(root).make();
    private final Made tsa = Draft.timeStampAuthority("Tsa").from(middle).make();
    private final TrustSettings trusting = TrustSettings.none().withTimeStampAnchors(root.pem());

    private Tsa authority() {
        return new Tsa(List.of(tsa), List.of(tsa, middle));
    }

    /** An authority whose own certificate a test spoils. */
    private static Tsa alone(Made certificate) {
        return new Tsa(List.of(certificate), List.of(certificate));
    }

    private Result check(Bytes token) throws LimitExceededException {
        return TimeStamp.check(token, false, STAMPED, trusting, Draft.NOW, Budget.standard());
    }

    private static List<StatusCode> codes(Result result) {
        assertThat(result.remarks())
                .isNotEmpty()
                .allMatch(remark -> remark.code().kind() != StatusCode.Kind.FAILURE);
        return result.remarks().stream().map(Remark::code).toList();
    }

    private void assertIgnored(Bytes token, StatusCode... codes) throws LimitExceededException {
        Result result = check(token);
        assertThat(codes(result)).containsExactly(codes);
        assertThat(result.time()).isEmpty();
        assertThat(result.isTrusted()).isFalse();
    }

    @Test
    void goodTokenOfATrustedAuthorityGivesItsTime() throws Exception {
        Result result = check(authority().token(STAMPED));
        assertThat(codes(result)).containsExactly(StatusCode.TIME_STAMP_VALIDATED, StatusCode.TIME_STAMP_TRUSTED);
        assertThat(result.time()).contains(TIME);
        assertThat(result.claimedTime()).contains(TIME);
        assertThat(result.authority().flatMap(Certificate::commonName)).contains("Tsa");
    }

    @Test
    void noBitOfATokenCanBeAnother() throws Exception {
        Made direct = Draft.timeStampAuthority("Direct").from(root).make();
        byte[] token = alone(direct).token(STAMPED).toArray();
        assertThat(check(Bytes.wrap(token)).isTrusted()).isTrue();
        for (int bit = 0; bit < token.length * Byte.SIZE; bit++) {
            byte[] changed = token.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(check(Bytes.wrap(changed)).isTrusted())
                    .as("bit %d of byte %d", bit % Byte.SIZE, bit / Byte.SIZE)
                    .isFalse();
        }
    }

    @Test
    void distinguishedEncodingIsReadLikeTheBasicOne() throws Exception {
        Bytes basic = authority().token(STAMPED);
        byte[] der = ASN1Primitive.fromByteArray(basic.toArray()).getEncoded(ASN1Encoding.DER);
        assertThat(Bytes.wrap(der)).isNotEqualTo(basic);
        assertThat(check(Bytes.wrap(der)).time()).contains(TIME);
    }

    @Test
    void certificatesMayComeInAnyOrderAndBeNamedBySha1() throws Exception {
        Tsa shuffled = new Tsa(
                List.of(tsa),
                List.of(root, middle, Draft.leaf("Stranger").from(root).make(), tsa));
        assertThat(check(shuffled.namingBySha1().token(STAMPED)).time()).contains(TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withRSA", "SHA512withRSA", "SHA384withRSAandMGF1"})
    void rsaAuthoritiesAreUnderstood(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        Made rsa = Draft.timeStampAuthority("Rsa tsa").keys(keys).from(root).make();
        assertThat(check(alone(rsa).signingWith(algorithm).token(STAMPED)).time())
                .contains(TIME);
    }

    @Test
    void tokenOfAStrangerIsValidButNotTrusted() throws Exception {
        Result result = TimeStamp.check(
                authority().token(STAMPED), false, STAMPED, TrustSettings.none(), Draft.NOW, Budget.standard());
        assertThat(codes(result)).containsExactly(StatusCode.TIME_STAMP_VALIDATED, StatusCode.TIME_STAMP_UNTRUSTED);
        assertThat(result.time()).isEmpty();
        assertThat(result.claimedTime()).contains(TIME);
    }

    @Test
    void signerAnchorsAndAllowedCertificatesAreNotForTimeStamps() throws Exception {
        TrustSettings signers = TrustSettings.none().withAnchors(root.pem()).withAllowed(tsa.pem());
        Result result =
                TimeStamp.check(authority().token(STAMPED), false, STAMPED, signers, Draft.NOW, Budget.standard());
        assertThat(codes(result)).contains(StatusCode.TIME_STAMP_UNTRUSTED);
    }

    @Test
    void tokenOfSomethingElseIsAMismatch() throws Exception {
        assertIgnored(authority().token(Bytes.utf8("else")), StatusCode.TIME_STAMP_MISMATCH);
    }

    @Test
    void weakHashesAreNotTrusted() throws Exception {
        assertIgnored(authority().imprinting(Tsa.SHA1).token(STAMPED), StatusCode.TIME_STAMP_UNTRUSTED);
        assertIgnored(authority().signingWith("SHA1withECDSA").token(STAMPED), StatusCode.TIME_STAMP_UNTRUSTED);
    }

    @Test
    void exactlyOneSignerIsAllowed() throws Exception {
        assertIgnored(new Tsa(List.of(), List.of(tsa)).token(STAMPED), StatusCode.TIME_STAMP_MISMATCH);
        assertIgnored(new Tsa(List.of(tsa, tsa), List.of(tsa)).token(STAMPED), StatusCode.TIME_STAMP_MISMATCH);
    }

    @Test
    void signersCertificateMustBeThere() throws Exception {
        assertIgnored(new Tsa(List.of(tsa), List.of(middle, root)).token(STAMPED), StatusCode.TIME_STAMP_UNTRUSTED);
        assertIgnored(new Tsa(List.of(tsa), List.of()).token(STAMPED), StatusCode.TIME_STAMP_UNTRUSTED);
    }

    @Test
    void signedAttributesMustNameTheCertificate() throws Exception {
        assertIgnored(authority().naming(middle).token(STAMPED), StatusCode.TIME_STAMP_MISMATCH);
        assertIgnored(authority().naming(middle).namingBySha1().token(STAMPED), StatusCode.TIME_STAMP_MISMATCH);
        assertIgnored(authority().namingNone().token(STAMPED), StatusCode.TIME_STAMP_MISMATCH);
        assertIgnored(authority().withoutAttributes().token(STAMPED), StatusCode.TIME_STAMP_MISMATCH);
    }

    @Test
    void signatureOfAnotherKeyIsAMismatch() throws Exception {
        Made impostor = new Made(tsa.certificate(), Draft.freshKeys());
        assertIgnored(alone(impostor).token(STAMPED), StatusCode.TIME_STAMP_MISMATCH);
    }

    @Test
    void authorityMustBeForTimeStampingAlone() throws Exception {
        StatusCode[] codes = {
            StatusCode.TIME_STAMP_VALIDATED, StatusCode.TIME_STAMP_CREDENTIAL_INVALID, StatusCode.TIME_STAMP_UNTRUSTED
        };
        Draft noPurpose =
                Draft.leaf("Tsa 2").without(Extension.extendedKeyUsage).purposes(false, KeyPurpose.CLAIM_SIGNING);
        assertIgnored(alone(noPurpose.from(root).make()).token(STAMPED), codes);
        Draft lax = Draft.timeStampAuthority("Tsa 3").purposes(false, KeyPurpose.TIME_STAMPING);
        assertIgnored(alone(lax.from(root).make()).token(STAMPED), codes);
        assertThat(codes(check(alone(root).token(STAMPED)))).contains(StatusCode.TIME_STAMP_UNTRUSTED);
    }

    @ParameterizedTest
    @CsvSource({"20240101000000Z", "20360101000000Z", "19700101000000Z"})
    void timeOutsideTheAuthoritysCertificateIsIgnored(String time) throws Exception {
        assertIgnored(
                authority().at(time).token(STAMPED),
                StatusCode.TIME_STAMP_VALIDATED,
                StatusCode.TIME_STAMP_OUTSIDE_VALIDITY);
    }

    @Test
    void timeOutsideAnIssuersCertificateIsIgnored() throws Exception {
        Made old = Draft.authority("Old middle")
                .from(root)
                .valid("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
                .make();
        Made below = Draft.timeStampAuthority("Tsa 4").from(old).make();
        Tsa outlived = new Tsa(List.of(below), List.of(below, old));
        assertIgnored(outlived.token(STAMPED), StatusCode.TIME_STAMP_VALIDATED, StatusCode.TIME_STAMP_OUTSIDE_VALIDITY);
        assertThat(check(outlived.at("20250601000000Z").token(STAMPED)).time()).isPresent();
    }

    @Test
    void authorityThatExpiredSinceIsStillTrusted() throws Exception {
        Made past = Draft.timeStampAuthority("Tsa 5")
                .from(root)
                .valid("2025-01-01T00:00:00Z", "2026-04-01T00:00:00Z")
                .make();
        assertThat(check(alone(past).token(STAMPED)).time()).contains(TIME);
    }

    @Test
    void tokenOfTheFutureIsIgnoredBeyondFiveMinutes() throws Exception {
        assertThat(check(authority().at("20260601120500Z").token(STAMPED)).time())
                .isPresent();
        assertIgnored(
                authority().at("20260601120501Z").token(STAMPED),
                StatusCode.TIME_STAMP_VALIDATED,
                StatusCode.TIME_STAMP_UNTRUSTED);
    }

    @ParameterizedTest
    @CsvSource({
        "20260301120000.5Z, 2026-03-01T12:00:00.500Z",
        "20260301120000.123456789Z, 2026-03-01T12:00:00.123456789Z"
    })
    void fractionsOfSecondsAreRead(String time, Instant expected) throws Exception {
        assertThat(check(authority().at(time).token(STAMPED)).time()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260301120060Z",
                "20260301240000Z",
                "20260230120000Z",
                "202603011200Z",
                "20260301120000",
                "20260301120000+0100",
                "20260301120000.Z",
                "20260301120000.1234567890Z",
                "20260301120000,5Z",
                "00000101000000Z",
                "99991231235959Z",
                "19691231235959Z"
            })
    void strangeTimesAreMalformed(String time) throws Exception {
        assertIgnored(authority().at(time).token(STAMPED), StatusCode.TIME_STAMP_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, false", "5, false"})
    void responseMustGrantTheToken(int status, boolean granted) throws Exception {
        Result result = TimeStamp.check(
                authority().response(STAMPED, status), true, STAMPED, trusting, Draft.NOW, Budget.standard());
        assertThat(result.isTrusted()).isEqualTo(granted);
        if (!granted) {
            assertThat(codes(result)).containsExactly(StatusCode.TIME_STAMP_MALFORMED);
        }
    }

    @Test
    void tokenInPlaceOfAResponseIsMalformedAndTheReverse() throws Exception {
        Bytes token = authority().token(STAMPED);
        assertThat(codes(TimeStamp.check(token, true, STAMPED, trusting, Draft.NOW, Budget.standard())))
                .containsExactly(StatusCode.TIME_STAMP_MALFORMED);
        assertIgnored(authority().response(STAMPED, 0), StatusCode.TIME_STAMP_MALFORMED);
    }

    @Test
    void junkIsMalformed() throws Exception {
        assertIgnored(Bytes.EMPTY, StatusCode.TIME_STAMP_MALFORMED);
        assertIgnored(Bytes.utf8("no token"), StatusCode.TIME_STAMP_MALFORMED);
        assertIgnored(Bytes.wrap(new byte[] {0x30, 0}), StatusCode.TIME_STAMP_MALFORMED);
        byte[] deep = new byte[60_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        assertIgnored(Bytes.wrap(deep), StatusCode.TIME_STAMP_MALFORMED);
    }

    @Test
    void tokenAboveTheLimitStopsTheVerification() {
        assertThatThrownBy(() -> check(Bytes.wrap(new byte[(64 << 10) + 1])))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void changedTokensNeverThrowAndNeverGiveAnotherTime() throws Exception {
        long seed = 3_161;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        byte[] token = authority().token(STAMPED).toArray();
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = token.clone();
            changed[random.nextInt(token.length)] ^= (byte) (1 << random.nextInt(8));
            Result result = check(Bytes.wrap(changed));
            assertThat(codes(result)).isNotEmpty();
            result.time().ifPresent(time -> assertThat(time).isEqualTo(TIME));
        }
    }
}
