package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.report.IdentitySummary;
import org.inkseal.report.VerifiedIdentity;
import org.inkseal.vectors.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityWordsTest {
    private static final String PERSON = "identity: \"Person\" (X.509, issued by \"Identity Root\"; ";

    @TempDir
    Path folder;

    @Test
    void theHolderOfACertificateIsVerifiedOnlyBySomebodyTrusted() throws IOException {
        assertThat(check("certificate").out()).contains("   " + PERSON + "not verified)\n");
        assertThat(check("certificate", "--identity-trust", anchors()).out())
                .contains("   " + PERSON + "trusted list)\n");
    }

    @Test
    void whoGatheredIdentitiesSaysWhatTheySaw() throws IOException {
        assertThat(check("issuer-untrusted").out())
                .contains(
                        "   identity: account \"mara\" at \"Example\" (gathered by a key without a name; not verified)\n");
    }

    @ParameterizedTest
    @CsvSource({
        "certificate-expired, cawg.x509.signature.outside_validity",
        "certificate-mismatch, cawg.x509.signature.mismatch",
        "issuer-mismatch, cawg.ica.signature_mismatch",
        "sig-type-unknown, cawg.identity.sig_type.unknown"
    })
    void whatDoesNotHoldIsSaidWithoutAName(String vector, String code) throws IOException {
        String out = check(vector, "--identity-trust", anchors()).out();

        assertThat(out).contains("   identity: not valid: ", "(" + code + ")").doesNotContain("Person", "Gone", "mara");
    }

    @Test
    void aPictureWithoutIdentityAssertionsHasNoSuchLine() {
        Path picture = Pictures.make(folder.resolve("a.png"));
        Run.of(folder, "sign", picture);

        assertThat(Run.of(folder, "check", folder.resolve("a.signed.png")).out())
                .contains(": OK")
                .doesNotContain("identity");
    }

    @Test
    void whoSignedIsToldApartFromWhoStandsBehindThePicture() throws Exception {
        Value file = JsonReader.read(Bytes.utf8(check("certificate", "--json").out()), Budget.standard())
                .get("files")
                .flatMap(Value::asArray)
                .orElseThrow()
                .get(0);

        Value identity =
                file.get("identities").flatMap(Value::asArray).orElseThrow().get(0);
        assertThat(identity.get("name")).contains(Value.of("Person"));
        assertThat(identity.get("trust")).contains(Value.of("not verified"));
        assertThat(file.get("signer").flatMap(signer -> signer.get("commonName")))
                .isNotEqualTo(identity.get("name"));
    }

    @Test
    void thePageSaysTheSame() throws IOException {
        Path page = folder.resolve("page.html");

        check("certificate", "--html", page);

        assertThat(page).content().contains("Identity", "(X.509, issued by ", "; not verified)");
    }

    @Test
    void everyKindOfIdentityIsNamedAndManyAreCounted() {
        List<VerifiedIdentity> known = List.of(
                known("cawg.document_verification", Optional.of("Mara Voss"), Optional.empty()),
                known("cawg.web_site", Optional.empty(), Optional.of("https://maravoss.example")),
                known("cawg.crypto_wallet", Optional.empty(), Optional.of("0x1")),
                known("org.example", Optional.empty(), Optional.empty()));
        IdentitySummary identity = new IdentitySummary(
                "self#jumbf=x",
                "cawg.identity_claims_aggregation",
                IdentitySummary.Standing.TRUSTED,
                Optional.empty(),
                Optional.of("did:web:issuer.example"),
                List.of("cawg.creator", "org.example.critic"),
                known);

        assertThat(IdentityWords.of(identity, List.of()))
                .isEqualTo("document of \"Mara Voss\" at \"P\", website \"https://maravoss.example\" at \"P\","
                        + " wallet \"0x1\" at \"P\" and 1 more as creator and org.example.critic"
                        + " (gathered by \"did:web:issuer.example\"; trusted list)");
    }

    private static VerifiedIdentity known(String type, Optional<String> name, Optional<String> account) {
        return new VerifiedIdentity(type, name, account, "P");
    }

    private Path anchors() throws IOException {
        return Files.write(
                folder.resolve("anchors.pem"),
                Vectors.bytes("trust/identity-anchors.pem").toArray());
    }

    private Run check(String vector, Object... options) throws IOException {
        Path file = Files.write(
                folder.resolve("picture.png"),
                Vectors.bytes("identity/" + vector + ".png").toArray());
        List<Object> all = new ArrayList<>(List.of("check", file, "--at", Vectors.NOW));
        all.addAll(List.of(options));
        return Run.of(folder.resolve("home"), all.toArray());
    }
}
