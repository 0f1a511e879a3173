package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.report.Report;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Certificates that say more than their issuer said, or that nobody issued who is trusted.
 *
 * <p>Elsewhere: expired (E15), of another purpose (E7) and of an authority (E8) also under {@code signature}; spans and
 * purposes of anchors (E10), revoked authorities (F19) in {@code RevocationTest} and {@code TimeAttacksTest}; trust files
 * (E20, E21) in {@code TrustSettingsTest} and {@code PemTest}; that nothing is fetched (E13) in {@code ArchitectureTest}.
 * The signature of E18 is the library's, which is new enough.
 */
class CertificateAttacksTest {
    private static final String INVALID = "signingCredential.invalid";
    private static final String UNTRUSTED = "signingCredential.untrusted";
    private static final String OUTSIDE = "claimSignature.outsideValidity";
    private static final String MISMATCH = "claimSignature.mismatch";
    private static final String BEFORE = "2025-01-01T00:00:00Z";
    private static final Issued ROOT = People.ROOT;

    private static final Verifier VERIFIER = Verifier.at(Vectors.NOW)
            .trusting(TrustSettings.none().withAnchors(ROOT.pem()).withTimeStampAnchors(People.CLOCK_ROOT.pem()));

    @ParameterizedTest
    @MethodSource("cases")
    void aSignerIsWhoSomebodyTrustedSaysItIs(Case picture) throws Exception {
        picture.check();
    }

    static Stream<Case> cases() {
        return Stream.of(
                        strangers(),
                        chains(),
                        authorities(),
                        purposes(),
                        bombs(),
                        names(),
                        times(),
                        forms(),
                        keys(),
                        published())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> both(String name, ForgedSignature signature, UnaryOperator<Case> as) {
        return Stream.of(Container.PNG, Container.JPEG)
                .map(container -> as.apply(Case.right(
                                name + " in " + container,
                                () -> new Forgery(container, 97)
                                        .created()
                                        .signedWith(signature)
                                        .file())
                        .by(VERIFIER)));
    }

    private static Stream<Case> right(String name, Issued signer) {
        return both(name, signed(signer), picture -> picture);
    }

    /** Valid, but nobody vouches for the signer. */
    private static Stream<Case> untrusted(String name, Issued signer) {
        return both(name, signed(signer), picture -> picture.failing(UNTRUSTED).being("Valid"));
    }

    private static Stream<Case> invalid(String name, Issued signer) {
        return both(
                name,
                signed(signer),
                picture -> picture.failing(INVALID, UNTRUSTED).being("Invalid"));
    }

    private static Stream<Case> wrong(String name, ForgedSignature signature, String... codes) {
        return both(name, signature, picture -> picture.failing(codes).being("Invalid"));
    }

    private static ForgedSignature signed(Issued signer) {
        return new ForgedSignature(signer.signer());
    }

    private static ForgedSignature presenting(Bytes... certificates) {
        return new ForgedSignature(People.SIGNER.key().presenting(List.of(certificates)));
    }

    private static CertificateDraft leaf(String name) {
        return CertificateDraft.leaf(name).from(ROOT);
    }

    private static Stream<Case> strangers() {
        Issued own = CertificateDraft.authority("Famous Company").make();
        Issued stranger = CertificateDraft.named("O=Famous Company,CN=Famous Company")
                .from(own)
                .make();
        Issued namesake =
                CertificateDraft.authority("Claim Root").key("another key").make();
        List<Bytes> withRoot = new ArrayList<>(stranger.chain());
        withRoot.add(own.certificate());
        return Stream.of(
                        right("E1 a signer that is known", People.SIGNER),
                        untrusted("E1 a famous name below a root of its own", stranger),
                        both(
                                "E9 a root that came with the file",
                                new ForgedSignature(stranger.key().presenting(withRoot)),
                                picture -> picture.failing(UNTRUSTED).being("Valid")),
                        untrusted(
                                "E9 below a namesake of the root",
                                CertificateDraft.leaf("A").from(namesake).make()),
                        untrusted(
                                "E10 below the root of clocks",
                                CertificateDraft.leaf("B")
                                        .from(People.CLOCK_ROOT)
                                        .make()),
                        untrusted(
                                "E1 that issued itself",
                                CertificateDraft.leaf("Self").make()),
                        right(
                                        "E22 listed by itself",
                                        CertificateDraft.leaf("Self").make())
                                .map(picture -> picture.by(
                                        allowing(CertificateDraft.leaf("Self").make()))),
                        untrusted(
                                        "E22 below one that is listed by itself",
                                        CertificateDraft.leaf("C").from(own).make())
                                .map(picture -> picture.by(allowing(own))))
                .flatMap(cases -> cases);
    }

    private static Verifier allowing(Issued one) {
        return Verifier.at(Vectors.NOW)
                .trusting(TrustSettings.none().withAnchors(ROOT.pem()).withAllowed(one.pem()));
    }

    private static Stream<Case> chains() {
        Bytes leaf = People.SIGNER.certificate();
        Bytes above = People.INTERMEDIATE.certificate();
        Bytes other = People.CLOCK.certificate();
        Value chain = Acts.list(Value.of(leaf), Value.of(above));
        List<Bytes> many = new ArrayList<>(List.of(leaf, above));
        for (int i = 0; i < 7; i++) {
            many.add(CertificateDraft.leaf("extra " + i).make().certificate());
        }
        return Stream.of(
                        both("E5 with its root", presenting(leaf, above, ROOT.certificate()), picture -> picture),
                        both("E5 in another order", presenting(leaf, ROOT.certificate(), above), picture -> picture),
                        both("E5 with somebody else", presenting(leaf, other, above), picture -> picture),
                        both(
                                "E5 without the one between",
                                presenting(leaf),
                                picture -> picture.failing(UNTRUSTED).being("Valid")),
                        wrong("E5 the leaf twice", presenting(leaf, leaf, above), INVALID),
                        wrong("E5 the one between twice", presenting(leaf, above, above), INVALID),
                        wrong("E5 the authority first", presenting(above, leaf), INVALID, UNTRUSTED, MISMATCH),
                        wrong("E4 a text in the chain", presenting(leaf, Bytes.utf8("text")), INVALID),
                        wrong("E4 nothing in the chain", presenting(leaf, Bytes.EMPTY), INVALID),
                        wrong(
                                "E4 a number in the chain",
                                inHeader(Value.of(33), Acts.list(Value.of(leaf), Value.of(7))),
                                INVALID),
                        wrong("E4 no chain", inHeader(Value.of(33), Acts.list()), INVALID),
                        wrong("E4 a chain that is a text", inHeader(Value.of(33), Value.of("chain")), INVALID),
                        wrong("E4 nine certificates", presenting(many.toArray(new Bytes[0])), INVALID),
                        wrong("E4 a certificate of 1 MiB", presenting(leaf, Bytes.wrap(new byte[1 << 20])), INVALID),
                        // A label in both headers makes the message none (RFC 9052 §3).
                        wrong(
                                "E2 the same chain, unsigned too",
                                presenting(leaf, above).replacing(1, headers -> with(headers, Value.of(33), chain)),
                                MISMATCH),
                        wrong(
                                "E2 another chain that nobody signed",
                                presenting(leaf, above)
                                        .replacing(1, headers -> with(headers, Value.of("x5chain"), chain)),
                                INVALID),
                        both(
                                "E3 two chains in one header",
                                inHeader(Value.of("x5chain"), Acts.list(Value.of(other))),
                                picture -> picture))
                .flatMap(cases -> cases);
    }

    private static Value with(Value headers, Value label, Value value) {
        DictBuilder more = Value.dict();
        ((Value.Dict) headers).entries().forEach(more::put);
        return more.put(label, value).build();
    }

    /** A protected header with one more field, or another value of it. */
    private static ForgedSignature inHeader(Value label, Value value) {
        return signed(People.SIGNER).protectingField(label, value);
    }

    private static Stream<Case> authorities() {
        Issued expired = CertificateDraft.authority("Expired")
                .valid(BEFORE, "2026-01-01T00:00:00Z")
                .from(ROOT)
                .make();
        Issued noAuthority = leaf("No Authority").make();
        Issued noSigning = CertificateDraft.authority("No Signing")
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))
                .from(ROOT)
                .make();
        Issued narrow = CertificateDraft.authority("Narrow")
                .with(Extension.basicConstraints, true, new BasicConstraints(0))
                .from(ROOT)
                .make();
        Issued below = CertificateDraft.authority("Below").from(narrow).make();
        Issued forged =
                CertificateDraft.authority("Claim Intermediate").key("another").make();
        return Stream.of(
                        both(
                                "E6 an authority that expired",
                                signed(CertificateDraft.leaf("A").from(expired).make()),
                                picture -> picture.failing(UNTRUSTED, OUTSIDE).being("WellFormed")),
                        untrusted(
                                "E6 a signer that issues",
                                CertificateDraft.leaf("B").from(noAuthority).make()),
                        untrusted(
                                "E6 an authority that may not sign certificates",
                                CertificateDraft.leaf("C").from(noSigning).make()),
                        right(
                                "E6 as deep as allowed",
                                CertificateDraft.leaf("D").from(narrow).make()),
                        untrusted(
                                "E6 deeper than allowed",
                                CertificateDraft.leaf("E").from(below).make()),
                        both(
                                "E6 a namesake of the one between",
                                new ForgedSignature(CertificateDraft.leaf("F")
                                        .from(forged)
                                        .make()
                                        .key()
                                        .presenting(List.of(
                                                CertificateDraft.leaf("F")
                                                        .from(forged)
                                                        .make()
                                                        .certificate(),
                                                People.INTERMEDIATE.certificate()))),
                                picture -> picture.failing(UNTRUSTED).being("Valid")),
                        invalid(
                                "E8 an authority that signs claims",
                                CertificateDraft.authority("G")
                                        .with(
                                                Extension.keyUsage,
                                                true,
                                                new KeyUsage(KeyUsage.keyCertSign | KeyUsage.digitalSignature))
                                        .with(
                                                Extension.extendedKeyUsage,
                                                false,
                                                new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection))
                                        .from(ROOT)
                                        .make()))
                .flatMap(cases -> cases);
    }

    private static Stream<Case> purposes() {
        KeyPurposeId mail = KeyPurposeId.id_kp_emailProtection;
        Stream<Case> wrong = Stream.of(
                        List.of(KeyPurposeId.id_kp_serverAuth),
                        List.of(KeyPurposeId.id_kp_clientAuth),
                        List.of(KeyPurposeId.id_kp_codeSigning),
                        List.of(KeyPurposeId.anyExtendedKeyUsage),
                        List.of(KeyPurposeId.anyExtendedKeyUsage, mail),
                        List.of(KeyPurposeId.id_kp_timeStamping),
                        List.of(KeyPurposeId.id_kp_timeStamping, mail),
                        List.of(KeyPurposeId.id_kp_OCSPSigning),
                        List.of(KeyPurposeId.id_kp_OCSPSigning, mail))
                .flatMap(set -> invalid(
                        "E7 for " + set,
                        leaf("P")
                                .purposes(false, set.toArray(new KeyPurposeId[0]))
                                .make()));
        Stream<Case> rest = Stream.of(
                        invalid(
                                "E7 for nothing",
                                leaf("P").without(Extension.extendedKeyUsage).make()),
                        invalid(
                                "E7 without a key usage",
                                leaf("P").without(Extension.keyUsage).make()),
                        invalid(
                                "E7 with another key usage",
                                leaf("P")
                                        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyAgreement))
                                        .make()),
                        right(
                                "E7 for mail and more",
                                leaf("P")
                                        .purposes(false, mail, KeyPurposeId.id_kp_clientAuth)
                                        .make()))
                .flatMap(cases -> cases);
        return Stream.concat(wrong, rest);
    }

    private static Stream<Case> bombs() {
        GeneralSubtree[] trees = new GeneralSubtree[5_000];
        Arrays.fill(trees, new GeneralSubtree(new GeneralName(GeneralName.dNSName, "a.example")));
        Issued constrained = CertificateDraft.authority("Constrained")
                .with(Extension.nameConstraints, true, new NameConstraints(trees, null))
                .from(ROOT)
                .make();
        List<Bytes> crossed = new ArrayList<>();
        Issued last = CertificateDraft.authority("Cross").key("key 0").make();
        for (int i = 1; i < 7; i++) {
            last = CertificateDraft.authority("Cross")
                    .key("key " + i)
                    .from(last)
                    .make();
            crossed.add(last.certificate());
        }
        Issued signer = CertificateDraft.leaf("Crossed").from(last).make();
        Collections.reverse(crossed);
        crossed.add(0, signer.certificate());
        return Stream.of(
                        wrong(
                                "E11 five thousand names that are allowed",
                                signed(CertificateDraft.leaf("A")
                                        .from(constrained)
                                        .make()),
                                INVALID),
                        both(
                                "E12 namesakes that signed each other",
                                new ForgedSignature(signer.key().presenting(crossed)),
                                picture -> picture.failing(UNTRUSTED).being("Valid")))
                .flatMap(cases -> cases);
    }

    private static Stream<Case> names() {
        return Stream.of(
                        "CN=\u0410dobe",
                        "CN=\u202egnp.ebodA",
                        "CN=Adobe\\00.example",
                        "CN=Adobe\\0a\\0dO=Adobe",
                        "CN=\u001b[2J",
                        "CN=<script>",
                        "CN=" + "\\,".repeat(60))
                .flatMap(name -> right(
                        "E14 E19 " + name.substring(0, Math.min(20, name.length())),
                        CertificateDraft.named(name).from(ROOT).make()));
    }

    private static Stream<Case> times() {
        return Stream.of(
                        both(
                                "E15 expired",
                                signed(People.SHORT_LIVED),
                                picture -> picture.failing(OUTSIDE).being("WellFormed")),
                        both(
                                "E16 of tomorrow",
                                signed(leaf("Tomorrow")
                                        .valid("2026-06-02T00:00:00Z", "2030-01-01T00:00:00Z")
                                        .make()),
                                picture -> picture.failing(OUTSIDE).being("WellFormed")),
                        right(
                                "E16 to the second",
                                leaf("Second")
                                        .valid("2026-06-01T00:00:00Z", "2026-06-01T00:00:00Z")
                                        .make()),
                        both(
                                "E15 that ends before it begins",
                                signed(leaf("Backwards")
                                        .valid("2027-01-01T00:00:00Z", BEFORE)
                                        .make()),
                                picture -> picture.failing(OUTSIDE).being("WellFormed")))
                .flatMap(cases -> cases);
    }

    private static Stream<Case> forms() {
        ASN1ObjectIdentifier odd = new ASN1ObjectIdentifier("1.2.3.4.5");
        Bytes leaf = People.SIGNER.certificate();
        Bytes above = People.INTERMEDIATE.certificate();
        return Stream.of(
                        right(
                                "E17 an extension that nobody knows",
                                leaf("A")
                                        .with(odd, false, new DERUTF8String("odd"))
                                        .make()),
                        invalid(
                                "E17 a critical extension that nobody knows",
                                leaf("A")
                                        .with(odd, true, new DERUTF8String("odd"))
                                        .make()),
                        invalid(
                                "E17 unique identifiers",
                                leaf("A").withUniqueId().make()),
                        invalid("E17 a negative number", leaf("A").serial(-5).make()),
                        invalid(
                                "E17 without the issuer's key identifier",
                                leaf("A")
                                        .without(Extension.authorityKeyIdentifier)
                                        .make()),
                        wrong(
                                "E17 an extension that is none",
                                signed(leaf("A")
                                        .with(Extension.basicConstraints, true, DERNull.INSTANCE)
                                        .make()),
                                INVALID),
                        wrong(
                                "E17 bytes behind the certificate",
                                presenting(Bytes.concat(leaf, Bytes.wrap(new byte[1])), above),
                                INVALID),
                        wrong(
                                "E17 a certificate that stops",
                                presenting(leaf.slice(0, leaf.length() - 1), above),
                                INVALID),
                        both(
                                "E17 a bit of the issuer's signature",
                                presenting(Forgery.flip(leaf, leaf.length() - 1), above),
                                picture -> picture.failing(UNTRUSTED).being("Valid")))
                .flatMap(cases -> cases);
    }

    private static SubjectPublicKeyInfo rsa(int bits, long exponent) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
            generator.initialize(new RSAKeyGenParameterSpec(bits, java.math.BigInteger.valueOf(exponent)));
            return SubjectPublicKeyInfo.getInstance(
                    generator.generateKeyPair().getPublic().getEncoded());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SubjectPublicKeyInfo curve(String algorithm) {
        try {
            return SubjectPublicKeyInfo.getInstance(KeyPairGenerator.getInstance(algorithm)
                    .generateKeyPair()
                    .getPublic()
                    .getEncoded());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SubjectPublicKeyInfo ed25519(String hex) {
        return new SubjectPublicKeyInfo(
                new org.bouncycastle.asn1.x509.AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112")),
                java.util.HexFormat.of().parseHex(hex));
    }

    private static Stream<Case> keys() {
        return Stream.of(
                        key("D16 RSA with 1024 bits", rsa(1024, 65537)),
                        key("D8 X25519", curve("X25519")),
                        key("D8 Ed448", curve("Ed448")),
                        key("D9 the neutral point", ed25519("01" + "00".repeat(31))),
                        key("D9 a point of order 2", ed25519("ec" + "ff".repeat(30) + "7f")),
                        key("D9 a point of order 4", ed25519("00".repeat(32))),
                        key(
                                "D17 a curve of another kind",
                                new SubjectPublicKeyInfo(
                                        new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                                org.bouncycastle.asn1.x9.X9ObjectIdentifiers.id_ecPublicKey,
                                                org.bouncycastle.asn1.sec.SECObjectIdentifiers.secp256k1),
                                        new byte[65])),
                        key(
                                "D17 a point that is not on the curve",
                                new SubjectPublicKeyInfo(
                                        People.SIGNER.key().open().getAlgorithm(), notOnTheCurve())),
                        key(
                                "D17 the point at infinity",
                                new SubjectPublicKeyInfo(
                                        People.SIGNER.key().open().getAlgorithm(), new byte[1])))
                .flatMap(cases -> cases);
    }

    private static byte[] notOnTheCurve() {
        byte[] point = People.SIGNER.key().open().getPublicKeyData().getOctets();
        point[point.length - 1] ^= 1;
        return point;
    }

    /** A certificate for a key that nobody may use, which has not signed the claim either. */
    private static Stream<Case> key(String name, SubjectPublicKeyInfo key) {
        return wrong(name, signed(leaf("K").key(key).make()), INVALID, UNTRUSTED, MISMATCH);
    }

    private static Stream<Case> published() {
        return both(
                "E23 a key that everybody has",
                signed(People.PUBLISHED),
                picture -> picture.remarking("org.inkseal.signingCredential.publishedKey"));
    }

    @Test
    void aKeyThatNobodyElseHasIsNotRemarkedUpon() throws Exception {
        Report report = right("E23", People.SIGNER).toList().get(0).report();

        assertThat(Case.codes(report)).doesNotContain("org.inkseal.signingCredential.publishedKey");
    }
}
