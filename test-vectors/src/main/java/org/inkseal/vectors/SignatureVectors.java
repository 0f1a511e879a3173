package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/** Signatures and certificates that break a rule. */
final class SignatureVectors {
    private static final String ENVELOPE = "C2PA 2.2 §13.2";
    private static final String CERTIFICATES = "C2PA 2.2 §14.5.1";
    private static final String MISMATCH = "claimSignature.mismatch";
    private static final String INVALID = "signingCredential.invalid";
    private static final String UNTRUSTED = "signingCredential.untrusted";
    private static final int UNPROTECTED = 1;
    private static final int PAYLOAD = 2;
    private static final int SIGNATURE = 3;

    private final List<Vector> vectors = new ArrayList<>();

    private SignatureVectors() {}

    static List<Vector> make() throws SigningException {
        SignatureVectors made = new SignatureVectors();
        made.envelopes();
        made.certificates();
        return made.vectors;
    }

    private void envelopes() throws SigningException {
        ForgedSignature honest = new ForgedSignature(ThrowAwaySigner.of("es256"));
        add("untagged", honest.untagged(), invalid("RFC 9052 §4.2", "without tag 18", MISMATCH));
        add(
                "payload-embedded",
                honest.replacing(PAYLOAD, nothing -> Value.of(Bytes.utf8("another claim"))),
                invalid(ENVELOPE, "the payload is not detached", MISMATCH));
        add(
                "der",
                new ForgedSignature(honest.signer(), true, SignatureVectors::inDer),
                invalid(ENVELOPE, "an ECDSA signature in DER", MISMATCH));
        add(
                "zero",
                honest.replacing(SIGNATURE, bare -> Value.of(Bytes.wrap(new byte[64]))),
                invalid(ENVELOPE, "a signature of zeros", MISMATCH));
        add(
                "padding-not-zero",
                honest.replacing(UNPROTECTED, SignatureVectors::hiding),
                invalid("C2PA 2.2 §15.12.1", "a text hidden in the padding", "assertion.dataHash.mismatch"));
        add(
                "chain-twice",
                honest.replacing(
                        UNPROTECTED,
                        headers -> Value.dict()
                                .put("x5chain", honest.signer().certificates().get(0))
                                .build()),
                invalid("C2PA 2.2 §14.6", "certificates in both headers", INVALID));
        ThrowAwaySigner odd = ThrowAwaySigner.of("es256", SignatureAlgorithm.ES384);
        add(
                "es384-with-p256",
                new ForgedSignature(odd),
                Expectation.trusted("C2PA 2.2 §13.2.1", "ES384 with a key on P-256, which is only not recommended"));
    }

    private void certificates() throws SigningException {
        add(
                "wrong-purpose",
                signer("wrong-purpose"),
                invalid(CERTIFICATES, "a key purpose of TLS servers", INVALID, UNTRUSTED));
        add(
                "authority",
                signer("authority"),
                invalid(CERTIFICATES, "the certificate of an authority", INVALID, UNTRUSTED));
        add(
                "expired",
                signer("expired"),
                invalid("C2PA 2.2 §15.8", "expired, and no time-stamp", "claimSignature.outsideValidity")
                        .withState("WellFormed"));
        ThrowAwaySigner es256 = ThrowAwaySigner.of("es256");
        Bytes leaf = es256.certificates().get(0);
        add(
                "chain-with-junk",
                new ForgedSignature(es256.presenting(List.of(leaf, Bytes.utf8("no certificate")))),
                invalid("C2PA 2.2 §14.6", "something in the chain is no certificate", INVALID));
        add(
                "another-key",
                new ForgedSignature(
                        es256.presenting(ThrowAwaySigner.of("expired").certificates())),
                invalid(
                        "C2PA 2.2 §15.7",
                        "the certificate of another key",
                        MISMATCH,
                        "claimSignature.outsideValidity"));
    }

    private static Expectation invalid(String clause, String note, String... codes) {
        return Expectation.invalid(clause, note, codes);
    }

    private static ForgedSignature signer(String name) {
        return new ForgedSignature(ThrowAwaySigner.of(name));
    }

    private static Value hiding(Value headers) {
        byte[] padding =
                headers.get("pad").flatMap(Value::asBytes).orElseThrow().toArray();
        Bytes.utf8("nobody signed this").copyTo(padding, 8);
        return Value.dict().put("pad", Bytes.wrap(padding)).build();
    }

    /** With as much less padding as the signature gets longer, so that the store keeps its length. */
    private static List<Value> inDer(List<Value> items) {
        Bytes der = der(items.get(SIGNATURE).asBytes().orElseThrow());
        int padding = items.get(UNPROTECTED)
                .get("pad")
                .flatMap(Value::asBytes)
                .orElseThrow()
                .length();
        Value headers = Value.dict()
                .put("pad", Bytes.wrap(new byte[padding + 64 - der.length()]))
                .build();
        return List.of(items.get(0), headers, items.get(PAYLOAD), Value.of(der));
    }

    /** The signature as X.509 would have it: a sequence of two integers. */
    private static Bytes der(Bytes bare) {
        Bytes pair = Bytes.concat(integer(bare.slice(0, 32)), integer(bare.slice(32, 64)));
        return Bytes.concat(Bytes.wrap(new byte[] {0x30, (byte) pair.length()}), pair);
    }

    private static Bytes integer(Bytes unsigned) {
        int start = 0;
        while (unsigned.at(start) == 0) {
            start++;
        }
        byte[] sign = unsigned.at(start) < 0 ? new byte[1] : new byte[0];
        Bytes digits = Bytes.concat(Bytes.wrap(sign), unsigned.from(start));
        return Bytes.concat(Bytes.wrap(new byte[] {2, (byte) digits.length()}), digits);
    }

    private void add(String name, ForgedSignature signature, Expectation expectation) throws SigningException {
        for (Container container : Container.TWO) {
            Bytes file =
                    new Forgery(container, 4).created().signedWith(signature).file();
            vectors.add(new Vector("signature/" + name + "." + container.extension(), file, expectation));
        }
    }
}
