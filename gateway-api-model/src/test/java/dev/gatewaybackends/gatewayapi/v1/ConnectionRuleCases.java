// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static dev.gatewaybackends.gatewayapi.v1.RuleCase.Channels.BOTH;

import java.util.List;
import java.util.stream.Stream;

/** The CEL rules of TLSRoute, TCPRoute and UDPRoute. */
final class ConnectionRuleCases {
    private static final BackendRef BACKEND = BackendRef.service("web", 80);

    private ConnectionRuleCases() {}

    static Stream<RuleCase> tls() {
        return Stream.of(
                        RouteRuleCases.parentCases(parents -> TlsRouteSpecBuilder.builder(tls("a"))
                                .parentRefs(List.of(parents))
                                .build()),
                        backendCases(),
                        List.of(
                                hostname("Hostnames cannot contain an IP", "1.2.3", "1.2.3.4"),
                                hostname("Hostnames must be valid based on RFC-1123", "a.b-c", "a..b"),
                                hostname(
                                        "Wildcards on hostnames must be the first label, and the rest of hostname must be "
                                                + "valid based on RFC-1123",
                                        "*.a",
                                        "a.*.b")))
                .flatMap(List::stream);
    }

    static Stream<RuleCase> tcp() {
        return Stream.of(
                        RouteRuleCases.parentCases(
                                parents -> new TcpRouteSpec(List.of(parents), null, List.of(TcpRouteRule.of(BACKEND)))),
                        backendCases())
                .flatMap(List::stream);
    }

    static Stream<RuleCase> udp() {
        return Stream.of(
                        RouteRuleCases.parentCases(
                                parents -> new UdpRouteSpec(List.of(parents), null, List.of(UdpRouteRule.of(BACKEND)))),
                        backendCases())
                .flatMap(List::stream);
    }

    static TlsRouteSpec tls(String... hostnames) {
        return TlsRouteSpecBuilder.builder()
                .hostnames(List.of(hostnames))
                .rules(List.of(TlsRouteRule.of(BACKEND)))
                .build();
    }

    private static List<RuleCase> backendCases() {
        return List.of(new RuleCase(
                BOTH,
                "Must have port for Service reference",
                BackendRef.backend("a"),
                BackendRefBuilder.builder().name("a").build(),
                ""));
    }

    private static RuleCase hostname(String message, String valid, String invalid) {
        return new RuleCase(BOTH, message, tls("x", valid), tls("x", invalid), "hostnames");
    }
}
