// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostRulesTest {
    private static final Host GOOD = Host.of("192.0.2.10", 8080);
    private static final Host PORT_0 = Host.of("192.0.2.11", 0);
    private static final Host PORT_70000 = Host.of("192.0.2.12", 70_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.10",
                "2001:db8::1",
                "fe80::1%1",
                "[2001:db8::1]",
                "parcels.example.net",
                "Parcels.Example.NET.",
                "parcels",
                "xn--mnchen-3ya.example.net",
                "010.0.0.1"
            })
    void validate_usableHost_findsNothing(String host) {
        assertThat(secure(Host.of(host, 8080))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.net",
                "api.example.net:8443",
                "192.0.2.10:8443",
                "api.example.net/v1",
                "api example.net",
                " api.example.net",
                "[192.0.2.10]",
                "2001:db8::/32",
                "münchen.example.net",
                "*.example.net"
            })
    void validate_textThatIsNoHost_warns(String host) {
        assertThat(secure(Host.of(host, 8080)))
                .containsExactly("WARNING Backend shop/web: spec.static.hosts[0].host: \"" + host
                        + "\" is neither an IP address nor a DNS name, so it never resolves (expected: a bare host, "
                        + "without scheme, port or path) [Invalid]");
    }

    @Test
    void validate_nameTooLong_warnsWithoutRepeatingIt() {
        String longest = "a".repeat(60) + ".example.net" + ".b".repeat((253 - 72) / 2) + "c";
        assertThat(longest).hasSize(253);

        assertThat(secure(Host.of(longest, 8080))).isEmpty();
        assertThat(secure(Host.of(longest + "d", 8080)))
                .containsExactly(
                        "WARNING Backend shop/web: spec.static.hosts[0].host: a DNS name of 254 characters never "
                                + "resolves (at most 253) [Invalid]");
    }

    @ParameterizedTest
    @CsvSource({"1", "65535"})
    void validate_portInRange_findsNothing(int port) {
        assertThat(secure(Host.of("192.0.2.10", port))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "65536", "70000", "-2147483648"})
    void validate_portOutOfRange_isAnError(int port) {
        assertThat(secure(GOOD, Host.of("192.0.2.10", port)))
                .containsExactly("ERROR Backend shop/web: spec.static.hosts[1].port: " + port
                        + " is not a valid port (expected: 1 to 65535) [Invalid]");
    }

    @Test
    void validate_severalProblems_areAllReportedInOrder() {
        assertThat(secure(PORT_70000, Host.of("a b", 0), GOOD, Host.of("a/b", 1)))
                .extracting(line -> line.substring(0, line.indexOf(':', line.indexOf("hosts"))))
                .containsExactly(
                        "ERROR Backend shop/web: spec.static.hosts[0].port",
                        "ERROR Backend shop/web: spec.static.hosts[1].port",
                        "WARNING Backend shop/web: spec.static.hosts[1].host",
                        "WARNING Backend shop/web: spec.static.hosts[3].host");
    }

    @ParameterizedTest
    @EnumSource(
            value = KgatewayVersion.class,
            names = {"V2_2", "V2_3", "V2_4", "MAIN"})
    void validate_kgatewayProfile_reportsTheFirstErrorInItsWords(KgatewayVersion version) {
        assertThat(findings(version, GOOD, PORT_0, PORT_70000))
                .containsExactly(
                        "ERROR Backend shop/web: spec.static.hosts[1].port: port cannot be empty for host [Invalid]");
    }

    @Test
    void validate_kgateway21PortZero_warnsThatTheRestIsLeftOut() {
        assertThat(findings(KgatewayVersion.V2_1, GOOD, PORT_0, PORT_70000))
                .containsExactly(
                        "WARNING Backend shop/web: spec.static.hosts[1].port: port cannot be empty for host; this "
                                + "and the hosts after it are left out [Invalid]");
    }

    @Test
    void validate_kgateway21PortTooBig_isAnErrorAllTheSame() {
        assertThat(findings(KgatewayVersion.V2_1, PORT_70000, PORT_0))
                .startsWith("ERROR Backend shop/web: spec.static.hosts[0].port: 70000 is not a valid port (expected: 1 "
                        + "to 65535) [Invalid]");
    }

    @Test
    void validate_ipv6WithANamedZone_warnsThatTheProxyNeedsTheInterface() {
        assertThat(secure(Host.of("fe80::1%eth0", 8080)))
                .containsExactly(
                        "WARNING Backend shop/web: spec.static.hosts[0].host: Envoy refuses the cluster unless the "
                                + "proxy has a network interface named \"eth0\" [Invalid]");
    }

    @Test
    void validate_bracketsInKgatewayProfile_warns() {
        assertThat(findings(KgatewayVersion.MAIN, Host.of("[2001:db8::1]", 8080)))
                .singleElement()
                .asString()
                .startsWith("WARNING Backend shop/web: spec.static.hosts[0].host: \"[2001:db8::1]\" is neither");
    }

    private static List<String> secure(Host... hosts) {
        return findings(TranslationSettings.SECURE, hosts);
    }

    private static List<String> findings(KgatewayVersion version, Host... hosts) {
        return findings(TranslationSettings.of(TranslationProfile.kgateway(version)), hosts);
    }

    private static List<String> findings(TranslationSettings settings, Host... hosts) {
        ValidationContext context = ValidationContext.builder(ObjectMeta.of("shop", "web"))
                .settings(settings)
                .path(FieldPath.of("spec", "static"))
                .build();
        new StaticPlugin().validate(StaticBackend.of(hosts), context);
        return context.diagnostics().all().stream().map(Diagnostic::toString).toList();
    }
}
