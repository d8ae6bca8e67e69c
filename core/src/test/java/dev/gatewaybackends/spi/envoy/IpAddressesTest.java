// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.7", "127.0.0.1", "255.255.255.255", "1.2.3.4", "100.64.0.10"})
    void ipv4_fourDecimalNumbers_isAddress(String host) {
        assertThat(IpAddresses.isIp(host)).isTrue();
        assertThat(IpAddresses.isIpv4(host)).isTrue();
        assertThat(IpAddresses.isIpv6(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "1::",
                "fe80::1",
                "FE80::A",
                "2001:db8::1",
                "2001:db8:0:0:0:0:0:1",
                "0001:0002:0003:0004:0005:0006:0007:0008",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "1:2:3::5:6:7:8",
                "::ffff:10.0.0.1",
                "64:ff9b::192.0.2.33",
                "1:2:3:4:5:6:1.2.3.4",
                "fe80::1%eth0",
                "fe80::1%1",
                "::1%a%b",
                "::ffff:10.0.0.1%lo"
            })
    void ipv6_anyTextForm_isAddress(String host) {
        assertThat(IpAddresses.isIp(host)).isTrue();
        assertThat(IpAddresses.isIpv6(host)).isTrue();
        assertThat(IpAddresses.isIpv4(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "example.com",
                "10",
                "10.0.0",
                "10.0.0.",
                "10.0.0.1.",
                ".10.0.0.1",
                "10..0.1",
                "10.0.0.1.2",
                "010.0.0.1",
                "10.0.0.01",
                "10.0.0.00",
                "256.0.0.1",
                "1234.0.0.1",
                "0x7f.0.0.1",
                "-1.0.0.1",
                "+1.0.0.1",
                "10.0.0.1 ",
                " 10.0.0.1",
                "10.0.0.1:80",
                "10.0.0.1/32",
                "10.0.0.1%eth0",
                "\u0661.0.0.1",
                ":",
                ":::",
                "::1::",
                "1::2::3",
                ":1",
                "1:",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "1::2:3:4:5:6:7:8",
                "12345::",
                "g::1",
                "::1.2.3",
                "::1.2.3.4.5",
                "::01.2.3.4",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "[::1]",
                "[::1]:80",
                "::1/128",
                "::1%",
                "%eth0",
                "::1 ",
                "\u0661::1"
            })
    void host_anythingElse_isNoAddress(String host) {
        assertThat(IpAddresses.isIp(host)).isFalse();
        assertThat(IpAddresses.isIpv4(host)).isFalse();
        assertThat(IpAddresses.isIpv6(host)).isFalse();
    }
}
