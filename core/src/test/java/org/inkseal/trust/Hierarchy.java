package org.inkseal.trust;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.inkseal.io.Bytes;

/** Root, intermediate and signer of claims, with whoever makes time-stamps and answers, for tests of other packages. */
public final class Hierarchy {
    /** Address of the responder in every signer's certificate. */
    public static final String RESPONDER = "http://ocsp.example/";

    private static final Made ROOT = Draft.authority("Claim Root")
            .valid("2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z")
            .make();
    private static final Made STAMP_ROOT = Draft.authority("Clock Root")
            .valid("2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z")
            .make();
    private static final Made CLOCK = Draft.timeStampAuthority("Clock")
            .valid("2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z")
            .from(STAMP_ROOT)
            .make();
    private static final Made FALSE_ROOT = Draft.authority("False Clock Root")
            .valid("2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z")
            .make();
    private static final Made FALSE_CLOCK = Draft.timeStampAuthority("False Clock")
            .valid("2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z")
            .from(FALSE_ROOT)
            .make();

    private final Made intermediate;
    private final Made leaf;

    /** An intermediate and a signer, each valid for a span. */
    public Hierarchy(String authorityFrom, String authorityTo, String from, String to) {
        intermediate = Draft.authority("Claim Intermediate")
                .valid(authorityFrom, authorityTo)
                .from(ROOT)
                .make();
        AccessDescription access = new AccessDescription(
                AccessDescription.id_ad_ocsp, new GeneralName(GeneralName.uniformResourceIdentifier, RESPONDER));
        leaf = Draft.leaf("Claim Leaf")
                .serial(BigInteger.valueOf(77))
                .with(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(access))
                .with(
                        new ASN1ObjectIdentifier("1.3.6.1.4.1.62558.3"),
                        false,
                        new ASN1ObjectIdentifier("1.3.6.1.4.1.62558.3.20"))
                .with(new ASN1ObjectIdentifier("1.3.6.1.4.1.62558.4"), false, new DERUTF8String("a product"))
                .valid(from, to)
                .from(intermediate)
                .make();
    }

    /** Everything valid for decades. */
    public static Hierarchy lasting() {
        return new Hierarchy(
                "2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "2001-01-01T00:00:00Z", "2098-01-01T00:00:00Z");
    }

    public static TrustSettings trust() {
        return TrustSettings.none().withAnchors(ROOT.pem()).withTimeStampAnchors(STAMP_ROOT.pem());
    }

    public static Certificate root() {
        return ROOT.certificate();
    }

    public static Certificate stampRoot() {
        return STAMP_ROOT.certificate();
    }

    public List<Bytes> chain() {
        return List.of(leaf.certificate().der(), intermediate.certificate().der());
    }

    /** PEM files of the issuer of the signer: certificate, and the key as PKCS #8. */
    public String issuerPem() {
        return intermediate.pem();
    }

    public String issuerKeyPem() {
        return Pem.encode(
                "PRIVATE KEY", Bytes.wrap(intermediate.keys().getPrivate().getEncoded()));
    }

    public KeyPair keys() {
        return leaf.keys();
    }

    /** A token of the trusted authority, or of one that nobody knows. */
    public static Bytes token(Bytes stamped, Instant time, boolean trusted) {
        Made clock = trusted ? CLOCK : FALSE_CLOCK;
        String text = time.toString().replaceAll("[-T:]", "");
        try {
            return new Tsa(List.of(clock), List.of(clock)).at(text).token(stamped);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A whole answer of the trusted authority, as the first version of time-stamps has it. */
    public static Bytes tokenResponse(Bytes stamped, Instant time) throws Exception {
        String text = time.toString().replaceAll("[-T:]", "");
        return new Tsa(List.of(CLOCK), List.of(CLOCK)).at(text).response(stamped, 0);
    }

    /** An answer about the signer by the issuer. */
    public OcspDraft answer(Instant at) {
        return new OcspDraft(leaf, intermediate, at);
    }

    /** An answer about the signer by somebody whom the issuer did not authorise. */
    public OcspDraft usurped(Instant at) {
        Made usurper = Draft.leaf("Usurper")
                .purposes(false, KeyPurpose.OCSP_SIGNING)
                .valid("2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z")
                .from(ROOT)
                .make();
        return new OcspDraft(leaf, intermediate, at).signedBy(usurper);
    }

    /** An answer about the intermediate by the root. */
    public OcspDraft answerAboveLeaf(Instant at) {
        return new OcspDraft(intermediate, ROOT, at);
    }
}
