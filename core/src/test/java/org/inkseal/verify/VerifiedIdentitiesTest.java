package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.report.StatusCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedIdentitiesTest {
    private static final String REST = ",'verifiedAt':'2026-01-01T00:00:00Z','provider':{'name':'Example'}}";

    private static boolean isRight(String json) throws Exception {
        Value entry = JsonReader.read(Bytes.utf8(json.replace('\'', '"')), Budget.standard());
        FindingList findings = new FindingList();
        VerifiedIdentities.check(Optional.of(Value.of(List.of(entry))), findings, "");
        assertThat(findings.list())
                .allMatch(finding -> finding.code() == StatusCode.CAWG_ICA_VERIFIED_IDENTITIES_INVALID);
        return findings.list().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'cawg.document_verification','name':'Mara'",
                "{'type':'cawg.web_site','uri':'https://mara.example'",
                "{'type':'cawg.affiliation'",
                "{'type':'cawg.social_media','username':'mara'",
                "{'type':'cawg.crypto_wallet','address':'abc'",
                "{'type':'cawg.crypto_wallet','username':'abc'",
                "{'type':'com.example.other','method':'cawg.email'"
            })
    void anEntryWithWhatItsTypeAsksForIsRight(String start) throws Exception {
        assertThat(isRight(start + REST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'Mara'",
                "{'type':''",
                "{'type':'cawg.document_verification'",
                "{'type':'cawg.document_verification','name':''",
                "{'type':'cawg.web_site'",
                "{'type':'cawg.social_media','name':'mara'",
                "{'type':'cawg.crypto_wallet'",
                "{'type':'cawg.affiliation','name':1",
                "{'type':'cawg.affiliation','method':''"
            })
    void anEntryWithoutItIsNot(String start) throws Exception {
        assertThat(isRight(start + REST)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'verifiedAt':'2026-01-01T00:00:00Z'",
                "'verifiedAt':'2026-01-01T00:00:00Z','provider':{}",
                "'verifiedAt':'2026-01-01T00:00:00Z','provider':{'name':''}",
                "'verifiedAt':'yesterday','provider':{'name':'Example'}",
                "'provider':{'name':'Example'}"
            })
    void everyEntryNeedsADateAndAProviderWithAName(String rest) throws Exception {
        assertThat(isRight("{'type':'cawg.affiliation'," + rest + "}")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'@value':'Example','@language':'en'}", "[{'@value':'Example'},{'@value':'Beispiel'}]"})
    void theNameOfAProviderMayBeInALanguage(String name) throws Exception {
        assertThat(isRight("{'type':'cawg.affiliation','verifiedAt':'2026-01-01T00:00:00Z','provider':{'name':" + name
                        + "}}"))
                .isTrue();
    }
}
