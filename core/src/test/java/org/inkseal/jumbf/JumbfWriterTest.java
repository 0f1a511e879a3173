package org.inkseal.jumbf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.testing.Hex;
import org.junit.jupiter.api.Test;

class JumbfWriterTest {
    private static String contentHash(Bytes box) throws Exception {
        return HashAlgorithm.SHA256
                .hash(JumbfReader.read(box, Budget.standard()).content())
                .hex();
    }

    @Test
    void assertionHasTheExpectedBytes() throws Exception {
        Bytes box = SampleBoxes.actions(Optional.empty());

        assertThat(box.length()).isEqualTo(190);
        assertThat(box.slice(0, 57))
                .isEqualTo(Hex.of("000000be6a756d62 000000296a756d64"
                        + "63626f7200110010800000aa00389b71 03 633270612e616374696f6e732e763200 0000008d63626f72"));
        assertThat(contentHash(box)).isEqualTo("e4aee46e19ed27ed4a94647ba3b3897f11f4f0534c1db8b05b2e0ca337f37082");
    }

    @Test
    void saltedAssertionHasTheExpectedBytes() throws Exception {
        Bytes box = SampleBoxes.actions(Optional.of(SampleBoxes.SALT));

        assertThat(box.length()).isEqualTo(214);
        assertThat(box.slice(0, 16)).isEqualTo(Hex.of("000000d66a756d62 000000416a756d64"));
        assertThat(box.unsigned(32)).isEqualTo(0x13);
        assertThat(box.slice(49, 73)).isEqualTo(Bytes.concat(Hex.of("0000001863327368"), SampleBoxes.SALT));
        assertThat(contentHash(box)).isEqualTo("cbc809372c40749d53b6a40776e7a42072499a81f11e8a551bb764ab93681eeb");
    }

    @Test
    void embeddedFileHasTheExpectedBytes() throws Exception {
        Bytes box = SampleBoxes.thumbnail();

        assertThat(box)
                .isEqualTo(Hex.of("000000566a756d62 0000002e6a756d64 40cb0c32bb8a489da70b2ad6f47f4369"
                        + "03 633270612e7468756d626e61696c2e636c61696d00"
                        + "0000001462666462 00 696d6167652f6a70656700 0000000c62696462 ffd8ffd9"));
        assertThat(contentHash(box)).isEqualTo("0ad729bbcca3203a2e8386213de04140a52168388b3bfd3a6303941dbf4d9631");
    }

    @Test
    void storeBeginsWithTheExpectedBytes() {
        Bytes store =
                JumbfWriter.superBox(ContentType.STORE, "c2pa", Optional.empty(), Bytes.wrap(new byte[857 - 8 - 30]));

        assertThat(store.length()).isEqualTo(857);
        assertThat(store.slice(0, 38))
                .isEqualTo(Hex.of("000003596a756d620000001e6a756d6463327061001100108000 00aa00389b71 03 6332706100"));
    }

    @Test
    void whatCouldNotBeReadBackIsRefused() {
        for (String label : new String[] {"", "a/b", "a;b", "a?b", "a#b", "a\nb", "a\u007fb", "a\u0085b", "a\0b"}) {
            assertThatThrownBy(() -> JumbfWriter.superBox(ContentType.CBOR, label, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> JumbfWriter.superBox(ContentType.CBOR, "a", Optional.of(Hex.of("00"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JumbfWriter.contentBox("cbo", Bytes.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JumbfWriter.embeddedFile("image/\0jpeg", Bytes.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
