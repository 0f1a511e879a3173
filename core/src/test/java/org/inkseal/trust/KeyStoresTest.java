package org.inkseal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import org.inkseal.crypto.SignatureAlgorithm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyStoresTest {
    private static final char[] PASSPHRASE = "correct horse".toCharArray();

    @TempDir
    private Path folder;

    private static Credential create(SignatureAlgorithm algorithm) {
        return SelfIssued.create("Ada", algorithm, Draft.NOW, SelfIssued.USUAL_VALIDITY, new SecureRandom());
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureAlgorithm.class,
            names = {"ES256", "ES512", "PS256", "ED25519"})
    void whatIsSavedIsLoaded(SignatureAlgorithm algorithm) throws Exception {
        Path file = folder.resolve("ada.p12");
        Credential credential = create(algorithm);
        KeyStores.save(file, credential, PASSPHRASE);
        Credential loaded = KeyStores.load(file, PASSPHRASE);
        assertThat(loaded.chain()).isEqualTo(credential.chain());
        assertThat(loaded.key().getEncoded()).isEqualTo(credential.key().getEncoded());
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws Exception {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = folder.resolve("ada.p12");
        KeyStores.save(file, create(SignatureAlgorithm.ES256), PASSPHRASE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void fileThatExistsIsNotOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("ada.p12"), "mine");
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> KeyStores.save(file, create(SignatureAlgorithm.ES256), PASSPHRASE));
        assertThat(file).hasContent("mine");
    }

    @Test
    void wrongPassphraseIsNamed() throws Exception {
        Path file = folder.resolve("ada.p12");
        KeyStores.save(file, create(SignatureAlgorithm.ES256), PASSPHRASE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyStores.load(file, "wrong".toCharArray()))
                .withMessageContaining("passphrase is wrong");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> KeyStores.save(folder.resolve("b.p12"), create(SignatureAlgorithm.ES256), new char[0]));
    }

    @Test
    void fileWithoutKeyOrThatIsNoKeyStoreIsRefused() throws Exception {
        Path empty = folder.resolve("empty.p12");
        KeyStore store = KeyStore.getInstance("PKCS12", "SUN");
        store.load(null, null);
        try (OutputStream out = Files.newOutputStream(empty)) {
            store.store(out, PASSPHRASE);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyStores.load(empty, PASSPHRASE))
                .withMessageContaining("0 keys");
        Path junk = Files.writeString(folder.resolve("junk.p12"), "junk");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyStores.load(junk, PASSPHRASE))
                .withMessageContaining("no PKCS #12 file");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> KeyStores.load(folder.resolve("none.p12"), PASSPHRASE));
    }

    @Test
    void cutFilesAreRefusedWithoutOtherExceptions() throws IOException {
        Path file = folder.resolve("ada.p12");
        KeyStores.save(file, create(SignatureAlgorithm.ES256), PASSPHRASE);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 53) {
            Path cut = Files.write(folder.resolve("cut.p12"), Arrays.copyOf(whole, length));
            assertThatIllegalArgumentException().isThrownBy(() -> KeyStores.load(cut, PASSPHRASE));
        }
    }
}
