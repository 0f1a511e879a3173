package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check --may}, and terms from {@code sign} to {@code check}. */
class PermissionsTest {
    private static final String OFFER = "https://example.org/license-42";

    @TempDir
    Path folder;

    private Path home;
    private Path stranger;
    private Path plain;

    @BeforeEach
    void picture() {
        home = folder.resolve("home");
        stranger = folder.resolve("stranger");
        assertThat(Run.of(home, "init", "--name", "Mara Voss").code()).isZero();
        plain = Pictures.make(folder.resolve("p.png"));
    }

    private Path signed(Object... options) {
        Path target = folder.resolve("p.signed.png");
        Object[] args = Stream.concat(Stream.of("sign", plain, "--force"), Stream.of(options))
                .toArray();
        Run run = Run.of(home, args);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return target;
    }

    @ParameterizedTest
    @CsvSource({"train, training", "generate, generative", "mine, mining", "input, inference"})
    void eachWordAsksForOneUse(String word, String option) {
        Path yes = signed("--" + option, "yes");

        assertThat(Run.of(home, "check", "--may", word, yes).code()).isZero();
        for (String other : new String[] {"train", "generate", "mine", "input"}) {
            if (!other.equals(word)) {
                assertThat(Run.of(home, "check", "--may", word + "," + other, yes)
                                .code())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void aYesOfAStrangerCountsOnlyForThoseWhoSaySo() {
        Path yes = signed("--train", "yes");

        Run known = Run.of(home, "check", "--may", "train", yes);
        Run unknown = Run.of(stranger, "check", "--may", "train", yes);
        Run anybody = Run.of(stranger, "check", "--may", "train", "--require", "signed", yes);
        Run trusted = Run.of(stranger, "check", "--may", "train", "--trust", home.resolve("root.pem"), yes);

        assertThat(known.code()).isZero();
        assertThat(known.out()).contains("   may train: yes: said by \"Mara Voss\" (known)\n");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.out())
                .contains("   may train: silent: the yes of \"Mara Voss\" (not verified) does not count:"
                        + " the signer is not accepted;");
        assertThat(anybody.code()).isZero();
        assertThat(trusted.code()).isZero();
        assertThat(trusted.out()).contains("   may train: yes: said by \"Mara Voss\" (trusted list)\n");
    }

    @Test
    void silenceIsNoYes() {
        Run run = Run.of(home, "check", "--may", "train", plain);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).endsWith("NOTHING — no credential\n   may train: silent: nobody said yes\n");
    }

    @Test
    void aNoCountsFromABrokenCredentialAndAYesDoesNot() throws IOException {
        Path no = signed("--train", "no");
        Pictures.flip(no, -20);
        Run refused = Run.of(home, "check", "--may", "train", no);
        Path yes = signed("--train", "yes");
        Pictures.flip(yes, -20);
        Run silent = Run.of(home, "check", "--may", "train", yes);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out())
                .contains(
                        "   may train: no: said by cawg.training-mining of a credential that is not valid; plus:DataMining in the metadata\n")
                .doesNotContain("Mara");
        assertThat(silent.code()).isEqualTo(1);
        assertThat(silent.out())
                .contains("may train: silent: the yes of cawg.training-mining of a credential that is not valid does"
                        + " not count: nothing proves it; ")
                .doesNotContain("Mara");
    }

    @Test
    void theHighestCodeOfSeveralFilesWins() {
        Path yes = signed("--train", "yes");

        assertThat(Run.of(home, "check", "-q", "--may", "train", yes, yes).code())
                .isZero();
        assertThat(Run.of(home, "check", "-q", "--may", "train", yes, plain).code())
                .isEqualTo(1);
        assertThat(Run.of(home, "check", "--may", "steal", yes).code()).isEqualTo(2);
    }

    @Test
    void termsAreToldInTheWordsOfWhoeverOffersThem() {
        Path terms = signed(
                "--generative",
                "terms",
                "--offer",
                OFFER,
                "--price",
                "EUR 12 per image",
                "--contact",
                "mara@example.org");

        Run run = Run.of(home, "check", "--may", "generate", terms);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("   training no · generative training on terms · mining no · AI input no\n")
                .contains("   generative training on terms: \"" + OFFER
                        + "\", \"EUR 12 per image\", \"mara@example.org\"" + " (nobody checked this)\n")
                .contains(
                        "   may generate: on terms: said by \"Mara Voss\" (known); plus:DataMining in the metadata\n");
    }

    @Test
    void termsFromAFileCannotCommandATerminal() {
        Path terms = signed("--train", "terms", "--offer", OFFER, "--price", "\u001b[31mfree\u202e\" (checked)");

        String out = Run.of(home, "check", terms).out();

        assertThat(out).contains("\"\\u{1B}[31mfree\\u{202E}\\\" (checked)\"").doesNotContain("\u001b", "\u202e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--train terms",
                "--train no --offer https://example.org",
                "--price 12",
                "--train terms --offer nonsense",
                "--train terms --offer ftp://example.org",
                "--train terms --offer https://user@example.org/",
                "--train terms --offer javascript:alert(1)"
            })
    void anOfferThatNobodyCouldAcceptIsWrongUsage(String options) {
        Object[] args = ("sign " + plain + " " + options).split(" ");

        assertThat(Run.of(home, args).code()).isEqualTo(2);
    }

    @Test
    void jsonTellsEveryStatementAndTheAnswersToWhatWasAsked() throws MalformedException {
        Path terms = signed("--train", "yes", "--mining", "terms", "--offer", OFFER, "--price", "EUR 12");

        Run run = Run.of(home, "check", "--json", "--may", "train,mine", terms);

        assertThat(run.code()).isEqualTo(1);
        Value file = JsonReader.read(Bytes.utf8(run.out()), Budget.standard())
                .get("files")
                .flatMap(Value::asArray)
                .orElseThrow()
                .get(0);
        assertThat(text(file, "acceptance")).isEqualTo("known");
        assertThat(text(file, "permissions", "cawg.data_mining")).isEqualTo("constrained");
        assertThat(text(file, "permissions", "cawg.ai_training")).isEqualTo("allowed");
        Value statement = only(file, "permissionStatements");
        assertThat(text(statement, "source")).isEqualTo("cawg.training-mining");
        assertThat(text(statement, "place")).isEqualTo("picture");
        assertThat(text(statement, "state")).isEqualTo("Valid");
        assertThat(text(statement, "signer", "name")).isEqualTo("Mara Voss");
        assertThat(text(statement, "terms", "cawg.data_mining")).isEqualTo(OFFER);
        assertThat(text(statement, "offer", "page")).isEqualTo(OFFER);
        assertThat(text(statement, "offer", "amount")).isEqualTo("12");
        assertThat(file.get("may").flatMap(Value::asArray).orElseThrow())
                .extracting(answer -> text(answer, "use") + " " + text(answer, "permission"))
                .containsExactly("cawg.ai_training allowed", "cawg.data_mining constrained");
    }

    private static String plus(String value) {
        return "xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/' plus:DataMining='http://ns.useplus.org/ldf/vocab/DMI-"
                + value + "'";
    }

    @Test
    void termsAreRepeatedForThoseWhoReadRsl() throws IOException {
        Path picture = Pictures.withXmp(folder.resolve("x.jpg"), "", "");
        String[] terms = {"--train", "terms", "--offer", "https://example.org/licence", "--price", "EUR 12 per image"};
        Run signed = Run.of(
                home,
                Stream.concat(
                                Stream.of("sign", picture.toString(), "--published", "https://example.org/works/*"),
                                Stream.of(terms))
                        .toArray());

        assertThat(signed.code()).as(signed.err()).isZero();
        assertThat(Files.readString(folder.resolve("x.signed.jpg"), StandardCharsets.ISO_8859_1))
                .contains("<rsl:content url=\"https://example.org/works/*\"><rsl:license>"
                        + "<rsl:permits type=\"usage\">ai-train,ai-input</rsl:permits>"
                        + "<rsl:payment type=\"purchase\"><rsl:custom>https://example.org/licence</rsl:custom>"
                        + "<rsl:amount currency=\"EUR\">12</rsl:amount></rsl:payment>");
        Run checked = Run.of(home, "check", folder.resolve("x.signed.jpg"));
        assertThat(checked.code()).isZero();
        assertThat(checked.out()).doesNotContain("disagree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org/works", "ftp://example.org/", "https://", "https://me@example.org/", ""})
    void rslNeedsAnAddress(String place) {
        Run run = Run.of(home, "sign", folder.resolve("x.jpg"), "--published", place);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--published");
    }

    @Test
    void credentialAndMetadataStandSideBySideWhenTheyDisagree() throws IOException {
        Path picture = Pictures.withXmp(folder.resolve("x.jpg"), plus("PROHIBITED-AIMLTRAINING"), "");
        Run.of(home, "sign", "--no-xmp", picture, "--train", "yes");

        Run run = Run.of(home, "check", "--may", "train,mine", folder.resolve("x.signed.jpg"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("""
                           training no · generative training no · mining yes · AI input yes
                           credential: training yes · generative training yes · mining yes · AI input yes
                           metadata: training no · generative training no · mining not said · AI input not said\
                         (plus:DataMining)
                           warning: they disagree about training, generative training; the more restrictive counts,\
                         wherever it stands
                           may train: no: said by plus:DataMining in the metadata
                           may mine: yes: said by "Mara Voss" (known)
                        """);
    }

    @Test
    void metadataThatAgreesIsNotRepeated() throws IOException {
        Path picture = Pictures.withXmp(folder.resolve("x.jpg"), plus("PROHIBITED"), "");
        Run.of(home, "sign", picture);

        assertThat(Run.of(home, "check", folder.resolve("x.signed.jpg")).out())
                .contains("AI input no\n")
                .doesNotContain("plus:DataMining");
    }

    @ParameterizedTest
    @CsvSource({"--mining yes, mine", "--inference yes, input", "--training yes, train", "--generative yes, generate"})
    void theTwinInTheMetadataDoesNotTakeBackWhatTheCredentialAllows(String options, String word) {
        Object[] allowed = options.split(" ");

        assertThat(Run.of(home, "check", "--may", word, signed(allowed)).code()).isZero();
    }

    @Test
    void metadataAloneCanRefuseAndCannotAllow() throws IOException {
        Path no = Pictures.withXmp(folder.resolve("no.jpg"), plus("PROHIBITED-GENAIMLTRAINING"), "");
        Path yes = Pictures.withXmp(folder.resolve("yes.jpg"), plus("ALLOWED"), "");

        Run refused = Run.of(home, "check", "--may", "generate", no);
        Run silent = Run.of(home, "check", "--may", "generate", yes);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out())
                .contains("NOTHING — no credential\n")
                .contains(
                        "   metadata: training not said · generative training no · mining not said · AI input not said"
                                + " (plus:DataMining)\n")
                .contains("   may generate: no: said by plus:DataMining in the metadata\n");
        assertThat(silent.code()).isEqualTo(1);
        assertThat(silent.out())
                .contains("   may generate: silent: the yes of plus:DataMining in the metadata does not count: nobody"
                        + " signed it\n");
    }

    @Test
    void metadataThatGoesOnElsewhereIsMentionedToThoseWhoAsk() throws IOException {
        Path more = Pictures.withXmp(
                folder.resolve("x.jpg"), "xmlns:n='http://ns.adobe.com/xmp/note/' n:HasExtendedXMP='0'", "");

        assertThat(Run.of(home, "check", "--may", "train", more).out())
                .contains("   warning: the metadata could not be read whole, so a no in it may be missing: ");
    }

    private static Value only(Value file, String key) {
        return file.get(key).flatMap(Value::asArray).orElseThrow().get(0);
    }

    private static String text(Value value, String... path) {
        Value at = value;
        for (String key : path) {
            at = at.get(key).orElseThrow();
        }
        return at.asText().orElseThrow();
    }
}
