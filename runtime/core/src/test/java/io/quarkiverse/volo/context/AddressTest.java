package io.quarkiverse.volo.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
            "10.0.0.1:8888, 10.0.0.1, 8888, 10.0.0.1:8888",
            "hello.default.svc:1, hello.default.svc, 1, hello.default.svc:1",
            "[::1]:65535, ::1, 65535, [::1]:65535",
            "[fe80::1%eth0]:80, fe80::1%eth0, 80, [fe80::1%eth0]:80",
            "' localhost:8888 ', localhost, 8888, localhost:8888",
    })
    void readsHostAndPort(String text, String host, int port, String written) {
        Address address = Address.parse(text);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address).hasToString(written).isEqualTo(Address.parse(written)).isEqualTo(Address.of(host, port));
        assertThat(address).hasSameHashCodeAs(Address.of(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "localhost", ":8888", "localhost:", "localhost:0", "localhost:65536", "localhost:-1",
            "localhost:+1", "localhost:123456789", "::1:8888", "[::1]", "[::1:8888", "[]:80", "[host]:80", "a b:80",
            "http://a:80",
            "localhost:٣", "unix:", "unix:run/x.sock" })
    void refusesAnythingElseAndSaysWhatItExpects(String text) {
        assertThatThrownBy(() -> Address.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "address: '" + text + "' (expected: host:port, as in 10.0.0.1:8888, hello.example:8888 or [::1]:8888,"
                                + " or unix:/path)");
    }

    @Test
    void refusesAHostOrPortThatCannotBe() {
        assertThatThrownBy(() -> Address.of(" ", 80)).hasMessage("host: ' ' (expected: a name or an IP address)");
        assertThatThrownBy(() -> Address.of("localhost", 0)).hasMessage("port: 0 (expected: 1-65535)");
        assertThatThrownBy(() -> Address.of("localhost", 65_536)).hasMessage("port: 65536 (expected: 1-65535)");
    }

    @Test
    void readsThePathOfAUnixDomainSocket() {
        Address address = Address.parse(" unix:/run/hello.sock ");
        assertThat(address.path()).isEqualTo("/run/hello.sock");
        assertThat(address.host()).isEmpty();
        assertThat(address.port()).isZero();
        assertThat(address).hasToString("unix:/run/hello.sock").isEqualTo(Address.ofUnixSocket("/run/hello.sock"))
                .hasSameHashCodeAs(Address.ofUnixSocket("/run/hello.sock"))
                .isNotEqualTo(Address.ofUnixSocket("/run/other.sock")).isNotEqualTo(Address.of("localhost", 1));
        assertThat(Address.of("localhost", 1).path()).isNull();
    }

    @Test
    void refusesAPathThatIsRelativeOrTooLong() {
        assertThatThrownBy(() -> Address.ofUnixSocket("hello.sock"))
                .hasMessage("path: 'hello.sock' (expected: an absolute one, as in /run/hello.sock)");
        assertThat(Address.ofUnixSocket("/" + "x".repeat(106)).path()).hasSize(107);
        String umlauts = "/" + "ä".repeat(53) + "x";
        assertThatThrownBy(() -> Address.parse("unix:" + umlauts)).hasMessage("path: '" + umlauts
                + "': 108 bytes (expected: at most 107, as a Unix domain socket has no room for more)");
    }

    @Test
    void tellsAddressesApartByHostAndPort() {
        assertThat(Address.of("a", 1)).isNotEqualTo(Address.of("a", 2)).isNotEqualTo(Address.of("b", 1)).isNotEqualTo("a:1");
    }
}
