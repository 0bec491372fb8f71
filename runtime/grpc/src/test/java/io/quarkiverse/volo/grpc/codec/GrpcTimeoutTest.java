package io.quarkiverse.volo.grpc.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrpcTimeoutTest {

    @ParameterizedTest
    @CsvSource({ "PT1S, 1000m", "PT0.000000001S, 1m", "PT0.001S, 1m", "PT0.001000001S, 2m", "PT0S, 1m", "PT-5S, 1m",
            "PT99999.999S, 99999999m", "PT99999.9990001S, 100000S", "PT99999999S, 99999999S", "PT99999999.5S, 1666667M",
            "P106751D, 2562024H" })
    void isWrittenInMillisecondsAndRoundedUp(Duration time, String text) {
        assertThat(GrpcTimeout.format(time.toNanos())).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({ "1H, PT1H", "2M, PT2M", "3S, PT3S", "4m, PT0.004S", "5u, PT0.000005S", "6n, PT0.000000006S", "0S, PT0S",
            "99999999H, PT99999999H", "00000001m, PT0.001S" })
    void isReadInEveryUnit(String text, Duration time) {
        assertThat(GrpcTimeout.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "1", "S", "123456789S", "-1S", "+1S", "1s", "1 S", "1.5S", "1h", "1000000000000000000000S" })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> GrpcTimeout.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("grpc-timeout: '").hasMessageContaining("(expected: 1 to 8 digits and a unit");
    }
}
