package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignerPayloadMatchTest {
    private static final Value PAYLOAD = Value.dict()
            .put("sig_type", "t")
            .put(
                    "referenced_assertions",
                    java.util.List.of(Value.dict()
                            .put("url", "u")
                            .put("hash", Bytes.wrap(new byte[] {-1, -2, -3}))
                            .build()))
            .put("role", java.util.List.of(Value.of("cawg.creator")))
            .build();

    private static boolean matches(String json) throws Exception {
        Value asset = JsonReader.read(Bytes.utf8(json.replace('\'', '"')), Budget.standard());
        return new SignerPayloadMatch(Optional.of("sha256")).matches(PAYLOAD, Optional.of(asset));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'sig_type':'t','role':['cawg.creator'],'referenced_assertions':[{'url':'u','hash':'//79'}]}",
                "{'role':['cawg.creator'],'referenced_assertions':[{'hash':'//79','url':'u'}],'sig_type':'t','x':null}",
                "{'sig_type':'t','role':['cawg.creator'],"
                        + "'referenced_assertions':[{'url':'u','alg':'sha256','hash':'//79'}]}",
                "{'sig_type':'t','role':['cawg.creator'],"
                        + "'referenced_assertions':[{'url':'u','hash':[47,47,55,57]}]}"
            })
    void theSameInJsonMatches(String json) throws Exception {
        assertThat(matches(json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'sig_type':'t','referenced_assertions':[{'url':'u','hash':'//79'}]}",
                "{'sig_type':'t','role':['cawg.creator'],'referenced_assertions':[]}",
                "{'sig_type':'t','role':['cawg.creator'],'referenced_assertions':[{'url':'u','hash':'__79'}]}",
                "{'sig_type':'t','role':['cawg.creator'],'referenced_assertions':[{'url':'u','hash':[255,254,253]}]}",
                "{'sig_type':'t','role':['cawg.creator'],'referenced_assertions':[{'url':'v','hash':'//79'}]}",
                "{'sig_type':'t','role':['cawg.editor'],'referenced_assertions':[{'url':'u','hash':'//79'}]}",
                "{'sig_type':'t','role':['cawg.creator'],"
                        + "'referenced_assertions':[{'url':'u','alg':'sha512','hash':'//79'}]}",
                "{'sig_type':'t','role':['cawg.creator'],'x':1,'referenced_assertions':[{'url':'u','hash':'//79'}]}",
                "{'sigType':'t','role':['cawg.creator'],'referenced_assertions':[{'url':'u','hash':'//79'}]}"
            })
    void anythingElseDoesNot(String json) throws Exception {
        assertThat(matches(json)).isFalse();
    }

    @Test
    void nothingMatchesNothing() {
        assertThat(new SignerPayloadMatch(Optional.empty()).matches(PAYLOAD, Optional.empty()))
                .isFalse();
    }
}
