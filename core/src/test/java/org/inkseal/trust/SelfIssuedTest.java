package org.inkseal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelfIssuedTest {
    private static Credential create(String name, SignatureAlgorithm algorithm) {
        return SelfIssued.create(name, algorithm, Draft.NOW, SelfIssued.USUAL_VALIDITY, new SecureRandom());
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void credentialKeepsTheProfileAndLeadsToItsRoot(SignatureAlgorithm algorithm) throws Exception {
        Credential credential = create("Ada Ink", algorithm);
        Certificate leaf = credential.leaf();
        Certificate root = credential.last();
        assertThat(CertificateProfile.violations(leaf, KeyPurpose.CLAIM_SIGNERS))
                .isEmpty();
        assertThat(CertificateProfile.issuerViolations(root)).isEmpty();
        assertThatCode(credential::check).doesNotThrowAnyException();
        assertThat(leaf.key().fits(algorithm)).isTrue();
        assertThat(CertificatePath.find(leaf, List.of(), TrustAnchors.of(List.of(root)), Draft.NOW, Budget.standard()))
                .contains(List.of(leaf, root));
    }

    @Test
    void algorithmFollowsTheKey() {
        assertThat(create("A", SignatureAlgorithm.ES384).algorithm()).isEqualTo(SignatureAlgorithm.ES384);
        assertThat(create("A", SignatureAlgorithm.ED25519).algorithm()).isEqualTo(SignatureAlgorithm.ED25519);
        assertThat(create("A", SignatureAlgorithm.PS256).algorithm()).isEqualTo(SignatureAlgorithm.PS256);
    }

    @Test
    void nameStandsInTheLeafAndNoKeyInAnyText() {
        Credential credential = create("Ada Ink, née Line", SignatureAlgorithm.ES256);
        assertThat(credential.leaf().commonName()).contains("Ada Ink, née Line");
        assertThat(credential.leaf().organization()).contains("Ada Ink, née Line");
        assertThat(credential.leaf().selfIssued()).isFalse();
        assertThat(credential.toString()).doesNotContain("Key", "Ada");
    }

    @Test
    void longestNameFits() {
        String name = "n".repeat(64);
        Credential credential = create(name, SignatureAlgorithm.ES256);
        assertThat(credential.leaf().commonName()).contains(name);
        assertThat(credential.last().subjectAttributes()).containsEntry("OU", "Own root");
    }

    @Test
    void serialNumbersAreTwentyRandomBytes() {
        Credential first = create("A", SignatureAlgorithm.ES256);
        Credential second = create("A", SignatureAlgorithm.ES256);
        assertThat(first.leaf().serialNumber().toByteArray()).hasSize(20);
        assertThat(first.leaf().serialNumber())
                .isPositive()
                .isNotEqualTo(second.leaf().serialNumber());
        assertThat(first.leaf().serialNumber()).isNotEqualTo(first.last().serialNumber());
    }

    @Test
    void validityStartsALittleEarly() {
        Credential credential =
                SelfIssued.create("A", SignatureAlgorithm.ES256, Draft.NOW, Duration.ofDays(2), new SecureRandom());
        assertThat(credential.leaf().notBefore()).isEqualTo(Draft.NOW.minus(Duration.ofMinutes(5)));
        assertThat(credential.leaf().notAfter()).isEqualTo(Draft.NOW.plus(Duration.ofDays(2)));
        assertThat(credential.last().notAfter()).isEqualTo(credential.leaf().notAfter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "nul\u0000"})
    void strangeNamesAreRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> create(name, SignatureAlgorithm.ES256));
        assertThatIllegalArgumentException().isThrownBy(() -> create("x".repeat(65), SignatureAlgorithm.ES256));
    }

    @Test
    void keyOfAnotherCredentialIsNoticed() {
        Credential one = create("A", SignatureAlgorithm.ES256);
        Credential two = create("A", SignatureAlgorithm.ES256);
        Credential rsa = create("A", SignatureAlgorithm.PS256);
        assertThatIllegalArgumentException().isThrownBy(() -> new Credential(one.key(), two.chain()).check());
        assertThatIllegalArgumentException().isThrownBy(() -> new Credential(rsa.key(), two.chain()).check());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Credential(one.key(), List.of(one.leaf(), two.last())).check());
        assertThatIllegalArgumentException().isThrownBy(() -> new Credential(one.key(), List.of()));
    }
}
