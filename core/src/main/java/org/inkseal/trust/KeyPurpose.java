package org.inkseal.trust;

import java.util.Set;

/** Object identifiers of extended key usages (C2PA 2.2 §14.5.1). */
public final class KeyPurpose {
    /** Signing C2PA claims. */
    public static final String CLAIM_SIGNING = "1.3.6.1.4.1.62558.2.1";
    /** Protecting e-mail, which C2PA accepted from its beginning. */
    public static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    /** Signing documents (RFC 9336). */
    public static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";
    /** Microsoft's purpose for signing C2PA claims. */
    public static final String MICROSOFT_CLAIM_SIGNING = "1.3.6.1.4.1.311.76.59.1.9";
    /** Signing time-stamps (RFC 3161 §2.3). */
    public static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    /** Signing answers about revocation (RFC 6960 §4.2.2.2). */
    public static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    /** Any purpose at all, which C2PA forbids. */
    public static final String ANY = "2.5.29.37.0";

    /** The purposes that a signer of claims may have unless the caller says otherwise. */
    public static final Set<String> CLAIM_SIGNERS =
            Set.of(CLAIM_SIGNING, EMAIL_PROTECTION, DOCUMENT_SIGNING, MICROSOFT_CLAIM_SIGNING);

    /** The purposes that a signer of identity assertions may have (CAWG identity assertion 1.3 §8.2.3). */
    public static final Set<String> IDENTITY_SIGNERS = Set.of(DOCUMENT_SIGNING, EMAIL_PROTECTION);

    private KeyPurpose() {}
}
