// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.plugins.ai.cluster.EndpointFilters.Call;
import dev.gatewaybackends.plugins.ai.model.AiEntry;
import dev.gatewaybackends.plugins.ai.model.AiProvider;
import dev.gatewaybackends.plugins.ai.model.Token;
import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.plugins.ai.provider.HandOverHeaders;
import dev.gatewaybackends.plugins.ai.provider.RequestPaths;
import dev.gatewaybackends.plugins.ai.settings.AiReasons;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.BodyModel;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.plugins.ai.settings.FilterNames;
import dev.gatewaybackends.plugins.ai.settings.RewriteMode;
import dev.gatewaybackends.plugins.ai.settings.TokenPlacement;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.DnsClusters;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cluster of a Backend for any Envoy: its own filters do all that a request needs. Not thread-safe. */
final class UpstreamFilterCluster {
    private final String name;
    private final List<AiTarget> targets;
    private final TranslationContext context;
    private final TranslationSettings settings;
    private final EnvoyVersion version;
    private final RewriteMode rewrite;

    /** Prepares the Backend's own cluster. */
    UpstreamFilterCluster(List<AiTarget> targets, TranslationContext context) {
        this(context.clusterName(), targets, context);
    }

    /** Prepares a cluster of another name, for some of the Backend's targets. */
    UpstreamFilterCluster(String name, List<AiTarget> targets, TranslationContext context) {
        this.name = name;
        this.targets = targets;
        this.context = context;
        this.settings = context.settings();
        this.version = settings.get(AiSettings.ENVOY_VERSION);
        this.rewrite = settings.get(AiSettings.REWRITE);
    }

    BackendTranslation translate() {
        Requirements.Builder requirements = Requirements.builder()
                .timeout(AiClusterDefaults.NO_TIMEOUT)
                .idleTimeout(AiClusterDefaults.IDLE_TIMEOUT);
        Credentials credentials = new Credentials(context, requirements);
        List<EndpointFilters.EndpointCalls> endpoints = calls(credentials);
        Map<AiTarget, Token> exposed = settings.get(AiSettings.TOKEN_PLACEMENT) == TokenPlacement.ENDPOINT_METADATA
                ? credentials.inMetadata(targets)
                : Map.of();
        EndpointFilters calls = EndpointFilters.of(endpoints, isBedrock());
        if (calls.longest() > 1 && !version.isAtLeast(UpstreamFilters.FILTER_CHAIN)) {
            context.error(
                    context.path(),
                    AiReasons.TARGET_VERSION,
                    "its providers differ in more than the credential, which takes Envoy 1."
                            + UpstreamFilters.FILTER_CHAIN + " with this rewrite");
        }
        new AiWarnings(targets, context).report(!exposed.isEmpty());
        if (context.diagnostics().hasErrors()) {
            return BackendTranslation.rejected();
        }
        Cluster.Builder cluster = context.newCluster().setName(name);
        DnsClusters.strict(cluster, settings);
        cluster.setLoadAssignment(
                AiEndpoints.of(name, targets, i -> metadata(targets.get(i), calls.names(i), exposed)));
        ObservabilityNames.set(cluster.getLoadAssignmentBuilder(), targets, version);
        HttpProtocolOptions.Builder options = AiClusterDefaults.options();
        if (AiSockets.set(cluster, targets, settings, requirements)) {
            options.setAutoConfig(HttpProtocolOptions.AutoHttpConfig.getDefaultInstance());
        } else {
            options.setExplicitHttpConfig(AiClusterDefaults.http1());
        }
        addFilters(options, calls, !exposed.isEmpty());
        if (targets.size() > 1 && settings.get(AiSettings.FAILOVER)) {
            cluster.setOutlierDetection(Failover.outlierDetection());
            Failover.add(options, AiEndpoints.groups(targets), version);
        }
        HttpProtocols.set(cluster, options.build());
        MetadataServerTokens.add(cluster, targets, settings, requirements);
        addRouteSide(requirements, calls);
        addBodyModel(requirements);
        BackendTranslation.Builder translation = BackendTranslation.builder(cluster.build());
        for (var secret : credentials.secrets()) {
            translation.secret(secret);
            String file = settings.get(AiSettings.SDS_SOURCE).filePath(secret.getName());
            if (file != null) {
                requirements.file(file);
            }
        }
        return translation.requirements(requirements.build()).build();
    }

    private boolean isBedrock() {
        return targets.get(0).entry().provider() == AiProvider.BEDROCK;
    }

    private List<EndpointFilters.EndpointCalls> calls(Credentials credentials) {
        Map<String, UpstreamFilters.Part> written = new LinkedHashMap<>();
        List<EndpointFilters.EndpointCalls> calls = new ArrayList<>();
        for (AiTarget target : targets) {
            UpstreamFilters.Part credential = credentials.filter(target);
            if (rewrite != RewriteMode.SECRET) {
                calls.add(new EndpointFilters.EndpointCalls(new Call(null, null, credential), null));
                continue;
            }
            String place = "-" + target.entry().group() + "-" + target.entry().index();
            // A signature covers the host, so the filter that signs writes it.
            UpstreamFilters.Part authority = isBedrock()
                    ? null
                    : written.computeIfAbsent(
                            ":authority " + target.authority(),
                            key -> credentials.filter(
                                    FilterNames.AUTHORITY, ":authority", "host" + place, target.authority()));
            RequestPaths paths = target.paths();
            String stream = paths == null ? null : paths.stream();
            UpstreamFilters.Part usual =
                    paths == null ? null : path(credentials, written, "path" + place, paths.usual());
            Call call = new Call(authority, usual, credential);
            calls.add(new EndpointFilters.EndpointCalls(
                    call,
                    stream == null
                            ? null
                            : new Call(authority, path(credentials, written, "stream" + place, stream), credential)));
        }
        return calls;
    }

    private static UpstreamFilters.Part path(
            Credentials credentials, Map<String, UpstreamFilters.Part> written, String secret, String path) {
        return written.computeIfAbsent(
                ":path " + path, key -> credentials.filter(FilterNames.PATH, ":path", secret, path));
    }

    private Metadata metadata(AiTarget target, EndpointFilters.@Nullable Names variants, Map<AiTarget, Token> exposed) {
        EndpointMetadata metadata = new EndpointMetadata();
        AiSockets.choose(target, metadata);
        AiEntry entry = target.entry();
        Token token = exposed.get(target);
        if (entry.config().authToken() != null && (token != null || settings.get(AiSettings.KGATEWAY_METADATA))) {
            metadata.putKgateway(entry.config(), token == null ? "" : token.clearText());
        }
        metadata.put(
                EndpointMetadata.STOCK,
                EndpointMetadata.PROVIDER,
                entry.provider().toString());
        metadata.put(EndpointMetadata.STOCK, EndpointMetadata.NAME, entry.name());
        if (variants != null) {
            metadata.put(EndpointMetadata.STOCK, EndpointMetadata.VARIANT, variants.usual());
            metadata.put(EndpointMetadata.STOCK, EndpointMetadata.VARIANT_STREAM, variants.stream());
        }
        if (rewrite == RewriteMode.LUA) {
            metadata.put(EndpointMetadata.STOCK, EndpointMetadata.AUTHORITY, target.authority());
            if (target.paths() != null) {
                metadata.put(
                        EndpointMetadata.STOCK,
                        EndpointMetadata.PATH,
                        target.paths().usual());
                metadata.put(EndpointMetadata.STOCK, EndpointMetadata.PATH_STREAM, target.paths().stream());
            }
        }
        return metadata.build();
    }

    private void addFilters(HttpProtocolOptions.Builder options, EndpointFilters calls, boolean exposed) {
        options.addHttpFilters(new PrepareFilter(targets, settings).of(calls.hasVariants(), exposed));
        if (rewrite == RewriteMode.LUA) {
            options.addHttpFilters(UpstreamFilters.move());
        }
        HttpFilter bodyModel = settings.get(AiSettings.BODY_MODEL).filter();
        if (bodyModel != null) {
            options.addHttpFilters(bodyModel);
        }
        calls.shared().forEach(part -> options.addHttpFilters(part.asFilter()));
        if (calls.hasVariants()) {
            options.addHttpFilters(UpstreamFilters.select(calls.variants(), version));
            options.addHttpFilters(
                    new HeaderChanges().remove(HandOverHeaders.VARIANT).asFilter(FilterNames.CLEANUP));
        }
        options.addHttpFilters(UpstreamFilters.codec());
    }

    private void addRouteSide(Requirements.Builder requirements, EndpointFilters calls) {
        boolean streams =
                targets.stream().anyMatch(target -> target.paths() != null && target.paths().stream() != null);
        if (rewrite == RewriteMode.OFF) {
            requirements.autoHostRewrite(true).suppressEnvoyHeaders(true);
            if (targets.get(0).paths() != null) {
                // Routes have one for all targets, which was checked.
                requirements.path(targets.get(0).paths().usual());
            }
        } else if (streams && rewrite == RewriteMode.LUA) {
            requirements.streamingPerFilterConfig(
                    FilterNames.PREPARE,
                    new HeaderChanges()
                            .fromMetadata(HandOverHeaders.PATH, EndpointMetadata.STOCK, EndpointMetadata.PATH_STREAM)
                            .asRouteConfig());
        } else if (streams && calls.hasVariants()) {
            requirements.streamingPerFilterConfig(
                    FilterNames.PREPARE,
                    new HeaderChanges()
                            .fromMetadata(
                                    HandOverHeaders.VARIANT, EndpointMetadata.STOCK, EndpointMetadata.VARIANT_STREAM)
                            .asRouteConfig());
        }
    }

    private void addBodyModel(Requirements.Builder requirements) {
        BodyModel setting = settings.get(AiSettings.BODY_MODEL);
        String model = targets.get(0).bodyModel();
        if ((setting.equals(BodyModel.WARN) || setting.equals(BodyModel.IGNORE))
                && model != null
                && targets.stream().allMatch(target -> model.equals(target.bodyModel()))) {
            requirements.bodyModel(model);
        }
    }
}
