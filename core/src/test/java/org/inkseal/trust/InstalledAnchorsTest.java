package org.inkseal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;

class InstalledAnchorsTest {
    private final Made root = Draft.authority("Installed Root").make();
    private final Made other = Draft.authority("Other Root").make();
    private final Certificate leaf =
            Draft.leaf("Installed Leaf").from(root).make().certificate();

    private final TrustAnchors installed = TrustAnchors.ofInstalled(
            List.of(other.certificate().der(), root.certificate().der()));

    @Test
    void installedAnchorsAreFoundByName() throws Exception {
        assertThat(installed.named(leaf.issuer())).containsExactly(TrustAnchor.of(root.certificate()));
        assertThat(installed.isEmpty()).isFalse();
        assertThat(CertificatePath.find(leaf, List.of(), installed, Draft.NOW, Budget.standard()))
                .contains(List.of(leaf, root.certificate()));
    }

    @Test
    void theyAreTheSameAsThoseThatAreReadAtOnce() {
        TrustAnchors atOnce = TrustAnchors.of(List.of(other.certificate(), root.certificate()));

        assertThat(installed.certificates()).isEqualTo(atOnce.certificates());
        assertThat(installed.and(atOnce).certificates()).containsExactlyInAnyOrderElementsOf(atOnce.certificates());
        assertThat(atOnce.and(installed).named(leaf.issuer())).containsExactly(TrustAnchor.of(root.certificate()));
        assertThat(installed.and(installed).named(leaf.issuer())).containsExactly(TrustAnchor.of(root.certificate()));
    }

    @Test
    void whatIsNoCertificateIsRefusedOrVouchesForNobody() {
        assertThatThrownBy(() -> TrustAnchors.ofInstalled(List.of(Bytes.utf8("0\u0082no certificate"))))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] der = root.certificate().der().toArray();
        Random random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = der.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            Bytes cut = Bytes.wrap(damaged).slice(0, random.nextInt(damaged.length + 1));
            for (Bytes bytes : List.of(Bytes.wrap(damaged), cut)) {
                assertThat(outcome(bytes)).as("seed 20261122, round %d", i).isIn("refused", "nobody", "another");
            }
        }
    }

    private String outcome(Bytes der) {
        try {
            List<TrustAnchor> named = TrustAnchors.ofInstalled(List.of(der)).named(leaf.issuer());
            return named.isEmpty()
                    ? "nobody"
                    : named.get(0).certificate().equals(root.certificate()) ? "the same" : "another";
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }
}
