// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationFormatTest {
    @ParameterizedTest
    @CsvSource({
        "0h, PT0S",
        "0h0m0s, PT0S",
        "10s30m1h, PT1H30M10S",
        "100ms200ms300ms, PT0.6S",
        "7230s, PT2H30S",
        "00010m, PT10M",
        "1m1ms, PT1M0.001S",
        "99999h99999h99999h99999h, PT399996H"
    })
    void parse_validText_isTheSumOfItsParts(String text, Duration expected) {
        assertThat(DurationFormat.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "0",
                "1",
                "1m1",
                "1d",
                "1h30m10s20ms50h",
                "999999h",
                "1.5h",
                "-15m",
                "+1h",
                "1h ",
                "1us",
                "١h",
                "1h\n"
            })
    void parse_anyOtherText_isNull(String text) {
        assertThat(DurationFormat.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "-0, PT0S",
        "1.5h, PT1H30M",
        "-15m, PT-15M",
        "+1s, PT1S",
        ".5s, PT0.5S",
        "5.s, PT5S",
        "1us2µs3μs4ns, PT0.000006004S",
        "999999h, PT999999H",
        "1s1s1s1s1s1s, PT6S"
    })
    void parseAsCel_whatCelReads_isItsValue(String text, Duration expected) {
        assertThat(DurationFormat.parseAsCel(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1",
                "1d",
                "s",
                ".s",
                "1.2.3s",
                "--1s",
                "1h ",
                "9999999h",
                "2000000h2000000h",
                "h1",
                "٣s"
            })
    void parseAsCel_whatCelRefuses_isNull(String text) {
        assertThat(DurationFormat.parseAsCel(text)).isNull();
    }

    @Test
    void parseAsCel_textOfAMebibyte_isReadInLinearTime() {
        assertThat(DurationFormat.parseAsCel("1".repeat(1 << 20) + "s")).isNull();
        assertThat(DurationFormat.parseAsCel("1." + "1".repeat(1 << 20) + "s"))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(DurationFormat.parseAsCel("1s".repeat(1 << 19))).isEqualTo(Duration.ofSeconds(1 << 19));
        assertThat(DurationFormat.parseAsCel("s".repeat(1 << 20))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "P10D, 240h",
        "PT1H30M10S, 1h30m10s",
        "PT0.6S, 600ms",
        "PT90.005S, 1m30s5ms",
        "PT99999H, 99999h"
    })
    void format_value_isWrittenWithTheLargestUnitFirst(Duration value, String expected) {
        assertThat(DurationFormat.format(value)).isEqualTo(expected);
        assertThat(DurationFormat.parse(expected)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT0.0001S", "PT99999H0.001S", "PT1.0000001S"})
    void format_valueThatTheFormatCannotHold_isRefused(Duration value) {
        assertThatThrownBy(() -> DurationFormat.format(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value.toString());
    }
}
