package org.inkseal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.inkseal.io.Budget;
import org.inkseal.io.LimitExceededException;
import org.junit.jupiter.api.Test;

class CertificatePathTest {
    private final Made root = Draft.authority("Root").make();
    private final Made upper = Draft.authority("Upper").from(root).make();
    private final Made lower = Draft.authority("Lower").from(upper).make();
    private final Made leaf = Draft.leaf("Leaf").from(lower).make();

    private static List<Certificate> find(Made leaf, Made anchor, Made... candidates) throws LimitExceededException {
        List<Certificate> given = new ArrayList<>();
        for (Made candidate : candidates) {
            given.add(candidate.certificate());
        }
        TrustAnchors anchors = TrustAnchors.of(List.of(anchor.certificate()));
        return CertificatePath.find(leaf.certificate(), given, anchors, Draft.NOW, Budget.standard())
                .orElse(List.of());
    }

    /** A path of a leaf and one intermediate that a test spoils, below the root. */
    private List<Certificate> through(Draft intermediate) throws LimitExceededException {
        Made middle = intermediate.from(root).make();
        return find(Draft.leaf("Leaf").from(middle).make(), root, middle);
    }

    @Test
    void pathRunsFromTheLeafToTheAnchorWhateverTheOrder() throws Exception {
        List<Certificate> expected =
                List.of(leaf.certificate(), lower.certificate(), upper.certificate(), root.certificate());
        assertThat(find(leaf, root, lower, upper)).isEqualTo(expected);
        assertThat(find(leaf, root, root, upper, lower, leaf, lower)).isEqualTo(expected);
    }

    @Test
    void intermediateMayBeTheAnchor() throws Exception {
        assertThat(find(leaf, lower)).containsExactly(leaf.certificate(), lower.certificate());
        assertThat(find(leaf, upper, lower)).hasSize(3);
    }

    @Test
    void withoutAnchorsOrIntermediatesThereIsNoPath() throws Exception {
        assertThat(find(leaf, root, lower)).isEmpty();
        assertThat(find(leaf, root, upper)).isEmpty();
        assertThat(find(leaf, root)).isEmpty();
        assertThat(CertificatePath.find(
                        leaf.certificate(),
                        List.of(lower.certificate(), upper.certificate(), root.certificate()),
                        TrustAnchors.NONE,
                        Draft.NOW,
                        Budget.standard()))
                .isEmpty();
    }

    @Test
    void leafThatIsAnAnchorItselfHasNoPath() throws Exception {
        assertThat(find(leaf, leaf, lower, upper, root)).isEmpty();
        Made self = Draft.leaf("Self").make();
        assertThat(find(self, self)).isEmpty();
    }

    @Test
    void authorityIsNoLeaf() throws Exception {
        assertThat(find(lower, root, upper)).isEmpty();
        assertThat(find(root, root)).isEmpty();
    }

    @Test
    void namesakeOfTheAnchorProvesNothing() throws Exception {
        Made impostor = Draft.authority("Root").keys(Draft.freshKeys()).make();
        assertThat(find(Draft.leaf("Leaf").from(impostor).make(), root, impostor))
                .isEmpty();
    }

    @Test
    void expiredOrFutureIntermediateBreaksThePath() throws Exception {
        assertThat(through(Draft.authority("Middle"))).hasSize(3);
        assertThat(through(Draft.authority("Middle").valid("2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(through(Draft.authority("Middle").valid("2026-07-01T00:00:00Z", "2030-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void expiredAnchorBreaksThePath() throws Exception {
        Made old = Draft.authority("Old")
                .valid("2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
                .make();
        assertThat(find(Draft.leaf("Leaf").from(old).make(), old)).isEmpty();
    }

    @Test
    void issuerMustBeAnAuthorityThatMaySignCertificates() throws Exception {
        assertThat(through(Draft.leaf("Middle"))).isEmpty();
        assertThat(through(Draft.authority("Middle").without(Extension.basicConstraints)))
                .isEmpty();
        assertThat(through(Draft.authority("Middle").with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))))
                .isEmpty();
        assertThat(through(Draft.authority("Middle").with(new ASN1ObjectIdentifier("1.2.3"), true, DERNull.INSTANCE)))
                .isEmpty();
    }

    @Test
    void pathLengthIsKept() throws Exception {
        Made narrow = Draft.authority("Narrow")
                .with(Extension.basicConstraints, true, new BasicConstraints(0))
                .make();
        Made middle = Draft.authority("Middle").from(narrow).make();
        assertThat(find(Draft.leaf("Leaf").from(narrow).make(), narrow)).hasSize(2);
        assertThat(find(Draft.leaf("Leaf").from(middle).make(), narrow, middle)).isEmpty();
    }

    @Test
    void selfIssuedAuthoritiesDoNotCountForThePathLength() throws Exception {
        Made narrow = Draft.authority("Narrow")
                .with(Extension.basicConstraints, true, new BasicConstraints(0))
                .make();
        Made renewed =
                Draft.authority("Narrow").keys(Draft.freshKeys()).from(narrow).make();
        assertThat(find(Draft.leaf("Leaf").from(renewed).make(), narrow, renewed))
                .hasSize(3);
    }

    @Test
    void keyIdentifiersMustAgree() throws Exception {
        Made odd = Draft.leaf("Leaf")
                .from(root)
                .with(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[20]))
                .make();
        assertThat(find(odd, root)).isEmpty();
    }

    @Test
    void nameConstraintsAreKept() throws Exception {
        assertThat(through(Draft.authority("Middle").with(Extension.nameConstraints, true, permitted("C=XX,O=Test"))))
                .hasSize(3);
        assertThat(through(Draft.authority("Middle").with(Extension.nameConstraints, true, permitted("C=XX,O=Other"))))
                .isEmpty();
        assertThat(through(Draft.authority("Middle").with(Extension.nameConstraints, true, excluded("C=XX,O=Test"))))
                .isEmpty();
    }

    @Test
    void tooManyNameConstraintsAreRefused() throws Exception {
        GeneralSubtree subtree = new GeneralSubtree(new GeneralName(new X500Name("C=XX")));
        GeneralSubtree[] many = Collections.nCopies(65, subtree).toArray(new GeneralSubtree[0]);
        assertThat(through(Draft.authority("Middle")
                        .with(Extension.nameConstraints, true, new NameConstraints(many, null))))
                .isEmpty();
    }

    private static NameConstraints permitted(String name) {
        GeneralSubtree subtree = new GeneralSubtree(new GeneralName(new X500Name(name)));
        return new NameConstraints(new GeneralSubtree[] {subtree}, null);
    }

    private static NameConstraints excluded(String name) {
        GeneralSubtree subtree = new GeneralSubtree(new GeneralName(new X500Name(name)));
        return new NameConstraints(null, new GeneralSubtree[] {subtree});
    }

    @Test
    void cyclesEnd() throws Exception {
        Made first =
                Draft.authority("First").from(Draft.authority("Second").make()).make();
        Made second =
                Draft.authority("Second").from(Draft.authority("First").make()).make();
        assertThat(find(Draft.leaf("Leaf").from(first).make(), root, first, second))
                .isEmpty();
    }

    @Test
    void pathOfSixIsFoundAndOfSevenIsNot() throws Exception {
        List<Made> chain = new ArrayList<>(List.of(root));
        for (int i = 1; i <= 5; i++) {
            chain.add(Draft.authority("Deep " + i).from(chain.get(i - 1)).make());
        }
        Made[] candidates = chain.toArray(new Made[0]);
        assertThat(find(Draft.leaf("Leaf").from(chain.get(4)).make(), root, candidates))
                .hasSize(6);
        assertThat(find(Draft.leaf("Leaf").from(chain.get(5)).make(), root, candidates))
                .isEmpty();
    }

    @Test
    void thousandCrossSignedNamesakesStopAtTheLimit() {
        Made peer = Draft.authority("Many").make();
        List<Certificate> many = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) {
            many.add(Draft.authority("Many")
                    .from(peer)
                    .serial(BigInteger.valueOf(i))
                    .make()
                    .certificate());
        }
        Certificate bottom = Draft.leaf("Leaf").from(peer).make().certificate();
        TrustAnchors anchors = TrustAnchors.of(List.of(root.certificate()));
        assertThatThrownBy(() -> CertificatePath.find(bottom, many, anchors, Draft.NOW, Budget.standard()))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("pathSteps");
    }
}
