package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecentralizedIdentifierTest {
    /** RFC 8037 §A.2. */
    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    private static VerificationKey key(String json) throws MalformedException {
        String specific = Base64.getUrlEncoder()
                .encodeToString(Bytes.utf8(json.replace('\'', '"')).toArray());
        return DecentralizedIdentifier.parse("did:jwk:" + specific)
                .orElseThrow()
                .key(Budget.standard());
    }

    @Test
    void theFragmentIsNoPartOfTheIdentifier() {
        assertThat(DecentralizedIdentifier.parse("did:jwk:abc#0").orElseThrow().toString())
                .isEqualTo("did:jwk:abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "did", "did:", "did:jwk", "did:jwk:", "did::abc", "DID:jwk:abc", "did:Jwk:abc", "did:jwk:a b"
            })
    void whatIsNoIdentifierIsNotRead(String text) {
        assertThat(DecentralizedIdentifier.parse(text)).isEmpty();
    }

    @Test
    void theKeyIsInTheIdentifier() throws Exception {
        assertThat(key("{'kty':'OKP','crv':'Ed25519','x':'" + X + "','alg':'EdDSA'}")
                        .kind())
                .isEqualTo(VerificationKey.Kind.ED25519);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{'kty':'oct','k':'abc'}",
                "{'kty':'OKP','crv':'X25519','x':'" + X + "'}",
                "{'kty':'OKP','crv':'Ed25519'}",
                "{'kty':'OKP','crv':'Ed25519','x':'*'}",
                "{'kty':'OKP','crv':'Ed25519','x':'" + X + "','d':'" + X + "'}",
                "{'kty':'EC','crv':'secp256k1','x':'" + X + "','y':'" + X + "'}",
                "{'kty':'EC','crv':'P-256','x':'" + X + "','y':'" + X + "'}",
                "{'kty':'RSA','n':'AQ','e':'AQAB'}"
            })
    void aKeyThatIsNotAllowedIsRefused(String json) {
        assertThatThrownBy(() -> key(json)).isInstanceOf(MalformedException.class);
    }
}
