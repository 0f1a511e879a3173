package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final String EVIL = "<img src=x onerror=alert(1)>\"'`&lt;\u202eevil";

    @TempDir
    Path folder;

    private Path home;
    private Path plain;
    private Path signed;
    private Path page;

    @BeforeEach
    void sign() {
        home = folder.resolve("home");
        plain = Pictures.make(folder.resolve("p.png"));
        signed = folder.resolve("p.signed.png");
        page = folder.resolve("page.html");
        assertThat(Run.of(home, "sign", "--no-xmp", plain, "--name", "Mara Voss", "--title", EVIL, "--thumbnail")
                        .code())
                .isZero();
    }

    @Test
    void pageSaysWhatTheConsoleSaysAndShowsTheSmallPicture() throws IOException {
        Run run = Run.of(home, "check", "--html", page, signed);

        assertThat(run).isEqualTo(Run.of(home, "check", signed));
        assertThat(read())
                .contains("Made by a person with digital tools, without generative AI; signed by &quot;Mara Voss&quot;")
                .contains("This is your own key.", "<span class=\"trust\">known</span>")
                .contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&#96;&amp;lt;\\u{202E}evil")
                .contains("src=\"data:image/jpeg;base64,/9j/")
                .contains("<th scope=\"row\">training</th><td><strong>no</strong></td>")
                .contains("created: made by a person", "claimSignature.validated");
    }

    @Test
    void policyLetsTheBrowserUseTheStyleSheetAndNothingElse() throws IOException, GeneralSecurityException {
        Run.of(home, "check", "--html", page, signed);

        Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(read());
        assertThat(style.find()).isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(read())
                .contains("content=\"default-src 'none'; img-src data:; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash)
                        + "'; base-uri 'none'; form-action 'none'\"");
    }

    @Test
    void whatABrokenCredentialSaysIsNotRepeated() throws IOException {
        Pictures.flip(signed, -20);

        assertThat(Run.of(home, "check", "--html", page, signed).code()).isEqualTo(1);

        assertThat(read())
                .contains("The file was changed after signing (assertion.dataHash.mismatch).")
                .doesNotContain("Mara", "evil", "<img", "by a person");
    }

    @Test
    void strangerIsNotVerifiedAndTrustedListIsNamed() throws IOException {
        Path stranger = folder.resolve("stranger");
        Run.of(stranger, "check", "--html", page, signed);
        assertThat(read()).contains("<span class=\"trust\">not verified</span>", "anybody could have written it");

        Run.of(stranger, "check", "--html", page, "--force", "--trust", home.resolve("root.pem"), signed);
        assertThat(read()).contains("<span class=\"trust\">trusted list</span>");
    }

    @Test
    void historyHoldsWhatWentIntoThePicture() throws IOException {
        Path collage = folder.resolve("collage.png");
        Run.of(home, "sign", plain, "-o", collage, "--ingredient", signed, "--parent", plain, "--thumbnail");

        Run.of(home, "check", "--html", page, collage);

        assertThat(read())
                .contains("Made from", "came without a credential", "A part of it", "the same key as above")
                .contains("<ol class=\"steps\"><li>");
    }

    @Test
    void whatMetadataClaimsIsToldApartFromWhatTheSignerSays() throws IOException {
        Files.write(plain, Pictures.withChunk(Files.readAllBytes(plain), "tEXt", "Software\0NovelAI"));
        Path claiming = folder.resolve("claiming.png");
        Run.of(home, "sign", plain, "-o", claiming);

        Run run = Run.of(home, "check", "--html", page, claiming, plain);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("   but its metadata claims: ", "which the signer does not state\n")
                .contains("NOTHING — no credential; its metadata claims: made with an image generator (PNG text "
                        + "\"NovelAI\"), unsigned, so anybody can have written that\n");
        assertThat(read())
                .contains("<li>made with an image generator (PNG text &quot;NovelAI&quot;)</li>")
                .containsOnlyOnce("That is not what the signer says.");
    }

    @Test
    void severalPicturesAreOnePageWithATable() throws IOException {
        Path missing = folder.resolve("<b>missing.png");

        Run run = Run.of(home, "check", "-q", "--html", page, signed, plain, missing);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(read())
                .contains("<h3>3 files</h3>", "<a href=\"#picture-2\">", "id=\"picture-3\"")
                .contains("NOTHING: there is no credential.", "No such file.", "&lt;b&gt;missing.png");
    }

    @Test
    void pageIsNotReplacedWithoutLeaveAndAppearsWholeOrNotAtAll() throws IOException {
        Files.writeString(page, "mine");

        Run refused = Run.of(home, "check", "--html", page, signed);
        Run failed = Run.of(home, "check", "--html", folder.resolve("other.html"), "--trust", "missing.pem", signed);

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("exists already", "--force");
        assertThat(page).hasContent("mine");
        assertThat(failed.code()).isEqualTo(3);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("home", "p.png", "p.signed.png", "page.html");
        }
        assertThat(Run.of(home, "check", "--force", signed).code()).isEqualTo(2);
    }

    /** The page, which must be in order whatever it is about. */
    private String read() throws IOException {
        String text = Files.readString(page);
        assertThat(PageCheck.objections(text)).isEqualTo(List.of());
        return text;
    }
}
