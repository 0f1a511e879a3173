package org.inkseal.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.testing.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoseSign1Test {
    private static final String SIGNATURE = "4301 02 03";

    private static CoseSign1 read(String hex) throws MalformedException {
        return CoseSign1.read(Hex.of(hex), Budget.standard());
    }

    /** A message with these headers, given as maps in hex. */
    private static CoseSign1 message(String protectedMap, String unprotectedMap) throws MalformedException {
        return read("d28458" + String.format("%02x", Hex.of(protectedMap).length()) + protectedMap + unprotectedMap
                + "f6" + SIGNATURE);
    }

    private static MalformedException certificateRefusal(CoseSign1 message) {
        return catchThrowableOfType(MalformedException.class, () -> message.certificates(Budget.standard()));
    }

    @Test
    void messageIsReadAsStored() throws Exception {
        String signature = "00".repeat(63) + "3f";
        CoseSign1 message = read("d28448a201261821423000 a163706164480000000000000000 f6 5840" + signature);

        assertThat(message.algorithm()).contains(SignatureAlgorithm.ES256);
        assertThat(message.algorithmId()).hasValue(-7);
        assertThat(message.certificates(Budget.standard())).containsExactly(Hex.of("3000"));
        assertThat(message.payload()).isEmpty();
        assertThat(message.signature()).isEqualTo(Hex.of(signature));
        assertThat(message.hidesNothing()).isTrue();
        assertThat(message.unprotected("pad")).contains(Value.of(Bytes.wrap(new byte[8])));
        assertThat(message.signatureStructure(Bytes.wrap(new byte[298])).slice(0, 25))
                .isEqualTo(Hex.of("846a5369676e61747572653148a2012618214230004059012a"));
    }

    @Test
    void timeStampIsMadeOverTheEncodedSignature() throws Exception {
        StringBuilder signature = new StringBuilder();
        for (int i = 0; i < 64; i++) {
            signature.append(String.format("%02x", i));
        }
        CoseSign1 message = read("d28448a201261821423000a0f65840" + signature);
        Bytes stamped = message.counterSignatureStructure(Hex.of("5840" + signature));

        assertThat(stamped)
                .isEqualTo(Hex.of("8470436f756e7465725369676e617475726548a201261821423000405842 5840" + signature));
        assertThat(HashAlgorithm.SHA256.hash(stamped).hex())
                .isEqualTo("3a905da0d9988107df37d2073a83915a506893e3052c3447d2fbcfc9b29eea01");
    }

    @ParameterizedTest
    @CsvSource({
        "8443a10126a0f64100, tag 18",
        "d8628443a10126a0f64100, tag 18",
        "d83dd28443a10126a0f64100, tag 18",
        "d2d28443a10126a0f64100, one tag",
        "d28343a10126a0f6, 4 items",
        "d28543a10126a0f6410000, 4 items",
        "d2a0, 4 items",
        "d284a10126a0f64100, protected header",
        "d28441f6a0f64100, protected header is not a map",
        "d28442a000a0f64100, in the protected header",
        "d28443a1012680f64100, unprotected header is not a map",
        "d28443a10126a0f74100, payload",
        "d28443a10126a0604100, payload",
        "d28443a10126a0f6f6, signature",
        "d28443a10126a0f66100, signature",
        "d28443a10126a0f6c24100, signature",
        "d28443a10126a10126f64100, both",
        "d28443a10126a10138 24f64100, both",
        "d28445a201260126a0f64100, in the protected header",
        "d28443a14100a0f64100, in the protected",
        "d28444a1410000a0f64100, neither integer nor text",
        "d28443a10126a1410000f64100, neither integer nor text",
        "d28443a10126a2050005 00f64100, twice",
        "d28443a10126a0f6410000, goes on"
    })
    void messageThatBreaksARuleIsRefused(String hex, String rule) {
        assertThatThrownBy(() -> read(hex))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(rule);
    }

    @Test
    void protectedHeaderMayBeEmpty() throws Exception {
        assertThat(read("d28440a0f64100").protectedHeaders().entries()).isEmpty();
        assertThat(read("d28440a0f64100").algorithm()).isEmpty();
        assertThat(read("d28440a10126f64100").algorithm()).isEmpty();
        assertThat(read("d28444a1016178a0f64100").algorithmId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a201260280",
                "a201260201",
                "a20126028163787878",
                "a301260281186318 6300",
                "a2012602811821",
                "a2012602811863"
            })
    void criticalHeaderThatIsNotUnderstoodIsRefused(String headers) {
        assertThatThrownBy(() -> message(headers, "a0")).hasMessageContaining("crit");
    }

    @Test
    void criticalHeaderIsProtectedAndUnderstood() throws Exception {
        assertThat(message("a20126028101", "a0").algorithm()).isPresent();
        assertThat(message("a301260282011821 1821423000", "a0").certificates(Budget.standard()))
                .hasSize(1);
        assertThatThrownBy(() -> message("a10126", "a1028101")).hasMessageContaining("crit is unprotected");
    }

    @Test
    void certificatesAreFoundWhereverFilesPutThem() throws Exception {
        String text = "6778 3563 6861 696e";
        Budget budget = Budget.standard();

        assertThat(message("a10126", "a0").certificates(budget)).isEmpty();
        assertThat(message("a10126", "a1182182 423000 423001").certificates(budget))
                .containsExactly(Hex.of("3000"), Hex.of("3001"));
        assertThat(message("a10126", "a1" + text + "423002").certificates(budget))
                .containsExactly(Hex.of("3002"));
        assertThat(message("a1" + text + "81423003", "a0").certificates(budget)).containsExactly(Hex.of("3003"));
        assertThat(message("a2" + text + "4230031821423004", "a0").certificates(budget))
                .containsExactly(Hex.of("3004"));
    }

    @ParameterizedTest
    @CsvSource({
        "40, empty",
        "80, neither",
        "f6, neither",
        "8140, empty",
        "81f6, not a byte string",
        "624142, neither",
        "82423000423000, repeated",
        "c2423000, neither"
    })
    void certificatesOfAnotherFormAreRefused(String value, String rule) throws Exception {
        assertThat(certificateRefusal(message("a10126", "a11821" + value))).hasMessageContaining(rule);
    }

    @Test
    void certificatesInBothHeadersAreRefused() throws Exception {
        String text = "67783563 6861696e";

        assertThat(certificateRefusal(message("a11821423000", "a1" + text + "423000")))
                .hasMessageContaining("and in the");
        assertThat(certificateRefusal(message("a1" + text + "423000", "a11821423000")))
                .hasMessageContaining("and in the");
    }

    @Test
    void certificatesAreBounded() throws Exception {
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            chain.append("410").append(i);
        }
        assertThat(message("a10126", "a1182188" + chain).certificates(Budget.standard()))
                .hasSize(8);
        assertThat(certificateRefusal(message("a10126", "a1182189" + chain + "4109")))
                .hasMessageStartingWith("limit.chainCertificates");
        assertThat(message("a10126", "a11821594000" + "00".repeat(0x4000)).certificates(Budget.standard()))
                .hasSize(1);
        assertThat(certificateRefusal(message("a10126", "a11821594001" + "00".repeat(0x4001))))
                .hasMessageStartingWith("limit.certificateBytes");
    }

    @Test
    void paddingThatHoldsSomethingIsNoticed() throws Exception {
        assertThat(message("a10126", "a0").hidesNothing()).isTrue();
        assertThat(message("a10126", "a2637061644100647061643240").hidesNothing())
                .isTrue();
        assertThat(message("a10126", "a163706164420001").hidesNothing()).isFalse();
        assertThat(message("a10126", "a164706164324101").hidesNothing()).isFalse();
        assertThat(message("a10126", "a163706164" + "60").hidesNothing()).isFalse();
    }
}
