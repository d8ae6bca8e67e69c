// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.benchmarks;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.plugins.aws.AwsBackend;
import dev.gatewaybackends.plugins.aws.AwsLambda;
import dev.gatewaybackends.plugins.aws.AwsPlugin;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.translate.BackendTranslator;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.common.mutation_rules.v3.HeaderMutation;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.envoyproxy.envoy.extensions.clusters.common.dns.v3.DnsLookupFamily;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import io.envoyproxy.envoy.extensions.filters.http.aws_lambda.v3.Config;
import io.envoyproxy.envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.Mutations;
import io.envoyproxy.envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One typed Lambda Backend to its cluster; the baseline builds the same cluster by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LambdaToCluster {
    private final AwsPlugin plugin = new AwsPlugin();
    private final BackendTranslator translator = BackendTranslator.create();
    private final FieldPath path = FieldPath.of("spec", "aws");
    private ObjectMeta metadata = ObjectMeta.of("team-1", "function-1");
    private AwsBackend source = AwsBackend.lambda("us-east-1", "123456789012", AwsLambda.of("order-placed"));
    private Backend backend = Backend.of(metadata, source);

    /** Checks that both ways make the same cluster. */
    @Setup
    public void check() {
        Cluster cluster = handWritten();
        if (!cluster.equals(translate()) || !cluster.equals(validateTranslateAndCheck())) {
            throw new IllegalStateException("the baseline makes another cluster");
        }
    }

    /** The baseline: Envoy's own builders. */
    @Benchmark
    public Cluster handWritten() {
        String name = "backend_" + metadata.namespace() + "_" + metadata.name() + "_0";
        String host = "lambda." + source.region() + ".amazonaws.com";
        return Cluster.newBuilder()
                .setName(name)
                .setConnectTimeout(Duration.newBuilder().setSeconds(5))
                .setClusterType(Cluster.CustomClusterType.newBuilder()
                        .setName("envoy.clusters.dns")
                        .setTypedConfig(Any.pack(DnsCluster.newBuilder()
                                .setAllAddressesInSingleEndpoint(true)
                                .setDnsLookupFamily(DnsLookupFamily.V4_PREFERRED)
                                .build())))
                .setLoadAssignment(ClusterLoadAssignment.newBuilder()
                        .setClusterName(name)
                        .addEndpoints(LocalityLbEndpoints.newBuilder()
                                .addLbEndpoints(LbEndpoint.newBuilder()
                                        .setEndpoint(Endpoint.newBuilder()
                                                .setAddress(Address.newBuilder()
                                                        .setSocketAddress(SocketAddress.newBuilder()
                                                                .setAddress(host)
                                                                .setPortValue(443)))))))
                .setTransportSocket(TransportSocket.newBuilder()
                        .setName("envoy.transport_sockets.tls")
                        .setTypedConfig(Any.pack(tls(host))))
                .putTypedExtensionProtocolOptions(
                        "envoy.extensions.upstreams.http.v3.HttpProtocolOptions", Any.pack(options(host)))
                .build();
    }

    private static UpstreamTlsContext tls(String host) {
        return UpstreamTlsContext.newBuilder()
                .setSni(host)
                .setCommonTlsContext(CommonTlsContext.newBuilder()
                        .setValidationContext(CertificateValidationContext.newBuilder()
                                .setTrustedCa(DataSource.newBuilder().setFilename("/etc/ssl/certs/ca-certificates.crt"))
                                .addMatchTypedSubjectAltNames(SubjectAltNameMatcher.newBuilder()
                                        .setSanType(SubjectAltNameMatcher.SanType.DNS)
                                        .setMatcher(StringMatcher.newBuilder().setExact(host)))))
                .build();
    }

    private HttpProtocolOptions options(String host) {
        AwsLambda lambda = source.lambda();
        if (lambda == null) {
            throw new IllegalStateException("no function");
        }
        Config invocation = Config.newBuilder()
                .setArn("arn:aws:lambda:" + source.region() + ":" + source.accountId() + ":function:"
                        + lambda.functionName() + ":" + lambda.qualifier())
                .setHostRewrite(host)
                .build();
        Mutations.Builder mutations = Mutations.newBuilder();
        for (String header : List.of("authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256")) {
            mutations.addRequestMutations(HeaderMutation.newBuilder().setRemove(header));
        }
        AwsRequestSigning.Builder signing = AwsRequestSigning.newBuilder()
                .setServiceName("lambda")
                .setRegion(source.region())
                .addMatchExcludedHeaders(StringMatcher.newBuilder().setPrefix("x-envoy"))
                .addMatchExcludedHeaders(StringMatcher.newBuilder().setPrefix("x-forwarded"));
        for (String header : List.of("x-request-id", "traceparent", "tracestate")) {
            signing.addMatchExcludedHeaders(StringMatcher.newBuilder().setExact(header));
        }
        return HttpProtocolOptions.newBuilder()
                .setCommonHttpProtocolOptions(io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions.newBuilder()
                        .setIdleTimeout(Duration.newBuilder().setSeconds(30)))
                .setExplicitHttpConfig(HttpProtocolOptions.ExplicitHttpConfig.newBuilder()
                        .setHttp2ProtocolOptions(Http2ProtocolOptions.getDefaultInstance()))
                .addHttpFilters(filter("envoy.filters.http.aws_lambda", invocation))
                .addHttpFilters(filter(
                        "aws.strip",
                        io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutation.newBuilder()
                                .setMutations(mutations)
                                .build()))
                .addHttpFilters(filter("envoy.filters.http.aws_request_signing", signing.build()))
                .addHttpFilters(filter("envoy.filters.http.upstream_codec", UpstreamCodec.getDefaultInstance()))
                .build();
    }

    private static HttpFilter filter(String name, Message config) {
        return HttpFilter.newBuilder()
                .setName(name)
                .setTypedConfig(Any.pack(config))
                .build();
    }

    /** The translation alone: the plugin with a context of its own. */
    @Benchmark
    public Cluster translate() {
        Cluster translated = plugin.translate(
                        source, TranslationContext.builder(metadata).path(path).build())
                .cluster();
        if (translated == null) {
            throw new IllegalStateException("rejected");
        }
        return translated;
    }

    /** What a user calls: validation, translation and Envoy rules. */
    @Benchmark
    public Cluster validateTranslateAndCheck() {
        return translator.translate(backend).cluster();
    }
}
