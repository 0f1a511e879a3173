package org.inkseal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.Limits;
import org.inkseal.io.MalformedException;
import org.inkseal.trust.OcspVerdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcspResponseTest {
    private static final Instant STAMPED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = Draft.NOW;
    private static final OcspRule STAPLED = new OcspRule(Optional.of(STAMPED), NOW, false);

    private final Made root = Draft.authority("Ocsp root").make();
    private final Made subject = Draft.leaf("Ocsp subject").from(root).make();

    private OcspDraft answer() {
        return new OcspDraft(subject, root, STAMPED.minusSeconds(60));
    }

    private Made delegate(String purpose, Made issuer, String from, String to) {
        return Draft.leaf("Ocsp delegate")
                .purposes(false, purpose)
                .valid(from, to)
                .from(issuer)
                .make();
    }

    private Status status(OcspDraft draft) throws MalformedException {
        return status(draft, STAPLED);
    }

    private Status status(OcspDraft draft, OcspRule rule) throws MalformedException {
        return OcspResponse.read(draft.make(), Budget.standard())
                .about(subject.certificate(), root.certificate(), rule, Budget.standard())
                .status();
    }

    @Test
    void theIssuerMayAnswerUnderItsNameOrItsKey() throws Exception {
        assertThat(status(answer())).isEqualTo(Status.NOT_REVOKED);
        assertThat(status(answer().namingTheKey())).isEqualTo(Status.NOT_REVOKED);
    }

    @Test
    void whomTheIssuerCertifiedForItMayAnswerWhileThatIsValid() throws Exception {
        String from = "2026-01-01T00:00:00Z";
        Made good = delegate(KeyPurpose.OCSP_SIGNING, root, from, "2026-04-01T00:00:00Z");
        Made late = delegate(KeyPurpose.OCSP_SIGNING, root, from, "2026-02-01T00:00:00Z");

        assertThat(status(answer().signedBy(good))).isEqualTo(Status.NOT_REVOKED);
        assertThat(status(answer().signedBy(late))).isEqualTo(Status.UNUSABLE);
    }

    @Test
    void nobodyElseMayAnswer() throws Exception {
        String from = "2025-01-01T00:00:00Z";
        String to = "2035-01-01T00:00:00Z";
        Made stranger = Draft.authority("Ocsp stranger").make();
        Made namesake = Draft.authority("Ocsp root").keys(Draft.freshKeys()).make();
        Made middle = Draft.authority("Ocsp middle").from(root).make();

        assertThat(status(answer().signedBy(delegate(KeyPurpose.EMAIL_PROTECTION, root, from, to))))
                .isEqualTo(Status.UNUSABLE);
        assertThat(status(answer().signedBy(delegate(KeyPurpose.OCSP_SIGNING, stranger, from, to))))
                .isEqualTo(Status.UNUSABLE);
        assertThat(status(answer().signedBy(delegate(KeyPurpose.OCSP_SIGNING, namesake, from, to))))
                .isEqualTo(Status.UNUSABLE);
        assertThat(status(answer().signedBy(delegate(KeyPurpose.OCSP_SIGNING, middle, from, to))))
                .isEqualTo(Status.UNUSABLE);
        assertThat(status(answer().signedBy(Draft.leaf("Self")
                        .purposes(false, KeyPurpose.OCSP_SIGNING)
                        .make())))
                .isEqualTo(Status.UNUSABLE);
        assertThat(status(answer().signedBy(subject))).isEqualTo(Status.UNUSABLE);
        assertThat(status(answer().signedBy(namesake))).isEqualTo(Status.UNUSABLE);
    }

    @Test
    void anAnswerIsOfOneCertificateOfOneIssuer() throws Exception {
        Made other = Draft.authority("Ocsp other root").make();
        OcspDraft ofNamesake = new OcspDraft(subject, other, STAMPED);

        assertThat(status(answer().ofAnother())).isEqualTo(Status.UNUSABLE);
        assertThat(status(ofNamesake)).isEqualTo(Status.UNUSABLE);
        assertThat(OcspResponse.read(answer().make(), Budget.standard())
                        .mentions(
                                Draft.leaf("x")
                                        .serial(BigInteger.TEN)
                                        .from(root)
                                        .make()
                                        .certificate(),
                                root.certificate()))
                .isFalse();
    }

    /** Hours from the time-stamp; "none" is no nextUpdate, and then 24 hours after producedAt count. */
    @ParameterizedTest
    @CsvSource({
        "-1, 1, -1, 2000, NOT_REVOKED",
        "0, 1, 0, 2000, NOT_REVOKED",
        "-1, 0, -1, 2000, NOT_REVOKED",
        "-2, -1, -2, 2000, UNUSABLE",
        "1, 2, 1, 2000, NOT_REVOKED",
        "1, 2, 1, 1, NOT_REVOKED",
        "2, 3, 2, 1, UNUSABLE",
        "-1, none, -1, 2000, NOT_REVOKED",
        "-23, none, -23, 2000, NOT_REVOKED",
        "-24, none, -24, 2000, NOT_REVOKED",
        "-25, none, -25, 2000, UNUSABLE",
        "-25, none, -23, 2000, NOT_REVOKED",
        "-99, none, -1, 2000, NOT_REVOKED",
        "1, none, 1, 2000, NOT_REVOKED"
    })
    void aGoodAnswerHoldsForTheTimeOfTheStandard(int first, String last, int produced, int present, Status wanted)
            throws Exception {
        Instant end = last.equals("none") ? null : hours(Integer.parseInt(last));
        OcspRule rule = new OcspRule(Optional.of(STAMPED), hours(present), false);
        OcspDraft draft = answer().from(hours(first), end).producedAt(hours(produced));

        assertThat(status(draft, rule)).isEqualTo(wanted);
    }

    private static Instant hours(int hours) {
        return STAMPED.plus(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @CsvSource({
        "-2, 1, REVOKED",
        "0, -1, REVOKED",
        "2, 1, NOT_REVOKED",
        "-2, 6, REVOKED",
        "-2, 8, NOT_REVOKED",
        "2, 8, NOT_REVOKED"
    })
    void aRevocationCountsFromItsTimeOn(int since, int reason, Status wanted) throws Exception {
        assertThat(status(answer().from(hours(3), hours(9)).revoked(hours(since), reason)))
                .isEqualTo(wanted);
    }

    @Test
    void aRevocationIsBelievedHoweverOldTheAnswerButAHoldIsNot() throws Exception {
        OcspDraft old = answer().from(hours(-90), hours(-80));

        assertThat(status(old.revoked(hours(-100), 1))).isEqualTo(Status.REVOKED);
        assertThat(status(old.revoked(hours(-100), 6))).isEqualTo(Status.UNUSABLE);
    }

    @Test
    void withoutATimeStampNothingGoodIsProvedByWhatCameAlong() throws Exception {
        OcspRule stapled = new OcspRule(Optional.empty(), hours(1), false);
        OcspRule asked = new OcspRule(Optional.empty(), hours(1), true);

        assertThat(status(answer(), stapled)).isEqualTo(Status.UNUSABLE);
        assertThat(status(answer(), asked)).isEqualTo(Status.NOT_REVOKED);
        assertThat(status(answer().revoked(hours(-9), 1), stapled)).isEqualTo(Status.REVOKED);
        assertThat(status(answer().from(hours(-9), hours(-8)), asked)).isEqualTo(Status.UNUSABLE);
    }

    @Test
    void clocksMayDifferALittleWhereSomebodyWasJustAsked() throws Exception {
        OcspDraft draft = answer().from(NOW.plusSeconds(200), NOW.plusSeconds(2000));

        assertThat(status(draft, new OcspRule(Optional.empty(), NOW, true))).isEqualTo(Status.NOT_REVOKED);
        assertThat(status(draft, STAPLED)).isEqualTo(Status.UNUSABLE);
        assertThat(status(
                        draft.from(NOW.plusSeconds(400), NOW.plusSeconds(2000)),
                        new OcspRule(Optional.empty(), NOW, true)))
                .isEqualTo(Status.UNUSABLE);
    }

    @Test
    void anUnknownCertificateIsUnknown() throws Exception {
        assertThat(status(answer().unknown())).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void whatIsNotUnderstoodAndCriticalIsRefused() {
        assertThatThrownBy(
                        () -> OcspResponse.read(answer().withCriticalExtension().make(), Budget.standard()))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("critical");
    }

    @Test
    void limitsHold() throws Exception {
        int most = (int) Limit.OCSP_ANSWERS.standard();
        assertThat(status(answer().repeated(most))).isEqualTo(Status.NOT_REVOKED);
        assertThatThrownBy(() -> OcspResponse.read(answer().repeated(most + 1).make(), Budget.standard()))
                .isInstanceOf(LimitExceededException.class);

        Bytes der = answer().make();
        Budget tight = new Budget(Limits.standard().with(Limit.OCSP_BYTES, der.length() - 1L));
        assertThatThrownBy(() -> OcspResponse.read(der, tight)).isInstanceOf(LimitExceededException.class);
        Budget few = new Budget(Limits.standard().with(Limit.OCSP_RESPONSES, 1));
        OcspResponse.read(der, few);
        assertThatThrownBy(() -> OcspResponse.read(der, few)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void brokenAnswersAreMalformedOrSayNothingGood() throws Exception {
        Bytes good = answer().make();
        for (int length = 0; length < good.length(); length++) {
            Bytes cut = good.slice(0, length);
            assertThatThrownBy(() -> OcspResponse.read(cut, Budget.standard())).isInstanceOf(MalformedException.class);
        }
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = good.toArray();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            if (status(Bytes.wrap(bytes)) != Status.NOT_REVOKED) {
                refused++;
            }
        }
        // Only the algorithm's absent parameters and the like may differ without harm.
        assertThat(refused).isGreaterThan(1_990);
    }

    private Status status(Bytes der) throws LimitExceededException {
        try {
            return OcspResponse.read(der, Budget.standard())
                    .about(subject.certificate(), root.certificate(), STAPLED, Budget.standard())
                    .status();
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedException e) {
            return Status.UNUSABLE;
        }
    }

    @Test
    void theCertificateTellsLevelProductAndResponder() {
        Certificate leaf = leafOf(Hierarchy.lasting());

        assertThat(leaf.ocspResponders()).containsExactly(Hierarchy.RESPONDER);
        assertThat(leaf.assuranceLevel()).hasValue(2);
        assertThat(leaf.productRecord()).contains("a product");
        assertThat(subject.certificate().ocspResponders()).isEmpty();
        assertThat(subject.certificate().assuranceLevel()).isEmpty();
        assertThat(subject.certificate().productRecord()).isEmpty();
    }

    private static Certificate leafOf(Hierarchy hierarchy) {
        try {
            return Certificate.parse(hierarchy.chain().get(0));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
