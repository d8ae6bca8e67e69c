// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.OutlierDetection;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.HealthCheck;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.core.v3.RuntimePercent;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import io.envoyproxy.envoy.extensions.common.aws.v3.AwsCredentialProvider;
import io.envoyproxy.envoy.extensions.common.aws.v3.InlineCredentialProvider;
import io.envoyproxy.envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning;
import io.envoyproxy.envoy.extensions.filters.http.gcp_authn.v3.Audience;
import io.envoyproxy.envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.load_balancing_policies.ring_hash.v3.RingHash;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proto rules on Envoy's own messages. */
class EnvoyRulesTest {
    private static final String CANARY = "canary-7f3a\u00e4";
    private static final String OPTIONS = "typed_extension_protocol_options[" + Clusters.HTTP_OPTIONS + "]";

    private final EnvoyRules rules = EnvoyRules.create();

    private List<String> found(Message message) {
        return rules.check(message).violations().stream()
                .map(RuleViolation::toString)
                .toList();
    }

    private static Any any(Message message) {
        return Any.pack(message);
    }

    @Test
    void cluster_good_isAccepted() {
        EnvoyVerdict verdict = rules.check(Clusters.withEveryPart().build());

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict.uncheckedTypes()).isEmpty();
        assertThat(verdict).hasToString("");
    }

    private static Arguments broken(String violation, Consumer<Cluster.Builder> change) {
        return arguments(violation, change);
    }

    private static String endpoint(String rest) {
        return "load_assignment.endpoints[0]." + rest;
    }

    private static Stream<Arguments> brokenClusters() {
        return Stream.of(
                broken("name: empty, at least 1 character required", c -> c.clearName()),
                broken(
                        "connect_timeout: 0s is not greater than 0s",
                        c -> c.setConnectTimeout(Duration.getDefaultInstance())),
                broken(
                        "connect_timeout: -1 seconds and 0 nanoseconds, must not be negative",
                        c -> c.getConnectTimeoutBuilder().setSeconds(-1)),
                broken(
                        "upstream_connection_options.happy_eyeballs_config.first_address_family_count: 0 is less than 1",
                        c -> c.getUpstreamConnectionOptionsBuilder()
                                .getHappyEyeballsConfigBuilder()
                                .setFirstAddressFamilyCount(UInt32Value.of(0))),
                broken(
                        "load_assignment.cluster_name: empty, at least 1 character required",
                        c -> c.getLoadAssignmentBuilder().clearClusterName()),
                broken(
                        endpoint(
                                "lb_endpoints[1].endpoint.address.socket_address.port_value: 70000 is greater than 65535"),
                        c -> Clusters.address(c, 1).setPortValue(70_000)),
                broken(
                        endpoint(
                                "lb_endpoints[0].endpoint.address.socket_address.address: empty, at least 1 character required"),
                        c -> Clusters.address(c, 0).clearAddress()),
                broken(
                        endpoint(
                                "lb_endpoints[0].endpoint.address.socket_address.port_specifier: none of port_value, named_port"
                                        + " is set, one is required"),
                        c -> Clusters.address(c, 0).clearPortSpecifier()),
                broken(
                        endpoint("lb_endpoints[0].load_balancing_weight: 0 is less than 1"),
                        c -> Clusters.endpoint(c, 0).setLoadBalancingWeight(UInt32Value.of(0))),
                broken(
                        endpoint("load_balancing_weight: 0 is less than 1"),
                        c -> Clusters.locality(c).setLoadBalancingWeight(UInt32Value.of(0))),
                broken(
                        endpoint("priority: 129 is greater than 128"),
                        c -> Clusters.locality(c).setPriority(129)),
                broken("lb_policy: 99 is not a value of LbPolicy", c -> c.setLbPolicyValue(99)),
                broken(
                        "outlier_detection.max_ejection_percent: 101 is greater than 100",
                        c -> c.setOutlierDetection(
                                OutlierDetection.newBuilder().setMaxEjectionPercent(UInt32Value.of(101)))),
                broken(
                        "health_checks[0].timeout: not set, but required",
                        c -> c.addHealthChecks(Clusters.healthCheck().clearTimeout())),
                broken(
                        "health_checks[0].health_checker: none of http_health_check, tcp_health_check, grpc_health_check,"
                                + " custom_health_check is set, one is required",
                        c -> c.addHealthChecks(Clusters.healthCheck().clearHealthChecker())),
                broken(
                        "health_checks[0].http_health_check.path: empty, at least 1 character required",
                        c -> c.addHealthChecks(Clusters.healthCheck()
                                .setHttpHealthCheck(HealthCheck.HttpHealthCheck.getDefaultInstance()))),
                broken(
                        "cluster_type.name: empty, at least 1 character required",
                        c -> c.getClusterTypeBuilder().clearName()),
                broken(
                        "cluster_type.typed_config.dns_refresh_rate: 0s is not greater than 0.001s",
                        c -> c.getClusterTypeBuilder()
                                .setTypedConfig(any(DnsCluster.newBuilder()
                                        .setDnsRefreshRate(Duration.getDefaultInstance())
                                        .build()))),
                broken(
                        "transport_socket.typed_config.sni: 256 bytes, at most 255 allowed",
                        c -> Clusters.tls(c, tls -> tls.setSni("a".repeat(256)))),
                broken(
                        OPTIONS + ".upstream_protocol_options: none of explicit_http_config,"
                                + " use_downstream_protocol_config, auto_config is set, one is required",
                        c -> Clusters.http(c, HttpProtocolOptions.Builder::clearUpstreamProtocolOptions)),
                broken(
                        OPTIONS + ".http_filters[0].typed_config.service_name: empty, at least 1 character required",
                        c -> signing(c, s -> s.clearServiceName())),
                broken(
                        OPTIONS + ".http_filters[0].typed_config.credential_provider.inline_credential.access_key_id:"
                                + " empty, at least 1 character required",
                        c -> signing(
                                c,
                                s -> s.setCredentialProvider(AwsCredentialProvider.newBuilder()
                                        .setInlineCredential(InlineCredentialProvider.newBuilder()
                                                .setSecretAccessKey(CANARY))))),
                broken(
                        OPTIONS + ".http_filters[0].typed_config.credential_provider.assume_role_credential_provider"
                                + ".role_arn: empty, at least 1 character required",
                        c -> signing(c, s -> s.mergeFrom(EnvoyDescriptorsTest.assumingRole("")))));
    }

    private static void signing(Cluster.Builder cluster, Consumer<AwsRequestSigning.Builder> change) {
        AwsRequestSigning.Builder signing =
                AwsRequestSigning.newBuilder().setServiceName("lambda").setRegion("us-east-1");
        change.accept(signing);
        Clusters.http(
                cluster,
                http -> http.clearHttpFilters()
                        .addHttpFilters(filter("sign", signing.build()))
                        .addHttpFilters(filter("codec", UpstreamCodec.getDefaultInstance())));
    }

    private static HttpFilter filter(String name, Message config) {
        return HttpFilter.newBuilder().setName(name).setTypedConfig(any(config)).build();
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("brokenClusters")
    void cluster_oneThingBroken_isToldWithItsPath(String violation, Consumer<Cluster.Builder> change) {
        Cluster.Builder cluster = Clusters.withEveryPart();
        change.accept(cluster);

        assertThat(found(cluster.build())).containsExactly(violation);
    }

    @Test
    void assumeRole_withArn_isAccepted() {
        assertThat(found(EnvoyDescriptorsTest.assumingRole("arn:aws:iam::111122223333:role/example")))
                .isEmpty();
    }

    @Test
    void check_bytesAndMessage_agree() {
        Cluster cluster = Clusters.withEveryPart().clearName().build();

        assertThat(rules.check(Cluster.getDescriptor(), cluster.toByteString()).violations())
                .isEqualTo(rules.check(cluster).violations())
                .isEqualTo(rules.check(cluster, cluster.toByteString()).violations())
                .hasSize(1);
    }

    @Test
    void check_protoRulesAndStartUp_protoRulesComeFirst() {
        Cluster cluster = Clusters.withEveryPart()
                .clearName()
                .setEdsClusterConfig(Cluster.EdsClusterConfig.getDefaultInstance())
                .build();

        assertThat(found(cluster))
                .containsExactly(
                        "name: empty, at least 1 character required",
                        "eds_cluster_config: set, but only type EDS takes it");
        assertThat(rules.check(cluster)).hasToString(String.join("\n", found(cluster)));
    }

    @Test
    void otherMessages_broken_areTold() {
        assertThat(found(ClusterLoadAssignment.getDefaultInstance()))
                .containsExactly("cluster_name: empty, at least 1 character required");
    }

    @Test
    void anyPayload_thatDoesNotParse_isAViolation() {
        Cluster cluster = Clusters.withEveryPart()
                .setTransportSocket(TransportSocket.newBuilder()
                        .setName("envoy.transport_sockets.tls")
                        .setTypedConfig(any(UpstreamTlsContext.getDefaultInstance()).toBuilder()
                                .setValue(ByteString.copyFromUtf8("not a proto"))))
                .build();

        assertThat(found(cluster))
                .containsExactly("transport_socket.typed_config: 11 bytes, not a valid"
                        + " envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext");
    }

    @Test
    void anyPayload_ofUnknownType_isPassedOverButListed() {
        Cluster cluster = Clusters.withEveryPart()
                .setTransportSocket(TransportSocket.newBuilder()
                        .setName("vendor")
                        .setTypedConfig(Any.newBuilder().setTypeUrl("type.googleapis.com/example.vendor.v1.Socket")))
                .build();

        EnvoyVerdict verdict = rules.check(cluster);

        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict.uncheckedTypes()).containsExactly("type.googleapis.com/example.vendor.v1.Socket");
    }

    @Test
    void metadata_neverUnpackedByEnvoy_isNotLookedInto() {
        Any broken = Any.newBuilder()
                .setTypeUrl("type.googleapis.com/envoy.config.cluster.v3.Cluster")
                .setValue(ByteString.copyFromUtf8("not a proto"))
                .build();

        assertThat(found(Clusters.withEveryPart()
                        .setMetadata(Metadata.newBuilder().putTypedFilterMetadata("x", broken))
                        .build()))
                .isEmpty();
    }

    @Test
    void rules_droppedByNewerEnvoys_areNotApplied() {
        assertThat(found(Audience.getDefaultInstance())).isEmpty();
        assertThat(found(RuntimePercent.getDefaultInstance())).isEmpty();
    }

    @Test
    void loadBalancingExtension_onlyItsDurationsCount() {
        RingHash ring = RingHash.newBuilder().setHashFunctionValue(99).build();

        assertThat(found(TypedExtensionConfig.newBuilder()
                        .setName("ring")
                        .setTypedConfig(any(ring))
                        .build()))
                .isEmpty();
        assertThat(found(ring)).containsExactly("hash_function: 99 is not a value of HashFunction");
    }

    @Test
    void message_ofAnyKind_neverShowsTextOrBytes() {
        Secret secret = Secret.newBuilder()
                .setName(CANARY)
                .setTlsCertificate(TlsCertificate.newBuilder()
                        .setPrivateKey(DataSource.newBuilder().setEnvironmentVariable("")))
                .build();
        Cluster cluster = Clusters.withEveryPart()
                .setAltStatName(CANARY)
                .setTransportSocket(TransportSocket.newBuilder()
                        .setName(CANARY)
                        .setTypedConfig(any(UpstreamTlsContext.newBuilder()
                                .setSni(CANARY.repeat(30))
                                .setCommonTlsContext(CommonTlsContext.newBuilder()
                                        .setValidationContext(CertificateValidationContext.newBuilder()
                                                .addVerifyCertificateHash(CANARY)
                                                .addVerifyCertificateSpki(CANARY.repeat(9))))
                                .build())))
                .build();

        assertThat(found(secret)).isNotEmpty();
        assertThat(found(cluster)).hasSize(3);
        assertThat(String.join("\n", found(secret)) + String.join("\n", found(cluster)))
                .doesNotContain("canary")
                .doesNotContain("7f3a");
    }

    @Test
    void check_fromManyThreads_givesOneAnswer() throws InterruptedException, ExecutionException {
        EnvoyRules shared = EnvoyRules.create();
        Cluster cluster = Clusters.withEveryPart().clearName().build();
        List<RuleViolation> expected = rules.check(cluster).violations();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<EnvoyVerdict>> verdicts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                verdicts.add(threads.submit(() -> shared.check(cluster)));
            }
            for (Future<EnvoyVerdict> verdict : verdicts) {
                assertThat(verdict.get().violations()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
