package org.inkseal.trust;

import java.security.KeyPair;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.inkseal.io.Bytes;

/** Throw-away certificates and time-stamps for tests of other packages. */
public final class Authorities {
    private static final Made ROOT = Draft.authority("Identity Root").make();
    private static final Made STAMP_ROOT = Draft.authority("Stamp Root").make();
    private static final Made STAMPS =
            Draft.timeStampAuthority("Stamps").from(STAMP_ROOT).make();

    private Authorities() {}

    /** The root of every {@link #signer} as PEM. */
    public static String root() {
        return ROOT.pem();
    }

    /** The root of the authority that {@link #token} signs with, as PEM. */
    public static String stampRoot() {
        return STAMP_ROOT.pem();
    }

    /** The key of every {@link #signer}, on P-256. */
    public static KeyPair signerKeys() {
        return Draft.keysOf("Identity Signer");
    }

    /** A certificate below the root, in DER. */
    public static Bytes signer(String purpose, String policy, String from, String to) {
        PolicyInformation information = new PolicyInformation(new ASN1ObjectIdentifier(policy));
        return Draft.leaf("Identity Signer")
                .keys(signerKeys())
                .purposes(false, purpose)
                .with(Extension.certificatePolicies, false, new CertificatePolicies(information))
                .valid(from, to)
                .from(ROOT)
                .make()
                .certificate()
                .der();
    }

    /** A time-stamp token over some bytes. */
    public static Bytes token(Bytes stamped, String generalizedTime) throws Exception {
        return new Tsa(List.of(STAMPS), List.of(STAMPS)).at(generalizedTime).token(stamped);
    }

    /** A time-stamp token by somebody whose certificate is not for that. */
    public static Bytes mistaken(Bytes stamped, String generalizedTime) throws Exception {
        Made other = Draft.leaf("No Stamps").from(STAMP_ROOT).make();
        return new Tsa(List.of(other), List.of(other)).at(generalizedTime).token(stamped);
    }
}
