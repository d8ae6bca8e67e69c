// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import com.google.protobuf.UInt32Value;
import dev.gatewaybackends.backend.Ports;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.plugins.aws.ec2.AwsEc2;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Endpoint;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Failure;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instances;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Listing;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Selection;
import dev.gatewaybackends.plugins.aws.ec2.Ec2State;
import dev.gatewaybackends.plugins.aws.ec2.EndpointsDiscovered;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.plugins.aws.signing.AwsAuthType;
import dev.gatewaybackends.plugins.aws.signing.AwsCredentials;
import dev.gatewaybackends.plugins.aws.signing.AwsKeys;
import dev.gatewaybackends.plugins.aws.signing.SigningSettings;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.Endpoints;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.AggregatedConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.Locality;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.List;

/** Translates {@code spec.aws.ec2}: a cluster whose endpoints come by EDS, and those endpoints. */
final class Ec2Translator {
    private static final Reason NOT_LISTED = Reason.of("InstancesNotListed");
    private static final Cluster.EdsClusterConfig EDS = Cluster.EdsClusterConfig.newBuilder()
            .setEdsConfig(ConfigSource.newBuilder()
                    .setAds(AggregatedConfigSource.getDefaultInstance())
                    .setResourceApiVersion(ApiVersion.V3))
            .build();
    private static final Cluster.CommonLbConfig BY_LOCALITY = Cluster.CommonLbConfig.newBuilder()
            .setLocalityWeightedLbConfig(Cluster.CommonLbConfig.LocalityWeightedLbConfig.getDefaultInstance())
            .build();
    private static final UInt32Value ONE = UInt32Value.of(1);

    private final Ec2Instances instances;

    Ec2Translator(Ec2Instances instances) {
        this.instances = instances;
    }

    /** Reports what the CRD lets through although it makes no sense. */
    static void validate(AwsBackend aws, AwsEc2 ec2, ValidationContext context) {
        FieldPath path = context.path().field("ec2");
        int port = port(ec2, context.settings());
        if (!Ports.isPort(port)) {
            context.error(path.field("port"), Reason.INVALID, Ports.invalid(String.valueOf(port)));
        }
        if (ec2.filters().isEmpty() && !context.settings().get(AwsSettings.EC2_UNFILTERED)) {
            context.error(
                    path.field("filters"),
                    Reason.REQUIRED,
                    "without a filter it selects every running instance of " + aws.region()
                            + " (expected: a filter, or the setting " + AwsSettings.EC2_UNFILTERED + ")");
        }
        if (aws.accountId() != null) {
            context.warning(context.path().field("accountId"), Reason.INVALID, "nothing uses it for EC2");
        }
    }

    BackendTranslation translate(AwsBackend aws, AwsEc2 ec2, TranslationContext context) {
        TranslationSettings settings = context.settings();
        if (!settings.get(AwsSettings.EC2_ENABLED)) {
            context.error(
                    context.path().field("ec2"),
                    Reason.FORBIDDEN,
                    settings.get(CoreSettings.MESSAGE_STYLE) == MessageStyle.PLAIN
                            ? "EC2 Backends are refused unless the setting " + AwsSettings.EC2_ENABLED + " is on"
                            : "aws ec2 discovery is disabled by controller settings");
            return BackendTranslation.rejected();
        }
        AwsAuth auth = aws.auth();
        Ec2Failure badKeys = null;
        if (auth != null && auth.type() == AwsAuthType.SECRET) {
            Secret secret = AwsCredentials.secret(auth, context.path().field("auth"), context);
            if (secret == null) {
                return auth.secretRef() == null
                        ? BackendTranslation.rejected()
                        : BackendTranslation.rejected(List.of(EndpointsDiscovered.unresolvedSecret(
                                context.namespace(), auth.secretRef().name())));
            }
            AwsKeys keys = AwsKeys.of(secret, settings.get(SigningSettings.TRIM_SECRET_VALUES));
            badKeys = keys.isUsable() ? null : Ec2Failure.ofKeys(keys, settings.get(CoreSettings.MESSAGE_STYLE));
        }
        Ec2Listing listing =
                badKeys == null ? instances.listing(Ec2Scope.of(aws.region(), auth, context.namespace())) : badKeys;
        Ec2State state = Ec2State.next(instances.previous(context.resource()), selection(aws, ec2, settings), listing);
        return translate(
                settings.get(AwsSettings.EC2_DISTINCT_ADDRESSES) ? state.withDistinctAddresses() : state, context);
    }

    private static BackendTranslation translate(Ec2State state, TranslationContext context) {
        BackendTranslation.Builder translation = BackendTranslation.builder(context.newCluster()
                        .setType(Cluster.DiscoveryType.EDS)
                        .setEdsClusterConfig(EDS)
                        .setIgnoreHealthOnHostRemoval(true)
                        .setCommonLbConfig(BY_LOCALITY)
                        .build())
                .loadAssignment(assignment(
                        context.clusterName(), state, context.settings().get(AwsSettings.EC2_ENDPOINT_WEIGHT)));
        Condition condition = EndpointsDiscovered.of(state);
        FieldPath path = context.path().field("ec2");
        if (condition == null) {
            context.warning(path, NOT_LISTED, "its instances were not listed yet, so it has no endpoints");
        } else {
            translation.condition(condition);
            if (condition.status() != ConditionStatus.TRUE) {
                context.warning(path, Reason.of(condition.reason()), condition.message());
            }
        }
        return translation.build();
    }

    /** Returns what a Backend selects. */
    static Ec2Selection selection(AwsBackend aws, AwsEc2 ec2, TranslationSettings settings) {
        return new Ec2Selection(aws.region(), port(ec2, settings), ec2.addressType(), ec2.filters());
    }

    private static int port(AwsEc2 ec2, TranslationSettings settings) {
        return ec2.port() == 0 && settings.get(AwsSettings.EC2_PORT_ZERO_IS_80) ? AwsEc2.DEFAULT_PORT : ec2.port();
    }

    private static ClusterLoadAssignment assignment(String clusterName, Ec2State state, boolean weights) {
        ClusterLoadAssignment.Builder assignment =
                ClusterLoadAssignment.newBuilder().setClusterName(clusterName);
        List<Ec2Endpoint> endpoints = state.endpoints();
        int from = 0;
        while (from < endpoints.size()) {
            String zone = endpoints.get(from).zone();
            LocalityLbEndpoints.Builder locality = LocalityLbEndpoints.newBuilder()
                    .setLocality(Locality.newBuilder()
                            .setRegion(state.selection().region())
                            .setZone(zone));
            int to = from;
            while (to < endpoints.size() && endpoints.get(to).zone().equals(zone)) {
                LbEndpoint endpoint = Endpoints.of(
                        endpoints.get(to).address(), state.selection().port());
                locality.addLbEndpoints(
                        weights
                                ? endpoint.toBuilder()
                                        .setLoadBalancingWeight(ONE)
                                        .build()
                                : endpoint);
                to++;
            }
            // Envoy sends nothing to a locality without a weight once another one has one.
            assignment.addEndpoints(locality.setLoadBalancingWeight(UInt32Value.of(to - from)));
            from = to;
        }
        return assignment.build();
    }
}
