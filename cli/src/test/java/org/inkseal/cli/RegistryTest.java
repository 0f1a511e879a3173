package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
    @TempDir
    Path folder;

    @Test
    void anEntrySaysWhatThePictureWasWhatItIsAndWhoSignedIt() throws Exception {
        Path picture = picture("old/sea/two.jpg");
        Instant before = Instant.now().minusSeconds(1);

        Run run = sign("-r", folder.resolve("old"), "--mining", "yes");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("inkseal: " + list() + ": 1 work entered\n");
        Value work = works().get(0);
        Value checked = checked(folder.resolve("old/sea/two.signed.jpg"));
        assertThat(text(work, "name")).isEqualTo("sea/two.jpg");
        assertThat(text(work, "mediaType")).isEqualTo("image/jpeg");
        assertThat(text(work, "originalSha256")).isEqualTo(digest(picture));
        assertThat(text(work, "signedSha256")).isEqualTo(digest(folder.resolve("old/sea/two.signed.jpg")));
        assertThat(text(work, "iscc")).matches("ISCC:EEA[A-Z2-7]{13}");
        assertThat(work.get("withoutIscc")).isEmpty();
        assertThat(text(work, "manifest")).startsWith("urn:c2pa:");
        assertThat(text(work.get("signer").orElseThrow(), "name")).isEqualTo("Anonymous");
        for (String key : List.of("keyFingerprint", "certificateSha256")) {
            assertThat(text(work.get("signer").orElseThrow(), key))
                    .isEqualTo(text(checked.get("signer").orElseThrow(), key));
        }
        assertThat(work.get("permissions")).isEqualTo(checked.get("permissions"));
        assertThat(Instant.parse(text(work, "signedAt"))).isBetween(before, Instant.now());
    }

    @Test
    void everyEntryHasTheKeysOfTheSchema() throws Exception {
        sign(picture("a.png"));

        Value schema = read(Files.readString(DocsTest.docs().resolve("registry.schema.json")));

        Value entry = schema.get("$defs").flatMap(types -> types.get("work")).orElseThrow();
        List<Value> keys = entry.get("required").flatMap(Value::asArray).orElseThrow();
        assertThat(works().get(0).asDict().orElseThrow().entries().keySet()).containsExactlyElementsOf(keys);
        assertThat(entry.get("properties")
                        .flatMap(Value::asDict)
                        .orElseThrow()
                        .entries()
                        .keySet())
                .containsExactlyElementsOf(keys);
        assertThat(read(Files.readString(list()))
                        .asDict()
                        .orElseThrow()
                        .entries()
                        .keySet())
                .containsExactlyElementsOf(
                        schema.get("required").flatMap(Value::asArray).orElseThrow());
    }

    @Test
    void worksAreAddedAndWhatIsThereStaysAsItIs() throws Exception {
        sign(picture("a.png"));
        String own = Files.readString(list()).replace("\"name\":\"a.png\"", "\"name\":\"Sunset\",\"place\":[1.5,null]");
        Files.writeString(list(), own.replace("\n", " ").replace(",", " ,\t"));

        Run run = sign(picture("c.png"), picture("b.png"), "-j", "2");

        assertThat(run.err()).contains(": 2 works entered");
        assertThat(works()).extracting(work -> text(work, "name")).containsExactly("Sunset", "b.png", "c.png");
        assertThat(works().get(0).get("place").flatMap(Value::asArray).orElseThrow())
                .hasSize(2);
        assertThat(Files.readAllLines(list())).hasSize(5);
    }

    @Test
    void aRunThatGoesOnEntersWhatIsMissingAndNothingTwice() throws Exception {
        Object[] all = {"-r", folder.resolve("in"), "-o", folder.resolve("out"), "--resume"};
        picture("in/a.png");
        sign(all);
        picture("in/b.png");
        sign(all);
        Files.delete(list());

        Run run = sign(all);

        assertThat(run.err()).contains(": 2 works entered");
        assertThat(works())
                .hasSize(2)
                .allSatisfy(work -> assertThat(work.get("signedAt")).isEmpty());
        assertThat(sign(all).err()).contains(": 0 works entered");
        assertThat(works()).hasSize(2);
    }

    @Test
    void theOriginalIsEnteredWhereItIsReplacedAndWhereItStays() throws Exception {
        Path picture = picture("a.png");
        String original = digest(picture);

        sign(picture, "--sidecar");
        sign(picture, "--in-place", "--force");

        assertThat(works()).extracting(work -> text(work, "originalSha256")).containsExactly(original, original);
        assertThat(works()).extracting(work -> text(work, "signedSha256")).containsExactly(original, digest(picture));
    }

    @Test
    void whatIsLabelledIsEnteredToo() throws Exception {
        Run run = Run.of(home(), "label", picture("a.png"), "--model", "x", "--registry", list());

        assertThat(run.code()).isZero();
        assertThat(text(works().get(0).get("permissions").orElseThrow(), "cawg.ai_training"))
                .isEqualTo("silent");
    }

    @Test
    void aPictureThatCannotBeDecodedIsEnteredWithoutACode() throws Exception {
        Path drawing = Files.writeString(
                folder.resolve("a.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>");

        Run run = sign(drawing);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains(": 1 work entered, 1 without an ISCC code");
        assertThat(works().get(0).get("iscc")).isEmpty();
        assertThat(text(works().get(0), "withoutIscc")).isEqualTo("the Java runtime decodes no SVG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"inkseal\":\"1\",\"schema\":2,\"works\":[]}",
                "{\"inkseal\":\"1\",\"schema\":1,\"files\":[]}",
                "{\"inkseal\":\"1\",\"schema\":1,\"works\":[],\"owner\":\"me\"}",
                "{\"inkseal\":\"1\",\"schema\":1,\"works\":[1]}",
                "{\"inkseal\":\"1\",\"schema\":1,\"works\":[",
            })
    void anotherFileIsRefusedBeforeAnythingIsSigned(String text) throws IOException {
        Path picture = picture("a.png");
        Files.writeString(list(), text);

        Run run = sign(picture);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(list() + ": not a list of works that can be extended");
        assertThat(list()).hasContent(text);
        assertThat(Pictures.names(folder)).doesNotContain("a.signed.png");
    }

    @Test
    void aListThatCannotBeWrittenIsFoundBeforeAnythingIsSigned() throws IOException {
        Path picture = picture("a.png");

        Run run = Run.of(home(), "sign", picture, "--registry", folder.resolve("nowhere/works.json"));

        assertThat(run.code()).isEqualTo(3);
        assertThat(Pictures.names(folder)).doesNotContain("a.signed.png");
    }

    @Test
    void aDryRunAndAnUnsignedLabelEnterNothing() {
        Path picture = picture("a.png");

        assertThat(sign(picture, "--dry-run").code()).isZero();
        Run unsigned = Run.of(home(), "label", picture, "--model", "x", "--unsigned", "--registry", list());

        assertThat(unsigned.code()).isEqualTo(2);
        assertThat(unsigned.err()).contains("--unsigned writes no credential");
        assertThat(list()).doesNotExist();
    }

    @Test
    void aPictureThatCannotBeSignedIsNotEntered() throws Exception {
        Path broken = picture("broken.png");
        Pictures.truncate(broken, 60);

        Run run = sign(broken, picture("whole.png"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(works()).extracting(work -> text(work, "name")).containsExactly("whole.png");
    }

    @Test
    void noLetterOfANameCommandsATerminal() throws Exception {
        sign(picture("a\u001b\u202e.png"));

        assertThat(Files.readString(list())).doesNotContain("\u001b", "\u202e");
        assertThat(text(works().get(0), "name")).isEqualTo("a\u001b\u202e.png");
    }

    private Run sign(Object... args) {
        Object[] all = new Object[args.length + 3];
        all[0] = "sign";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--registry";
        all[args.length + 2] = list();
        return Run.of(home(), all);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path list() {
        return folder.resolve("works.json");
    }

    private Path picture(String name) {
        return Pictures.make(folder.resolve(name));
    }

    private List<Value> works() throws Exception {
        return read(Files.readString(list()))
                .get("works")
                .flatMap(Value::asArray)
                .orElseThrow();
    }

    private Value checked(Path file) throws MalformedException {
        return read(Run.of(home(), "check", "--json", file).out())
                .get("files")
                .flatMap(Value::asArray)
                .orElseThrow()
                .get(0);
    }

    private static String digest(Path file) throws IOException {
        return HashAlgorithm.SHA256.hash(Bytes.wrap(Files.readAllBytes(file))).hex();
    }

    private static Value read(String json) throws MalformedException {
        return JsonReader.read(Bytes.utf8(json), Budget.standard());
    }

    private static String text(Value value, String key) {
        return value.get(key).flatMap(Value::asText).orElseThrow();
    }
}
