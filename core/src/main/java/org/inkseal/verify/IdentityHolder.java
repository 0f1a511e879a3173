package org.inkseal.verify;

import java.util.List;
import java.util.Optional;
import org.inkseal.report.VerifiedIdentity;
import org.inkseal.trust.Certificate;

/**
 * The one whom an identity assertion is about, as it was read; whether it holds is another matter.
 *
 * @param name the name in a certificate
 * @param issuer who issued the certificate or the credential
 * @param identities what the credential says the person is known by
 */
record IdentityHolder(Optional<String> name, Optional<String> issuer, List<VerifiedIdentity> identities) {
    static final IdentityHolder UNKNOWN = new IdentityHolder(Optional.empty(), Optional.empty(), List.of());

    IdentityHolder {
        identities = List.copyOf(identities);
    }

    static IdentityHolder of(Certificate certificate) {
        return new IdentityHolder(
                certificate.commonName().or(certificate::organization),
                certificate.issuerCommonName().or(certificate::issuerOrganization),
                List.of());
    }

    static IdentityHolder of(IdentityCredential credential) {
        return new IdentityHolder(
                Optional.empty(), credential.issuer(), VerifiedIdentities.read(credential.verifiedIdentities()));
    }
}
