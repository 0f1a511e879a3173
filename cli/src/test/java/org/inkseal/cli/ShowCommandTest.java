package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
    @TempDir
    Path folder;

    private Path home;
    private Path plain;
    private Path signed;

    @BeforeEach
    void sign() {
        home = folder.resolve("home");
        plain = Pictures.make(folder.resolve("p.png"));
        signed = folder.resolve("p.signed.png");
        Run.of(home, "sign", plain, "--title", "Harbour");
    }

    @Test
    void storeIsShownInTheUsualForm() throws MalformedException {
        Run run = Run.of(home, "show", signed);

        assertThat(run.code()).isZero();
        Value store = read(run);
        assertThat(store.asDict().orElseThrow().entries().keySet())
                .containsExactly(
                        Value.of("active_manifest"),
                        Value.of("manifests"),
                        Value.of("validation_status"),
                        Value.of("validation_results"),
                        Value.of("validation_state"));
        assertThat(text(store, "validation_state")).isEqualTo("Valid");
        Value manifest = store.get("manifests")
                .flatMap(all -> all.get(text(store, "active_manifest")))
                .orElseThrow();
        assertThat(text(manifest, "title")).isEqualTo("Harbour");
        assertThat(text(manifest.get("signature_info").orElseThrow(), "alg")).isEqualTo("Es256");
        assertThat(manifest.get("claim_version").orElseThrow().asLong()).hasValue(2);
        assertThat(manifest.get("assertions").flatMap(Value::asArray).orElseThrow())
                .extracting(assertion -> text(assertion, "label"))
                .containsExactly("c2pa.actions.v2", "cawg.training-mining");
    }

    @Test
    void parentIsShownAsIngredient() throws MalformedException {
        Run.of(home, "sign", signed);

        Value store = read(Run.of(home, "show", folder.resolve("p.signed.signed.png")));

        Value manifests = store.get("manifests").orElseThrow();
        assertThat(manifests.asDict().orElseThrow().entries()).hasSize(2);
        Value ingredient = manifests
                .get(text(store, "active_manifest"))
                .flatMap(manifest -> manifest.get("ingredients"))
                .flatMap(Value::asArray)
                .orElseThrow()
                .get(0);
        assertThat(text(ingredient, "relationship")).isEqualTo("parentOf");
        assertThat(text(ingredient, "title")).isEqualTo("Harbour");
        assertThat(manifests.get(text(ingredient, "active_manifest"))).isPresent();
        assertThat(text(ingredient, "label")).isEqualTo("c2pa.ingredient.v3");
    }

    @Test
    void trustedSignerMakesTheStateTrusted() throws MalformedException {
        Run run = Run.of(home, "show", "--trust", home.resolve("root.pem"), signed);

        assertThat(text(read(run), "validation_state")).isEqualTo("Trusted");
        assertThat(read(run).get("validation_status")).isEmpty();
    }

    @Test
    void crJsonHoldsTheActiveManifestFirst() throws MalformedException {
        Run.of(home, "sign", signed);
        Path twice = folder.resolve("p.signed.signed.png");

        Run run = Run.of(home, "show", "--crjson", "--trust", home.resolve("root.pem"), twice);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"hash\": \"b64'");
        List<Value> manifests =
                read(run).get("manifests").flatMap(Value::asArray).orElseThrow();
        assertThat(manifests).hasSize(2);
        assertThat(text(manifests.get(0), "label"))
                .isEqualTo(text(read(Run.of(home, "show", twice)), "active_manifest"));
        Value first = manifests.get(0);
        assertThat(first.get("validationResults")
                        .flatMap(results -> results.get("failure"))
                        .flatMap(Value::asArray)
                        .orElseThrow())
                .isEmpty();
        assertThat(text(first.get("signature").orElseThrow(), "algorithm")).isEqualTo("es256");
        assertThat(first.get("claim.v2").flatMap(claim -> claim.get("gathered_assertions")))
                .contains(Value.of(List.of()));
        Run again = Run.of(home, "show", "--crjson", "--at", "2027-01-01", twice);
        assertThat(again).isEqualTo(Run.of(home, "show", "--crjson", "--at", "2027-01-01", twice));
    }

    @Test
    void crJsonIsWrittenWhateverTheStateIs() throws IOException, MalformedException {
        Run nothing = Run.of(home, "show", "--crjson", plain);
        Pictures.truncate(signed, 60);
        Run broken = Run.of(home, "show", "--crjson", signed);

        assertThat(nothing.code()).isZero();
        assertThat(read(nothing).get("manifests")).contains(Value.of(List.of()));
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.out()).contains("\"general.error\"");
    }

    @Test
    void treeTellsClaimsFromProofs() throws IOException {
        Run strange = Run.of(folder.resolve("other"), "show", "--tree", signed);
        Run trusted = Run.of(home, "show", "--tree", "--trust", home.resolve("root.pem"), signed);
        Pictures.flip(signed, -20);
        Run changed = Run.of(home, "show", "--tree", signed);
        Run insisted = Run.of(home, "show", "--tree", "--show-unverified", signed);

        assertThat(strange.out())
                .startsWith("state: Valid\nmanifest urn:c2pa:")
                .contains(
                        "   claims the title \"Harbour\"\n",
                        "   claims to be signed by \"Anonymous\" (not verified, key ")
                .contains("   stated by the signer:\n      c2pa.actions.v2\n");
        assertThat(trusted.out()).contains("   signed by \"Anonymous\" (trusted list, key ");
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.err()).contains(ShowCommand.WARNING);
        assertThat(changed.out())
                .contains("not valid; nothing below is attributed")
                .doesNotContain("Harbour");
        assertThat(insisted.err()).contains(ShowCommand.WARNING);
        assertThat(insisted.out()).contains("not valid; nothing below is attributed", "claims the title \"Harbour\"");
    }

    @Test
    void certificatesAreThoseOfTheSignerAndThoseThatIssuedThem() throws IOException {
        Run run = Run.of(home, "show", "--certs", signed);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith(Files.readString(home.resolve("identity.pem")).strip());
    }

    @Test
    void detailsShowClaimsAsTheyAreStored() throws MalformedException {
        Value store = read(Run.of(home, "show", "--detailed", signed));

        Value manifest = store.get("manifests")
                .flatMap(all -> all.get(text(store, "active_manifest")))
                .orElseThrow();
        assertThat(text(manifest.get("claim").orElseThrow(), "dc:title")).isEqualTo("Harbour");
        Value hash = manifest.get("assertion_store")
                .flatMap(all -> all.get("c2pa.hash.data"))
                .orElseThrow();
        assertThat(text(hash, "pad")).isEqualTo("<omitted>");
    }

    @Test
    void textsOfACredentialCommandNeitherTerminalNorJson() throws MalformedException {
        String evil =
                "\u001b]52;c;x\u0007\u009b2J\u202eTrusted\r\n\u200b<script>\"\\' OR 1=1 --\u2028{{7*7}}\udb40\udc41";
        Path odd = folder.resolve("odd.png");
        Run.of(home, "sign", plain, "--title", evil, "-o", odd);

        for (String form : List.of("--detailed", "--crjson", "--tree")) {
            String out = Run.of(home, "show", form, odd).out();
            assertThat(out.codePoints().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f))
                    .as(form)
                    .isTrue();
            assertThat(out.lines()).as(form).noneMatch(line -> line.startsWith("Trusted"));
        }
        Value store = read(Run.of(home, "show", "--crjson", odd));
        Value claim = store.get("manifests")
                .flatMap(Value::asArray)
                .orElseThrow()
                .get(0)
                .get("claim.v2")
                .orElseThrow();
        assertThat(text(claim, "dc:title")).isEqualTo(evil);
    }

    @Test
    void oneFormAtATime() {
        assertThat(Run.of(home, "show", "--tree", "--certs", signed).code()).isEqualTo(2);
        assertThat(Run.of(home, "show", "--crjson", "--resources", folder.resolve("x"), signed)
                        .code())
                .isEqualTo(2);
    }

    @Test
    void weakerStatesAreInvalid() throws IOException, MalformedException {
        Run ended = Run.of(home, "show", "--at", "2099-01-01T00:00:00+02:00", signed);
        Pictures.flip(signed, -20);
        Run changed = Run.of(home, "show", signed);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(text(read(ended), "validation_state")).isEqualTo("Invalid");
        assertThat(changed.code()).isEqualTo(1);
        assertThat(text(read(changed), "validation_state")).isEqualTo("Invalid");
    }

    @Test
    void withoutACredentialThereIsNothingToShow() {
        assertThat(Run.of(home, "show", plain))
                .isEqualTo(new Run(1, "", "inkseal: error: " + plain + ": no credential\n"));
        assertThat(Run.of(home, "show", folder.resolve("missing.png")).code()).isEqualTo(3);
        assertThat(Run.of(home, "show", folder).code()).isEqualTo(3);
        assertThat(Run.of(home, "show", plain, signed).code()).isEqualTo(2);
    }

    private static Value read(Run run) throws MalformedException {
        return JsonReader.read(Bytes.utf8(run.out()), Budget.standard());
    }

    private static String text(Value value, String key) {
        return value.get(key).flatMap(Value::asText).orElseThrow();
    }
}
