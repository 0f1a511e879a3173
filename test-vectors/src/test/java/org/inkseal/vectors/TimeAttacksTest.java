package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inkseal.vectors.TimeVectors.clock;
import static org.inkseal.vectors.TimeVectors.late;
import static org.inkseal.vectors.TimeVectors.signed;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.inkseal.cbor.CborReader;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.net.Network;
import org.inkseal.report.Report;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Time-stamps and answers about revocation that say what is not so, or say nothing.
 *
 * <p>Elsewhere: every combination of time-stamp, present, answer and authority (F1, F2, F7, F14, F18) in
 * {@code TimeModelTest}; a time-stamp that another manifest brings (F11) in {@code RevocationTest}; the clock of the caller
 * (F13) is an argument of every verification.
 */
class TimeAttacksTest {
    private static final String SIGNED = "2026-03-01T12:00:00Z";
    private static final String OUTSIDE = "claimSignature.outsideValidity";
    private static final String WELL_FORMED = "WellFormed";
    private static final String TRUSTED_STAMP = "timeStamp.trusted";
    private static final String MALFORMED = "timeStamp.malformed";
    private static final String MISMATCH = "timeStamp.mismatch";
    private static final String UNTRUSTED = "timeStamp.untrusted";
    private static final String SKIPPED = "signingCredential.ocsp.skipped";
    private static final String UNUSABLE = "org.inkseal.revocation.unusable";
    private static final String REVOKED = "signingCredential.ocsp.revoked";
    private static final int ISSUED_AT = 6;
    private static final int CLAIMS = 15;

    private static final Verifier VERIFIER = Verifier.at(Vectors.NOW)
            .trusting(
                    TrustSettings.none().withAnchors(People.ROOT.pem()).withTimeStampAnchors(People.CLOCK_ROOT.pem()));

    @ParameterizedTest
    @MethodSource("cases")
    void onlyTheRightTimeAndTheRightAnswerCount(Case picture) throws Exception {
        picture.check();
    }

    static Stream<Case> cases() {
        return Stream.of(stamps(), tokens(), authorities(), times(), claimed(), answers(), asked(), assertions())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> both(String name, ForgedSignature signature, UnaryOperator<Case> as) {
        return Stream.of(Container.PNG, Container.JPEG)
                .map(container -> as.apply(Case.right(
                                name + " in " + container,
                                () -> new Forgery(container, 90)
                                        .created()
                                        .signedWith(signature)
                                        .file())
                        .by(VERIFIER)));
    }

    /** The time-stamp counts. */
    private static Stream<Case> counts(String name, ForgedSignature signature, String... remarks) {
        return both(name, signature, picture -> picture.remarking(remarks));
    }

    /** The time-stamp is ignored, so that the present counts, and the certificate is over. */
    private static Stream<Case> ignored(String name, ForgedSignature signature, String... remarks) {
        return both(
                name,
                signature,
                picture -> picture.failing(OUTSIDE).being(WELL_FORMED).remarking(remarks));
    }

    private static Stream<Case> stamps() {
        return Stream.of(
                        counts(
                                "F1 a time-stamp",
                                late().stamped(clock()),
                                TRUSTED_STAMP,
                                "timeStamp.validated",
                                "claimSignature.insideValidity",
                                SKIPPED),
                        ignored("F1 no time-stamp", late()),
                        ignored(
                                "F1 a time-stamp by nobody in particular",
                                late().stamped(new StampDraft(People.STRANGE_CLOCK)),
                                UNTRUSTED),
                        ignored(
                                "F2 of something else",
                                late().with("sigTst2", ForgedSignature.stamps(clock().token(Bytes.utf8("other")))),
                                MISMATCH),
                        ignored("F3 nothing", late().with("sigTst2", ForgedSignature.stamps()), MALFORMED),
                        ignored(
                                "F3 an empty token",
                                late().with("sigTst2", ForgedSignature.stamps(Bytes.EMPTY)),
                                MALFORMED),
                        ignored("F3 a text", late().with("sigTst2", Value.of("text")), MALFORMED),
                        ignored(
                                "F3 refused",
                                late().with((headers, signature, claim) -> Map.entry(
                                        "sigTst",
                                        ForgedSignature.stamps(clock().response(
                                                        ForgedSignature.structure("CounterSignature", headers, claim),
                                                        2)))),
                                MALFORMED),
                        counts(
                                "F8 of the first version",
                                late().with((headers, signature, claim) -> Map.entry(
                                        "sigTst",
                                        ForgedSignature.stamps(clock().response(
                                                        ForgedSignature.structure("CounterSignature", headers, claim),
                                                        0)))),
                                TRUSTED_STAMP),
                        ignored(
                                "F4 two tokens",
                                late().with((headers, signature, claim) -> {
                                    Bytes token = clock().token(ForgedSignature.covered(headers, signature));
                                    return Map.entry("sigTst2", ForgedSignature.stamps(token, token));
                                }),
                                MALFORMED),
                        ignored(
                                "F8 the first version in the place of the second",
                                late().with((headers, signature, claim) -> Map.entry(
                                        "sigTst2",
                                        ForgedSignature.stamps(clock().token(ForgedSignature.structure(
                                                "CounterSignature", headers, claim))))),
                                MISMATCH),
                        ignored(
                                "F8 the second version in the place of the first",
                                late().with((headers, signature, claim) -> Map.entry(
                                        "sigTst",
                                        ForgedSignature.stamps(
                                                clock().response(ForgedSignature.covered(headers, signature), 0)))),
                                MISMATCH))
                .flatMap(cases -> cases);
    }

    private static Stream<Case> tokens() {
        return Stream.of(
                        ignored("F5 nobody signed it", late().stamped(new StampDraft()), MISMATCH),
                        ignored(
                                "F5 two signed it",
                                late().stamped(new StampDraft(People.CLOCK, People.STRANGE_CLOCK)),
                                MISMATCH),
                        ignored("F5 without a certificate", late().stamped(clock().carrying()), UNTRUSTED),
                        ignored(
                                "F5 with the certificate of another",
                                late().stamped(clock().carrying(People.STRANGE_CLOCK)),
                                UNTRUSTED),
                        ignored("F5 without a digest", late().stamped(clock().withoutDigest()), MISMATCH),
                        ignored("F5 with another digest", late().stamped(clock().withWrongDigest()), MISMATCH))
                .flatMap(cases -> cases);
    }

    private static Issued authority(CertificateDraft draft) {
        return draft.from(People.CLOCK_ROOT).make();
    }

    private static Stream<Case> authorities() {
        KeyPurposeId time = KeyPurposeId.id_kp_timeStamping;
        Issued retired = authority(
                CertificateDraft.clock("Retired Clock").valid("2025-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
        return Stream.of(
                        wrongClock(
                                "F6 the purpose is not critical",
                                CertificateDraft.clock("A").purposes(false, time)),
                        wrongClock(
                                "F6 another purpose too",
                                CertificateDraft.clock("B").purposes(true, time, KeyPurposeId.id_kp_emailProtection)),
                        wrongClock("F6 another purpose", CertificateDraft.leaf("C")),
                        wrongClock("F6 no purpose", CertificateDraft.clock("D").without(Extension.extendedKeyUsage)),
                        wrongClock(
                                "F6 an authority for certificates",
                                CertificateDraft.authority("E")
                                        .with(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(time))),
                        ignored(
                                "E10 a clock below the signers' root",
                                late().stamped(new StampDraft(CertificateDraft.clock("F")
                                        .from(People.ROOT)
                                        .make())),
                                UNTRUSTED),
                        ignored(
                                "F7 F12 a clock that had retired",
                                late().stamped(new StampDraft(retired)),
                                "timeStamp.outsideValidity"),
                        counts(
                                "F12 a clock before it retired",
                                late().stamped(new StampDraft(retired).at("20260115120000Z")),
                                TRUSTED_STAMP),
                        ignored(
                                "F7 before the signer's certificate",
                                late().stamped(clock().at("20251231235959Z")),
                                TRUSTED_STAMP),
                        ignored(
                                "F7 after the signer's certificate",
                                late().stamped(clock().at("20260401000001Z")),
                                TRUSTED_STAMP))
                .flatMap(cases -> cases);
    }

    private static Stream<Case> wrongClock(String name, CertificateDraft draft) {
        return ignored(name, late().stamped(new StampDraft(authority(draft))), "timeStamp.credentialInvalid");
    }

    private static Stream<Case> times() {
        return Stream.of(
                        Stream.of("20260301120000.5Z", "20260301120000.123456789Z")
                                .flatMap(time ->
                                        counts("F10 at " + time, late().stamped(clock().at(time)), TRUSTED_STAMP)),
                        Stream.of(
                                        "20260301120000",
                                        "20260301120000+0100",
                                        "20260301120000.Z",
                                        "20260301120060Z",
                                        "20260301126000Z",
                                        "20260301240000Z",
                                        "20260332120000Z",
                                        "20260230120000Z",
                                        "20261301120000Z",
                                        "202603011200Z",
                                        "2026030112Z",
                                        "-0260301120000Z",
                                        "20260301 20000Z",
                                        "yesterday",
                                        "")
                                .flatMap(time -> ignored(
                                        "F10 at \"" + time + "\"", late().stamped(clock().at(time)), MALFORMED)),
                        Stream.of("99991231235959Z", "00010101000000Z")
                                .flatMap(time -> ignored("F10 at " + time, late().stamped(clock().at(time)))))
                .flatMap(cases -> cases);
    }

    private static ForgedSignature claiming(Value time) {
        return signed().protecting(headers -> {
            try {
                DictBuilder more = Value.dict();
                Value.Dict map = (Value.Dict) CborReader.read(headers, Budget.standard());
                map.entries().forEach(more::put);
                more.put(
                        Value.of(CLAIMS),
                        Value.dict().put(Value.of(ISSUED_AT), time).build());
                return CborWriter.write(more.build());
            } catch (MalformedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Stream<Case> claimed() {
        String inside = "timeOfSigning.insideValidity";
        String outside = "timeOfSigning.outsideValidity";
        return Stream.of(
                        counts("F9 a claimed time", claiming(Value.of(1_772_366_400L)), inside),
                        counts("F9 long before", claiming(Value.of(1)), outside),
                        counts("F9 long after", claiming(Value.of(1_000_000_000_000_000_000L)), outside),
                        counts("F9 negative", claiming(Value.of(-5)), outside),
                        counts("F9 a fraction", claiming(new Value.Real(1_772_366_400.5)), inside),
                        counts("F9 no number", claiming(new Value.Real(Double.NaN)), outside),
                        counts("F9 a text", claiming(Value.of("today")), outside))
                .flatMap(cases -> cases);
    }

    private static AnswerDraft answer() {
        return new AnswerDraft(People.SIGNER, People.INTERMEDIATE, SIGNED);
    }

    private static ForgedSignature answered(Bytes... responses) {
        return signed().stamped(clock()).answered(responses);
    }

    private static Stream<Case> unusable(String name, Bytes response) {
        return counts(name, answered(response), UNUSABLE, SKIPPED);
    }

    private static Stream<Case> answers() {
        Issued responder = CertificateDraft.leaf("Responder")
                .purposes(false, KeyPurposeId.id_kp_OCSPSigning)
                .from(People.INTERMEDIATE)
                .make();
        Issued usurper = CertificateDraft.leaf("Usurper")
                .purposes(false, KeyPurposeId.id_kp_OCSPSigning)
                .make();
        String good = "signingCredential.ocsp.notRevoked";
        return Stream.of(
                        counts("F14 good", answered(answer().make()), good),
                        counts(
                                "F14 over",
                                answered(answer().between("2026-01-01T00:00:00Z", "2026-01-08T00:00:00Z")
                                        .make()),
                                SKIPPED,
                                UNUSABLE),
                        counts(
                                "F14 of the future",
                                answered(answer().between("2027-01-01T00:00:00Z", "2027-01-08T00:00:00Z")
                                        .make()),
                                SKIPPED,
                                UNUSABLE),
                        unusable(
                                "F15 of another certificate",
                                answer().ofAnother().make()),
                        unusable(
                                "F15 by another issuer",
                                new AnswerDraft(People.SIGNER, People.CLOCK_ROOT, SIGNED).make()),
                        counts(
                                "F16 by somebody whom the issuer named",
                                answered(answer().by(responder).make()),
                                good),
                        unusable(
                                "F16 by somebody who named themselves",
                                answer().by(usurper).make()),
                        unusable("F16 by the signer", answer().by(People.SIGNER).make()),
                        unusable("F17 junk", Bytes.utf8("junk")),
                        unusable("F17 nothing", Bytes.EMPTY),
                        revoked("F18 revoked", answer().revoked("2026-02-01T00:00:00Z", 1)),
                        revoked("F18 revoked, without a reason", answer().revoked("2026-02-01T00:00:00Z", 0)),
                        revoked("F18 on hold", answer().revoked("2026-02-01T00:00:00Z", 6)),
                        counts(
                                "F18 revoked later",
                                answered(answer().revoked("2026-03-02T00:00:00Z", 1)
                                        .make()),
                                good),
                        counts(
                                "F18 no longer on hold",
                                answered(answer().revoked("2026-02-01T00:00:00Z", 8)
                                        .make()),
                                good),
                        unusable("F18 unknown", answer().unknown().make()),
                        counts(
                                "F18 good, but nobody knows when it was signed",
                                signed().answered(answer().make()),
                                SKIPPED),
                        both(
                                "F17 a revocation behind junk",
                                answered(
                                        Bytes.utf8("junk"),
                                        answer().make(),
                                        answer().revoked("2026-02-01T00:00:00Z", 1)
                                                .make()),
                                picture -> picture.failing(REVOKED).being(WELL_FORMED)),
                        both(
                                "F19 the authority was revoked",
                                answered(new AnswerDraft(People.INTERMEDIATE, People.ROOT, SIGNED)
                                        .revoked("2026-02-01T00:00:00Z", 2)
                                        .make()),
                                picture -> picture.failing("signingCredential.untrusted")
                                        .being("Valid")),
                        counts("F20 as many answers as allowed", answered(repeat(answer().make(), 8)), good),
                        both(
                                "F20 more answers than allowed",
                                answered(repeat(Bytes.utf8("x"), 65)),
                                picture -> picture.failing("general.error").being("Invalid")))
                .flatMap(cases -> cases);
    }

    private static Bytes[] repeat(Bytes response, int times) {
        Bytes[] responses = new Bytes[times];
        Arrays.fill(responses, response);
        return responses;
    }

    private static Stream<Case> revoked(String name, AnswerDraft answer) {
        return both(
                name,
                answered(answer.make()),
                picture -> picture.failing(REVOKED).being(WELL_FORMED));
    }

    private static Stream<Case> asked() {
        String now = "2026-06-01T00:00:00Z";
        AnswerDraft good = new AnswerDraft(People.SIGNER, People.INTERMEDIATE, now);
        AnswerDraft unknown = new AnswerDraft(People.SIGNER, People.INTERMEDIATE, now).unknown();
        AnswerDraft other = new AnswerDraft(People.SIGNER, People.INTERMEDIATE, now).ofAnother();
        AnswerDraft revoked =
                new AnswerDraft(People.SIGNER, People.INTERMEDIATE, now).revoked("2026-02-01T00:00:00Z", 1);
        ForgedSignature junk = signed().answered(Bytes.utf8("junk"));
        return Stream.of(
                        counts("F17 asked, as junk came along", junk, "signingCredential.ocsp.notRevoked")
                                .map(picture -> picture.by(asking(good))),
                        both(
                                "F18 asked, and revoked",
                                junk,
                                picture -> picture.failing(REVOKED)
                                        .being(WELL_FORMED)
                                        .by(asking(revoked))),
                        counts("F18 asked, and unknown", junk, "signingCredential.ocsp.unknown")
                                .map(picture -> picture.by(asking(unknown))),
                        counts("F15 asked, and told of another", junk, "signingCredential.ocsp.inaccessible")
                                .map(picture -> picture.by(asking(other))))
                .flatMap(cases -> cases);
    }

    private static Verifier asking(AnswerDraft answer) {
        return VERIFIER.online(new Answering(answer));
    }

    /** Answers whatever it is asked, and says which question it answers. */
    private record Answering(AnswerDraft answer) implements Network {
        @Override
        public Reply get(URI uri, int most) throws IOException {
            throw new IOException("nothing to get");
        }

        @Override
        public Reply post(URI uri, String mediaType, Bytes body, int most) {
            Bytes nonce = Bytes.wrap(ASN1OctetString.getInstance(OCSPRequest.getInstance(body.toArray())
                            .getTbsRequest()
                            .getRequestExtensions()
                            .getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)
                            .getExtnValue()
                            .getOctets())
                    .getOctets());
            return new Reply(
                    "application/ocsp-response", answer.answering(nonce).make());
        }
    }

    private static Stream<Case> assertions() {
        return Stream.of(Container.PNG, Container.JPEG)
                .flatMap(container -> Stream.of(
                                Case.wrong(
                                        "F3 a time-stamp assertion that is no map of tokens in " + container,
                                        () -> new Forgery(container, 91)
                                                .created()
                                                .assertion("c2pa.time-stamp", Value.of("text"))
                                                .signedWith(signed())
                                                .file(),
                                        "assertion.timestamp.malformed"),
                                Case.right(
                                        "F3 a time-stamp assertion for somebody else in " + container,
                                        () -> new Forgery(container, 91)
                                                .created()
                                                .assertion(
                                                        "c2pa.time-stamp",
                                                        Value.dict()
                                                                .put(
                                                                        "urn:c2pa:other",
                                                                        clock().token(Bytes.utf8("other")))
                                                                .build())
                                                .signedWith(signed())
                                                .file()))
                        .map(picture -> picture.by(VERIFIER)));
    }

    @Test
    void whatIsNotStampedIsJudgedByTheClockOfTheCaller() throws Exception {
        Bytes file = new Forgery(Container.PNG, 90).created().signedWith(late()).file();
        TrustSettings trust = TrustSettings.none().withAnchors(People.ROOT.pem());
        for (String time : Set.of("1970-01-01T00:00:00Z", "2025-12-31T23:59:59Z", "2100-01-01T00:00:00Z")) {
            Report report = Verifier.at(Instant.parse(time)).trusting(trust).verify(ByteSource.of(file));
            assertThat(report.state().isValid()).as("F13 F16 at " + time).isFalse();
        }
        Report inside = Verifier.at(Instant.parse(SIGNED)).trusting(trust).verify(ByteSource.of(file));
        assertThat(inside.state().label()).isEqualTo("Trusted");
    }
}
