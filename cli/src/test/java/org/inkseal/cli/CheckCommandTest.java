package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String FINGERPRINT = "[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}";
    private static final String ORIGIN = "made by a person with digital tools, without generative AI";
    private static final String NO =
            "   signals: Non-GenAI digital creation\n   training no · generative training no · mining no · AI input no\n";

    private static final String STILL_NO =
            "   training no · generative training no · mining no · AI input no (not proven, but a no counts all the same)\n";

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
        assertThat(Run.of(home, "sign", "--no-xmp", plain, "--name", "Mara Voss")
                        .code())
                .isZero();
    }

    @Test
    void ownSignatureIsKnown() {
        Run run = Run.of(home, "check", signed);

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .matches("\\Q" + signed + ": OK — " + ORIGIN + "; signed by \"Mara Voss\" (known, your own key \\E"
                        + FINGERPRINT + "\\)\n" + NO);
    }

    @Test
    void signatureOfSomebodyElseIsNotVerified() {
        Run run = Run.of(folder.resolve("other"), "check", signed);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .matches("\\Q" + signed + ": OK — " + ORIGIN + "; signed by \"Mara Voss\" (not verified, key \\E"
                        + FINGERPRINT + "\\)\n" + NO);
    }

    @Test
    void signatureThatLeadsToAnAnchorIsOnTheTrustedList() {
        Run run = Run.of(folder.resolve("other"), "check", signed, "--trust", home.resolve("root.pem"));

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo(signed + ": OK — " + ORIGIN + "; signed by \"Mara Voss\" [trusted list]\n" + NO);
    }

    @Test
    void changedPictureIsBrokenAndItsAuthorIsNotShown() throws IOException {
        Pictures.flip(signed, -20);

        Run run = Run.of(home, "check", signed);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo(signed + ": BROKEN — the file was changed after signing (assertion.dataHash.mismatch)\n"
                        + STILL_NO);
        assertThat(Run.of(home, "check", "--json", signed).out())
                .doesNotContain("Mara")
                .doesNotContain(ORIGIN);
    }

    @Test
    void truncatedPictureIsBroken() throws IOException {
        Pictures.truncate(plain, 50);

        Run run = Run.of(home, "check", plain);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith(plain + ": BROKEN — not a whole PNG file: ")
                .endsWith("(general.error)\n");
    }

    @Test
    void signatureOfAnEndedCertificateIsAWarning() {
        Run run = Run.of(home, "check", "--at", "2099-01-01", signed);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo(signed + ": WARNING — unchanged since it was signed, but the signature has no "
                        + "force: the claim was signed while the certificate was not valid (claimSignature.outsideValidity)\n"
                        + STILL_NO);
    }

    @Test
    void everyCodeIsExplainedOnRequest() throws IOException {
        Pictures.flip(signed, -20);

        String out = Run.of(home, "check", "--explain", signed).out();

        assertThat(out)
                .contains("   failed:\n      signingCredential.untrusted  [C2PA 2.4 §15.7]\n")
                .contains("      assertion.dataHash.mismatch  [C2PA 2.4 §15.12.1]\n         The file was hashed")
                .contains("   passed:\n", "      claimSignature.validated  [C2PA 2.4 §15.7]\n")
                .containsOnlyOnce("has the hash that the claim gives")
                .doesNotContain("Mara");
    }

    @Test
    void pictureWithoutACredentialIsNothing() {
        Run run = Run.of(home, "check", plain);

        assertThat(run).isEqualTo(new Run(0, plain + ": NOTHING — no credential\n", ""));
    }

    @Test
    void textIsAnErrorAndNoVerdict() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "not a picture");

        Run run = Run.of(home, "check", text);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("inkseal: error: " + text + ": not a picture format")
                .hasLineCount(1);
    }

    @Test
    void missingFileIsAnErrorAndTheOthersAreStillChecked() {
        Path missing = folder.resolve("missing.png");

        Run run = Run.of(home, "check", missing, plain);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEqualTo(plain + ": NOTHING — no credential\n");
        assertThat(run.err())
                .isEqualTo("inkseal: error: " + missing + ": no such file\ninkseal: 2 files: 1 not read, 1 NOTHING\n");
    }

    @Test
    void folderNeedsLeaveToBeGoneThrough() {
        Run run = Run.of(home, "check", folder);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "inkseal: error: " + folder + ": is a folder\ninkseal: hint: add -r to go through folders\n");
    }

    @Test
    void whatAKilledRunLeftInAFolderIsNoPicture() throws IOException {
        Path picture = Pictures.make(folder.resolve("a/z.png"));
        Files.copy(picture, folder.resolve("a/.z.png.inkseal-4194304-00112233445566aa.tmp"));

        Run run = Run.of(folder.resolve("nowhere"), "check", "-r", folder.resolve("a"));

        assertThat(run.out().lines().filter(line -> !line.startsWith(" "))).hasSize(1);
        assertThat(run.out()).startsWith(folder.resolve("a/z.png") + ": NOTHING");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void folderIsGoneThroughInTheOrderOfNamesAndOtherFilesAreCounted() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "not a picture");
        Pictures.make(folder.resolve("a/z.png"));
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);

        Run run = Run.of(folder.resolve("nowhere"), "check", "-r", "-j", "3", folder);

        assertThat(run.code()).isZero();
        assertThat(run.out()
                        .lines()
                        .filter(line -> !line.startsWith(" "))
                        .map(line -> line.substring(0, line.indexOf(": "))))
                .containsExactly(folder.resolve("a/z.png").toString(), plain.toString(), signed.toString());
        assertThat(run.err()).isEqualTo("inkseal: 3 files: 2 NOTHING, 1 OK; 4 skipped, not pictures\n");
    }

    @Test
    void requirementDecidesWhatPasses() {
        Path stranger = folder.resolve("other");
        Path root = home.resolve("root.pem");
        assertThat(Run.of(home, "check", "--require", "signed", plain).code()).isEqualTo(1);
        assertThat(Run.of(home, "check", "--require", "signed", plain).out())
                .contains("does not pass --require signed");
        assertThat(Run.of(stranger, "check", "--require", "signed", signed).code())
                .isZero();
        assertThat(Run.of(stranger, "check", "--require", "KNOWN", signed).code())
                .isEqualTo(1);
        assertThat(Run.of(home, "check", "--require", "known", signed).code()).isZero();
        assertThat(Run.of(home, "check", "--require", "trusted", signed).code()).isEqualTo(1);
        assertThat(Run.of(stranger, "check", "--require", "trusted", "--trust", root, signed)
                        .code())
                .isZero();
        assertThat(Run.of(stranger, "check", "--require", "known", "--trust", root, signed)
                        .code())
                .isZero();
    }

    @Test
    void quietPrintsNothing() throws IOException {
        Pictures.flip(signed, -20);

        assertThat(Run.of(home, "check", "-q", "--json", plain, signed)).isEqualTo(new Run(1, "", ""));
    }

    @Test
    void nameOfAFileCannotCommandTheTerminal() {
        Path odd = Pictures.make(folder.resolve("a\u001b[2J\u202eb\nc.png"));

        Run run = Run.of(home, "check", odd);

        assertThat(run.out()).endsWith("a\\u{1B}[2J\\u{202E}b\\u{A}c.png: NOTHING — no credential\n");
    }

    @Test
    void nameOfASignerCannotEndItself() {
        Path other = folder.resolve("other");
        Path fake = Pictures.make(folder.resolve("fake.png"));
        assertThat(Run.of(other, "sign", fake, "--name", "Mara\" [trusted list] \\")
                        .code())
                .isZero();

        Run run = Run.of(home, "check", folder.resolve("fake.signed.png"));

        assertThat(run.out()).contains("signed by \"Mara\\\" [trusted list] \\\\\" (not verified, key ");
    }

    @Test
    void unreadableTrustFileIsNamed() throws IOException {
        Path missing = folder.resolve("missing.pem");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");

        Run gone = Run.of(home, "check", "--trust", missing, signed);
        Run wrong = Run.of(home, "check", "--trust", empty, signed);

        assertThat(gone.code()).isEqualTo(3);
        assertThat(gone.err()).isEqualTo("inkseal: error: " + missing + ": no such file\n");
        assertThat(wrong.code()).isEqualTo(3);
        assertThat(wrong.err()).startsWith("inkseal: error: " + empty + ": ");
    }

    @Test
    void stackTracesAreForWhoAsksForThem() {
        Path missing = folder.resolve("missing.png");
        Map<String, String> env = Map.of("INKSEAL_HOME", home.toString(), "INKSEAL_DEBUG", "1");

        assertThat(Run.with(env, "check", missing).err())
                .contains("NoSuchFileException")
                .contains("at org.inkseal");
        assertThat(Run.of(home, "check", missing).err()).doesNotContain("Exception");
    }
}
