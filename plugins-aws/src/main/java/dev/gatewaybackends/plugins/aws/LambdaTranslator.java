// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import com.google.protobuf.Duration;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.plugins.aws.signing.AwsCredentials;
import dev.gatewaybackends.plugins.aws.signing.RequestSigning;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.DnsClusters;
import dev.gatewaybackends.spi.envoy.Endpoints;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import dev.gatewaybackends.spi.envoy.IpAddresses;
import dev.gatewaybackends.spi.envoy.TlsSockets;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import dev.gatewaybackends.spi.envoy.UpstreamCodecs;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.filters.http.aws_lambda.v3.Config;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.List;

/** Translates {@code spec.aws.lambda}: a cluster whose upstream filters turn requests into signed invocations. */
final class LambdaTranslator {
    private static final String SERVICE = "lambda";
    private static final HttpProtocolOptions IDLE_TIMEOUT = HttpProtocolOptions.newBuilder()
            .setIdleTimeout(Duration.newBuilder().setSeconds(30))
            .build();
    private static final io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.ExplicitHttpConfig HTTP2 =
            io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.ExplicitHttpConfig.newBuilder()
                    .setHttp2ProtocolOptions(Http2ProtocolOptions.getDefaultInstance())
                    .build();

    private LambdaTranslator() {}

    /** Reports what the CRD lets through in an endpoint URL although no proxy can use it. */
    static void validate(AwsBackend aws, AwsLambda lambda, ValidationContext context) {
        String url = lambda.endpointUrl();
        if (url == null) {
            return;
        }
        FieldPath path = urlPath(context.path());
        try {
            String unresolvable =
                    LambdaEndpoint.of(aws, lambda, context.settings()).unresolvable();
            if (unresolvable != null) {
                context.warning(path, Reason.INVALID, unresolvable);
            }
            String ignored = EndpointUrl.parse(url).ignored();
            if (!ignored.isEmpty()) {
                context.warning(
                        path, Reason.INVALID, "nothing uses its " + ignored + ", only scheme, host and port count");
            }
        } catch (EndpointUrl.MalformedException | LambdaEndpoint.UnusableException e) {
            // kgateway names only the first error, and comes to the endpoint after the Secret: translation reports it.
            if (context.settings().get(CoreSettings.MESSAGE_STYLE) == MessageStyle.PLAIN) {
                context.error(path, Reason.INVALID, String.valueOf(e.getMessage()));
            }
        }
    }

    static BackendTranslation translate(AwsBackend aws, AwsLambda lambda, TranslationContext context) {
        AwsCredentials credentials =
                AwsCredentials.resolve(aws.auth(), context.path().field("auth"), context);
        if (credentials == null) {
            return BackendTranslation.rejected();
        }
        LambdaEndpoint endpoint;
        try {
            endpoint = LambdaEndpoint.of(aws, lambda, context.settings());
        } catch (LambdaEndpoint.UnusableException e) {
            context.error(urlPath(context.path()), Reason.INVALID, String.valueOf(e.getMessage()));
            return BackendTranslation.rejected();
        }
        TranslationSettings settings = context.settings();
        Requirements.Builder requirements = Requirements.builder();
        credentials.require(requirements);
        Cluster.Builder cluster = context.newCluster();
        DnsClusters.logical(cluster, settings);
        cluster.setLoadAssignment(
                Endpoints.assignment(context.clusterName(), List.of(Endpoints.of(endpoint.host(), endpoint.port()))));
        if (endpoint.tls()) {
            cluster.setTransportSocket(tls(endpoint, settings, requirements));
        }
        HttpProtocols.set(
                cluster,
                io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.newBuilder()
                        .setCommonHttpProtocolOptions(IDLE_TIMEOUT)
                        .setExplicitHttpConfig(HTTP2)
                        .addAllHttpFilters(filters(aws, lambda, endpoint, credentials, settings))
                        .build());
        return BackendTranslation.builder(cluster.build())
                .requirements(requirements.build())
                .build();
    }

    private static FieldPath urlPath(FieldPath aws) {
        return aws.field("lambda").field("endpointURL");
    }

    private static List<HttpFilter> filters(
            AwsBackend aws,
            AwsLambda lambda,
            LambdaEndpoint endpoint,
            AwsCredentials credentials,
            TranslationSettings settings) {
        Config.Builder invocation = Config.newBuilder()
                .setArn(arn(aws, lambda, settings))
                .setInvocationMode(
                        lambda.invocationMode() == InvocationMode.ASYNC
                                ? Config.InvocationMode.ASYNCHRONOUS
                                : Config.InvocationMode.SYNCHRONOUS)
                .setPayloadPassthrough(lambda.payloadTransformMode() == PayloadTransformMode.NONE);
        if (settings.get(AwsSettings.LAMBDA_HOST_REWRITE)) {
            invocation.setHostRewrite(endpoint.authority());
        }
        HttpFilter lambdaFilter = HttpFilter.newBuilder()
                .setName("envoy.filters.http.aws_lambda")
                .setTypedConfig(TypedConfigs.pack(invocation.build()))
                .build();
        HttpFilter signing =
                RequestSigning.of(SERVICE, aws.region(), credentials).filter(settings);
        return settings.get(AwsSettings.LAMBDA_STRIP_SIGNATURE)
                ? List.of(lambdaFilter, RequestSigning.strip(), signing, UpstreamCodecs.filter())
                : List.of(lambdaFilter, signing, UpstreamCodecs.filter());
    }

    private static String arn(AwsBackend aws, AwsLambda lambda, TranslationSettings settings) {
        String account = lambda.accountId() == null ? aws.accountId() : lambda.accountId();
        return "arn:" + LambdaEndpoint.partition(aws, settings).id() + ":lambda:" + aws.region() + ":" + account
                + ":function:" + lambda.functionName() + ":" + lambda.qualifier();
    }

    private static TransportSocket tls(
            LambdaEndpoint endpoint, TranslationSettings settings, Requirements.Builder requirements) {
        if (!settings.get(AwsSettings.LAMBDA_VERIFY_TLS)) {
            return TlsSockets.of(
                    UpstreamTlsContext.newBuilder().setSni(endpoint.host()).build());
        }
        TlsSockets.require(settings, requirements);
        boolean ip = IpAddresses.isIp(endpoint.host());
        String name = endpoint.name();
        UpstreamTlsContext.Builder context = UpstreamTlsContext.newBuilder()
                .setCommonTlsContext(TlsSockets.trusting(
                        settings,
                        CertificateValidationContext.newBuilder()
                                .addMatchTypedSubjectAltNames(SubjectAltNameMatcher.newBuilder()
                                        .setSanType(
                                                ip
                                                        ? SubjectAltNameMatcher.SanType.IP_ADDRESS
                                                        : SubjectAltNameMatcher.SanType.DNS)
                                        .setMatcher(StringMatcher.newBuilder().setExact(name)))
                                .build()));
        return TlsSockets.of(ip ? context.build() : context.setSni(name).build());
    }
}
