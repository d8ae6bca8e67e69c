// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalIpTest {
    @ParameterizedTest
    @CsvSource({
        "2001:DB8:0:0:0:0:0:7, 2001:db8::7",
        "::, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "1:0:0:2:0:0:3:4, 1::2:0:0:3:4",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
        "fe80::1%eth0, fe80::1",
        "192.0.2.7, 192.0.2.7"
    })
    void canonicalIp_address_isWrittenAsEnvoyDoes(String written, String canonical) {
        assertThat(CanonicalIp.of(written)).isEqualTo(canonical);
    }
}
