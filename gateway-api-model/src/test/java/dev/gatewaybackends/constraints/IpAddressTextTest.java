// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.gatewayapi.Violations;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The IP addresses that the API server accepts in a schema and in a CEL rule. */
class IpAddressTextTest {
    @ParameterizedTest
    @CsvSource({
        "1.2.3.4, true, true",
        "0.0.0.0, true, true",
        "255.255.255.255, true, true",
        "010.0.0.1, true, false",
        "1.2.3.00000004, true, false",
        "256.1.1.1, false, false",
        "1.2.3, false, false",
        "1.2.3.4.5, false, false",
        "1.2.3.4., false, false",
        ".1.2.3.4, false, false",
        "1..3.4, false, false",
        "1.2.3.a, false, false",
        "+1.2.3.4, false, false",
        "1.2.3.\u0664, false, false",
        "1.2.3.4:80, false, false",
        "'', false, false",
        "a, false, false",
        "12, false, false",
        "::, true, true",
        "::1, true, true",
        "1::, true, true",
        "fe80::1, true, true",
        "1:2:3:4:5:6:7:8, true, true",
        "1:2:3:4:5:6:7::, true, true",
        "ABCD:ef01::, true, true",
        "1:2:3:4:5:6:1.2.3.4, true, true",
        "::1.2.3.4, true, true",
        "::ffff:1.2.3.4, true, false",
        "::ffff:102:304, true, false",
        "0:0:0:0:0:ffff:1:2, true, false",
        "1::ffff:1.2.3.4, true, true",
        "::ffff:010.2.3.4, true, false",
        "00001::1.2.3.4, true, false",
        "00001::, false, false",
        "12345::, false, false",
        "1:2:3:4:5:6:7, false, false",
        "1:2:3:4:5:6:7:8:9, false, false",
        "1:2:3:4:5:6:7:8::, false, false",
        "1::2::3, false, false",
        "1:::2, false, false",
        ":1, false, false",
        "1:, false, false",
        ":, false, false",
        "g::, false, false",
        "1:2:3:4:5:1.2.3.4, false, false",
        "1:2:3:4:5:6:7:1.2.3.4, false, false",
        "::1.2.3, false, false",
        "fe80::1%eth0, false, false"
    })
    void text_ofAnAddress_isReadAsTheApiServerDoes(String text, boolean schema, boolean cel) {
        assertThat(IpAddressText.isSchemaFormat(text)).isEqualTo(schema);
        assertThat(IpAddressText.isCelIp(text)).isEqualTo(cel);
    }

    /** An address of some sort. */
    @IpAddressFor(type = "ip", field = "value")
    record Address(String type, String value) {}

    @ParameterizedTest
    @CsvSource({"ip, 1.2.3.4, true", "ip, x, false", "ip, , true", "name, x, true", ", x, true"})
    void ipAddressFor_itsTypeOnly_asksForAnAddress(String type, String value, boolean valid) {
        List<String> expected = valid ? List.of() : List.of("value: @IpAddressFor");

        assertThat(Violations.standard(new Address(type, value))).isEqualTo(expected);
    }
}
