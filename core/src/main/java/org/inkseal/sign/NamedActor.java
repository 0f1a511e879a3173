package org.inkseal.sign;

import java.util.List;
import org.inkseal.cose.CoseDraft;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.manifest.CredentialHolder;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.CertificateProfile;
import org.inkseal.trust.KeyPurpose;

/**
 * Who stands behind what a manifest states, beside the signer of its claim (CAWG identity assertion 1.3 §8.2): signs an
 * identity assertion over the hard binding and all statements. Its time is that of the claim's time-stamp.
 *
 * @param signer holds the certificate
 * @param roles what the named actor is to the picture (§5.1.2), such as {@link #CREATOR}
 */
public record NamedActor(Signer signer, List<String> roles) {
    /** A primary creator of the picture. */
    public static final String CREATOR = "cawg.creator";

    /** Copies the list. */
    public NamedActor {
        roles = List.copyOf(roles);
    }

    /** The creator of the picture. */
    public static NamedActor creator(Signer signer) {
        return new NamedActor(signer, List.of(CREATOR));
    }

    /**
     * Checks that the certificate is one for identities.
     *
     * @throws SigningException if it breaks the certificate profile or has no key purpose for it (§8.2.3)
     */
    public void check() throws SigningException {
        try {
            Certificate leaf = Certificate.parse(signer.certificates().get(0));
            List<String> violations = CertificateProfile.violations(leaf, KeyPurpose.IDENTITY_SIGNERS);
            if (!violations.isEmpty()) {
                throw new SigningException(
                        "the certificate of the identity does not fit: " + String.join("; ", violations));
            }
        } catch (MalformedException e) {
            throw new SigningException("the certificate of the identity cannot be read: " + e.getMessage(), e);
        }
    }

    CredentialHolder holder() {
        CoseDraft cose = new CoseDraft(signer.algorithm(), signer.certificates());
        return new CredentialHolder(cose, signer.signatureLength(), roles);
    }

    Bytes sign(Bytes message) throws SigningException {
        return OwnSignature.of(signer, message);
    }
}
