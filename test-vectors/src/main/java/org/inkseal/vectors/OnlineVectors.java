package org.inkseal.vectors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.Extension;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/** Pictures that lead to other machines: for their store, or to ask whether the signer's certificate was revoked. */
final class OnlineVectors {
    private static final String REMOTE = "C2PA 2.4 §15.5.3.1";
    private static final String ASKING = "C2PA 2.4 §15.9.2";
    private static final String IDENTITIES = "CAWG identity 1.3 §8.2";
    private static final String ANSWERED = "2026-05-31T00:00:00Z";
    private static final String PAGE = "page.html";
    private static final String GOOD = "good.ocsp";
    private static final String UNKNOWN = "unknown.ocsp";
    private static final String PERSON = "person.ocsp";
    private static final int NUMBER = 120;

    private final Folder folder;

    private OnlineVectors(Folder folder) {
        this.folder = folder;
    }

    static List<Vector> make() throws SigningException {
        return Folder.of("online", folder -> {
            OnlineVectors made = new OnlineVectors(folder);
            made.stores();
            made.revocation();
            made.identities();
        });
    }

    /** What is at the addresses that answer, by the names of the files. */
    static Map<String, Bytes> answers() throws SigningException {
        Map<String, Bytes> answers = new LinkedHashMap<>();
        for (Container container : Container.TWO) {
            answers.put(store(container), store(container, picture(container, store(container))));
            answers.put(another(container), store(container, container.picture()));
        }
        answers.put(PAGE, Bytes.utf8("<!doctype html><title>Not here</title>\n"));
        answers.put(GOOD, new AnswerDraft(signer(GOOD), People.INTERMEDIATE, ANSWERED).make());
        answers.put(
                UNKNOWN,
                new AnswerDraft(signer(UNKNOWN), People.INTERMEDIATE, ANSWERED)
                        .unknown()
                        .make());
        answers.put(
                PERSON,
                new AnswerDraft(person(PERSON), IdentityVectors.ROOT, ANSWERED)
                        .unknown()
                        .make());
        return answers;
    }

    private static String store(Container container) {
        return "small." + container.extension() + ".c2pa";
    }

    private static String another(Container container) {
        return "another." + container.extension() + ".c2pa";
    }

    private static Bytes store(Container container, Bytes picture) throws SigningException {
        return new Forgery(container, NUMBER)
                .created()
                .in(picture)
                .excluding(slot -> List.of())
                .storeBeside();
    }

    private static Bytes picture(Container container, String file) {
        return container.linked(Elsewhere.address("https", file));
    }

    private void stores() throws SigningException {
        linked(
                "store",
                store(folder.container()),
                Expectation.trusted(REMOTE, "the store is elsewhere, where XMP says")
                        .succeeding("assertion.dataHash.match"));
        linked(
                "store-of-another",
                another(folder.container()),
                Expectation.invalid(
                        REMOTE, "the store elsewhere is that of another picture", "assertion.dataHash.mismatch"));
        linked(
                "store-gone",
                "gone.c2pa",
                Expectation.invalid(REMOTE, "nothing is where the store should be", "manifest.inaccessible")
                        .withState("None"));
        linked(
                "no-store",
                PAGE,
                Expectation.invalid(
                        REMOTE, "what is where the store should be is none", "manifest.inaccessible.malformed"));
    }

    private void linked(String name, String file, Expectation expectation) {
        folder.add(name, picture(folder.container(), file), expectation.asking());
    }

    private void revocation() throws SigningException {
        asked(
                "not-revoked",
                signer(GOOD),
                Expectation.trusted(ASKING, "the responder says that the certificate is not revoked")
                        .succeeding("signingCredential.ocsp.notRevoked"));
        asked(
                "revocation-unknown",
                signer(UNKNOWN),
                Expectation.trusted(ASKING, "the responder does not know the certificate")
                        .remarking("signingCredential.ocsp.unknown"));
        asked(
                "revocation-unanswered",
                People.SIGNER,
                Expectation.trusted(ASKING, "the responder is silent")
                        .remarking("signingCredential.ocsp.inaccessible"));
    }

    private void identities() throws SigningException {
        asked(
                "identity-unknown",
                person(PERSON),
                "the responder does not know the certificate of the person",
                "cawg.x509.ocsp.unknown");
        asked(
                "identity-unanswered",
                person("gone.ocsp"),
                "the responder of the person's authority does not answer",
                "cawg.x509.ocsp.inaccessible");
    }

    private void asked(String name, Issued person, String note, String remark) throws SigningException {
        IdentityDraft identity = IdentityVectors.by(person, IdentityVectors.UNSTAMPED);
        Forgery forgery = folder.forgery(NUMBER).created().stating(IdentityDraft.LABEL, identity::over);
        Expectation expectation = Expectation.trusted(IDENTITIES, note).succeeding("cawg.identity.trusted");
        folder.add(name, forgery, expectation.remarking(remark).asking());
    }

    /** A signer of whom a file of the folder speaks. */
    private static Issued signer(String file) {
        return issued(CertificateDraft.leaf("Asked Signer"), file, People.INTERMEDIATE);
    }

    private static Issued person(String file) {
        return issued(IdentityVectors.person("Asked Person", "2125-01-01T00:00:00Z"), file, IdentityVectors.ROOT);
    }

    private static Issued issued(CertificateDraft draft, String file, Issued authority) {
        return draft.serial(78)
                .with(Extension.authorityInfoAccess, false, People.responder(Elsewhere.address("http", file)))
                .from(authority)
                .make();
    }

    private void asked(String name, Issued signer, Expectation expectation) throws SigningException {
        Forgery forgery = folder.forgery(NUMBER).created().signedWith(new ForgedSignature(signer.signer()));
        folder.add(name, forgery, expectation.asking());
    }
}
