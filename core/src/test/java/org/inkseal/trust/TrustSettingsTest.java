package org.inkseal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.Set;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;

class TrustSettingsTest {
    private final Made root = Draft.authority("Root").make();
    private final Made other = Draft.authority("Other").make();
    private final Made leaf = Draft.leaf("Leaf").from(root).make();

    @Test
    void nobodyIsTrustedAtFirst() {
        TrustSettings none = TrustSettings.none();
        assertThat(none.signers().isEmpty()).isTrue();
        assertThat(none.timeStampAuthorities().isEmpty()).isTrue();
        assertThat(none.allows(leaf.certificate())).isFalse();
        assertThat(none.extendedKeyUsages()).isEqualTo(KeyPurpose.CLAIM_SIGNERS);
    }

    @Test
    void anchorsAddUpAndCountOnce() {
        TrustSettings settings = TrustSettings.none()
                .withAnchors(root.pem() + root.pem())
                .withAnchors(other.pem())
                .withTimeStampAnchors(other.pem());
        assertThat(settings.signers().certificates()).containsExactly(root.certificate(), other.certificate());
        assertThat(settings.timeStampAuthorities().certificates()).containsExactly(other.certificate());
    }

    @Test
    void allowedCertificatesComeAsPemOrAsDigests() {
        String digest =
                Base64.getEncoder().encodeToString(leaf.certificate().sha256().toArray());
        for (String list : new String[] {leaf.pem(), "// names\n\n" + digest + "\r\n", digest + "\n" + root.pem()}) {
            assertThat(TrustSettings.none().withAllowed(list).allows(leaf.certificate()))
                    .isTrue();
        }
        assertThat(TrustSettings.none().withAllowed(root.pem()).allows(leaf.certificate()))
                .isFalse();
    }

    @Test
    void keyPurposesReplaceTheUsualOnes() {
        String config = "//id-kp-emailProtection\n1.3.6.1.5.5.7.3.4\n\n// documents\r\n1.3.6.1.5.5.7.3.36\n";
        assertThat(TrustSettings.none().withExtendedKeyUsages(config).extendedKeyUsages())
                .containsExactlyInAnyOrder(KeyPurpose.EMAIL_PROTECTION, KeyPurpose.DOCUMENT_SIGNING);
    }

    @Test
    void whatIsEmptyOrBrokenIsRefused() {
        TrustSettings none = TrustSettings.none();
        String junk = Pem.encode("CERTIFICATE", Bytes.utf8("junk"));
        for (String bad : new String[] {"", "text", junk, root.pem() + junk}) {
            assertThatIllegalArgumentException().isThrownBy(() -> none.withAnchors(bad));
            assertThatIllegalArgumentException().isThrownBy(() -> none.withTimeStampAnchors(bad));
            assertThatIllegalArgumentException().isThrownBy(() -> none.withAllowed(bad));
        }
        for (String bad : new String[] {"", "// nothing", "AAAA", "not base64!"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> none.withAllowed(bad));
        }
        for (String bad : new String[] {"", "// nothing", "1.2.x", "emailProtection", "9.9.9"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> none.withExtendedKeyUsages(bad));
        }
    }

    @Test
    void messagesNameThePlaceAndShowNoContent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustSettings.none().withAllowed("// c\nsecret-looking line"))
                .withMessageContaining("line 2")
                .withMessageNotContaining("secret");
        String key =
                Pem.encode("PRIVATE KEY", Bytes.wrap(root.keys().getPrivate().getEncoded()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustSettings.none().withAnchors(root.pem() + key))
                .withMessageContaining("private key");
    }

    @Test
    void whoVouchesForPeopleIsAskedForApart() {
        TrustSettings settings = TrustSettings.none()
                .withIdentityAnchors(root.pem())
                .withIdentityIssuers(Set.of("did:web:issuer.example"))
                .withAnchors(other.pem());
        assertThat(settings.identitySigners().certificates()).containsExactly(root.certificate());
        assertThat(settings.signers().certificates()).containsExactly(other.certificate());
        assertThat(settings.identityIssuers()).containsExactly("did:web:issuer.example");
        for (String wrong : new String[] {"issuer.example", "did:jwk:abc#0"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TrustSettings.none().withIdentityIssuers(Set.of(wrong)))
                    .withMessageContaining(wrong);
        }
    }
}
