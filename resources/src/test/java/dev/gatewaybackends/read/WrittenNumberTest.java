// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "80.0, 80",
        "-0.5, -0.5",
        "65535.5, 65535.5",
        "100000, 100000",
        "1000000, 1e+06",
        "123456789, 1.23456789e+08",
        "-3e9, -3e+09",
        "9.223372036854776e18, 9.223372036854776e+18",
        "1e30, 1e+30",
        "1e100, 1e+100",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "1e999999999, 1e+999999999"
    })
    void float_isShownAsGoPrintsIt(BigDecimal number, String text) {
        assertThat(WrittenNumber.ofFloat(number)).isEqualTo(new WrittenNumber(text, true));
    }

    @Test
    void integer_isShownWithItsDigits() {
        WrittenNumber number = WrittenNumber.of(BigInteger.valueOf(3_000_000_000L));

        assertThat(number).isEqualTo(new WrittenNumber("3000000000", false));
        assertThat(number.likeThis(1_000_000)).isEqualTo("1000000");
        assertThat(WrittenNumber.ofFloat(BigDecimal.ONE).likeThis(1_000_000)).isEqualTo("1e+06");
    }
}
