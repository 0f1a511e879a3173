package org.inkseal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One certificate for each rule, which breaks that rule alone. */
class CertificateProfileTest {
    private static final Made ROOT = Draft.authority("Root").make();
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    private static List<String> claim(Draft draft) {
        return CertificateProfile.violations(draft.make().certificate(), KeyPurpose.CLAIM_SIGNERS);
    }

    private static Draft leaf() {
        return Draft.leaf("Leaf").from(ROOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KeyPurpose.CLAIM_SIGNING,
                KeyPurpose.EMAIL_PROTECTION,
                KeyPurpose.DOCUMENT_SIGNING,
                KeyPurpose.MICROSOFT_CLAIM_SIGNING
            })
    void goodLeafBreaksNothing(String purpose) {
        assertThat(claim(leaf().purposes(false, purpose))).isEmpty();
        assertThat(claim(leaf().purposes(true, purpose, SERVER_AUTH))).isEmpty();
    }

    static Stream<Arguments> badLeaves() throws Exception {
        return Stream.of(
                arguments("unique identifiers", leaf().withUniqueId()),
                arguments("serial number", leaf().serial(BigInteger.valueOf(-5))),
                arguments("not signed with", leaf().signedWith("SHA1withECDSA")),
                arguments("not one of the profile", leaf().keys(weakRsa())),
                arguments("not one of the profile", leaf().keys(ed448())),
                arguments("authority key identifier", leaf().without(Extension.authorityKeyIdentifier)),
                arguments(
                        "not understood: [1.2.3.4]",
                        leaf().with(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE)),
                arguments(
                        "is an authority's", leaf().with(Extension.basicConstraints, true, new BasicConstraints(true))),
                arguments("lacks digitalSignature", leaf().without(Extension.keyUsage)),
                arguments(
                        "lacks digitalSignature",
                        leaf().with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment))),
                arguments(
                        "keyCertSign",
                        leaf().with(
                                        Extension.keyUsage,
                                        true,
                                        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign))),
                arguments("missing or empty", leaf().without(Extension.extendedKeyUsage)),
                arguments("anyExtendedKeyUsage", leaf().purposes(false, KeyPurpose.EMAIL_PROTECTION, KeyPurpose.ANY)),
                arguments(
                        "time-stamping", leaf().purposes(false, KeyPurpose.EMAIL_PROTECTION, KeyPurpose.TIME_STAMPING)),
                arguments("OCSP signing", leaf().purposes(false, KeyPurpose.EMAIL_PROTECTION, KeyPurpose.OCSP_SIGNING)),
                arguments("no extended key usage is one", leaf().purposes(false, SERVER_AUTH)),
                arguments("no extended key usage is one", leaf().purposes(true, KeyPurpose.TIME_STAMPING)),
                arguments("no extended key usage is one", leaf().purposes(false, KeyPurpose.OCSP_SIGNING)));
    }

    @ParameterizedTest
    @MethodSource("badLeaves")
    void eachRuleIsNamedWhenItAloneIsBroken(String rule, Draft draft) {
        assertThat(claim(draft)).singleElement().asString().contains(rule);
    }

    @Test
    void leafThatIssuedItselfBreaksNoRuleAndIsLeftToTrust() {
        assertThat(claim(Draft.leaf("Self"))).isEmpty();
    }

    @Test
    void certificateOfVersion1IsRefused() throws Exception {
        assertThat(CertificateProfile.violations(OldCertificate.make(), KeyPurpose.CLAIM_SIGNERS))
                .anyMatch(rule -> rule.contains("version 1"));
    }

    @Test
    void acceptedPurposesAreTheCallers() {
        Certificate leaf = leaf().purposes(false, SERVER_AUTH).make().certificate();
        assertThat(CertificateProfile.violations(leaf, Set.of(SERVER_AUTH))).isEmpty();
    }

    @Test
    void timeStampingMustBeTheSoleCriticalPurpose() {
        assertThat(timeStamp(Draft.timeStampAuthority("Tsa"))).isEmpty();
        assertThat(timeStamp(Draft.timeStampAuthority("Tsa").purposes(false, KeyPurpose.TIME_STAMPING)))
                .hasSize(1);
        assertThat(timeStamp(Draft.leaf("Tsa"))).hasSize(1);
        assertThat(timeStamp(Draft.timeStampAuthority("Tsa").purposes(true, KeyPurpose.TIME_STAMPING, SERVER_AUTH)))
                .hasSize(2);
    }

    private static List<String> timeStamp(Draft draft) {
        return CertificateProfile.timeStampViolations(draft.from(ROOT).make().certificate());
    }

    @Test
    void issuerMustBeAnAuthority() {
        assertThat(CertificateProfile.issuerViolations(ROOT.certificate())).isEmpty();
        assertThat(issuer(Draft.authority("Ca"))).isEmpty();
        assertThat(issuer(Draft.authority("Ca").without(Extension.keyUsage))).hasSize(1);
        assertThat(issuer(Draft.authority("Ca").without(Extension.subjectKeyIdentifier)))
                .hasSize(1);
        assertThat(issuer(Draft.authority("Ca").without(Extension.authorityKeyIdentifier)))
                .hasSize(1);
        assertThat(issuer(Draft.authority("Ca").without(Extension.basicConstraints)))
                .hasSize(1);
        assertThat(issuer(Draft.authority("Ca").with(new ASN1ObjectIdentifier("1.2.3"), true, DERNull.INSTANCE)))
                .hasSize(1);
    }

    private static List<String> issuer(Draft draft) {
        return CertificateProfile.issuerViolations(draft.from(ROOT).make().certificate());
    }

    private static KeyPair weakRsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(1024);
        return generator.generateKeyPair();
    }

    private static KeyPair ed448() throws Exception {
        return KeyPairGenerator.getInstance("Ed448", "SunEC").generateKeyPair();
    }
}
