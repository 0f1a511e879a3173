package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.inkseal.cbor.Value;
import org.inkseal.io.ByteSource;
import org.inkseal.net.HttpNetwork;
import org.inkseal.net.Network;
import org.inkseal.net.TlsLoopback;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Issuers of credentials whose identifier names a server ({@code did:web}), and servers that are good, dead, slow or worse. */
@Tag("loopback")
class IssuerDocumentsLoopbackTest {
    private final AggregationDraft draft = new AggregationDraft();

    private static String did(TlsLoopback server) {
        URI uri = server.uri();
        return "did:web:" + uri.getHost() + "%3A" + uri.getPort();
    }

    private Report check(String did, Network network) throws Exception {
        draft.credential = whole -> IdentityDraft.with(whole, "issuer", Value.of(did));
        return Verifier.at(IdentityPicture.NOW)
                .trusting(IdentityPicture.trust().withIdentityIssuers(Set.of(did)))
                .online(network)
                .verify(ByteSource.of(IdentityPicture.make(draft.maker(UnaryOperator.identity()))));
    }

    private void unavailable(String did, Network network, String reason) throws Exception {
        Report report = check(did, network);

        assertThat(report.state()).isEqualTo(ValidationState.VALID);
        assertThat(report.active().failure()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(StatusCode.CAWG_ICA_DID_UNAVAILABLE);
            assertThat(finding.explanation()).startsWith(did).contains(reason);
        });
        assertThat(report.active().has(StatusCode.CAWG_IDENTITY_TRUSTED)).isFalse();
    }

    @Test
    void anIssuerWithADocumentIsBelieved() throws Exception {
        TlsLoopback[] late = new TlsLoopback[1];
        try (TlsLoopback server = TlsLoopback.holding(() -> draft.document(did(late[0]), "#key"))) {
            late[0] = server;

            Report report = check(did(server), server.network());

            assertThat(report.failures()).isEmpty();
            assertThat(report.active().has(StatusCode.CAWG_IDENTITY_TRUSTED)).isTrue();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aDeadServerIsUnavailable() throws Exception {
        TlsLoopback dead = TlsLoopback.silent();
        dead.close();

        unavailable(did(dead), dead.network(), "cannot be reached");
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        try (TlsLoopback server = TlsLoopback.silent()) {
            unavailable(did(server), server.network(), "no answer in time");
        }
    }

    @Test
    void aServerThatDripsIsGivenUp() throws Exception {
        try (TlsLoopback server = TlsLoopback.dripping()) {
            unavailable(did(server), server.network(), "no whole answer within");
        }
    }

    @Test
    void aDocumentThatIsTooLargeIsNotRead() throws Exception {
        try (TlsLoopback server = TlsLoopback.holding(() -> " ".repeat((64 << 10) + 1))) {
            unavailable(did(server), server.network(), "more than the 65536 bytes");
        }
    }

    @Test
    void aRedirectToAPrivateAddressIsNotFollowed() throws Exception {
        try (TlsLoopback inner = TlsLoopback.holding(() -> "{}");
                TlsLoopback server = TlsLoopback.saying("HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:"
                        + inner.uri().getPort() + "/\r\n\r\n")) {
            unavailable(did(server), server.network(), "redirects are not followed");

            assertThat(inner.connections()).isZero();
        }
    }

    @Test
    void anIdentifierThatNamesAPrivateAddressReachesNobody() throws Exception {
        try (TlsLoopback server = TlsLoopback.holding(() -> "{}")) {
            String did = "did:web:127.0.0.1%3A" + server.uri().getPort();

            unavailable(did, HttpNetwork.open(), "127.0.0.1: ");

            assertThat(server.connections()).isZero();
        }
    }
}
