package org.inkseal.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request may not go, decided before any socket is opened. */
class HostFormsTest {
    private final List<String> lookedUp = new ArrayList<>();

    private HttpNetwork network(String... answers) {
        return HttpNetwork.open().resolvingWith(name -> {
            lookedUp.add(name);
            InetAddress[] addresses = new InetAddress[answers.length];
            for (int i = 0; i < answers.length; i++) {
                addresses[i] = InetAddress.getByName(answers[i]);
            }
            return addresses;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://0x7f.1/",
                "https://0x7f000001/",
                "https://0x7f.0x0.0x0.0x1/",
                "https://2130706433/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://0177.0.0.01/",
                "https://127.0.0.1./",
                "https://127.0.0.01/",
                "https://0/",
                "https://0.0.0.0/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://a.localhost/",
                "https://localhost.localdomain/",
                "https://printer/",
                "https://printer.local/",
                "https://metadata.google.internal/",
                "https://router.home.arpa/",
                "https://nas.lan/",
                "https://wiki.corp/",
                "https://hidden.onion/",
                "https://169.254.169.254/latest/",
                "https://10.0.0.1/",
                "https://172.16.5.4/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://198.18.0.1/",
                "https://192.0.2.5/",
                "https://198.51.100.5/",
                "https://203.0.113.5/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:8.8.8.8]/",
                "https://[0:0:0:0:0:ffff:808:808]/",
                "https://[::127.0.0.1]/",
                "https://[fc00::1]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b::808:808]/",
                "https://[2002:7f00:1::]/",
                "https://[2001::1]/",
                "https://[2001:db8::1]/",
                "https://[3fff::1]/",
                "https://host_name.example/",
                "https://-a.example/",
                "https://a-.example/",
                "https://a..example/",
                "https://.example/",
                "https://example./",
                "https://www.example.com./",
                "https://%6c%6f%63alhost/",
                "https://l\u00f6calhost.example/",
                "https://\uff11\uff12\uff17.0.0.1/",
                "https://127\u30020.0.1/",
                "https:///path",
                "https:path",
                "https://a.1/",
                "https://a.0x7f/",
                "https://user@good.example/",
                "https://user:pw@good.example/",
                "https://good.example:pw@10.0.0.1/",
                "https://good.example:0/",
                "https://good.example:22/",
                "https://good.example:25/",
                "https://good.example:99999/",
                "http://good.example/",
                "ftp://good.example/",
                "file:///etc/passwd",
                "jar:https://good.example/a.jar!/x",
                "gopher://good.example/",
                "data:text/plain,x",
                "//good.example/",
                "/path",
                "unix:/run/socket"
            })
    void aRequestThereIsRefusedWithoutAskingAnybody(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            // What is no URI reaches no network.
            return;
        }

        assertThatThrownBy(() -> network("8.8.8.8").get(uri, 10))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("user:pw")
                .hasMessageNotContaining("pw@");
        assertThat(lookedUp).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "169.254.169.254",
                "::1",
                "fd00::1",
                "fe80::1",
                "64:ff9b::a00:1",
                "::ffff:127.0.0.1",
                "0.0.0.0"
            })
    void aNameThatLeadsToAPrivateAddressIsRefused(String address) {
        assertThatThrownBy(() -> network(address).get(URI.create("https://rebinding.example/"), 10))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("rebinding.example: leads to an address that is not public (");
        assertThat(lookedUp).containsExactly("rebinding.example");
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnoughToRefuse() {
        assertThatThrownBy(() -> network("8.8.8.8", "10.0.0.1").get(URI.create("https://mixed.example/"), 10))
                .hasMessage("mixed.example: leads to an address that is not public (private)");
    }

    @Test
    void postTakesPlainHttpButNoPrivateAddressEither() {
        assertThatThrownBy(() -> network("192.168.0.7")
                        .post(URI.create("http://tsa.example/"), "application/timestamp-query", Bytes.EMPTY, 10))
                .hasMessage("tsa.example: leads to an address that is not public (private)");
    }

    @Test
    void aMediaTypeThatWouldAddAHeaderIsTheCallersMistake() {
        assertThatThrownBy(() -> network("8.8.8.8")
                        .post(URI.create("https://tsa.example/"), "a/b\r\nCookie: c", Bytes.EMPTY, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAllowedHostIsNamedWithoutSchemeAndPort() {
        assertThatThrownBy(() -> HttpNetwork.open().allowing("http://localhost"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpNetwork.open().allowing("localhost:80"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allowingOneHostAllowsNoOther() {
        HttpNetwork network = network("10.0.0.1").allowing("tsa.corp");

        assertThatThrownBy(() -> network.get(URI.create("https://other.corp/"), 10))
                .hasMessage("other.corp: the name of a machine nearby, which is not asked");
        assertThatThrownBy(() -> network.get(URI.create("https://tsa.corp.example/"), 10))
                .hasMessage("tsa.corp.example: leads to an address that is not public (private)");
    }
}
