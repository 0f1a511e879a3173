package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.inkseal.Version;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckJsonTest {
    private static final List<String> KEYS = List.of(
            "file",
            "state",
            "verdict",
            "exitCode",
            "reason",
            "mediaType",
            "origin",
            "signals",
            "signer",
            "signedAt",
            "identities",
            "permissions",
            "acceptance",
            "permissionStatements",
            "permissionsDisputed",
            "may",
            "validationTime",
            "findings",
            "ingredientDeltas",
            "remoteManifest",
            "manifestSource",
            "unreferencedManifests",
            "unsignedRanges",
            "unsignedClaims");

    @TempDir
    Path folder;

    @Test
    void everyFileHasTheSameKeysInTheSameOrder() throws IOException, MalformedException {
        Path home = folder.resolve("home");
        Path plain = Pictures.make(folder.resolve("a.png"));
        Path signed = folder.resolve("a.signed.png");
        Run.of(home, "sign", plain, "--mining", "yes");
        Path broken = Files.copy(signed, folder.resolve("broken.png"));
        Pictures.flip(broken, -20);

        Run run = Run.of(home, "check", "--json", plain, signed, broken, folder.resolve("missing.png"));

        Value document = read(run.out());
        assertThat(run.code()).isEqualTo(3);
        assertThat(text(document, "inkseal")).isEqualTo(Version.current());
        assertThat(document.get("schema").orElseThrow().asLong()).hasValue(2);
        List<Value> files = document.get("files").flatMap(Value::asArray).orElseThrow();
        assertThat(files)
                .hasSize(4)
                .allSatisfy(file -> assertThat(
                                file.asDict().orElseThrow().entries().keySet())
                        .containsExactlyElementsOf(KEYS.stream().map(Value::of).toList()));
        assertThat(files).extracting(file -> text(file, "verdict")).containsExactly("NOTHING", "OK", "BROKEN", "ERROR");
        assertThat(files)
                .extracting(file -> file.get("exitCode").orElseThrow().asLong().orElseThrow())
                .containsExactly(0L, 0L, 1L, 3L);
    }

    @Test
    void validFileTellsOriginSignerAndPermissions() throws MalformedException {
        Path home = folder.resolve("home");
        Path plain = Pictures.make(folder.resolve("a.jpg"));
        Run.of(home, "sign", plain, "--made", "scan", "--mining", "yes");

        Value file = read(Run.of(home, "check", "--json", folder.resolve("a.signed.jpg"))
                        .out())
                .get("files")
                .flatMap(Value::asArray)
                .orElseThrow()
                .get(0);

        assertThat(text(file, "state")).isEqualTo("Valid");
        assertThat(text(file, "mediaType")).isEqualTo("image/jpeg");
        assertThat(text(file.get("origin").orElseThrow(), "term")).isEqualTo("digitalCapture");
        assertThat(file.get("signals").flatMap(Value::asArray).orElseThrow())
                .extracting(signal -> text(signal, "id"))
                .containsExactly("inception:signal_capturedMedia");
        Value signer = file.get("signer").orElseThrow();
        assertThat(text(signer, "trust")).isEqualTo("known");
        assertThat(text(signer, "commonName")).isEqualTo("Anonymous");
        assertThat(text(signer, "keyFingerprint")).hasSize(19);
        assertThat(text(signer, "certificateSha256")).hasSize(64);
        Value permissions = file.get("permissions").orElseThrow();
        assertThat(text(permissions, "cawg.data_mining")).isEqualTo("allowed");
        assertThat(text(permissions, "cawg.ai_training")).isEqualTo("notAllowed");
        assertThat(file.get("findings")
                        .flatMap(findings -> findings.get("failure"))
                        .flatMap(Value::asArray)
                        .orElseThrow())
                .extracting(finding -> text(finding, "code"))
                .containsExactly("signingCredential.untrusted");
    }

    @Test
    void schemaOfThePageAsksForEveryKeyThatIsWritten() throws IOException, MalformedException {
        Value entry = read(Files.readString(DocsTest.docs().resolve("check-json.schema.json")))
                .get("$defs")
                .flatMap(types -> types.get("file"))
                .orElseThrow();

        assertThat(entry.get("required").flatMap(Value::asArray).orElseThrow())
                .isEqualTo(KEYS.stream().map(Value::of).toList());
        assertThat(entry.get("properties")
                        .flatMap(Value::asDict)
                        .orElseThrow()
                        .entries()
                        .keySet())
                .containsExactlyElementsOf(KEYS.stream().map(Value::of).toList());
    }

    @Test
    void jsonHasNoLetterThatCommandsATerminal() throws MalformedException {
        Path odd = Pictures.make(folder.resolve("a\u001b\u009b\u202e\u200bé😀.png"));

        String json = Run.of(folder, "check", "--json", odd).out();

        assertThat(json).contains("é😀").doesNotContain("\u001b", "\u009b", "\u202e", "\u200b");
        assertThat(text(
                        read(json)
                                .get("files")
                                .flatMap(Value::asArray)
                                .orElseThrow()
                                .get(0),
                        "file"))
                .isEqualTo(odd.toString());
    }

    @Test
    void onePictureIsOneDocumentOfContentCredentialJson() throws IOException, MalformedException {
        Path home = folder.resolve("home");
        Run.of(home, "sign", Pictures.make(folder.resolve("a.png")));
        Path signed = folder.resolve("a.signed.png");

        Run run = Run.of(home, "check", "--json=cr", signed);

        assertThat(run.code()).isZero();
        assertThat(read(run.out()).get("manifests").flatMap(Value::asArray).orElseThrow())
                .hasSize(1);
    }

    @Test
    void severalPicturesAreAnArrayOfContentCredentialJson() throws IOException, MalformedException {
        Path home = folder.resolve("home");
        Path plain = Pictures.make(folder.resolve("a.png"));
        Run.of(home, "sign", plain);
        Path signed = folder.resolve("a.signed.png");

        Run run = Run.of(home, "check", "--json=cr", plain, signed, folder.resolve("missing.png"));

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("missing.png");
        assertThat(read(run.out()).asArray().orElseThrow()).hasSize(2);
        Run none = Run.of(home, "check", "--json=cr", folder.resolve("missing.png"), folder.resolve("none.png"));
        assertThat(read(none.out()).asArray().orElseThrow()).isEmpty();
    }

    @Test
    void whatFollowsAfterJsonIsAPictureAndOtherFormsAreWrongUsage() throws IOException, MalformedException {
        Path picture = Pictures.make(folder.resolve("a.png"));

        Run run = Run.of(folder.resolve("home"), "check", "--json", picture);

        assertThat(run.code()).isZero();
        assertThat(read(run.out()).get("files").flatMap(Value::asArray).orElseThrow())
                .hasSize(1);
        assertThat(Run.of(folder.resolve("home"), "check", "--json=xml", picture)
                        .code())
                .isEqualTo(2);
    }

    private static Value read(String json) throws MalformedException {
        return JsonReader.read(Bytes.utf8(json), Budget.standard());
    }

    private static String text(Value value, String key) {
        return value.get(key).flatMap(Value::asText).orElseThrow();
    }
}
