package org.inkseal.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.inkseal.io.Bytes;
import org.inkseal.trust.Pem;

/**
 * A certificate with its key.
 *
 * @param certificate in DER
 * @param key its key
 * @param issuers the certificates above it but for the root, nearest first
 */
record Issued(Bytes certificate, NamedKey key, List<Bytes> issuers) {
    Issued {
        issuers = List.copyOf(issuers);
    }

    String pem() {
        return Pem.encode("CERTIFICATE", certificate);
    }

    /** The certificate and those above it but for the root. */
    List<Bytes> chain() {
        List<Bytes> chain = new ArrayList<>(List.of(certificate));
        chain.addAll(issuers);
        return chain;
    }

    /** Signs claims, with the whole chain. */
    ThrowAwaySigner signer() {
        return key.presenting(chain());
    }

    X509CertificateHolder holder() {
        try {
            return new X509CertificateHolder(certificate.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
