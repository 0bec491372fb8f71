package io.quarkiverse.volo.grpc.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = { "plain text ~|plain text ~",
            "100%|100%25", "no\ud83d\ude00|no%F0%9F%98%80", "caf\u00e9|caf%C3%A9" })
    void whatHeadersCannotHaveIsEscaped(String text, String encoded) {
        assertThat(PercentEncoding.encode(text).toString()).isEqualTo(encoded);
        assertThat(PercentEncoding.decode(encoded)).isEqualTo(text);
    }

    @Test
    void lineBreaksAreEscaped() {
        assertThat(PercentEncoding.encode("a\r\n\tb").toString()).isEqualTo("a%0D%0A%09b");
    }

    @ParameterizedTest
    @ValueSource(strings = { "%", "%4", "100% sure", "%zz", "%-1", "a%2" })
    void whatOnlyLooksLikeAnEscapeIsKept(String text) {
        assertThat(PercentEncoding.decode(text)).isEqualTo(text);
    }

    @Test
    void escapesMayBeOfSmallLetters() {
        assertThat(PercentEncoding.decode("%c3%a9")).isEqualTo("\u00e9");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        String text = "x".repeat(PercentEncoding.MAX_BYTES - 1) + "\u00e9 and more";
        assertThat(PercentEncoding.encode(text).toString()).isEqualTo("x".repeat(PercentEncoding.MAX_BYTES - 1));
    }
}
