package org.inkseal.trust;

import java.math.BigInteger;
import java.security.KeyPair;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v1CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.inkseal.io.Bytes;

/** A certificate of X.509 version 1. */
final class OldCertificate {
    private OldCertificate() {}

    static Certificate make() throws Exception {
        KeyPair keys = Draft.freshKeys();
        X509v1CertificateBuilder builder = new X509v1CertificateBuilder(
                new X500Name("CN=Old root"),
                BigInteger.ONE,
                Date.from(Draft.START),
                Date.from(Draft.END),
                new X500Name("CN=Old"),
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        return Certificate.parse(
                Bytes.wrap(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                        .getEncoded()));
    }
}
