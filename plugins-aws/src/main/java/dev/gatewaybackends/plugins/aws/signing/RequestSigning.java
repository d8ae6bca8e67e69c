// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import com.google.protobuf.Message;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import io.envoyproxy.envoy.config.common.mutation_rules.v3.HeaderMutation;
import io.envoyproxy.envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.Mutations;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The upstream HTTP filter that signs requests to AWS with SigV4. Not thread-safe.
 *
 * <p>Envoy's filter fails open: without credentials the request leaves unsigned, with every header that it came with. Put
 * {@link #strip} in front of it, so that neither the client's credential nor another signature gets through.
 */
public final class RequestSigning {
    /** The name of the filter. */
    public static final String EXTENSION = "envoy.filters.http.aws_request_signing";

    /** The headers that carry a signature, and a client's credential. */
    public static final List<String> SIGNATURE_HEADERS =
            List.of("authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256");

    private static final List<StringMatcher> HOP_HEADERS = List.of(
            StringMatcher.newBuilder().setPrefix("x-envoy").build(),
            StringMatcher.newBuilder().setPrefix("x-forwarded").build(),
            exactly("x-request-id"),
            exactly("traceparent"),
            exactly("tracestate"));

    private static final HttpFilter STRIP = strip("aws.strip");

    private final String service;
    private final String region;
    private final AwsCredentials credentials;
    private final List<String> excluded = new ArrayList<>(0);
    private String name = EXTENSION;
    private @Nullable String hostRewrite;

    private RequestSigning(String service, String region, AwsCredentials credentials) {
        this.service = Objects.requireNonNull(service, "service");
        this.region = Objects.requireNonNull(region, "region");
        this.credentials = Objects.requireNonNull(credentials, "credentials");
    }

    /**
     * Returns a filter that signs for a service.
     *
     * @param service the name that the service signs with, {@code lambda}
     * @param region the region of the endpoint
     */
    public static RequestSigning of(String service, String region, AwsCredentials credentials) {
        return new RequestSigning(service, region, credentials);
    }

    /** Names the filter, where something refers to it by name. */
    public RequestSigning named(String value) {
        name = Objects.requireNonNull(value, "name");
        return this;
    }

    /** Makes the filter set the Host header, before it signs it. */
    public RequestSigning hostRewrite(String authority) {
        hostRewrite = Objects.requireNonNull(authority, "authority");
        return this;
    }

    /** Leaves a header out of the signature; give its name in lower case. */
    public RequestSigning excludeHeader(String header) {
        excluded.add(Objects.requireNonNull(header, "header"));
        return this;
    }

    /** Returns the filter, for the {@code http_filters} of a cluster's HTTP options. It may hold keys. */
    public HttpFilter filter(TranslationSettings settings) {
        AwsRequestSigning.Builder signing =
                AwsRequestSigning.newBuilder().setServiceName(service).setRegion(region);
        if (credentials.provider() != null) {
            signing.setCredentialProvider(credentials.provider());
        }
        if (hostRewrite != null) {
            signing.setHostRewrite(hostRewrite);
        }
        if (settings.get(SigningSettings.EXCLUDE_HOP_HEADERS)) {
            signing.addAllMatchExcludedHeaders(HOP_HEADERS);
        }
        excluded.forEach(header -> signing.addMatchExcludedHeaders(exactly(header)));
        return filter(name, signing.build());
    }

    /** Returns a filter named {@code aws.strip} that removes {@link #SIGNATURE_HEADERS}. */
    public static HttpFilter strip() {
        return STRIP;
    }

    private static HttpFilter strip(String name) {
        Mutations.Builder mutations = Mutations.newBuilder();
        for (String header : SIGNATURE_HEADERS) {
            mutations.addRequestMutations(HeaderMutation.newBuilder().setRemove(header));
        }
        return filter(
                name,
                io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutation.newBuilder()
                        .setMutations(mutations)
                        .build());
    }

    private static HttpFilter filter(String name, Message config) {
        return HttpFilter.newBuilder()
                .setName(name)
                .setTypedConfig(TypedConfigs.pack(config))
                .build();
    }

    private static StringMatcher exactly(String header) {
        return StringMatcher.newBuilder().setExact(header).build();
    }
}
