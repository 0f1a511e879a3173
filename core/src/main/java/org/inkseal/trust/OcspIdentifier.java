package org.inkseal.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;

/**
 * How OCSP names a certificate (RFC 6960 §4.1.1): by hashes of the issuer's name and key, and the serial number.
 *
 * <p>SHA-1 is what responders everywhere are asked with (RFC 5019 §2.1.1). It only picks a certificate here; that the
 * answer is the issuer's is proved by its signature.
 */
final class OcspIdentifier {
    private OcspIdentifier() {}

    static CertID of(Certificate subject, Certificate issuer) {
        return new CertID(
                new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1, DERNull.INSTANCE),
                new DEROctetString(sha1(subject.issuer()).toArray()),
                new DEROctetString(sha1(issuer.keyBits()).toArray()),
                new ASN1Integer(subject.serialNumber()));
    }

    /** Whether an identifier means a certificate that an issuer made. */
    static boolean means(CertID id, Certificate subject, Certificate issuer) {
        if (!id.getSerialNumber().hasValue(subject.serialNumber())) {
            return false;
        }
        Bytes name = Bytes.wrap(id.getIssuerNameHash().getOctets());
        Bytes key = Bytes.wrap(id.getIssuerKeyHash().getOctets());
        if (id.getHashAlgorithm().getAlgorithm().equals(OIWObjectIdentifiers.idSHA1)) {
            return name.equals(sha1(subject.issuer())) && key.equals(sha1(issuer.keyBits()));
        }
        Optional<HashAlgorithm> hash =
                HashAlgorithm.ofOid(id.getHashAlgorithm().getAlgorithm().getId());
        return hash.isPresent()
                && name.equals(hash.get().hash(subject.issuer()))
                && key.equals(hash.get().hash(issuer.keyBits()));
    }

    static Bytes sha1(Bytes bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1", "SUN");
            bytes.updateInto(digest);
            return Bytes.wrap(digest.digest());
        } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-1", e);
        }
    }
}
