package org.inkseal.trust;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.inkseal.crypto.Der;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.jspecify.annotations.Nullable;

/** The extensions of a certificate that decide anything (RFC 5280 §4.2). */
record CertificateExtensions(
        boolean ca,
        OptionalInt pathLength,
        Optional<KeyUsage> keyUsage,
        Set<String> keyPurposes,
        boolean keyPurposesCritical,
        Optional<Bytes> subjectKeyId,
        boolean hasAuthorityKeyId,
        Optional<Bytes> authorityKeyId,
        Optional<GeneralNames> alternativeNames,
        Optional<NameConstraints> nameConstraints,
        Set<String> policies,
        List<String> unknownCritical) {

    /**
     * What may be critical: what is looked at here and in paths, and what restricts nothing because no policy is asked
     * for (RFC 5280 §6.1.1) and C2PA uses no revocation lists.
     */
    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD = Set.of(
            Extension.basicConstraints,
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.subjectKeyIdentifier,
            Extension.authorityKeyIdentifier,
            Extension.subjectAlternativeName,
            Extension.issuerAlternativeName,
            Extension.nameConstraints,
            Extension.certificatePolicies,
            Extension.policyMappings,
            Extension.inhibitAnyPolicy,
            Extension.cRLDistributionPoints,
            Extension.authorityInfoAccess);

    static CertificateExtensions read(@Nullable Extensions extensions) throws MalformedException {
        Optional<BasicConstraints> basic =
                value(extensions, Extension.basicConstraints).map(BasicConstraints::getInstance);
        Optional<AuthorityKeyIdentifier> authority =
                value(extensions, Extension.authorityKeyIdentifier).map(AuthorityKeyIdentifier::getInstance);
        return new CertificateExtensions(
                basic.isPresent() && basic.get().isCA(),
                basic.map(CertificateExtensions::pathLength).orElse(OptionalInt.empty()),
                value(extensions, Extension.keyUsage).map(KeyUsage::getInstance),
                purposes(extensions),
                isCritical(extensions, Extension.extendedKeyUsage),
                value(extensions, Extension.subjectKeyIdentifier)
                        .map(id -> Bytes.wrap(ASN1OctetString.getInstance(id).getOctets())),
                authority.isPresent(),
                authority.map(AuthorityKeyIdentifier::getKeyIdentifierOctets).map(Bytes::wrap),
                value(extensions, Extension.subjectAlternativeName).map(GeneralNames::getInstance),
                value(extensions, Extension.nameConstraints).map(NameConstraints::getInstance),
                policies(extensions),
                unknownCritical(extensions));
    }

    private static Optional<ASN1Primitive> value(@Nullable Extensions extensions, ASN1ObjectIdentifier oid)
            throws MalformedException {
        Extension extension = extensions == null ? null : extensions.getExtension(oid);
        if (extension == null) {
            return Optional.empty();
        }
        Bytes octets = Bytes.wrap(extension.getExtnValue().getOctets());
        return Optional.of(Der.value(octets, "the extension " + oid.getId()));
    }

    private static boolean isCritical(@Nullable Extensions extensions, ASN1ObjectIdentifier oid) {
        Extension extension = extensions == null ? null : extensions.getExtension(oid);
        return extension != null && extension.isCritical();
    }

    private static OptionalInt pathLength(BasicConstraints basic) {
        return basic.getPathLenConstraint() == null
                ? OptionalInt.empty()
                : OptionalInt.of(basic.getPathLenConstraint().intValueExact());
    }

    private static Set<String> purposes(@Nullable Extensions extensions) throws MalformedException {
        Optional<ASN1Primitive> usage = value(extensions, Extension.extendedKeyUsage);
        Set<String> purposes = new LinkedHashSet<>();
        if (usage.isPresent()) {
            for (KeyPurposeId purpose :
                    ExtendedKeyUsage.getInstance(usage.get()).getUsages()) {
                purposes.add(purpose.getId());
            }
        }
        return Set.copyOf(purposes);
    }

    /** Policies only ever grant something, so what cannot be read is left out and breaks nothing. */
    private static Set<String> policies(@Nullable Extensions extensions) {
        Set<String> policies = new LinkedHashSet<>();
        try {
            Optional<ASN1Primitive> value = value(extensions, Extension.certificatePolicies);
            if (value.isPresent()) {
                for (PolicyInformation policy :
                        CertificatePolicies.getInstance(value.get()).getPolicyInformation()) {
                    policies.add(policy.getPolicyIdentifier().getId());
                }
            }
        } catch (MalformedException | RuntimeException e) {
            return Set.of();
        }
        return Set.copyOf(policies);
    }

    private static List<String> unknownCritical(@Nullable Extensions extensions) {
        List<String> unknown = new ArrayList<>();
        if (extensions != null) {
            for (ASN1ObjectIdentifier oid : extensions.getCriticalExtensionOIDs()) {
                if (!UNDERSTOOD.contains(oid)) {
                    unknown.add(oid.getId());
                }
            }
        }
        return List.copyOf(unknown);
    }

    /** Whether the key may be used so, by one of the bits of {@link KeyUsage}; false if nothing says so. */
    boolean allows(int use) {
        return keyUsage.isPresent() && keyUsage.get().hasUsages(use);
    }
}
