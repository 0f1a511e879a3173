package org.inkseal.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.inkseal.crypto.Der;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.jspecify.annotations.Nullable;

/**
 * Extensions that offer something and decide nothing, so one that cannot be read is as if absent: where to ask for
 * revocation (RFC 5280 §4.2.2.1), and what the C2PA Certificate Policy says of the signing product.
 */
final class ServiceExtensions {
    private static final ASN1ObjectIdentifier ASSURANCE = new ASN1ObjectIdentifier("1.3.6.1.4.1.62558.3");
    private static final ASN1ObjectIdentifier PRODUCT = new ASN1ObjectIdentifier("1.3.6.1.4.1.62558.4");
    private static final int MOST_RESPONDERS = 4;
    private static final int MOST_CHARACTERS = 1_024;
    private static final int MOST_LEVELS = 9;

    private ServiceExtensions() {}

    static List<String> ocspResponders(@Nullable Extensions extensions) {
        List<String> addresses = new ArrayList<>();
        Optional<ASN1Encodable> value = value(extensions, Extension.authorityInfoAccess);
        try {
            if (value.isPresent()) {
                for (AccessDescription access :
                        AuthorityInformationAccess.getInstance(value.get()).getAccessDescriptions()) {
                    address(access).ifPresent(addresses::add);
                }
            }
        } catch (RuntimeException e) {
            return List.of();
        }
        return List.copyOf(addresses.subList(0, Math.min(addresses.size(), MOST_RESPONDERS)));
    }

    private static Optional<String> address(AccessDescription access) {
        GeneralName location = access.getAccessLocation();
        if (!access.getAccessMethod().equals(AccessDescription.id_ad_ocsp)
                || location.getTagNo() != GeneralName.uniformResourceIdentifier) {
            return Optional.empty();
        }
        String address = ASN1IA5String.getInstance(location.getName()).getString();
        return Optional.of(address).filter(text -> text.length() <= MOST_CHARACTERS);
    }

    /** The last arc of the level's identifier is ten times the level. */
    static OptionalInt assuranceLevel(@Nullable Extensions extensions) {
        Optional<ASN1Encodable> value = value(extensions, ASSURANCE);
        if (value.isPresent() && value.get() instanceof ASN1ObjectIdentifier oid) {
            for (int level = 1; level <= MOST_LEVELS; level++) {
                if (oid.equals(ASSURANCE.branch(Integer.toString(10 * level)))) {
                    return OptionalInt.of(level);
                }
            }
        }
        return OptionalInt.empty();
    }

    static Optional<String> productRecord(@Nullable Extensions extensions) {
        return value(extensions, PRODUCT)
                .filter(ASN1UTF8String.class::isInstance)
                .map(text -> ((ASN1UTF8String) text).getString())
                .filter(text -> text.length() <= MOST_CHARACTERS);
    }

    private static Optional<ASN1Encodable> value(@Nullable Extensions extensions, ASN1ObjectIdentifier oid) {
        Extension extension = extensions == null ? null : extensions.getExtension(oid);
        if (extension == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Der.value(Bytes.wrap(extension.getExtnValue().getOctets()), oid.getId()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
