package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.Credentials;
import org.inkseal.io.Bytes;
import org.inkseal.net.Network;
import org.inkseal.report.Report;
import org.inkseal.trust.TrustSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signer claims a website, and the website may confirm it. */
class SiteProofTest {
    @TempDir
    Path folder;

    private Path signed;

    /** A network with one page, or none. */
    private static final class OnePage implements Network {
        private final Optional<String> page;
        private final List<URI> asked = new ArrayList<>();

        OnePage(Optional<String> page) {
            this.page = page;
        }

        @Override
        public Reply get(URI uri, int most) throws IOException {
            asked.add(uri);
            return new Reply(
                    "application/json", Bytes.utf8(page.orElseThrow(() -> new IOException("maravoss.example: 404"))));
        }

        @Override
        public Reply post(URI uri, String mediaType, Bytes body, int most) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void sign() {
        Run made = Run.of(folder, "init", "--name", "Mara Voss", "--site", "https://MaraVoss.example/");
        assertThat(made.out())
                .contains("put " + folder.resolve("inkseal.json") + " there as"
                        + " https://maravoss.example/.well-known/inkseal.json");
        Run.of(folder, "sign", Pictures.make(folder.resolve("p.png")));
        signed = folder.resolve("p.signed.png");
    }

    private Report report() throws IOException {
        return Credentials.check(signed, TrustSettings.none());
    }

    private SiteProof look(Network network) throws IOException {
        return new SiteProof.Search(Optional.of(network)).of(report()).orElseThrow();
    }

    @Test
    void theFileThatInitMadeConfirmsTheSite() throws IOException {
        OnePage network = new OnePage(Optional.of(Files.readString(folder.resolve("inkseal.json"))));
        SiteProof.Search search = new SiteProof.Search(Optional.of(network));

        assertThat(search.of(report()).orElseThrow().words())
                .isEqualTo("site maravoss.example: confirmed, it lists this key");
        search.of(report());
        assertThat(network.asked).containsExactly(URI.create("https://maravoss.example/.well-known/inkseal.json"));
    }

    @Test
    void aPageOfAnotherKeyOrFormConfirmsNothing() throws IOException {
        String page = Files.readString(folder.resolve("inkseal.json"));
        Run.of(folder.resolve("other"), "init", "--name", "Mara Voss", "--site", "maravoss.example");
        String other = Files.readString(folder.resolve("other/inkseal.json"));

        for (String wrong : List.of(
                other,
                page.replaceAll("\"inkseal\"\\s*:\\s*1", "\"inkseal\": 2"),
                page.replaceAll("[0-9a-f]{64}", "0".repeat(64)),
                "{}",
                "[]",
                "{\"inkseal\":1,\"keys\":7}",
                "<html>")) {
            assertThat(wrong).isNotEqualTo(page);
            assertThat(look(new OnePage(Optional.of(wrong))).answer()).isEqualTo(SiteProof.Answer.NOT_CONFIRMED);
        }
        assertThat(look(new OnePage(Optional.empty())).words())
                .isEqualTo("site maravoss.example: not confirmed (maravoss.example: 404)");
    }

    @Test
    void withoutANetworkNothingIsLookedUpAndTrustStaysWhatItIs() {
        Run run = Run.of(folder.resolve("else"), "check", signed);

        assertThat(run.out())
                .contains("(not verified, key ")
                .contains("\n   site maravoss.example: claimed by the signer, not looked up (--online asks it)\n");
        assertThat(Run.of(folder, "check", "--json", signed).out())
                .contains("\"maravoss.example\"", "\"not looked up\"", "\"known\"");
    }

    @Test
    void aBrokenPictureClaimsNothing() throws IOException {
        Pictures.flip(signed, -20);

        assertThat(new SiteProof.Search(Optional.of(new OnePage(Optional.empty()))).of(report()))
                .isEmpty();
        assertThat(Run.of(folder, "check", signed).out()).contains("BROKEN").doesNotContain("maravoss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "10.0.0.1", "a b.example", "example.org/mara", "example.org:80", "http://x.org", ""
            })
    void whatIsNoSiteIsRefused(String site) {
        Run run = Run.of(folder.resolve("new"), "init", "--name", "A", "--site", site);

        assertThat(run.code()).isEqualTo(2);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void lettersBeyondAsciiAreThoseOfTheDomainNameSystem() {
        assertThat(Run.of(folder.resolve("new"), "init", "--name", "A", "--site", "maravöss.example")
                        .out())
                .contains("https://xn--maravss-e1a.example/.well-known/inkseal.json");
    }
}
