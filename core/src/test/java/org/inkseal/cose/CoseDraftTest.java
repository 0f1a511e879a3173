package org.inkseal.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.testing.Hex;
import org.junit.jupiter.api.Test;

class CoseDraftTest {
    private static final Bytes SIGNATURE = Bytes.wrap(new byte[64]);
    private static final Value.Dict NONE = Value.dict().build();

    private final CoseDraft draft = new CoseDraft(SignatureAlgorithm.ES256, List.of(Hex.of("3000")));

    @Test
    void messageHasTheExpectedBytes() {
        Bytes expected = Hex.of("d28448a201261821423000 a163706164480000000000000000 f6 5840" + SIGNATURE.hex());

        assertThat(draft.seal(SIGNATURE, NONE, expected.length())).isEqualTo(expected);
        assertThat(draft.minimumLength(64, NONE)).isEqualTo(expected.length() - 8);
    }

    @Test
    void whatIsSignedIsWhatAReaderVerifies() throws Exception {
        CoseDraft chain = new CoseDraft(SignatureAlgorithm.PS384, List.of(Hex.of("3000"), Hex.of("3001")));
        Value.Dict headers = Value.dict().put("sigTst2", "token").build();
        CoseSign1 read = CoseSign1.read(chain.seal(SIGNATURE, headers, 1000), Budget.standard());
        Bytes claim = Bytes.utf8("claim");

        assertThat(read.algorithm()).contains(SignatureAlgorithm.PS384);
        assertThat(read.certificates(Budget.standard())).isEqualTo(chain.certificates());
        assertThat(read.signatureStructure(claim)).isEqualTo(chain.toBeSigned(claim));
        assertThat(read.counterSignatureStructure(claim)).isEqualTo(chain.toBeStamped(claim));
        assertThat(read.unprotected("sigTst2")).contains(Value.of("token"));
        assertThat(read.signature()).isEqualTo(SIGNATURE);
    }

    @Test
    void everyLengthFromTheLeastIsReached() throws Exception {
        int least = draft.minimumLength(64, NONE);
        List<Integer> lengths = new ArrayList<>();
        IntStream.rangeClosed(0, 700).forEach(lengths::add);
        IntStream.rangeClosed(65_500, 65_600).forEach(lengths::add);
        IntStream.iterate(700, added -> added <= 70_000, added -> added + 997).forEach(lengths::add);
        for (int added : lengths) {
            Bytes message = draft.seal(SIGNATURE, NONE, least + added);
            CoseSign1 read = CoseSign1.read(message, Budget.standard());

            assertThat(message.length()).isEqualTo(least + added);
            assertThat(read.hidesNothing()).isTrue();
            assertThat(read.unprotected("pad")).isPresent();
        }
    }

    @Test
    void everyLengthIsReachedWhereOneMoreHeaderTakesALongerHead() {
        for (int count = 20; count < 26; count++) {
            DictBuilder headers = Value.dict();
            for (int i = 0; i < count; i++) {
                headers.put(Value.of(1000 + i), Value.of(i));
            }
            int least = draft.minimumLength(64, headers.build());
            for (int added = 0; added < 300; added++) {
                assertThat(draft.seal(SIGNATURE, headers.build(), least + added).length())
                        .isEqualTo(least + added);
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithWhatIsNeeded() {
        int least = draft.minimumLength(64, NONE);

        assertThatThrownBy(() -> draft.seal(SIGNATURE, NONE, least - 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least " + least);
        assertThatThrownBy(() -> draft.minimumLength(
                        64, Value.dict().put("pad2", Bytes.EMPTY).build()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CoseDraft(SignatureAlgorithm.ES256, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
