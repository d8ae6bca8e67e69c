// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static dev.gatewaybackends.gatewayapi.v1.RuleCase.Channels.BOTH;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The CEL rules of Gateway and ListenerSet. */
final class GatewayRuleCases {
    private static final Listener HTTP = Listener.of("http", 80, "HTTP");
    private static final Listener TCP = Listener.of("tcp", 9000, "TCP");
    private static final ListenerTlsConfig TERMINATE = ListenerTlsConfigBuilder.builder()
            .certificateRefs(List.of(SecretObjectReference.of("cert")))
            .build();
    private static final ListenerTlsConfig PASSTHROUGH =
            ListenerTlsConfigBuilder.builder().mode(TlsModeType.PASSTHROUGH).build();
    private static final Listener HTTPS = tls("https", "HTTPS", TERMINATE);
    private static final String HOSTNAME = "contain only valid characters (matching "
            + "^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$)";

    private GatewayRuleCases() {}

    static Stream<RuleCase> gateway() {
        return Stream.of(
                        listenerCases(listeners -> gateway(listeners)),
                        addressCases(),
                        infrastructureCases(),
                        List.of(new RuleCase(
                                BOTH,
                                "Port for TLS configuration must be unique within the Gateway",
                                ports(80, 443),
                                ports(443, 80, 443),
                                "perPort")))
                .flatMap(List::stream);
    }

    static Stream<RuleCase> listenerSet() {
        return listenerCases(listeners -> new ListenerSetSpec(ParentGatewayReference.of("gw"), listeners)).stream();
    }

    static GatewaySpec gateway(List<Listener> listeners) {
        return GatewaySpecBuilder.builder()
                .gatewayClassName("example")
                .listeners(listeners)
                .build();
    }

    private static Listener tls(String name, String protocol, ListenerTlsConfig tls) {
        return ListenerBuilder.builder(Listener.of(name, 443, protocol))
                .tls(tls)
                .build();
    }

    private static Listener forHost(Listener listener, String hostname) {
        return ListenerBuilder.builder(listener).hostname(hostname).build();
    }

    private static Listener named(Listener listener, String name) {
        return ListenerBuilder.builder(listener).name(name).build();
    }

    private static List<RuleCase> listenerCases(Function<List<Listener>, Object> spec) {
        return List.of(
                new RuleCase(
                        BOTH,
                        "tls must not be specified for protocols ['HTTP', 'TCP', 'UDP']",
                        spec.apply(List.of(HTTP, TCP, Listener.of("udp", 53, "UDP"), HTTPS)),
                        spec.apply(List.of(HTTP, tls("udp", "UDP", TERMINATE))),
                        "listeners"),
                new RuleCase(
                        BOTH,
                        "tls mode must be Terminate for protocol HTTPS",
                        spec.apply(List.of(HTTPS, Listener.of("plain", 8443, "HTTPS"))),
                        spec.apply(List.of(tls("https", "HTTPS", PASSTHROUGH))),
                        "listeners"),
                new RuleCase(
                        BOTH,
                        "tls mode must be set for protocol TLS",
                        spec.apply(List.of(tls("tls", "TLS", PASSTHROUGH), HTTP)),
                        spec.apply(List.of(Listener.of("tls", 443, "TLS"))),
                        "listeners"),
                new RuleCase(
                        BOTH,
                        "hostname must not be specified for protocols ['TCP', 'UDP']",
                        spec.apply(List.of(forHost(HTTP, "a"), TCP)),
                        spec.apply(List.of(HTTP, forHost(TCP, "a"))),
                        "listeners"),
                new RuleCase(
                        BOTH,
                        "Listener name must be unique within the Gateway",
                        spec.apply(List.of(HTTP, HTTPS)),
                        spec.apply(List.of(HTTP, HTTPS, named(TCP, "http"))),
                        "listeners"),
                new RuleCase(
                        BOTH,
                        "Combination of port, protocol and hostname must be unique for each listener",
                        spec.apply(List.of(HTTP, forHost(named(HTTP, "a"), "a"), forHost(named(HTTP, "b"), "b"))),
                        spec.apply(List.of(HTTP, TCP, named(HTTP, "other"))),
                        "listeners"),
                new RuleCase(
                        BOTH,
                        "certificateRefs or options must be specified when mode is Terminate",
                        ListenerTlsConfigBuilder.builder()
                                .options(Map.of("example.com/a", ""))
                                .build(),
                        ListenerTlsConfigBuilder.builder().build(),
                        ""));
    }

    private static GatewaySpec addresses(GatewaySpecAddress... addresses) {
        return GatewaySpecBuilder.builder(gateway(List.of(HTTP)))
                .addresses(List.of(addresses))
                .build();
    }

    private static List<RuleCase> addressCases() {
        GatewaySpecAddress ip = new GatewaySpecAddress("IPAddress", "192.0.2.1");
        GatewaySpecAddress host = new GatewaySpecAddress("Hostname", "a.example");
        GatewaySpecAddress any = new GatewaySpecAddress(null, null);
        GatewaySpecAddress own = new GatewaySpecAddress("example.com/own", "a.example");
        return List.of(
                new RuleCase(
                        BOTH,
                        "IPAddress values must be unique",
                        addresses(ip, any, any, own, own, new GatewaySpecAddress(null, "192.0.2.2")),
                        addresses(ip, host, ip),
                        "addresses"),
                new RuleCase(
                        BOTH,
                        "Hostname values must be unique",
                        addresses(host, own, new GatewaySpecAddress("Hostname", null)),
                        addresses(host, own, host),
                        "addresses"),
                new RuleCase(
                        BOTH,
                        "Hostname value must be empty or " + HOSTNAME,
                        new GatewaySpecAddress("Hostname", "*.example"),
                        new GatewaySpecAddress("Hostname", ""),
                        ""),
                new RuleCase(
                        BOTH,
                        "Hostname value must only " + HOSTNAME.replace("only ", ""),
                        new GatewayStatusAddress("Hostname", "*.example"),
                        new GatewayStatusAddress("Hostname", "a_b"),
                        ""));
    }

    private static List<RuleCase> infrastructureCases() {
        String keys = " keys must be in the form of an optional DNS subdomain prefix "
                + "followed by a required name segment of up to 63 characters.";
        String prefix = " key's prefix must be a DNS subdomain not longer than 253 characters in total.";
        return Stream.of("labels", "annotations")
                .flatMap(map -> {
                    String one = map.equals("labels") ? "label" : "annotation";
                    String start = map.equals("labels") ? "Label" : "Annotation";
                    return Stream.of(
                            new RuleCase(
                                    BOTH,
                                    start + keys,
                                    infrastructure(map, "example.com/" + "a".repeat(63)),
                                    infrastructure(map, "a".repeat(64)),
                                    map),
                            new RuleCase(
                                    BOTH,
                                    "If specified, the " + one + prefix,
                                    infrastructure(map, "a".repeat(252) + "/b"),
                                    infrastructure(map, "a".repeat(253) + "/b"),
                                    map));
                })
                .toList();
    }

    private static GatewayInfrastructure infrastructure(String map, String key) {
        Map<String, String> entries = Map.of("ok", "", key, "x");
        return map.equals("labels")
                ? new GatewayInfrastructure(entries, null, null)
                : new GatewayInfrastructure(null, entries, null);
    }

    private static FrontendTlsConfig ports(Integer... ports) {
        TlsConfig tls = new TlsConfig(null);
        return new FrontendTlsConfig(
                tls, Stream.of(ports).map(port -> new TlsPortConfig(port, tls)).toList());
    }
}
