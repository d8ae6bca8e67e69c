// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.10",
                "2001:db8::1",
                "fe80::1%1",
                "parcels.example.net",
                "Parcels.Example.NET.",
                "a",
                "under_score.example",
                "010.0.0.1"
            })
    void problem_addressOrName_isNone(String host) {
        assertThat(HostNames.problem(host)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a.example", "a.example:443", "a.example/v1", " a", "a\n", "[::1]", "", "ä.example"})
    void problem_otherText_saysWhatIsExpected(String host) {
        assertThat(HostNames.problem(host))
                .isEqualTo(
                        "\"" + host + "\" is neither an IP address nor a DNS name, so it never resolves (expected: a "
                                + "bare host, without scheme, port or path)");
    }

    @Test
    void problem_nameOver253Characters_givesItsLength() {
        assertThat(HostNames.problem("a".repeat(253))).isNull();
        assertThat(HostNames.problem("a".repeat(254)))
                .isEqualTo("a DNS name of 254 characters never resolves (at most 253)");
    }

    @Test
    void problem_addressWithANamedZone_namesTheInterface() {
        assertThat(HostNames.problem("fe80::1%eth0")).endsWith("has a network interface named \"eth0\"");
    }
}
