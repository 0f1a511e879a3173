package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.inkseal.vectors.Vectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustCommandTest {
    @TempDir
    Path folder;

    private Path artist;
    private Path viewer;
    private Path signed;
    private Path root;

    @BeforeEach
    void sign() {
        artist = folder.resolve("artist");
        viewer = folder.resolve("viewer");
        signed = folder.resolve("p.signed.png");
        Path plain = Pictures.make(folder.resolve("p.png"));
        assertThat(Run.of(artist, "sign", plain, "--name", "Mara Voss").code()).isZero();
        root = artist.resolve("root.pem");
    }

    /** Another picture by somebody of the same name, with a key of their own. */
    private Path impostor(String name) {
        Path plain = Pictures.make(folder.resolve("other.png"));
        assertThat(Run.of(folder.resolve("impostor"), "sign", plain, "--name", name)
                        .code())
                .isZero();
        return folder.resolve("other.signed.png");
    }

    private Path published(String name) throws IOException {
        Path lists = Files.createDirectories(folder.resolve("lists"));
        return Files.copy(root, lists.resolve(name));
    }

    @Test
    void anInstalledListVouchesForItsSignersByName() throws IOException {
        published("C2PA-TRUST-LIST.pem");

        Run update = Run.of(viewer, "trust", "update", folder.resolve("lists"));

        assertThat(update.code()).isZero();
        assertThat(update.out())
                .startsWith("C2PA trust list: 1 anchors for signers, from ")
                .contains(TrustFolder.digest(Files.readString(root)));
        Run check = Run.of(viewer, "check", signed, "--require", "trusted");
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("signed by \"Mara Voss\" [C2PA trust list]");
        assertThat(Run.of(viewer, "check", "--json", signed).out())
                .contains("\"trust\":\"trusted list\"", "\"trustList\":\"C2PA trust list\"");
        assertThat(Run.of(viewer, "show", signed).out()).contains("\"Trusted\"");
        assertThat(Run.of(viewer, "check", signed, "--no-trust-lists").out()).contains("(not verified, key ");
    }

    @Test
    void theInterimListIsNamedAsSuch() throws IOException {
        assertThat(Run.of(viewer, "trust", "update", published("anchors.pem")).code())
                .isZero();

        assertThat(Run.of(viewer, "check", signed).out()).contains("[interim list]");
    }

    @Test
    void aListOfTimeStampAuthoritiesVouchesForNoSigner() throws IOException {
        assertThat(Run.of(viewer, "trust", "update", published("C2PA-TSA-TRUST-LIST.pem"))
                        .code())
                .isZero();

        assertThat(Run.of(viewer, "check", signed).out()).contains("(not verified, key ");
        assertThat(Run.of(viewer, "trust", "add", "--tsa", root, "--identity", root)
                        .code())
                .isZero();
        assertThat(Run.of(viewer, "check", signed).out()).contains("(not verified, key ");
    }

    @Test
    void aKeyThatEverybodyHasIsNotRemembered() throws IOException {
        Path anybody = Files.write(
                folder.resolve("anybody.png"),
                Vectors.bytes("time/published-key.png").toArray());

        Run run = Run.of(viewer, "trust", "add", anybody, "--as", "Mara Voss");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("a key that is public");
        assertThat(Run.of(viewer, "trust", "list").out()).doesNotContain("Mara Voss");
    }

    @Test
    void singleSignersAndOwnAnchorsCanBeInstalled() {
        Path leaf = artist.resolve("identity.pem");

        assertThat(Run.of(viewer, "trust", "add", "--allowed", leaf, "--as", "Friends")
                        .code())
                .isZero();
        assertThat(Run.of(viewer, "check", signed).out()).contains("[Friends]");
        assertThat(Run.of(viewer, "trust", "remove", "Friends").code()).isZero();
        assertThat(Run.of(viewer, "check", signed).out()).contains("(not verified, key ");
        assertThat(Run.of(viewer, "trust", "add", "--anchor", root).code()).isZero();
        assertThat(Run.of(viewer, "check", signed).out()).contains("[root.pem]");
        assertThat(Run.of(folder.resolve("third"), "check", "--allowed", leaf, signed)
                        .out())
                .contains("[trusted list]");
    }

    @Test
    void aNewStateOfAListReplacesTheOldOneWhichIsKept() throws IOException {
        Path list = published("C2PA-TRUST-LIST.pem");
        String old = TrustFolder.digest(Files.readString(list));
        Run.of(viewer, "trust", "update", list);
        impostor("Somebody Else");
        Files.copy(folder.resolve("impostor/root.pem"), list, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        Run second = Run.of(viewer, "trust", "update", list);

        assertThat(second.out()).contains("  before ", old);
        assertThat(Run.of(viewer, "trust", "list").out()).contains("  before ", old);
        assertThat(viewer.resolve("trust").resolve(old + ".pem")).exists();
        assertThat(Run.of(viewer, "check", signed).out()).contains("(not verified, key ");
        assertThat(Run.of(viewer, "trust", "update", list).out()).contains("  the same as on ");
    }

    @Test
    void aListWithAnotherDigestThanAskedForChangesNothing() throws IOException {
        Path list = published("C2PA-TRUST-LIST.pem");
        String right = TrustFolder.digest(Files.readString(list));

        Run wrong = Run.of(viewer, "trust", "update", list, "--sha256", "0".repeat(64));

        assertThat(wrong.code()).isEqualTo(3);
        assertThat(viewer.resolve("trust")).doesNotExist();
        assertThat(Run.of(viewer, "trust", "update", list, "--sha256", right).code())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void whatIsNoListIsNotInstalled(String text) throws IOException {
        Path list = Files.writeString(folder.resolve("C2PA-TRUST-LIST.pem"), text);

        Run run = Run.of(viewer, "trust", "update", list);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("inkseal: error: " + list + ": ");
        assertThat(viewer.resolve("trust")).doesNotExist();
    }

    @Test
    void aRememberedSignerIsKnown() {
        Run add = Run.of(viewer, "trust", "add", signed, "--as", "Mara");

        assertThat(add.code()).isZero();
        assertThat(add.out()).startsWith("Remembered \"Mara\", key ").contains("The certificate says \"Mara Voss\".");
        Run check = Run.of(viewer, "check", signed, "--require", "known");
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("signed by \"Mara Voss\" (known as \"Mara\" since ");
        assertThat(Run.of(viewer, "check", "--json", signed).out())
                .contains("\"trust\":\"known\"", "\"knownAs\":\"Mara\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mara Voss", "MARA  VOSS", "mara", "Ｍａｒａ Voss"})
    void aKnownNameWithAnotherKeyIsAWarning(String name) {
        Run.of(viewer, "trust", "add", signed, "--as", "Mara");
        Path other = impostor(name);

        Run check = Run.of(viewer, "check", other);

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out())
                .startsWith(other + ": WARNING — says \"" + name + "\" but with another key, ")
                .contains("than that of \"Mara\" whom you know (");
        assertThat(Run.of(viewer, "check", other, "--trust", folder.resolve("impostor/root.pem"))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void somebodyElseIsNoImpostor() {
        Run.of(viewer, "trust", "add", signed, "--as", "Mara");

        assertThat(Run.of(viewer, "check", impostor("Tamar Avoss")).code()).isZero();
    }

    @Test
    void aSecondKeyOfAKnownSignerNeedsAWord() {
        Run.of(viewer, "trust", "add", signed, "--as", "Mara");
        Path renewed = impostor("Mara Voss");

        Run refused = Run.of(viewer, "trust", "add", renewed, "--as", "Mara");
        Run added = Run.of(viewer, "trust", "add", renewed, "--as", "Mara", "--also");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("\"Mara\" is known with another key, ");
        assertThat(added.code()).isZero();
        assertThat(Run.of(viewer, "check", signed, renewed, "--require", "known")
                        .code())
                .isZero();
    }

    @Test
    void nobodyIsRememberedForABrokenPicture() throws IOException {
        Pictures.flip(signed, -20);

        Run run = Run.of(viewer, "trust", "add", signed, "--as", "Mara");

        assertThat(run.code()).isEqualTo(1);
        assertThat(viewer.resolve("trust")).doesNotExist();
    }

    @Test
    void namesHoldNothingThatCannotBeSeenNorThatOfAPublishedList() {
        for (String name : List.of("", " ", "a\tb", "a\nend", "a\u202eb")) {
            assertThat(Run.of(viewer, "trust", "add", signed, "--as", name).code())
                    .isEqualTo(2);
        }
        assertThat(Run.of(viewer, "trust", "add", "--anchor", root, "--as", "c2pa trust list")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aDamagedFolderTrustsNobody() throws IOException {
        Run.of(viewer, "trust", "add", "--anchor", root);
        Path trust = viewer.resolve("trust");
        String index = Files.readString(trust.resolve("index"));
        Path list;
        try (Stream<Path> files = Files.list(trust)) {
            list = files.filter(file -> file.toString().endsWith(".pem"))
                    .findFirst()
                    .orElseThrow();
        }

        for (int length = 0; length < index.length(); length++) {
            Files.writeString(trust.resolve("index"), index.substring(0, length));
            refuses("the trust folder is damaged: ");
        }
        Files.writeString(trust.resolve("index"), index.replace("anchor", "anchors"));
        refuses("line 2 of its index is damaged");
        Files.delete(trust.resolve("index"));
        refuses("its index is missing");
        Files.writeString(trust.resolve("index"), index);
        assertThat(Run.of(viewer, "check", signed).code()).isZero();
        Files.writeString(list, " ", StandardOpenOption.APPEND);
        refuses("is not the one that was installed");
        Files.delete(list);
        refuses("the file of \"root.pem\" is missing");
        assertThat(Run.of(viewer, "check", signed, "--no-trust-lists").code()).isZero();
    }

    private void refuses(String reason) {
        for (String command : List.of("check", "show")) {
            Run run = Run.of(viewer, command, signed);
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(reason);
        }
    }

    @Test
    void wrongUsesAreNamed() throws IOException {
        assertThat(Run.of(viewer, "trust").code()).isEqualTo(2);
        assertThat(Run.of(viewer, "trust", "add").code()).isEqualTo(2);
        assertThat(Run.of(viewer, "trust", "add", signed).code()).isEqualTo(2);
        assertThat(Run.of(viewer, "trust", "remove", "Nobody").code()).isEqualTo(1);
        assertThat(Run.of(viewer, "trust", "update", root).err()).contains("--list says which one it is");
        assertThat(Run.of(viewer, "trust", "update", root, "--list", "c2pa").code())
                .isZero();
        assertThat(Run.of(viewer, "check", signed, "--allow-host", "localhost").code())
                .isEqualTo(2);
        assertThat(Run.of(viewer, "trust", "update", "https://127.0.0.1/C2PA-TRUST-LIST.pem")
                        .err())
                .contains("127.0.0.1: leads to an address that is not public (loopback)");
    }
}
