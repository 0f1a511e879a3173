package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignFromOthersTest {
    private static final String DEFINITION = """
            {"title": "Defined", "ta_url": "http://tsa.invalid/", "assertions": [{"label": "c2pa.actions", "data": {
              "actions": [{"action": "c2pa.created", "digitalSourceType":
              "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"}]}}]}
            """;

    @TempDir
    Path folder;

    private Run run(Object... args) {
        return Run.of(folder.resolve("home"), args);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--tsa-optional",
                "--ocsp",
                "--tsa ftp://example.org/",
                "--tsa nothing",
                "--redact org.example.a",
                "--reason personal",
                "--redact org.example.a --reason nonsense",
                "--update --made photo",
                "--update --parent p.png",
                "--ingredient p.png:sonOf",
                "--parent p.png --ingredient p.png:parentOf",
                "--base .",
                "--manifest d.json --title x",
                "--manifest d.json --train no",
                "--manifest d.json --update"
            })
    void optionsThatContradictEachOtherAreRefused(String options) throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Files.writeString(folder.resolve("d.json"), DEFINITION);
        List<Object> words = new ArrayList<>(List.of("sign", picture));
        for (String word : options.split(" ")) {
            boolean file = word.startsWith("p.png") || word.equals("d.json");
            words.add(file ? folder + "/" + word : word);
        }

        Run run = run(words.toArray());

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("p.signed.png")).doesNotExist();
    }

    @Test
    void aPictureThatIsMissingAmongTheOthersIsTheOneThatIsNamed() {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Path missing = folder.resolve("missing.png");

        for (String option : List.of("--ingredient", "--parent")) {
            Run run = run("sign", picture, option, missing);

            assertThat(run.code()).isEqualTo(ExitCode.NO_ACCESS);
            assertThat(run.err()).isEqualTo("inkseal: error: " + missing + ": no such file\n");
        }
        assertThat(folder.resolve("p.signed.png")).doesNotExist();
    }

    @Test
    void aPictureIsMadeFromOthersAndUpdated() {
        Path part = Pictures.make(folder.resolve("part.png"));
        Path picture = Pictures.make(folder.resolve("p.png"));
        run("sign", part);

        Run made = run("sign", picture, "--ingredient", folder.resolve("part.signed.png") + ":inputTo", "--thumbnail");
        Run updated =
                run("sign", folder.resolve("p.signed.png"), "-o", folder.resolve("u.png"), "--update", "--title", "T");

        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).doesNotContain("on top of");
        assertThat(updated.code()).as(updated.err()).isZero();
        assertThat(updated.out()).contains("on top of");
        assertThat(run("check", "--require", "known", folder.resolve("u.png")).code())
                .isZero();
    }

    @Test
    void aDefinitionIsSignedAndItsAuthorityOnlyNamed() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Path definition = Files.writeString(folder.resolve("d.json"), DEFINITION);

        Run run = run("sign", picture, "--manifest", definition);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("--tsa http://tsa.invalid/");
        assertThat(run("show", folder.resolve("p.signed.png")).out()).contains("Defined");
    }

    @Test
    void anUnreachableAuthorityStopsARequiredTimeStampAndNoOther() {
        Path picture = Pictures.make(folder.resolve("p.png"));

        Run required = run("sign", picture, "--tsa", "http://127.0.0.1:1/");
        Run optional = run("sign", picture, "--tsa", "http://127.0.0.1:1/", "--tsa-optional", "-q");

        assertThat(required.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(required.err()).contains("no time-stamp");
        assertThat(optional.code()).as(optional.err()).isZero();
        assertThat(optional.err()).contains("signed without a time-stamp");
    }
}
