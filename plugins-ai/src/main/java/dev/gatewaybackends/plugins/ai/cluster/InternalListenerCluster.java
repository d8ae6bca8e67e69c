// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.plugins.ai.settings.AiReasons;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.BodyModel;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.plugins.ai.settings.RewriteMode;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.EnvoyInternalAddress;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cluster of a Backend whose providers take different models from the body of requests.
 *
 * <p>Its endpoints are internal listeners, one for each provider. A listener writes the model of its provider and sends the
 * request on to the provider's own cluster, which is like that of a Backend with this provider alone.
 */
final class InternalListenerCluster {
    private final List<AiTarget> targets;
    private final TranslationContext context;
    private final TranslationSettings settings;
    private final EnvoyVersion version;

    InternalListenerCluster(List<AiTarget> targets, TranslationContext context) {
        this.targets = targets;
        this.context = context;
        this.settings = context.settings();
        this.version = settings.get(AiSettings.ENVOY_VERSION);
    }

    /** Returns whether a Backend needs listeners: one of its providers takes its model from the body. */
    static boolean serves(List<AiTarget> targets, TranslationSettings settings) {
        return settings.get(AiSettings.BODY_MODEL).equals(BodyModel.INTERNAL_LISTENERS)
                && targets.stream().anyMatch(target -> target.bodyModel() != null);
    }

    BackendTranslation translate() {
        report();
        Requirements.Builder requirements = Requirements.builder()
                .timeout(AiClusterDefaults.NO_TIMEOUT)
                .idleTimeout(AiClusterDefaults.IDLE_TIMEOUT);
        Map<String, Secret> secrets = new LinkedHashMap<>();
        Set<String> bootstrapSecrets = new LinkedHashSet<>();
        for (AiTarget target : targets) {
            String name = context.clusterName() + "~" + place(target);
            BackendTranslation provider = new UpstreamFilterCluster(name, List.of(target), context).translate();
            if (provider.cluster() != null) {
                requirements
                        .extraCluster(provider.cluster())
                        .internalListener(ModelListener.of(listener(target), target.bodyModel(), name));
            }
            provider.secrets().forEach(secret -> secrets.put(secret.getName(), secret));
            bootstrapSecrets.addAll(provider.requirements().proxy().bootstrapSecrets());
            provider.requirements().proxy().files().forEach(requirements::file);
        }
        if (context.diagnostics().hasErrors()) {
            return BackendTranslation.rejected();
        }
        bootstrapSecrets.forEach(requirements::bootstrapSecret);
        BackendTranslation.Builder translation = BackendTranslation.builder(cluster());
        secrets.values().forEach(translation::secret);
        return translation.requirements(requirements.build()).build();
    }

    private void report() {
        if (!version.isAtLeast(ModelListener.TRANSFORM)) {
            context.error(
                    context.path(),
                    AiReasons.TARGET_VERSION,
                    "Envoy " + version
                            + " has no filter that writes the model into the body (expected: ai.envoy-version 1."
                            + ModelListener.TRANSFORM + " or later, or ai.body-model WARN or IGNORE)");
        }
        if (settings.get(AiSettings.REWRITE) == RewriteMode.OFF) {
            context.error(
                    context.path(),
                    Reason.NOT_SUPPORTED,
                    "behind internal listeners no route can set the host of the provider (expected: ai.rewrite LUA or "
                            + "SECRET, or ai.body-model WARN or IGNORE)");
        }
        new AiWarnings(targets, context).failover();
    }

    private Cluster cluster() {
        Cluster.Builder cluster = context.newCluster().setType(Cluster.DiscoveryType.STATIC);
        ClusterLoadAssignment.Builder assignment = AiEndpoints.of(
                context.clusterName(),
                targets,
                i -> new EndpointMetadata()
                        .put(
                                EndpointMetadata.STOCK,
                                EndpointMetadata.PROVIDER,
                                targets.get(i).entry().provider().toString())
                        .put(
                                EndpointMetadata.STOCK,
                                EndpointMetadata.NAME,
                                targets.get(i).entry().name())
                        .build())
                .toBuilder();
        int next = 0;
        for (var locality : assignment.getEndpointsBuilderList()) {
            for (var endpoint : locality.getLbEndpointsBuilderList()) {
                endpoint.getEndpointBuilder().setAddress(address(targets.get(next++)));
            }
        }
        ObservabilityNames.set(assignment, targets, version);
        cluster.setLoadAssignment(assignment);
        HttpProtocolOptions.Builder options =
                AiClusterDefaults.options().setExplicitHttpConfig(AiClusterDefaults.http1());
        if (targets.size() > 1 && settings.get(AiSettings.FAILOVER)) {
            cluster.setOutlierDetection(Failover.outlierDetection());
            Failover.add(options, AiEndpoints.groups(targets), version);
        }
        HttpProtocols.set(cluster, options.build());
        return cluster.build();
    }

    private Address address(AiTarget target) {
        String listener = listener(target);
        return Address.newBuilder()
                .setEnvoyInternalAddress(EnvoyInternalAddress.newBuilder()
                        .setServerListenerName(listener)
                        .setEndpointId(listener))
                .build();
    }

    private String listener(AiTarget target) {
        return "ai~" + context.namespace() + "~" + context.metadata().name() + "~" + place(target);
    }

    private static String place(AiTarget target) {
        return target.entry().group() + "-" + target.entry().index();
    }
}
