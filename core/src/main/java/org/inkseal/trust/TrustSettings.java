package org.inkseal.trust;

import java.util.LinkedHashSet;
import java.util.Set;
import org.inkseal.io.Bytes;

/**
 * Whom the caller trusts (C2PA 2.2 §14.4). Nothing inside a picture can add to it.
 *
 * @param signers anchors for those who sign claims
 * @param timeStampAuthorities anchors for those who sign time-stamps; never mixed with the former
 * @param allowed SHA-256 digests of single certificates that may sign claims without a path (the private credential
 *     store); they are never used as authorities, nor for time-stamps
 * @param extendedKeyUsages object identifiers of the key purposes that a signer may have, at least one of which it needs
 * @param identitySigners anchors for those who sign identity assertions (CAWG identity assertion 1.3 §8.2.3); who may
 *     sign claims says nothing about who may vouch for people
 * @param identityIssuers decentralized identifiers, without fragment, of those who may issue identity credentials
 */
public record TrustSettings(
        TrustAnchors signers,
        TrustAnchors timeStampAuthorities,
        Set<Bytes> allowed,
        Set<String> extendedKeyUsages,
        TrustAnchors identitySigners,
        Set<String> identityIssuers) {
    private static final TrustSettings NONE = new TrustSettings(
            TrustAnchors.NONE, TrustAnchors.NONE, Set.of(), KeyPurpose.CLAIM_SIGNERS, TrustAnchors.NONE, Set.of());

    /** Settings as given. */
    public TrustSettings {
        allowed = Set.copyOf(allowed);
        extendedKeyUsages = Set.copyOf(extendedKeyUsages);
        identityIssuers = Set.copyOf(identityIssuers);
    }

    /** Trust in nobody, with the usual key purposes. */
    public static TrustSettings none() {
        return NONE;
    }

    /** These settings and more anchors for signers, each with its own span and purposes. */
    public TrustSettings withSigners(TrustAnchors more) {
        return new TrustSettings(
                signers.and(more), timeStampAuthorities, allowed, extendedKeyUsages, identitySigners, identityIssuers);
    }

    /** These settings and more anchors for time-stamp authorities, each with its own span. */
    public TrustSettings withTimeStampAuthorities(TrustAnchors more) {
        return new TrustSettings(
                signers, timeStampAuthorities.and(more), allowed, extendedKeyUsages, identitySigners, identityIssuers);
    }

    /** These settings and more anchors for those who sign identity assertions, each with its own span. */
    public TrustSettings withIdentitySigners(TrustAnchors more) {
        return new TrustSettings(
                signers, timeStampAuthorities, allowed, extendedKeyUsages, identitySigners.and(more), identityIssuers);
    }

    /**
     * These settings and more anchors for signers.
     *
     * @param pem one or more certificates
     * @throws IllegalArgumentException if there is none, one cannot be read, or there is a private key among them
     */
    public TrustSettings withAnchors(String pem) {
        return withSigners(TrustAnchors.of(TrustText.certificates(pem)));
    }

    /**
     * These settings and more anchors for time-stamp authorities.
     *
     * @param pem one or more certificates
     * @throws IllegalArgumentException if there is none, one cannot be read, or there is a private key among them
     */
    public TrustSettings withTimeStampAnchors(String pem) {
        return withTimeStampAuthorities(TrustAnchors.of(TrustText.certificates(pem)));
    }

    /**
     * These settings and more single certificates that may sign claims.
     *
     * @param list certificates in PEM, or lines with the base64 of a SHA-256 digest of one in DER, or both; lines that
     *     start with {@code //} or {@code #} are comments
     * @throws IllegalArgumentException if there is none, or a line is neither
     */
    public TrustSettings withAllowed(String list) {
        Set<Bytes> more = new LinkedHashSet<>(allowed);
        more.addAll(TrustText.allowed(list));
        return new TrustSettings(
                signers, timeStampAuthorities, more, extendedKeyUsages, identitySigners, identityIssuers);
    }

    /**
     * These settings with other key purposes in place of the present ones.
     *
     * @param config one object identifier a line; lines that start with {@code //} are comments
     * @throws IllegalArgumentException if there is none, or a line is not an object identifier
     */
    public TrustSettings withExtendedKeyUsages(String config) {
        return new TrustSettings(
                signers,
                timeStampAuthorities,
                allowed,
                TrustText.keyPurposes(config),
                identitySigners,
                identityIssuers);
    }

    /**
     * These settings and more anchors for those who sign identity assertions.
     *
     * @param pem one or more certificates
     * @throws IllegalArgumentException if there is none, one cannot be read, or there is a private key among them
     */
    public TrustSettings withIdentityAnchors(String pem) {
        return withIdentitySigners(TrustAnchors.of(TrustText.certificates(pem)));
    }

    /**
     * These settings and more issuers of identity credentials.
     *
     * @param dids decentralized identifiers without fragment, such as {@code did:web:issuer.example}
     * @throws IllegalArgumentException if one does not start with {@code did:} or has a fragment
     */
    public TrustSettings withIdentityIssuers(Set<String> dids) {
        for (String did : dids) {
            if (!did.startsWith("did:") || did.indexOf('#') >= 0) {
                throw new IllegalArgumentException(
                        "issuer \"" + did + "\": expected a decentralized identifier without fragment");
            }
        }
        Set<String> more = new LinkedHashSet<>(identityIssuers);
        more.addAll(dids);
        return new TrustSettings(signers, timeStampAuthorities, allowed, extendedKeyUsages, identitySigners, more);
    }

    /** Whether a certificate is one of the {@linkplain #allowed() single ones}. */
    public boolean allows(Certificate leaf) {
        return allowed.contains(leaf.sha256());
    }
}
