package org.inkseal.vectors;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERVisibleString;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.util.CollectionStore;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;

/** A time-stamp (RFC 3161) to be made, by authorities that also make those which none should make. */
final class StampDraft {
    private static final byte GENERALIZED_TIME = 0x18;

    private final List<Issued> authorities;
    private List<Issued> certificates;
    private String time = "20260301120000Z";
    private boolean digested = true;
    private boolean wrongDigest;

    StampDraft(Issued... authorities) {
        this.authorities = List.of(authorities);
        this.certificates = List.of(authorities);
    }

    /** With this text as its time, well-formed or not. */
    StampDraft at(String generalizedTime) {
        time = generalizedTime;
        return this;
    }

    StampDraft carrying(Issued... others) {
        certificates = List.of(others);
        return this;
    }

    StampDraft withoutDigest() {
        digested = false;
        return this;
    }

    StampDraft withWrongDigest() {
        wrongDigest = true;
        return this;
    }

    /** The token over some bytes. */
    Bytes token(Bytes stamped) {
        try {
            return Bytes.wrap(message(stamped).getEncoded());
        } catch (Exception e) {
            throw new IllegalStateException("a time-stamp cannot be made", e);
        }
    }

    /** The whole response with the token. */
    Bytes response(Bytes stamped, int status) {
        PKIStatusInfo info = new PKIStatusInfo(PKIStatus.getInstance(new ASN1Integer(status)));
        try {
            return Bytes.wrap(new TimeStampResp(info, message(stamped)).getEncoded());
        } catch (Exception e) {
            throw new IllegalStateException("a time-stamp cannot be made", e);
        }
    }

    private ContentInfo message(Bytes stamped) throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        for (Issued authority : authorities) {
            SignerInfoGeneratorBuilder builder = new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider());
            builder.setSignedAttributeGenerator(attributes(authority));
            generator.addSignerInfoGenerator(builder.build(authority.key().signer(), authority.holder()));
        }
        List<X509CertificateHolder> holders = new ArrayList<>();
        certificates.forEach(certificate -> holders.add(certificate.holder()));
        generator.addCertificates(new CollectionStore<>(holders));
        byte[] info = info(HashAlgorithm.SHA256.hash(stamped).toArray());
        return generator
                .generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info), true)
                .toASN1Structure();
    }

    private CMSAttributeTableGenerator attributes(Issued authority) {
        byte[] id = HashAlgorithm.SHA256.hash(authority.certificate()).toArray();
        ASN1ObjectIdentifier oid = PKCSObjectIdentifiers.id_aa_signingCertificateV2;
        Hashtable<ASN1ObjectIdentifier, Attribute> table = new Hashtable<>();
        table.put(oid, new Attribute(oid, new DERSet(new SigningCertificateV2(new ESSCertIDv2(id)))));
        DefaultSignedAttributeTableGenerator usual =
                new DefaultSignedAttributeTableGenerator(new AttributeTable(table));
        return parameters -> {
            AttributeTable whole = usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
            if (wrongDigest) {
                byte[] other = new byte[HashAlgorithm.SHA256.length()];
                Arrays.fill(other, (byte) 1);
                return whole.remove(CMSAttributes.messageDigest)
                        .add(CMSAttributes.messageDigest, new org.bouncycastle.asn1.DEROctetString(other));
            }
            return digested ? whole : whole.remove(CMSAttributes.messageDigest);
        };
    }

    /** Written by hand, because the library mends times that are not well-formed. */
    private byte[] info(byte[] digest) throws Exception {
        AlgorithmIdentifier hash = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
        byte[] text = new DERVisibleString(time).getEncoded();
        text[0] = GENERALIZED_TIME;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(new ASN1Integer(1).getEncoded());
        body.write(new ASN1ObjectIdentifier("1.2.3.4.1").getEncoded());
        body.write(new MessageImprint(hash, digest).getEncoded());
        body.write(new ASN1Integer(10).getEncoded());
        body.write(text);
        byte[] head = {0x30, (byte) body.size()};
        return Bytes.concat(Bytes.wrap(head), Bytes.wrap(body.toByteArray())).toArray();
    }
}
