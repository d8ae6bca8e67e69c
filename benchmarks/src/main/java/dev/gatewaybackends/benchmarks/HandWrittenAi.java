// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.benchmarks;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.OutlierDetection;
import io.envoyproxy.envoy.config.common.matcher.v3.HttpHeadersMatch;
import io.envoyproxy.envoy.config.common.matcher.v3.MatchPredicate;
import io.envoyproxy.envoy.config.common.mutation_rules.v3.HeaderMutation;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.AggregatedConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy;
import io.envoyproxy.envoy.extensions.clusters.common.dns.v3.DnsLookupFamily;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import io.envoyproxy.envoy.extensions.filters.http.credential_injector.v3.CredentialInjector;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.Mutations;
import io.envoyproxy.envoy.extensions.filters.http.lua.v3.Lua;
import io.envoyproxy.envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.http.injected_credentials.generic.v3.Generic;
import io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate;
import io.envoyproxy.envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.envoyproxy.envoy.type.v3.Int64Range;
import java.util.List;

/** A cluster of LLM providers made with Envoy's own builders, as code without this library would make it. */
final class HandWrittenAi {
    private static final String SCRIPT = """
            function envoy_on_request(handle)
              local headers = handle:headers()
              for _, name in ipairs({"path", "authority"}) do
                local value = headers:get("x-ai-" .. name)
                if value then
                  headers:replace(":" .. name, value)
                  headers:remove("x-ai-" .. name)
                end
              end
            end
            """;

    private HandWrittenAi() {}

    static Cluster cluster(String name, String secret, List<List<String>> groups) {
        ClusterLoadAssignment.Builder assignment =
                ClusterLoadAssignment.newBuilder().setClusterName(name);
        for (int group = 0; group < groups.size(); group++) {
            LocalityLbEndpoints.Builder locality =
                    LocalityLbEndpoints.newBuilder().setPriority(group);
            for (int i = 0; i < groups.get(group).size(); i++) {
                locality.addLbEndpoints(
                        endpoint("p" + group + "-" + i, groups.get(group).get(i)));
            }
            assignment.addEndpoints(locality);
        }
        TransportSocket tls = TransportSocket.newBuilder()
                .setName("envoy.transport_sockets.tls")
                .setTypedConfig(Any.pack(UpstreamTlsContext.newBuilder()
                        .setAutoHostSni(true)
                        .setAutoSniSanValidation(true)
                        .setCommonTlsContext(CommonTlsContext.newBuilder()
                                .setValidationContext(CertificateValidationContext.newBuilder()
                                        .setTrustedCa(DataSource.newBuilder()
                                                .setFilename("/etc/ssl/certs/ca-certificates.crt"))))
                        .build()))
                .build();
        return Cluster.newBuilder()
                .setName(name)
                .setConnectTimeout(seconds(5))
                .setClusterType(Cluster.CustomClusterType.newBuilder()
                        .setName("envoy.clusters.dns")
                        .setTypedConfig(Any.pack(DnsCluster.newBuilder()
                                .setDnsLookupFamily(DnsLookupFamily.V4_PREFERRED)
                                .build())))
                .setLoadAssignment(assignment)
                .setTransportSocket(tls)
                .addTransportSocketMatches(Cluster.TransportSocketMatch.newBuilder()
                        .setName("tls")
                        .setMatch(Struct.newBuilder().putFields("tls", text("true")))
                        .setTransportSocket(tls))
                .setOutlierDetection(OutlierDetection.newBuilder()
                        .setConsecutive5Xx(UInt32Value.of(3))
                        .setInterval(seconds(5))
                        .setBaseEjectionTime(seconds(30))
                        .setMaxEjectionTime(seconds(300))
                        .setMaxEjectionPercent(UInt32Value.of(100))
                        .setEnforcingSuccessRate(UInt32Value.of(0)))
                .putTypedExtensionProtocolOptions(
                        "envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
                        Any.pack(options(secret, groups.size())))
                .build();
    }

    private static LbEndpoint.Builder endpoint(String name, String host) {
        return LbEndpoint.newBuilder()
                .setEndpoint(Endpoint.newBuilder()
                        .setHostname(host)
                        .setAddress(Address.newBuilder()
                                .setSocketAddress(SocketAddress.newBuilder()
                                        .setAddress(host)
                                        .setPortValue(443))))
                .setMetadata(Metadata.newBuilder()
                        .putFilterMetadata(
                                "envoy.transport_socket_match",
                                Struct.newBuilder()
                                        .putFields("tls", text("true"))
                                        .build())
                        .putFilterMetadata(
                                "io.solo.transformation",
                                Struct.newBuilder()
                                        .putFields("auth_token", text(""))
                                        .build())
                        .putFilterMetadata(
                                "ai.backend",
                                Struct.newBuilder()
                                        .putFields("provider", text("openai"))
                                        .putFields("name", text(name))
                                        .putFields("authority", text(host))
                                        .putFields("path", text("/v1/chat/completions"))
                                        .build()));
    }

    private static HttpProtocolOptions options(String secret, int groups) {
        Mutations.Builder mutations = Mutations.newBuilder();
        for (String header : List.of(
                "x-ai-path",
                "x-ai-authority",
                "x-ai-variant",
                "authorization",
                "api-key",
                "x-api-key",
                "x-goog-api-key")) {
            mutations.addRequestMutations(HeaderMutation.newBuilder().setRemove(header));
        }
        for (String key : List.of("path", "authority")) {
            mutations.addRequestMutations(HeaderMutation.newBuilder()
                    .setAppend(HeaderValueOption.newBuilder()
                            .setHeader(HeaderValue.newBuilder()
                                    .setKey("x-ai-" + key)
                                    .setValue("%UPSTREAM_METADATA(ai.backend:" + key + ")%"))
                            .setAppendAction(HeaderValueOption.HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD)));
        }
        Generic.Builder generic = Generic.newBuilder()
                .setHeader("Authorization")
                .setCredential(SdsSecretConfig.newBuilder()
                        .setName(secret)
                        .setSdsConfig(ConfigSource.newBuilder()
                                .setAds(AggregatedConfigSource.getDefaultInstance())
                                .setResourceApiVersion(ApiVersion.V3)
                                .setInitialFetchTimeout(seconds(5))));
        HttpProtocolOptions.Builder options = HttpProtocolOptions.newBuilder()
                .setCommonHttpProtocolOptions(io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions.newBuilder()
                        .setIdleTimeout(seconds(30)))
                .setAutoConfig(HttpProtocolOptions.AutoHttpConfig.getDefaultInstance())
                .addHttpFilters(filter(
                        "ai.prepare",
                        io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutation.newBuilder()
                                .setMutations(mutations)
                                .build()))
                .addHttpFilters(filter(
                        "ai.request",
                        Lua.newBuilder()
                                .setDefaultSourceCode(DataSource.newBuilder().setInlineString(SCRIPT))
                                .build()))
                .addHttpFilters(filter(
                        "ai.credential",
                        CredentialInjector.newBuilder()
                                .setOverwrite(true)
                                .setCredential(TypedExtensionConfig.newBuilder()
                                        .setName("envoy.http.injected_credentials.generic")
                                        .setTypedConfig(Any.pack(newer(generic, 3, ByteString.copyFromUtf8("Bearer "))
                                                .build())))
                                .build()))
                .addHttpFilters(filter("envoy.filters.http.upstream_codec", UpstreamCodec.getDefaultInstance()));
        ByteString matcher = UnknownFieldSet.newBuilder()
                .addField(1, field(refuses().toByteString()))
                .build()
                .toByteString();
        return newer(newer(options, 8, matcher), 11, retries(groups).toByteString())
                .build();
    }

    private static MatchPredicate refuses() {
        return MatchPredicate.newBuilder()
                .setOrMatch(MatchPredicate.MatchSet.newBuilder()
                        .addRules(status(HeaderMatcher.newBuilder()
                                .setStringMatch(StringMatcher.newBuilder().setExact("429"))))
                        .addRules(status(HeaderMatcher.newBuilder()
                                .setRangeMatch(
                                        Int64Range.newBuilder().setStart(500).setEnd(600)))))
                .build();
    }

    private static MatchPredicate.Builder status(HeaderMatcher.Builder matcher) {
        return MatchPredicate.newBuilder()
                .setHttpResponseHeadersMatch(HttpHeadersMatch.newBuilder().addHeaders(matcher.setName(":status")));
    }

    private static RetryPolicy retries(int groups) {
        return RetryPolicy.newBuilder()
                .setRetryOn("connect-failure,refused-stream,reset-before-request,retriable-status-codes")
                .addAllRetriableStatusCodes(List.of(429, 500, 502, 503, 504, 529))
                .setNumRetries(UInt32Value.of(groups - 1))
                .setRetryPriority(RetryPolicy.RetryPriority.newBuilder()
                        .setName("envoy.retry_priorities.previous_priorities")
                        .setTypedConfig(Any.pack(PreviousPrioritiesConfig.newBuilder()
                                .setUpdateFrequency(1)
                                .build())))
                .addRetryHostPredicate(RetryPolicy.RetryHostPredicate.newBuilder()
                        .setName("envoy.retry_host_predicates.previous_hosts")
                        .setTypedConfig(Any.pack(PreviousHostsPredicate.getDefaultInstance())))
                .setHostSelectionRetryMaxAttempts(5)
                .setRetryBackOff(RetryPolicy.RetryBackOff.newBuilder()
                        .setBaseInterval(Duration.newBuilder().setNanos(100_000_000))
                        .setMaxInterval(seconds(10)))
                .build();
    }

    private static HttpFilter filter(String name, Message config) {
        return HttpFilter.newBuilder()
                .setName(name)
                .setTypedConfig(Any.pack(config))
                .build();
    }

    private static <B extends Message.Builder> B newer(B message, int number, ByteString value) {
        try {
            message.mergeFrom(UnknownFieldSet.newBuilder()
                    .addField(number, field(value))
                    .build()
                    .toByteString());
            return message;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UnknownFieldSet.Field field(ByteString value) {
        return UnknownFieldSet.Field.newBuilder().addLengthDelimited(value).build();
    }

    private static Value text(String value) {
        return Value.newBuilder().setStringValue(value).build();
    }

    private static Duration seconds(long seconds) {
        return Duration.newBuilder().setSeconds(seconds).build();
    }
}
