package org.inkseal.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers on the loopback interface: good ones, and those that lie, stall or never end. */
@Tag("loopback")
class HttpNetworkLoopbackTest {
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMillis(600));

    private final HttpNetwork network = HttpNetwork.open().allowing("127.0.0.1");

    private void refused(String answer, String reason) throws IOException {
        try (ToyServer server = ToyServer.saying(answer)) {
            assertThatThrownBy(() -> network.get(server.uri(), 100))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("127.0.0.1: ")
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void aBodyWithALengthArrives() throws IOException {
        try (ToyServer server = ToyServer.saying(
                "HTTP/1.1 200 OK\r\nContent-Type: Text/Plain; q=1\r\nContent-Length: 5\r\n\r\nhello")) {
            Network.Reply reply = network.get(server.uri(), 5);

            assertThat(reply.body()).isEqualTo(Bytes.utf8("hello"));
            assertThat(reply.mediaType()).isEqualTo("text/plain");
        }
    }

    @Test
    void aBodyInChunksArrives() throws IOException {
        try (ToyServer server = ToyServer.saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3;name=value\r\nhel\r\n02\r\nlo\r\n0\r\nTrailer: ignored\r\n\r\n")) {
            assertThat(network.get(server.uri(), 5).body()).isEqualTo(Bytes.utf8("hello"));
        }
    }

    @Test
    void aBodyThatEndsWithTheConnectionArrives() throws IOException {
        try (ToyServer server = ToyServer.saying("HTTP/1.0 200\n\nhello")) {
            assertThat(network.get(server.uri(), 5).body()).isEqualTo(Bytes.utf8("hello"));
            assertThat(network.get(server.uri(), 5).mediaType()).isEmpty();
        }
    }

    @Test
    void interimAnswersArePassedOver() throws IOException {
        try (ToyServer server = ToyServer.saying(
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(network.get(server.uri(), 5).body()).isEqualTo(Bytes.EMPTY);
        }
    }

    @Test
    void aRequestSaysNothingAboutTheCaller() throws IOException {
        try (ToyServer server = ToyServer.saying("HTTP/1.1 200 OK\r\n\r\n")) {
            network.get(server.uri("http", "127.0.0.1", "/a%20b?c=\u00e9#part"), 5);

            assertThat(server.requests())
                    .containsExactly("GET /a%20b?c=%C3%A9 HTTP/1.1\r\nHost: "
                            + server.uri().getAuthority()
                            + "\r\nUser-Agent: inkseal\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
                            + "Connection: close\r\n\r\n");
        }
    }

    @Test
    void aPostCarriesItsBodyAndMediaType() throws IOException {
        try (ToyServer server = ToyServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            Network.Reply reply = network.post(server.uri(), "application/timestamp-query", Bytes.utf8("query"), 10);

            assertThat(reply.body()).isEqualTo(Bytes.utf8("ok"));
            assertThat(server.requests().get(0))
                    .startsWith("POST / HTTP/1.1\r\n")
                    .contains("Content-Type: application/timestamp-query\r\nContent-Length: 5\r\n")
                    .endsWith("\r\n\r\nquery");
        }
    }

    @Test
    void aNameIsLookedUpOnceAndTheConnectionGoesToThatAddress() throws IOException {
        int[] lookUps = {0};
        try (ToyServer server = ToyServer.saying("HTTP/1.1 200 OK\r\n\r\nyes")) {
            HttpNetwork named = network.allowing("pictures.test").resolvingWith(name -> {
                lookUps[0]++;
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            });

            assertThat(named.get(server.uri("http", "pictures.test", "/"), 5).body())
                    .isEqualTo(Bytes.utf8("yes"));
        }
        assertThat(lookUps[0]).isEqualTo(1);
    }

    @Test
    void withoutPermissionTheLoopbackServerIsNeverReached() throws IOException {
        try (ToyServer server = ToyServer.saying("HTTP/1.1 200 OK\r\n\r\nsecret")) {
            assertThatThrownBy(() -> HttpNetwork.open().post(server.uri(), "application/ocsp-request", Bytes.EMPTY, 10))
                    .hasMessage("127.0.0.1: leads to an address that is not public (loopback)");
            assertThat(server.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) throws IOException {
        try (ToyServer inner = ToyServer.saying("HTTP/1.1 200 OK\r\n\r\nsecret")) {
            refused(
                    "HTTP/1.1 " + status + " Moved\r\nLocation: " + inner.uri() + "\r\n\r\n",
                    "answers with status " + status + ": redirects are not followed");
            assertThat(inner.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"201", "204", "206", "401", "404", "407", "429", "500", "503"})
    void anotherStatusIsNoAnswer(int status) throws IOException {
        refused("HTTP/1.1 " + status + " X\r\nContent-Length: 1\r\n\r\nx", "answers with status " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "GZIP, identity", "x"})
    void anEncodedBodyIsRefused(String coding) throws IOException {
        refused("HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\nContent-Length: 1\r\n\r\nx", "encoded body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "gzip", "identity", "chunked, chunked"})
    void anotherTransferCodingIsRefused(String coding) throws IOException {
        refused("HTTP/1.1 200 OK\r\nTransfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n", "transfer coding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: 1\r\nTransfer-Encoding: chunked",
                "Content-Length: -1",
                "Content-Length: 1x",
                "Content-Length:",
                "Content-Length: 99999999999999999999",
                "Content-Length : 1",
                " folded: 1",
                "no field",
                ": empty",
                "A: b\0c",
                "A: b\rC: d"
            })
    void aContradictoryHeadIsRefused(String fields) throws IOException {
        refused("HTTP/1.1 200 OK\r\n" + fields + "\r\n\r\nx", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 20\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 099 X\r\n\r\n",
                "ICY 200 OK\r\n\r\n",
                "SSH-2.0-x\r\n",
                "HTTP/1.1 200 OK\r\nA: b"
            })
    void whatIsNotHttpIsRefused(String answer) throws IOException {
        refused(answer, "");
    }

    @Test
    void aLengthAboveTheLimitIsRefusedAtOnce() throws IOException {
        refused("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n", "more than the 100 bytes");
        refused("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999\r\n\r\n", "more than the 100 bytes");
    }

    @Test
    void aBodyAtTheLimitPassesAndOneByteMoreDoesNot() throws IOException {
        try (ToyServer server = ToyServer.saying("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(100))) {
            assertThat(network.get(server.uri(), 100).body().length()).isEqualTo(100);
        }
        refused("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(101), "more than the 100 bytes");
    }

    @Test
    void aServerThatPromisesMoreThanItSendsIsRefused() throws IOException {
        refused("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", "ends its answer early");
        refused("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel", "ends its answer early");
        refused("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "ends its answer early");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffffffff\r\n",
                "7fffffff\r\n",
                "65\r\n",
                "100000000\r\n",
                "-1\r\n",
                "\r\n",
                "x\r\n",
                "0x1\r\n",
                "1\r\nxx\r\n0\r\n\r\n",
                "fffffffffffffffff\r\n"
            })
    void aChunkBombIsRefused(String chunks) throws IOException {
        refused("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks, "");
    }

    @Test
    void countlessTinyChunksAreRefused() throws IOException {
        try (ToyServer server = endless("Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n".repeat(1_000))) {
            assertThatThrownBy(() -> network.get(server.uri(), 10 << 20)).hasMessageContaining("65536 chunks");
        }
    }

    @Test
    void endlessBodiesHeadersAndTrailersAreRefused() throws IOException {
        try (ToyServer server = endless("\r\n", "x".repeat(1_000))) {
            assertThatThrownBy(() -> network.get(server.uri(), 100_000)).hasMessageContaining("more than the 100000");
        }
        try (ToyServer server = endless("A: b\r\n", "A: b\r\n".repeat(100))) {
            assertThatThrownBy(() -> network.get(server.uri(), 100)).hasMessageContaining("16 KiB of headers");
        }
        try (ToyServer server = endless("A: ", "b".repeat(100))) {
            assertThatThrownBy(() -> network.get(server.uri(), 100)).hasMessageContaining("16 KiB of headers");
        }
        try (ToyServer server = endless("Transfer-Encoding: chunked\r\n\r\n0\r\n", "A: b\r\n".repeat(100))) {
            assertThatThrownBy(() -> network.get(server.uri(), 100)).hasMessageContaining("16 KiB of headers");
        }
    }

    private static ToyServer endless(String start, String again) {
        return ToyServer.start((request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\n" + start).getBytes(ISO_8859_1));
            byte[] more = again.getBytes(ISO_8859_1);
            while (true) {
                out.write(more);
            }
        });
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws IOException {
        try (ToyServer server = ToyServer.start((request, out) -> Thread.sleep(60_000))) {
            assertThatThrownBy(() -> network.within(SHORT).get(server.uri(), 100))
                    .hasMessage("127.0.0.1: no answer in time");
        }
    }

    @Test
    void aServerThatDripsIsGivenUpAlthoughItNeverStalls() throws IOException {
        try (ToyServer server = ToyServer.start((request, out) -> drip(out))) {
            assertThatThrownBy(() -> network.within(SHORT).get(server.uri(), 100_000))
                    .hasMessage("127.0.0.1: no whole answer within 0.6 s");
        }
    }

    private static void drip(OutputStream out) throws Exception {
        out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
        while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(20);
        }
    }

    @Test
    void aServerThatNeverTakesTheRequestIsGivenUp() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/");

            assertThatThrownBy(() -> network.within(SHORT).post(uri, "a/b", Bytes.wrap(new byte[1 << 20]), 100))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("127.0.0.1: no ");
        }
    }

    @Test
    void aDeadServerIsNamed() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> network.get(URI.create("http://127.0.0.1:" + port + "/"), 100))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("127.0.0.1: cannot be reached");
    }

    @Test
    void aLookUpThatNeverEndsIsGivenUp() {
        HttpNetwork stuck = HttpNetwork.open().within(SHORT).resolvingWith(name -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("late");
        });

        assertThatThrownBy(() -> stuck.get(URI.create("https://stuck.example/"), 100))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("stuck.example: no ");
    }

    @Test
    void tlsNeedsTheNameThatWasAskedFor() throws Exception {
        TestTls tls = new TestTls("right.test");
        try (ToyServer server = ToyServer.start(
                tls.listen(),
                (request, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(ISO_8859_1)))) {
            HttpNetwork secure = network.allowing("right.test")
                    .allowing("wrong.test")
                    .resolvingWith(name -> new InetAddress[] {InetAddress.getLoopbackAddress()})
                    .trusting(tls.client());

            assertThat(secure.get(server.uri("https", "right.test", "/"), 5).body())
                    .isEqualTo(Bytes.utf8("ok"));
            assertThatThrownBy(() -> secure.get(server.uri("https", "wrong.test", "/"), 5))
                    .hasMessageStartingWith("wrong.test: no secure connection: ");
            assertThatThrownBy(() -> secure.get(server.uri("https", "127.0.0.1", "/"), 5))
                    .hasMessageStartingWith("127.0.0.1: no secure connection: ");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void tlsNeedsAnAuthorityThatTheRuntimeKnows() throws Exception {
        try (ToyServer server = ToyServer.start(new TestTls("right.test").listen(), (request, out) -> {})) {
            HttpNetwork secure = network.allowing("right.test")
                    .resolvingWith(name -> new InetAddress[] {InetAddress.getLoopbackAddress()});

            assertThatThrownBy(() -> secure.get(server.uri("https", "right.test", "/"), 5))
                    .hasMessageStartingWith("right.test: no secure connection: ");
        }
    }

    @Test
    void aServerThatStallsInTheTlsHandshakeIsGivenUp() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("https://127.0.0.1:" + deaf.getLocalPort() + "/");

            assertThatThrownBy(() -> network.within(SHORT).get(uri, 100))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("127.0.0.1: no ");
        }
    }

    @Test
    void aTlsBodyThatIsCutOffIsRefused() throws Exception {
        TestTls tls = new TestTls("right.test");
        try (ToyServer server = ToyServer.start(tls.listen(), (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok".getBytes(ISO_8859_1));
        })) {
            HttpNetwork secure = network.allowing("right.test")
                    .resolvingWith(name -> new InetAddress[] {InetAddress.getLoopbackAddress()})
                    .trusting(tls.client());

            assertThatThrownBy(() -> secure.get(server.uri("https", "right.test", "/"), 50))
                    .hasMessage("right.test: ends its answer early");
        }
    }
}
