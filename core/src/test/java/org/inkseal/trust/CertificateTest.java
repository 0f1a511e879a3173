package org.inkseal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;

class CertificateTest {
    private final Made root = Draft.authority("Root").make();
    private final Made leaf = Draft.leaf("Leaf").from(root).make();

    @Test
    void everythingThatACertificateSaysIsRead() {
        Certificate certificate = leaf.certificate();
        assertThat(certificate.commonName()).contains("Leaf");
        assertThat(certificate.organization()).contains("Test");
        assertThat(certificate.issuerCommonName()).contains("Root");
        assertThat(certificate.issuerOrganization()).contains("Test");
        assertThat(certificate.subjectAttributes())
                .containsExactly(Map.entry("C", "XX"), Map.entry("O", "Test"), Map.entry("CN", "Leaf"));
        assertThat(certificate.notBefore()).isEqualTo(Draft.START);
        assertThat(certificate.notAfter()).isEqualTo(Draft.END);
        assertThat(certificate.serialNumber()).isEqualTo(0x5eed);
        assertThat(certificate.isCa()).isFalse();
        assertThat(certificate.selfIssued()).isFalse();
        assertThat(certificate.extendedKeyUsages()).containsExactly(KeyPurpose.EMAIL_PROTECTION);
        assertThat(certificate.allowsDigitalSignature()).isTrue();
        assertThat(certificate.allowsCertificateSigning()).isFalse();
        assertThat(root.certificate().isCa()).isTrue();
        assertThat(root.certificate().selfIssued()).isTrue();
    }

    @Test
    void bothEndsBelongToTheValidity() {
        Certificate certificate = leaf.certificate();
        assertThat(certificate.validAt(Draft.START)).isTrue();
        assertThat(certificate.validAt(Draft.START.minusNanos(1))).isFalse();
        assertThat(certificate.validAt(Draft.END.plusMillis(999))).isTrue();
        assertThat(certificate.validAt(Draft.END.plusSeconds(1))).isFalse();
    }

    @Test
    void signatureIsTheIssuersOnly() {
        Certificate other =
                Draft.authority("Root").keys(Draft.freshKeys()).make().certificate();
        for (int round = 0; round < 2; round++) {
            assertThat(leaf.certificate().isSignedBy(root.certificate())).isTrue();
            assertThat(leaf.certificate().isSignedBy(other)).isFalse();
            assertThat(root.certificate().isSignedBy(leaf.certificate())).isFalse();
        }
    }

    @Test
    void equalBytesAreEqualCertificates() throws Exception {
        Certificate again =
                Certificate.parse(Bytes.wrap(leaf.certificate().der().toArray()));
        assertThat(again).isEqualTo(leaf.certificate()).hasSameHashCodeAs(leaf.certificate());
        assertThat(again).isNotEqualTo(root.certificate());
    }

    @Test
    void trailingBytesAndBasicEncodingAreRefused() throws Exception {
        byte[] der = leaf.certificate().der().toArray();
        assertRefused(Arrays.copyOf(der, der.length + 1));
        assertRefused(Arrays.copyOf(der, der.length - 1));
        assertRefused(new BERSequence(ASN1Sequence.getInstance(der).toArray()).getEncoded(ASN1Encoding.BER));
        assertRefused(new byte[0]);
        assertRefused(new byte[(64 << 10) + 1]);
    }

    @Test
    void brokenExtensionThatMattersIsRefused() {
        assertThatThrownBy(() -> Draft.leaf("Broken")
                        .from(root)
                        .with(Extension.basicConstraints, true, new DEROctetString(new byte[3]))
                        .make())
                .hasCauseInstanceOf(MalformedException.class);
    }

    @Test
    void unknownExtensionIsListedOnlyIfCritical() {
        ASN1ObjectIdentifier oid = new ASN1ObjectIdentifier("1.2.3.4");
        DEROctetString value = new DEROctetString(new byte[3]);
        Certificate lax =
                Draft.leaf("X").from(root).with(oid, false, value).make().certificate();
        Certificate strict =
                Draft.leaf("X").from(root).with(oid, true, value).make().certificate();
        assertThat(lax.extensions().unknownCritical()).isEmpty();
        assertThat(strict.extensions().unknownCritical()).containsExactly("1.2.3.4");
    }

    @Test
    void changedBytesAreRefusedOrLoseTheirSignatureButNeverThrowElse() {
        long seed = 20_261_122;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        byte[] der = leaf.certificate().der().toArray();
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = der.clone();
            changed[random.nextInt(der.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Certificate certificate = Certificate.parse(Bytes.wrap(changed));
                assertThat(CertificateProfile.violations(certificate, KeyPurpose.CLAIM_SIGNERS))
                        .isNotNull();
                assertThat(certificate.isSignedBy(root.certificate())).isFalse();
            } catch (MalformedException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    private static void assertRefused(byte[] der) {
        assertThatThrownBy(() -> Certificate.parse(Bytes.wrap(der))).isInstanceOf(MalformedException.class);
    }
}
