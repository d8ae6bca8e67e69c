// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LbPolicy;
import io.envoyproxy.envoy.config.cluster.v3.LoadBalancingPolicy;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.AggregatedConfigSource;
import io.envoyproxy.envoy.config.core.v3.AlternateProtocolsCacheOptions;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.EnvoyInternalAddress;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.Http3ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.Pipe;
import io.envoyproxy.envoy.config.core.v3.SelfConfigSource;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import io.envoyproxy.envoy.extensions.clusters.dynamic_forward_proxy.v3.ClusterConfig;
import io.envoyproxy.envoy.extensions.filters.http.lua.v3.Lua;
import io.envoyproxy.envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.load_balancing_policies.cluster_provided.v3.ClusterProvided;
import io.envoyproxy.envoy.extensions.load_balancing_policies.pick_first.v3.PickFirst;
import io.envoyproxy.envoy.extensions.load_balancing_policies.round_robin.v3.RoundRobin;
import io.envoyproxy.envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.quic.v3.QuicUpstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.extensions.upstreams.tcp.v3.TcpProtocolOptions;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no proto rule states; the verdicts are those of Envoy 1.40. */
class ClusterRulesTest {
    private static final String ENDPOINT = "load_assignment.endpoints[0].lb_endpoints[0].endpoint";
    private static final String OPTIONS = "typed_extension_protocol_options[" + Clusters.HTTP_OPTIONS + "]";
    private static final String TLS = "transport_socket.typed_config.";

    private final EnvoyRules rules = EnvoyRules.create();

    private static Arguments row(Cluster.Builder cluster, Consumer<Cluster.Builder> change, String... wrong) {
        change.accept(cluster);
        return arguments(cluster.build(), List.of(wrong));
    }

    private static Cluster.Builder fixed(String... hosts) {
        return Clusters.ofType(DiscoveryType.STATIC, hosts);
    }

    private static Arguments address(Address address, String... wrong) {
        return row(
                fixed("10.0.0.7"),
                c -> Clusters.endpoint(c, 0).getEndpointBuilder().setAddress(address),
                wrong);
    }

    private static Stream<Arguments> addresses() {
        String noIp = ENDPOINT
                + ".address.socket_address.address: \"%s\" is not an IP address, and type STATIC takes nothing else";
        Endpoint.Builder others = Clusters.endpoint("10.0.0.7")
                .addAdditionalAddresses(Endpoint.AdditionalAddress.newBuilder().setAddress(Clusters.address("b")))
                .setHealthCheckConfig(Endpoint.HealthCheckConfig.newBuilder().setAddress(Clusters.address("c")));
        String notIp = " is not an IP address, and type STATIC takes nothing else";
        return Stream.of(
                row(fixed("10.0.0.7", "::1", "fe80::1%eth0", "::ffff:10.0.0.1"), c -> {}),
                row(fixed("::1%1", "febf::1%lo", "ff02::1%lo", "0:0::1%7"), c -> {}),
                row(
                        fixed("::1%lo"),
                        c -> {},
                        ENDPOINT + ".address.socket_address.address: \"::1%lo\" has a named zone, which only link-local"
                                + " addresses take"),
                row(fixed("10.0.0.7"), c -> c.clearType()),
                row(fixed("localhost"), c -> c.clearType(), noIp.formatted("localhost")),
                row(fixed("localhost"), c -> {}, noIp.formatted("localhost")),
                row(fixed("010.0.0.1"), c -> {}, noIp.formatted("010.0.0.1")),
                row(fixed("[::1]"), c -> {}, noIp.formatted("[::1]")),
                row(fixed("a\nb"), c -> {}, noIp.formatted("a?b")),
                row(fixed("a".repeat(200)), c -> {}, noIp.formatted("a".repeat(100) + "...")),
                row(
                        fixed("10.0.0.7"),
                        c -> Clusters.endpoint(c, 0).setEndpoint(others),
                        ENDPOINT + ".additional_addresses[0].address.socket_address.address: \"b\"" + notIp,
                        ENDPOINT + ".health_check_config.address.socket_address.address: \"c\"" + notIp),
                address(Address.newBuilder()
                        .setPipe(Pipe.newBuilder().setPath("/run/x"))
                        .build()),
                address(
                        Address.newBuilder()
                                .setPipe(Pipe.newBuilder().setPath("/" + "x".repeat(107)))
                                .build(),
                        ENDPOINT + ".address.pipe.path: 108 bytes, at most 107 allowed"),
                address(
                        Address.newBuilder()
                                .setPipe(Pipe.newBuilder().setPath("@x").setMode(7))
                                .build(),
                        ENDPOINT + ".address.pipe.mode: set, but an abstract socket has none"),
                address(Address.newBuilder()
                        .setEnvoyInternalAddress(
                                EnvoyInternalAddress.newBuilder().setServerListenerName("x"))
                        .build()),
                address(
                        Clusters.address("10.0.0.7").build().toBuilder()
                                .setSocketAddress(Clusters.address("10.0.0.7")
                                        .getSocketAddressBuilder()
                                        .setNamedPort("http"))
                                .build(),
                        ENDPOINT + ".address.socket_address.named_port: set, but type STATIC takes port numbers only"),
                address(
                        Clusters.address("x").build().toBuilder()
                                .setSocketAddress(Clusters.address("x")
                                        .getSocketAddressBuilder()
                                        .setResolverName("mine"))
                                .build(),
                        ENDPOINT + ".address.socket_address.resolver_name: not a resolver Envoy has"),
                row(
                        fixed("10.0.0.7"),
                        c -> Clusters.endpoint(c, 0).getEndpointBuilder().clearAddress(),
                        ENDPOINT + ".address: not set, but type STATIC requires it"),
                row(fixed("10.0.0.7"), c -> c.clearLoadAssignment()));
    }

    private static Cluster.Builder logical(String... hosts) {
        return Clusters.ofType(DiscoveryType.LOGICAL_DNS, hosts);
    }

    private static Consumer<Cluster.Builder> type(String name, Message config) {
        return c -> {
            Cluster.CustomClusterType.Builder type =
                    Cluster.CustomClusterType.newBuilder().setName(name);
            c.setClusterType(config == null ? type : type.setTypedConfig(Any.pack(config)));
        };
    }

    private static Consumer<Cluster.Builder> eds(ConfigSource.Builder source) {
        return c -> c.getEdsClusterConfigBuilder().setEdsConfig(source);
    }

    private static Stream<Arguments> discovery() {
        String single = ", logical DNS takes exactly one of each";
        ConfigSource.Builder ads = ConfigSource.newBuilder().setAds(AggregatedConfigSource.getDefaultInstance());
        ConfigSource.Builder self = ConfigSource.newBuilder().setSelf(SelfConfigSource.getDefaultInstance());
        DnsCluster oneEndpoint =
                DnsCluster.newBuilder().setAllAddressesInSingleEndpoint(true).build();
        return Stream.of(
                row(Clusters.ofType(DiscoveryType.STRICT_DNS, "a b", "[::1]", "10.0.0.7"), c -> {}),
                row(
                        Clusters.ofType(DiscoveryType.STRICT_DNS, "a"),
                        c -> Clusters.address(c, 0).setResolverName("envoy.ip"),
                        ENDPOINT + ".address.socket_address.resolver_name: set, but DNS clusters take none"),
                row(logical("a"), c -> {}),
                row(logical("a", "b"), c -> {}, "load_assignment.endpoints: 1 locality with 2 endpoints" + single),
                row(
                        logical("a"),
                        c -> c.getLoadAssignmentBuilder()
                                .addEndpoints(Clusters.assignment("b").getEndpoints(0)),
                        "load_assignment.endpoints: 2 localities with 2 endpoints" + single),
                row(
                        logical("a"),
                        c -> c.clearLoadAssignment(),
                        "load_assignment.endpoints: 0 localities with 0 endpoints" + single),
                row(fixed("a"), type("envoy.clusters.dns", oneEndpoint)),
                row(
                        fixed("a", "b"),
                        type("envoy.clusters.dns", oneEndpoint),
                        "load_assignment.endpoints: 1 locality with 2 endpoints" + single),
                row(fixed("a", "b"), type("any name", DnsCluster.getDefaultInstance())),
                row(fixed("a"), type("envoy.cluster.strict_dns", null)),
                row(fixed("10.0.0.7"), type("envoy.cluster.static", null)),
                row(
                        fixed("a"),
                        type("envoy.clusters.dns", null),
                        "cluster_type: no typed_config, and the name is none of Envoy's own cluster types"),
                row(Clusters.ofType(DiscoveryType.EDS), eds(ads)),
                row(Clusters.ofType(DiscoveryType.EDS, "ignored"), eds(ads)),
                row(
                        Clusters.ofType(DiscoveryType.EDS),
                        c -> {},
                        "eds_cluster_config.eds_config: not set, but type EDS requires it"),
                row(
                        Clusters.ofType(DiscoveryType.EDS),
                        eds(self),
                        "eds_cluster_config.eds_config.self: set, but endpoints cannot come from there"),
                row(fixed("10.0.0.7"), eds(ads), "eds_cluster_config: set, but only type EDS takes it"),
                row(
                        Clusters.ofType(DiscoveryType.ORIGINAL_DST),
                        c -> c.setLbPolicy(LbPolicy.CLUSTER_PROVIDED),
                        "load_assignment: set, but type ORIGINAL_DST takes hosts from connections only"));
    }

    private static Consumer<Cluster.Builder> policy(Message... configs) {
        return c -> {
            for (Message config : configs) {
                c.getLoadBalancingPolicyBuilder()
                        .addPolicies(LoadBalancingPolicy.Policy.newBuilder()
                                .setTypedExtensionConfig(TypedExtensionConfig.newBuilder()
                                        .setName("any name")
                                        .setTypedConfig(Any.pack(config))));
            }
        };
    }

    private static Stream<Arguments> balancing() {
        String provides = "CLUSTER_PROVIDED, but this type of cluster provides no load balancing";
        String takes = ", but this type of cluster takes CLUSTER_PROVIDED only";
        RoundRobin roundRobin = RoundRobin.getDefaultInstance();
        ClusterProvided provided = ClusterProvided.getDefaultInstance();
        return Stream.of(
                row(Clusters.forwardProxy(), c -> {}),
                row(Clusters.forwardProxy(), c -> c.clearLbPolicy(), "lb_policy: ROUND_ROBIN" + takes),
                row(Clusters.forwardProxy(), policy(roundRobin), "load_balancing_policy: a policy of its own" + takes),
                row(Clusters.forwardProxy(), policy(provided)),
                row(fixed("10.0.0.7"), c -> c.setLbPolicy(LbPolicy.RING_HASH)),
                row(fixed("10.0.0.7"), c -> c.setLbPolicy(LbPolicy.CLUSTER_PROVIDED), "lb_policy: " + provides),
                row(fixed("10.0.0.7"), policy(provided), "load_balancing_policy: " + provides),
                row(fixed("10.0.0.7"), policy(roundRobin)),
                row(fixed("10.0.0.7"), policy(PickFirst.getDefaultInstance(), roundRobin)),
                row(
                        fixed("10.0.0.7"),
                        policy(PickFirst.getDefaultInstance()),
                        "load_balancing_policy.policies: no policy of a type Envoy has"),
                row(
                        fixed("10.0.0.7"),
                        c -> c.getLoadBalancingPolicyBuilder(),
                        "load_balancing_policy.policies: no policy of a type Envoy has"),
                row(
                        fixed("10.0.0.7"),
                        c -> c.setLbPolicy(LbPolicy.LOAD_BALANCING_POLICY_CONFIG),
                        "load_balancing_policy: not set, but lb_policy LOAD_BALANCING_POLICY_CONFIG requires it"),
                row(
                        fixed("10.0.0.7"),
                        policy(roundRobin)
                                .andThen(c -> c.getCommonLbConfigBuilder().getHealthyPanicThresholdBuilder())),
                row(
                        fixed("10.0.0.7"),
                        policy(roundRobin)
                                .andThen(c -> c.getCommonLbConfigBuilder().getZoneAwareLbConfigBuilder()),
                        "common_lb_config.zone_aware_lb_config: set, but load_balancing_policy excludes it"),
                row(
                        fixed("10.0.0.7"),
                        policy(roundRobin)
                                .andThen(c -> c.getCommonLbConfigBuilder().getLocalityWeightedLbConfigBuilder()),
                        "common_lb_config.locality_weighted_lb_config: set, but load_balancing_policy excludes it"),
                row(
                        fixed("10.0.0.7"),
                        policy(roundRobin).andThen(c -> {
                            c.getCommonLbConfigBuilder().getConsistentHashingLbConfigBuilder();
                            c.getLbSubsetConfigBuilder();
                        }),
                        "lb_subset_config: set, but load_balancing_policy excludes it",
                        "common_lb_config.consistent_hashing_lb_config: set, but load_balancing_policy excludes it"),
                row(
                        fixed("10.0.0.7"),
                        c -> c.getCommonLbConfigBuilder()
                                .getConsistentHashingLbConfigBuilder()
                                .setUseHostnameForHashing(true),
                        "common_lb_config.consistent_hashing_lb_config.use_hostname_for_hashing: set, but only type STRICT_DNS"
                                + " takes it"),
                row(
                        Clusters.ofType(DiscoveryType.ORIGINAL_DST),
                        c -> c.clearLoadAssignment(),
                        "lb_policy: ROUND_ROBIN" + takes),
                row(
                        Clusters.ofType(DiscoveryType.ORIGINAL_DST),
                        policy(provided).andThen(c -> c.clearLoadAssignment()),
                        "lb_policy: ROUND_ROBIN" + takes));
    }

    private static Consumer<Cluster.Builder> http(Consumer<HttpProtocolOptions.Builder> change) {
        return c -> Clusters.http(c, change);
    }

    private static Consumer<Cluster.Builder> names(boolean sni, boolean san) {
        return http(
                h -> h.getUpstreamHttpProtocolOptionsBuilder().setAutoSni(sni).setAutoSanValidation(san));
    }

    private static HttpFilter.Builder filter(Message config) {
        return HttpFilter.newBuilder().setName("x").setTypedConfig(Any.pack(config));
    }

    private static Consumer<Cluster.Builder> filters(HttpFilter.Builder... filters) {
        return http(h -> Stream.of(filters).forEach(h::addHttpFilters));
    }

    private static Stream<Arguments> httpOptions() {
        String both =
                OPTIONS + ".upstream_http_protocol_options: without auto_sni and auto_san_validation, a dynamic forward"
                        + " proxy requires both unless allow_insecure_cluster_options is set";
        String key = "HttpProtocolOptions under another key than " + Clusters.HTTP_OPTIONS;
        Any options = Any.pack(HttpProtocolOptions.newBuilder()
                .setUseDownstreamProtocolConfig(HttpProtocolOptions.UseDownstreamHttpConfig.getDefaultInstance())
                .build());
        Any tcp = Any.pack(TcpProtocolOptions.getDefaultInstance());
        HttpFilter.Builder codec = filter(UpstreamCodec.getDefaultInstance());
        HttpFilter.Builder lua = filter(Lua.getDefaultInstance());
        String last = ", which must be the last filter";
        return Stream.of(
                row(Clusters.forwardProxy(), names(true, true)),
                row(Clusters.forwardProxy(), names(true, false), both),
                row(Clusters.forwardProxy(), names(false, true), both),
                row(Clusters.forwardProxy(), http(h -> {}), both),
                row(
                        Clusters.forwardProxy(),
                        http(h -> {})
                                .andThen(c -> c.getClusterTypeBuilder()
                                        .setTypedConfig(Any.pack(ClusterConfig.newBuilder()
                                                .setAllowInsecureClusterOptions(true)
                                                .build())))),
                row(fixed("10.0.0.7"), http(h -> {})),
                row(
                        fixed("10.0.0.7"),
                        c -> c.putTypedExtensionProtocolOptions("envoy.upstreams.http.http_protocol_options", options)),
                row(
                        fixed("10.0.0.7"),
                        c -> c.putTypedExtensionProtocolOptions("x", options),
                        "typed_extension_protocol_options: " + key),
                row(
                        fixed("10.0.0.7"),
                        c -> c.putTypedExtensionProtocolOptions(Clusters.HTTP_OPTIONS, tcp),
                        OPTIONS + ": not an HttpProtocolOptions, which this key requires"),
                row(
                        fixed("10.0.0.7"),
                        c -> c.putTypedExtensionProtocolOptions("envoy.x", tcp),
                        "typed_extension_protocol_options: TcpProtocolOptions under another key than"
                                + " envoy.extensions.upstreams.tcp.v3.TcpProtocolOptions"),
                row(
                        fixed("10.0.0.7"),
                        c -> c.putTypedExtensionProtocolOptions(
                                "envoy.extensions.upstreams.tcp.v3.TcpProtocolOptions", tcp)),
                row(fixed("10.0.0.7"), filters(lua, codec)),
                row(fixed("10.0.0.7"), filters(lua), OPTIONS + ".http_filters[0]: not the upstream codec" + last),
                row(fixed("10.0.0.7"), filters(codec, codec), OPTIONS + ".http_filters[0]: the upstream codec" + last),
                row(
                        fixed("10.0.0.7"),
                        filters(codec.clone().setDisabled(true)),
                        OPTIONS + ".http_filters[0]: not the upstream codec" + last),
                row(
                        fixed("10.0.0.7"),
                        http(h -> h.getAutoConfigBuilder()
                                        .setHttp3ProtocolOptions(Http3ProtocolOptions.getDefaultInstance()))
                                .andThen(c -> c.setTransportSocket(quic(tls -> {}))),
                        OPTIONS + ".auto_config.alternate_protocols_cache_options: not set, but HTTP/3 in auto_config"
                                + " requires it"));
    }

    private static TransportSocket.Builder socket(Message config) {
        return TransportSocket.newBuilder().setName("any name").setTypedConfig(Any.pack(config));
    }

    private static TransportSocket.Builder quic(Consumer<UpstreamTlsContext.Builder> change) {
        UpstreamTlsContext.Builder tls = UpstreamTlsContext.newBuilder();
        change.accept(tls);
        return socket(QuicUpstreamTransport.newBuilder()
                        .setUpstreamTlsContext(tls)
                        .build())
                .setName("envoy.transport_sockets.quic");
    }

    private static TransportSocket.Builder proxied(TransportSocket.Builder inner) {
        return socket(ProxyProtocolUpstreamTransport.newBuilder()
                .setTransportSocket(inner)
                .build());
    }

    private static Consumer<Cluster.Builder> overSocket(
            TransportSocket.Builder socket, Consumer<HttpProtocolOptions.Builder> change) {
        return http(change).andThen(c -> c.setTransportSocket(socket));
    }

    private static Consumer<Cluster.Builder> match(TransportSocket.Builder socket) {
        return c -> c.addTransportSocketMatches(
                Cluster.TransportSocketMatch.newBuilder().setName("m").setTransportSocket(socket));
    }

    private static Stream<Arguments> sockets() {
        String negotiate = ": cannot negotiate the protocol, which auto_config requires";
        String needsQuic = "transport_socket.name: not envoy.transport_sockets.quic, which HTTP/3 requires";
        TransportSocket.Builder raw = socket(RawBuffer.getDefaultInstance());
        TransportSocket.Builder tls = Clusters.tlsSocket(t -> {});
        Consumer<HttpProtocolOptions.Builder> auto =
                h -> h.getAutoConfigBuilder().setHttp2ProtocolOptions(Http2ProtocolOptions.getDefaultInstance());
        Consumer<HttpProtocolOptions.Builder> h3 = h ->
                h.getExplicitHttpConfigBuilder().setHttp3ProtocolOptions(Http3ProtocolOptions.getDefaultInstance());
        Consumer<HttpProtocolOptions.Builder> autoH3 = h -> h.getAutoConfigBuilder()
                .setHttp3ProtocolOptions(Http3ProtocolOptions.getDefaultInstance())
                .setAlternateProtocolsCacheOptions(
                        AlternateProtocolsCacheOptions.newBuilder().setName("x"));
        return Stream.of(
                row(fixed("10.0.0.7"), http(auto), "transport_socket" + negotiate),
                row(fixed("10.0.0.7"), overSocket(raw, auto), "transport_socket" + negotiate),
                row(fixed("10.0.0.7"), overSocket(proxied(raw), auto), "transport_socket" + negotiate),
                row(fixed("10.0.0.7"), overSocket(proxied(tls), auto)),
                row(fixed("10.0.0.7"), overSocket(tls, auto)),
                row(fixed("10.0.0.7"), overSocket(tls, auto).andThen(match(tls))),
                row(
                        fixed("10.0.0.7"),
                        overSocket(tls, auto).andThen(match(tls)).andThen(match(raw)),
                        "transport_socket_matches[1].transport_socket" + negotiate),
                row(
                        fixed("10.0.0.7"),
                        c -> c.addTransportSocketMatches(
                                Cluster.TransportSocketMatch.newBuilder().setName("m")),
                        "transport_socket_matches[0].transport_socket: not set, but required"),
                row(fixed("10.0.0.7"), overSocket(quic(t -> {}), h3)),
                row(fixed("10.0.0.7"), overSocket(quic(t -> {}), autoH3)),
                row(fixed("10.0.0.7"), overSocket(tls, h3), needsQuic),
                row(fixed("10.0.0.7"), overSocket(tls, autoH3), needsQuic),
                row(fixed("10.0.0.7"), overSocket(quic(t -> {}).setName("any name"), h3), needsQuic),
                row(fixed("10.0.0.7"), overSocket(proxied(quic(t -> {})), h3), needsQuic));
    }

    private static Consumer<Cluster.Builder> validation(Consumer<CertificateValidationContext.Builder> change) {
        return c -> c.setTransportSocket(Clusters.tlsSocket(
                tls -> change.accept(tls.getCommonTlsContextBuilder().getValidationContextBuilder())));
    }

    private static void san(CertificateValidationContext.Builder context) {
        context.addMatchTypedSubjectAltNames(SubjectAltNameMatcher.newBuilder()
                .setSanType(SubjectAltNameMatcher.SanType.DNS)
                .setMatcher(StringMatcher.newBuilder().setExact("api.example.com")));
    }

    private static Stream<Arguments> certificates() {
        String noCa = ": set, but there is no trusted CA";
        String context = TLS + "common_tls_context.validation_context.";
        CommonTlsContext sds = CommonTlsContext.newBuilder()
                .setValidationContextSdsSecretConfig(
                        SdsSecretConfig.newBuilder().setName("SYSTEM_CA_CERT"))
                .build();
        return Stream.of(
                row(fixed("10.0.0.7"), validation(v -> san(v))),
                row(
                        fixed("10.0.0.7"),
                        validation(v -> san(v.clearTrustedCa())),
                        context + "match_typed_subject_alt_names" + noCa),
                row(
                        fixed("10.0.0.7"),
                        validation(v -> {
                            san(v.clearTrustedCa());
                            v.getSystemRootCertsBuilder();
                        }),
                        context + "match_typed_subject_alt_names" + noCa),
                row(
                        fixed("10.0.0.7"),
                        validation(v -> v.clearTrustedCa()
                                .setAllowExpiredCertificate(true)
                                .setCrl(DataSource.newBuilder().setInlineString("x"))),
                        context + "crl" + noCa,
                        context + "allow_expired_certificate" + noCa),
                row(fixed("10.0.0.7"), c -> Clusters.tls(c, t -> t.setSni("a\n b"))),
                row(fixed("10.0.0.7"), c -> Clusters.tls(c, t -> t.setSni("a\0b")), TLS + "sni: has a NUL character"),
                row(fixed("10.0.0.7"), c -> Clusters.tls(c, t -> t.setAutoSniSanValidation(true))),
                row(
                        fixed("10.0.0.7"),
                        c -> Clusters.tls(c, t -> t.clearCommonTlsContext().setAutoSniSanValidation(true)),
                        TLS + "auto_sni_san_validation: set, but there is no validation context"),
                row(
                        fixed("10.0.0.7"),
                        c -> Clusters.tls(c, t -> {
                            t.setAutoSniSanValidation(true);
                            t.getCommonTlsContextBuilder()
                                    .getValidationContextBuilder()
                                    .clearTrustedCa();
                        }),
                        TLS + "auto_sni_san_validation" + noCa),
                row(
                        fixed("10.0.0.7"),
                        c -> Clusters.tls(c, t -> t.setCommonTlsContext(sds).setAutoSniSanValidation(true))),
                row(
                        fixed("10.0.0.7"),
                        c -> c.setTransportSocket(proxied(Clusters.tlsSocket(
                                t -> t.clearCommonTlsContext().setAutoSniSanValidation(true)))),
                        TLS
                                + "transport_socket.typed_config.auto_sni_san_validation: set, but there is no validation context"),
                row(
                        fixed("10.0.0.7"),
                        c -> c.setTransportSocket(quic(t -> t.setAutoSniSanValidation(true))),
                        TLS + "upstream_tls_context.auto_sni_san_validation: set, but there is no validation context"),
                row(
                        fixed("10.0.0.7"),
                        match(Clusters.tlsSocket(t -> t.clearCommonTlsContext().setAutoSniSanValidation(true))),
                        "transport_socket_matches[0].transport_socket.typed_config.auto_sni_san_validation: set, but there is no"
                                + " validation context"));
    }

    @ParameterizedTest(name = "{index}: {1}")
    @MethodSource({"addresses", "discovery", "balancing", "httpOptions", "sockets", "certificates"})
    void cluster_builtByEnvoy_isJudgedAsEnvoyDoes(Cluster cluster, List<String> wrong) {
        assertThat(rules.check(cluster).violations().stream().map(RuleViolation::toString))
                .containsExactlyElementsOf(wrong);
    }

    private static Stream<Cluster> unparsable() {
        ByteString noise = ByteString.copyFromUtf8("not a proto");
        Cluster.Builder proxy = Clusters.forwardProxy();
        proxy.getClusterTypeBuilder().getTypedConfigBuilder().setValue(noise);
        Cluster.Builder http = Clusters.withEveryPart();
        http.putTypedExtensionProtocolOptions(
                Clusters.HTTP_OPTIONS,
                http.getTypedExtensionProtocolOptionsOrThrow(Clusters.HTTP_OPTIONS).toBuilder()
                        .setValue(noise)
                        .build());
        Cluster.Builder tls = Clusters.withEveryPart();
        tls.getTransportSocketBuilder().getTypedConfigBuilder().setValue(noise);
        return Stream.of(proxy.build(), http.build(), tls.build());
    }

    @ParameterizedTest
    @MethodSource("unparsable")
    void cluster_withContentsThatDoNotParse_isToldOnce(Cluster cluster) {
        assertThat(rules.check(cluster).violations())
                .singleElement()
                .extracting(RuleViolation::message)
                .asString()
                .startsWith("11 bytes, not a valid envoy.");
    }
}
