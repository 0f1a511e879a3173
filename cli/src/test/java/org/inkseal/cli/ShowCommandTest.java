package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
