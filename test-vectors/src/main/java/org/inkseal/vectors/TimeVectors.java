package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/** Time-stamps, claimed times and answers about revocation, in order or not. */
final class TimeVectors {
    private static final String STAMPS = "C2PA 2.4 §15.8";
    private static final String ANSWERS = "C2PA 2.4 §15.9";
    private static final String SIGNED = "2026-03-01T12:00:00Z";
    private static final String REVOKED_SINCE = "2026-02-01T00:00:00Z";
    private static final String OUTSIDE = "claimSignature.outsideValidity";
    private static final String SKIPPED = "signingCredential.ocsp.skipped";
    private static final int CLAIMS = 15;
    private static final int ISSUED_AT = 6;

    private final List<Vector> vectors = new ArrayList<>();

    private TimeVectors() {}

    static List<Vector> make() throws SigningException {
        TimeVectors made = new TimeVectors();
        made.stamps();
        made.claimed();
        made.answers();
        made.others();
        return made.vectors;
    }

    /** By a certificate that is over at the time of the expectations, so that only a time-stamp makes it valid. */
    static ForgedSignature late() {
        return new ForgedSignature(People.SHORT_LIVED.signer());
    }

    static ForgedSignature signed() {
        return new ForgedSignature(People.SIGNER.signer());
    }

    static StampDraft clock() {
        return new StampDraft(People.CLOCK);
    }

    private void stamps() throws SigningException {
        add(
                "stamped",
                late().stamped(clock()),
                Expectation.trusted(STAMPS, "expired since, with a time-stamp")
                        .succeeding("timeStamp.validated", "timeStamp.trusted", "claimSignature.insideValidity"));
        ignored("untrusted", late().stamped(new StampDraft(People.STRANGE_CLOCK)), "a clock that nobody knows");
        ignored("malformed", late().with("sigTst2", Value.of("text")), "a text in the place of a time-stamp");
        ignored(
                "mismatch",
                late().with("sigTst2", ForgedSignature.stamps(clock().token(Bytes.utf8("other")))),
                "the time-stamp of something else");
        Issued retired = CertificateDraft.clock("Retired Clock")
                .valid("2025-01-01T00:00:00Z", REVOKED_SINCE)
                .from(People.CLOCK_ROOT)
                .make();
        ignored("outsideValidity", late().stamped(new StampDraft(retired)), "a clock that had retired");
        Issued mistaken =
                CertificateDraft.leaf("No Clock").from(People.CLOCK_ROOT).make();
        ignored("credentialInvalid", late().stamped(new StampDraft(mistaken)), "by somebody who may not tell the time");
    }

    /** The time-stamp is ignored, so that the present counts, and the certificate is over. */
    private void ignored(String code, ForgedSignature signature, String note) throws SigningException {
        add(
                "stamp-" + code,
                signature,
                Expectation.invalid(STAMPS, note, OUTSIDE)
                        .withState("WellFormed")
                        .remarking("timeStamp." + code));
    }

    private void claimed() throws SigningException {
        add(
                "claimed-inside",
                claiming(1_772_366_400L),
                Expectation.trusted(STAMPS, "the signer says when, within the validity of the certificate")
                        .remarking("timeOfSigning.insideValidity"));
        add(
                "claimed-outside",
                claiming(1),
                Expectation.trusted(STAMPS, "the signer says when, long before there was a certificate")
                        .remarking("timeOfSigning.outsideValidity"));
    }

    private static ForgedSignature claiming(long seconds) {
        Value times = Value.dict().put(Value.of(ISSUED_AT), Value.of(seconds)).build();
        return signed().protectingField(Value.of(CLAIMS), times);
    }

    private void answers() throws SigningException {
        AnswerDraft good = new AnswerDraft(People.SIGNER, People.INTERMEDIATE, SIGNED);
        add(
                "not-revoked",
                answered(good.make()),
                Expectation.trusted(ANSWERS, "an answer that the certificate is not revoked")
                        .succeeding("signingCredential.ocsp.notRevoked"));
        add(
                "not-answered",
                signed().stamped(clock()),
                Expectation.trusted(ANSWERS, "no answer came along").remarking(SKIPPED));
        add(
                "revoked",
                answered(new AnswerDraft(People.SIGNER, People.INTERMEDIATE, SIGNED)
                        .revoked(REVOKED_SINCE, 1)
                        .make()),
                Expectation.invalid(ANSWERS, "revoked a month before", "signingCredential.ocsp.revoked")
                        .withState("WellFormed"));
        add(
                "answer-unusable",
                answered(Bytes.utf8("junk")),
                Expectation.trusted(ANSWERS, "junk in the place of an answer")
                        .remarking(SKIPPED, "org.inkseal.revocation.unusable"));
    }

    private static ForgedSignature answered(Bytes answer) {
        return signed().stamped(clock()).answered(answer);
    }

    private void others() throws SigningException {
        add(
                "published-key",
                new ForgedSignature(People.PUBLISHED.signer()),
                Expectation.trusted("C2PA 2.4 §15.7", "the key is in public documents, so anybody can have signed")
                        .remarking("org.inkseal.signingCredential.publishedKey"));
        for (Container container : Container.TWO) {
            Forgery forgery = forgery(container).assertion("c2pa.time-stamp", Value.of("text"));
            add(
                    container,
                    "assertion-malformed",
                    forgery.signedWith(signed()),
                    Expectation.invalid(
                            "C2PA 2.4 §18.18", "a text in the place of time-stamps", "assertion.timestamp.malformed"));
        }
    }

    private static Forgery forgery(Container container) {
        return new Forgery(container, 90).created();
    }

    private void add(String name, ForgedSignature signature, Expectation expectation) throws SigningException {
        for (Container container : Container.TWO) {
            add(container, name, forgery(container).signedWith(signature), expectation);
        }
    }

    private void add(Container container, String name, Forgery forgery, Expectation expectation)
            throws SigningException {
        vectors.add(new Vector("time/" + name + "." + container.extension(), forgery.file(), expectation));
    }
}
