package org.inkseal.trust;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.inkseal.crypto.Der;
import org.inkseal.io.Bytes;

/**
 * A name in a certificate.
 *
 * @param der the name as it is compared: byte by byte
 * @param attributes its parts for people, by short name
 */
record DistinguishedName(Bytes der, Map<String, String> attributes) {
    /** The short names of RFC 4514 §3 and those that certificate tools commonly print. */
    private static final Map<String, String> SHORT_NAMES = Map.ofEntries(
            Map.entry("2.5.4.3", "CN"),
            Map.entry("2.5.4.4", "SN"),
            Map.entry("2.5.4.5", "SERIALNUMBER"),
            Map.entry("2.5.4.6", "C"),
            Map.entry("2.5.4.7", "L"),
            Map.entry("2.5.4.8", "ST"),
            Map.entry("2.5.4.9", "STREET"),
            Map.entry("2.5.4.10", "O"),
            Map.entry("2.5.4.11", "OU"),
            Map.entry("2.5.4.12", "T"),
            Map.entry("2.5.4.42", "GN"),
            Map.entry("2.5.4.97", "organizationIdentifier"),
            Map.entry("0.9.2342.19200300.100.1.1", "UID"),
            Map.entry("0.9.2342.19200300.100.1.25", "DC"),
            Map.entry("1.2.840.113549.1.9.1", "E"));

    DistinguishedName {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    static DistinguishedName of(X500Name name) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (RDN part : name.getRDNs()) {
            for (AttributeTypeAndValue pair : part.getTypesAndValues()) {
                String oid = pair.getType().getId();
                String text = text(pair.getValue());
                // Nobody may choose which of several values is shown.
                attributes.merge(SHORT_NAMES.getOrDefault(oid, oid), text, (first, next) -> first + ", " + next);
            }
        }
        return new DistinguishedName(Der.encode(name), attributes);
    }

    private static String text(ASN1Encodable value) {
        return value instanceof ASN1String string
                ? string.getString()
                : "#" + Der.encode(value).hex();
    }
}
