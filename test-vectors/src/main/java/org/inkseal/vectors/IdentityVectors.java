package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/** Identity assertions in order or not; what they are worth never makes the picture invalid. */
final class IdentityVectors {
    /** The authority that the expectations take to be trusted with identities. */
    static final Issued ROOT = CertificateDraft.authority("Identity Root").make();

    private static final String X509 = "cawg.x509.cose";
    private static final String ASSERTION = "CAWG identity 1.3 §7.1";
    private static final String CERTIFICATES = "CAWG identity 1.3 §8.2";
    private static final String CREDENTIALS = "CAWG identity 1.3 §8.1";
    private static final String SIGNED = "20260515120000Z";
    private static final String ANSWERED = "2026-05-15T00:00:00Z";
    private static final String REVOKED_SINCE = "2026-02-01T00:00:00Z";
    private static final int ES256 = -7;
    private static final int RS256 = -257;

    private static final Issued PERSON =
            person("Person", "2125-01-01T00:00:00Z").from(ROOT).make();

    /** Valid until the day before the one of the expectations. */
    private static final Issued GONE =
            person("Gone", "2026-05-31T00:00:00Z").from(ROOT).make();

    /** No time-stamp. */
    static final UnaryOperator<Bytes> UNSTAMPED = covered -> Bytes.EMPTY;

    private final List<Vector> vectors = new ArrayList<>();

    private IdentityVectors() {}

    static List<Vector> make() throws SigningException {
        IdentityVectors made = new IdentityVectors();
        made.assertions();
        made.certificates();
        made.stamps();
        made.revocation();
        made.authorities();
        made.credentials();
        made.issuers();
        made.dates();
        made.subjects();
        return made.vectors;
    }

    /** Somebody whose certificate is for signing documents. */
    static CertificateDraft person(String name, String to) {
        PolicyInformation mailbox = new PolicyInformation(new ASN1ObjectIdentifier("2.23.140.1.5.1.3"));
        return CertificateDraft.leaf(name)
                .valid("2025-01-01T00:00:00Z", to)
                .purposes(false, KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36")))
                .with(Extension.certificatePolicies, false, new CertificatePolicies(mailbox));
    }

    private static Bytes signature(
            Issued person, int algorithm, Value.Dict payload, UnaryOperator<Bytes> stamp, Bytes... answers) {
        List<Value> chain = person.chain().stream().map(Value::of).toList();
        Value.Dict headers = Value.dict()
                .put(Value.of(1), Value.of(algorithm))
                .put(Value.of(33), chain.size() == 1 ? chain.get(0) : Value.of(chain))
                .build();
        return IdentityDraft.sign(person.key(), headers, CborWriter.write(payload), false, stamp, answers);
    }

    /** Signed by somebody, with answers about revocation. */
    static IdentityDraft by(Issued person, UnaryOperator<Bytes> stamp, Bytes... answers) {
        return new IdentityDraft(X509, payload -> signature(person, ES256, payload, stamp, answers));
    }

    private static IdentityDraft signed() {
        return by(PERSON, UNSTAMPED);
    }

    private static UnaryOperator<Bytes> at(String time, Issued clock) {
        return new StampDraft(clock).at(time)::token;
    }

    private void assertions() throws SigningException {
        wrong("cbor-invalid", signed().changing(fields -> fields.put("pad1", "text")), "cawg.identity.cbor.invalid");
        wrong(
                "pad-invalid",
                signed().changing(fields -> fields.put("pad1", Bytes.utf8("hidden"))),
                "cawg.identity.pad.invalid");
        wrong(
                "sig-type-unknown",
                new IdentityDraft("x.unknown", payload -> signature(PERSON, ES256, payload, UNSTAMPED)),
                "cawg.identity.sig_type.unknown");
        wrong(
                "duplicate",
                signed().referring(all -> List.of(all.get(0), all.get(1), all.get(1))),
                "cawg.identity.assertion.duplicate");
        Bytes zeros = Bytes.wrap(new byte[32]);
        wrong(
                "mismatch",
                signed().referring(all -> List.of(new HashedUri(all.get(0).url(), zeros), all.get(1))),
                "cawg.identity.assertion.mismatch");
        wrong(
                "hard-binding-missing",
                signed().referring(all -> List.of(all.get(0))),
                "cawg.identity.hard_binding_missing");
        HashedUri other = new HashedUri(
                "self#jumbf=/c2pa/urn:c2pa:00000000-0000-4000-8000-000000000001/c2pa.assertions/c2pa.hash.data", zeros);
        wrong(
                "hard-binding-incorrect",
                signed().referring(all -> List.of(other)),
                "cawg.identity.hard_binding_incorrect",
                "cawg.identity.assertion.mismatch");
    }

    private void certificates() throws SigningException {
        add(
                "certificate",
                signed(),
                Expectation.trusted(CERTIFICATES, "signed by a person whom an authority knows")
                        .succeeding(
                                "cawg.x509.signature.validated",
                                "cawg.x509.credential.trusted",
                                "cawg.x509.signature.inside_validity",
                                "cawg.identity.trusted")
                        .remarking("cawg.x509.ocsp.skipped"));
        Issued nobody = person("Nobody", "2125-01-01T00:00:00Z").make();
        add(
                "certificate-untrusted",
                by(nobody, UNSTAMPED),
                failing(CERTIFICATES, "signed by a person whom nobody knows", "cawg.x509.credential.untrusted")
                        .succeeding("cawg.identity.well-formed"));
        wrong("certificate-expired", by(GONE, UNSTAMPED), "cawg.x509.signature.outside_validity");
        wrong(
                "certificate-algorithm",
                new IdentityDraft(X509, payload -> signature(PERSON, RS256, payload, UNSTAMPED)),
                "cawg.x509.algorithm.unsupported");
        wrong(
                "certificate-mismatch",
                new IdentityDraft(
                        X509, payload -> signature(PERSON, ES256, IdentityDraft.payload(X509, List.of()), UNSTAMPED)),
                "cawg.x509.signature.mismatch");
    }

    private void stamps() throws SigningException {
        add(
                "stamped",
                by(GONE, at(SIGNED, People.CLOCK)),
                Expectation.trusted(CERTIFICATES, "expired since, with a time-stamp")
                        .succeeding(
                                "cawg.x509.time_stamp.validated",
                                "cawg.x509.time_stamp.trusted",
                                "cawg.x509.signature.inside_validity"));
        remarked("malformed", covered -> Bytes.utf8("no token"));
        remarked("mismatch", covered -> new StampDraft(People.CLOCK).token(Bytes.utf8("other")));
        remarked("untrusted", at(SIGNED, People.STRANGE_CLOCK));
        remarked("outside_validity", at("20240401120000Z", People.CLOCK));
        remarked(
                "credential_invalid",
                at(
                        SIGNED,
                        CertificateDraft.leaf("No Clock")
                                .from(People.CLOCK_ROOT)
                                .make()));
    }

    private void remarked(String code, UnaryOperator<Bytes> stamp) throws SigningException {
        add(
                "stamp-" + code.replace('_', '-'),
                by(PERSON, stamp),
                Expectation.trusted(CERTIFICATES, "a time-stamp that counts for nothing")
                        .remarking("cawg.x509.time_stamp." + code));
    }

    private void revocation() throws SigningException {
        AnswerDraft good = new AnswerDraft(PERSON, ROOT, ANSWERED);
        add(
                "certificate-not-revoked",
                by(PERSON, at(SIGNED, People.CLOCK), good.make()),
                Expectation.trusted(CERTIFICATES, "with an answer that the certificate is not revoked")
                        .succeeding("cawg.x509.ocsp.not_revoked", "cawg.identity.trusted"));
        Bytes revoked = new AnswerDraft(PERSON, ROOT, ANSWERED)
                .revoked(REVOKED_SINCE, 1)
                .make();
        add(
                "certificate-revoked",
                by(PERSON, at(SIGNED, People.CLOCK), revoked),
                failing(CERTIFICATES, "revoked months before it was signed", "cawg.identity.credential_revoked"));
        Bytes later = new AnswerDraft(PERSON, ROOT, "2026-05-21T00:00:00Z")
                .revoked("2026-05-20T00:00:00Z", 1)
                .make();
        add(
                "certificate-revoked-later",
                by(PERSON, at(SIGNED, People.CLOCK), later),
                Expectation.trusted(CERTIFICATES, "revoked days after it was signed, as a time-stamp shows")
                        .succeeding("cawg.x509.ocsp.not_revoked", "cawg.identity.trusted"));
        add(
                "certificate-answer-unusable",
                by(PERSON, UNSTAMPED, Bytes.utf8("junk")),
                Expectation.trusted(CERTIFICATES, "junk in the place of an answer")
                        .succeeding("cawg.identity.trusted")
                        .remarking("cawg.x509.ocsp.skipped", "org.inkseal.revocation.unusable"));
    }

    private void authorities() throws SigningException {
        Issued authority =
                CertificateDraft.authority("Identity Authority").from(ROOT).make();
        Issued below = person("Below", "2125-01-01T00:00:00Z").from(authority).make();
        Bytes above = new AnswerDraft(authority, ROOT, ANSWERED)
                .revoked(REVOKED_SINCE, 2)
                .make();
        add(
                "authority-revoked",
                by(below, UNSTAMPED, above),
                failing(CERTIFICATES, "the authority of the person was revoked", "cawg.x509.credential.untrusted")
                        .succeeding("cawg.identity.well-formed"));
    }

    private static IdentityDraft holding(CredentialDraft credential) {
        return new IdentityDraft(CredentialDraft.TYPE, credential::over);
    }

    private static CredentialDraft credential() {
        return new CredentialDraft();
    }

    private void credentials() throws SigningException {
        add(
                "credential",
                holding(credential().stamped(at(SIGNED, People.CLOCK))),
                Expectation.trusted(CREDENTIALS, "a credential of an issuer who is known, with a time-stamp")
                        .succeeding(
                                "cawg.ica.credential_valid", "cawg.ica.time_stamp.validated", "cawg.identity.trusted"));
        wrong(
                "credential-no-cose",
                new IdentityDraft(CredentialDraft.TYPE, payload -> Bytes.utf8("no message")),
                "cawg.ica.invalid_cose_sign1");
        wrong(
                "credential-algorithm",
                holding(credential().withHeader(CredentialDraft.ALGORITHM, Value.of(RS256))),
                "cawg.ica.invalid_alg");
        wrong(
                "credential-content-type",
                holding(credential().withHeader(CredentialDraft.CONTENT_TYPE, Value.of("text/plain"))),
                "cawg.ica.invalid_content_type");
        wrong(
                "credential-none",
                holding(credential().with("type", Value.of("Letter"))),
                "cawg.ica.invalid_verifiable_credential");
        wrong(
                "credential-stamp",
                holding(credential().stamped(covered -> new StampDraft(People.CLOCK).token(Bytes.utf8("other")))),
                "cawg.ica.time_stamp.invalid");
        listed("unavailable", "BitstringStatusListEntry");
        listed("unsupported", "com.example.list");
    }

    /** A credential that says where its revocation would be written. */
    private void listed(String code, String list) throws SigningException {
        add(
                "revocation-" + code,
                holding(credential()
                        .with("credentialStatus", Value.dict().put("type", list).build())),
                Expectation.trusted(CREDENTIALS, "revocation is in a list that is elsewhere")
                        .remarking("cawg.ica.revocation." + code));
    }

    private void issuers() throws SigningException {
        add(
                "issuer-untrusted",
                holding(credential().by(new CredentialDraft.Issuer(new NamedKey("Anybody")))),
                Expectation.trusted(CREDENTIALS, "a credential of an issuer whom nobody knows")
                        .succeeding("cawg.identity.well-formed")
                        .remarking("cawg.ica.untrusted_issuer"));
        String other = new CredentialDraft.Issuer(new NamedKey("Anybody")).did();
        issuer("mismatch", other, "cawg.ica.signature_mismatch");
        issuer("no-did", "https://issuer.example", "cawg.ica.invalid_issuer");
        issuer("method", "did:example:123", "cawg.ica.did_unsupported_method");
        issuer("web", "did:web:issuer.example", "cawg.ica.did_unavailable");
        issuer("no-key", "did:jwk:e30", "cawg.ica.invalid_did_document");
    }

    private void issuer(String name, String did, String code) throws SigningException {
        wrong("issuer-" + name, holding(credential().with("issuer", Value.of(did))), code);
    }

    private void dates() throws SigningException {
        dated("from-missing", "validFrom", Value.NULL, "cawg.ica.valid_from.missing");
        dated("from-later", "validFrom", Value.of("2026-06-02T00:00:00Z"), "cawg.ica.valid_from.invalid");
        dated("until-earlier", "validUntil", Value.of("2026-05-31T00:00:00Z"), "cawg.ica.valid_until.invalid");
    }

    private void dated(String name, String field, Value date, String code) throws SigningException {
        wrong("valid-" + name, holding(credential().with(field, date)), code);
    }

    private void subjects() throws SigningException {
        Value asset = CredentialDraft.json(IdentityDraft.payload(CredentialDraft.TYPE, List.of()));
        said("other-payload", "c2paAsset", asset, "cawg.ica.signer_payload.mismatch");
        said("nobody", "verifiedIdentities", Value.of(List.of()), "cawg.ica.verified_identities.missing");
        Value empty = Value.of(List.of(Value.dict().build()));
        said("nothing", "verifiedIdentities", empty, "cawg.ica.verified_identities.invalid");
    }

    private void said(String name, String field, Value value, String code) throws SigningException {
        wrong("about-" + name, holding(credential().saying(field, value)), code);
    }

    private static Expectation failing(String clause, String note, String... codes) {
        return Expectation.invalid(clause, note, codes).withState("Valid");
    }

    private void wrong(String name, IdentityDraft identity, String... codes) throws SigningException {
        String clause = ASSERTION;
        if (codes[0].startsWith("cawg.x509")) {
            clause = CERTIFICATES;
        } else if (codes[0].startsWith("cawg.ica")) {
            clause = CREDENTIALS;
        }
        add(name, identity, failing(clause, "spoilt: " + name.replace('-', ' '), codes));
    }

    private void add(String name, IdentityDraft identity, Expectation expectation) throws SigningException {
        Bytes file = new Forgery(Container.PNG, 91)
                .created()
                .stating(IdentityDraft.LABEL, identity::over)
                .file();
        vectors.add(new Vector("identity/" + name + ".png", file, expectation));
    }
}
