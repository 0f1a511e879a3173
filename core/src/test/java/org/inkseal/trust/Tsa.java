package org.inkseal.trust;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERVisibleString;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;

/** A time-stamp authority that also makes the tokens which none should make. */
final class Tsa {
    static final String SHA1 = "1.3.14.3.2.26";
    static final String SHA256 = "2.16.840.1.101.3.4.2.1";

    /** An object of our own, never registered: the JDK does not know every name of an algorithm. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private static final byte GENERALIZED_TIME = 0x18;

    private final List<Made> signers;
    private final List<Made> certificates;
    private String time = "20260301120000Z";
    private String algorithm = "SHA256withECDSA";
    private String imprintOid = SHA256;
    private Made named;
    private boolean oldName;
    private boolean plainAttributes;

    Tsa(List<Made> signers, List<Made> certificates) {
        this.signers = signers;
        this.certificates = certificates;
        this.named = signers.isEmpty() ? null : signers.get(0);
    }

    Tsa at(String genTime) {
        time = genTime;
        return this;
    }

    Tsa signingWith(String name) {
        algorithm = name;
        return this;
    }

    Tsa imprinting(String oid) {
        imprintOid = oid;
        return this;
    }

    /** The certificate that the signed attributes name. */
    Tsa naming(Made certificate) {
        named = certificate;
        return this;
    }

    Tsa namingBySha1() {
        oldName = true;
        return this;
    }

    Tsa namingNone() {
        named = null;
        return this;
    }

    Tsa withoutAttributes() {
        plainAttributes = true;
        return this;
    }

    Bytes token(Bytes stamped) throws Exception {
        return Bytes.wrap(message(stamped).getEncoded());
    }

    /** A TimeStampResp around the token. */
    Bytes response(Bytes stamped, int status) throws Exception {
        PKIStatusInfo info = new PKIStatusInfo(PKIStatus.getInstance(new ASN1Integer(status)));
        return Bytes.wrap(new TimeStampResp(info, message(stamped)).getEncoded());
    }

    private ContentInfo message(Bytes stamped) throws Exception {
        byte[] digest = imprintOid.equals(SHA1)
                ? MessageDigest.getInstance("SHA-1", "SUN").digest(stamped.toArray())
                : HashAlgorithm.SHA256.hash(stamped).toArray();
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        for (Made signer : signers) {
            JcaSignerInfoGeneratorBuilder builder =
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
            builder.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes()));
            generator.addSignerInfoGenerator(builder.build(
                    new JcaContentSignerBuilder(algorithm)
                            .setProvider(PROVIDER)
                            .build(signer.keys().getPrivate()),
                    holder(signer)));
        }
        List<X509CertificateHolder> holders = new ArrayList<>();
        for (Made certificate : certificates) {
            holders.add(holder(certificate));
        }
        generator.addCertificates(new CollectionStore<>(holders));
        CMSProcessableByteArray content =
                new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info(digest));
        ContentInfo message = generator.generate(content, true).toASN1Structure();
        return plainAttributes ? withoutAttributes(message) : message;
    }

    /** Written by hand, because the library mends times that are not well-formed. */
    private byte[] info(byte[] digest) throws Exception {
        AlgorithmIdentifier hash = new AlgorithmIdentifier(new ASN1ObjectIdentifier(imprintOid));
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

    private static ContentInfo withoutAttributes(ContentInfo message) {
        SignedData data = SignedData.getInstance(message.getContent());
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        SignerInfo bare = new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                (ASN1Set) null,
                signer.getDigestEncryptionAlgorithm(),
                signer.getEncryptedDigest(),
                null);
        return new ContentInfo(
                message.getContentType(),
                new SignedData(
                        data.getDigestAlgorithms(),
                        data.getEncapContentInfo(),
                        data.getCertificates(),
                        null,
                        new DERSet(bare)));
    }

    private AttributeTable attributes() throws Exception {
        Hashtable<ASN1ObjectIdentifier, Attribute> table = new Hashtable<>();
        if (named != null && oldName) {
            byte[] id = MessageDigest.getInstance("SHA-1", "SUN")
                    .digest(named.certificate().der().toArray());
            ASN1ObjectIdentifier oid = PKCSObjectIdentifiers.id_aa_signingCertificate;
            table.put(oid, new Attribute(oid, new DERSet(new SigningCertificate(new ESSCertID(id)))));
        } else if (named != null) {
            byte[] id = named.certificate().sha256().toArray();
            ASN1ObjectIdentifier oid = PKCSObjectIdentifiers.id_aa_signingCertificateV2;
            table.put(oid, new Attribute(oid, new DERSet(new SigningCertificateV2(new ESSCertIDv2(id)))));
        }
        return new AttributeTable(table);
    }

    private static X509CertificateHolder holder(Made made) throws Exception {
        return new X509CertificateHolder(made.certificate().der().toArray());
    }
}
