// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.Duration;
import com.google.protobuf.UInt32Value;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.GrpcRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteFilter;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteRule;
import dev.gatewaybackends.gatewayapi.v1.RouteFilter;
import dev.gatewaybackends.gatewayapi.v1.RouteRule;
import dev.gatewaybackends.gatewayapi.v1.UdpRoute;
import dev.gatewaybackends.references.ReferenceOutcome;
import dev.gatewaybackends.references.ResolvedBackendRef;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.RouteRequirements;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteAction.ClusterNotFoundResponseCode;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the resolved references of rules into what Envoy does with their traffic. */
final class RuleTranslator {
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final TranslationSettings settings;
    private final Function<ResourceKey, Requirements> requirements;

    RuleTranslator(TranslationSettings settings, Function<ResourceKey, Requirements> requirements) {
        this.settings = settings;
        this.requirements = requirements;
    }

    RuleTranslation translate(ResourceKey route, RouteRule rule, List<ResolvedBackendRef> all) {
        List<ResolvedBackendRef> refs = all.stream()
                .filter(ref -> ref.outcome() != ReferenceOutcome.DELEGATED)
                .toList();
        boolean grpc = route.kind().equals(GrpcRoute.KIND);
        int status = grpc && settings.get(CoreSettings.GRPC_UNAVAILABLE)
                ? SERVICE_UNAVAILABLE
                : speaksHttp(route) ? INTERNAL_SERVER_ERROR : 0;
        boolean weightless = refs.stream().allMatch(ref -> ref.weight() == 0);
        boolean anyWeight = refs.size() == 1 && settings.get(CoreSettings.SINGLE_REF_IGNORES_WEIGHT);
        if (refs.isEmpty() || (weightless && !anyWeight)) {
            return !all.isEmpty() && refs.isEmpty()
                    ? new RuleTranslation.Delegated()
                    : new RuleTranslation.NoBackend(status);
        }
        if (speaksHttp(route)) {
            return http(rule, refs, status);
        }
        List<ResolvedBackendRef> weighty = weightless
                ? refs
                : refs.stream().filter(ref -> ref.weight() > 0).toList();
        if (route.kind().equals(UdpRoute.KIND)) {
            return weighty.size() == 1
                    ? new RuleTranslation.Udp(weighty.get(0).cluster())
                    : new RuleTranslation.NoBackend(0);
        }
        return tcp(route, weighty);
    }

    static boolean speaksHttp(ResourceKey route) {
        return route.kind().equals(HttpRoute.KIND) || route.kind().equals(GrpcRoute.KIND);
    }

    private static RuleTranslation tcp(ResourceKey route, List<ResolvedBackendRef> refs) {
        TcpProxy.Builder proxy = TcpProxy.newBuilder()
                .setStatPrefix(route.kind().toLowerCase(Locale.ROOT) + "_" + route.namespace() + "_" + route.name());
        if (refs.size() == 1) {
            proxy.setCluster(refs.get(0).cluster());
        } else {
            refs.forEach(ref -> proxy.getWeightedClustersBuilder()
                    .addClustersBuilder()
                    .setName(ref.cluster())
                    .setWeight(ref.weight()));
        }
        return new RuleTranslation.Tcp(proxy.build());
    }

    private RuleTranslation http(RouteRule rule, List<ResolvedBackendRef> refs, int status) {
        RouteAction.Builder action = RouteAction.newBuilder()
                .setClusterNotFoundResponseCode(
                        status == SERVICE_UNAVAILABLE
                                ? ClusterNotFoundResponseCode.SERVICE_UNAVAILABLE
                                : ClusterNotFoundResponseCode.INTERNAL_SERVER_ERROR);
        SortedMap<String, Any> perFilter = Collections.emptySortedMap();
        if (refs.size() == 1) {
            action.setCluster(refs.get(0).cluster());
            perFilter = required(refs.get(0)).typedPerFilterConfig();
        } else {
            WeightedCluster.Builder weighted = WeightedCluster.newBuilder();
            for (ResolvedBackendRef ref : refs) {
                weighted.addClusters(WeightedCluster.ClusterWeight.newBuilder()
                        .setName(ref.cluster())
                        .setWeight(UInt32Value.of(ref.weight()))
                        .putAllTypedPerFilterConfig(required(ref).typedPerFilterConfig()));
            }
            action.setWeightedClusters(weighted);
        }
        List<RouteRequirements> required = refs.stream().map(this::required).toList();
        Set<String> upgrades = new LinkedHashSet<>();
        required.forEach(one -> upgrades.addAll(one.upgradeTypes()));
        upgrades.forEach(upgrade ->
                action.addUpgradeConfigs(RouteAction.UpgradeConfig.newBuilder().setUpgradeType(upgrade)));
        if (required.stream().anyMatch(RouteRequirements::autoHostRewrite) && !choosesHost(rule)) {
            action.setAutoHostRewrite(BoolValue.of(true));
        }
        Duration timeout = longest(required, RouteRequirements::timeout);
        if (timeout != null && !choosesTimeout(rule)) {
            action.setTimeout(timeout);
        }
        Duration idleTimeout = longest(required, RouteRequirements::idleTimeout);
        if (idleTimeout != null) {
            action.setIdleTimeout(idleTimeout);
        }
        return new RuleTranslation.Http(action.build(), perFilter);
    }

    private RouteRequirements required(ResolvedBackendRef ref) {
        return (ref.isResolved() ? requirements.apply(ref.target()) : Requirements.NONE).route();
    }

    /** The filters of several backends are no matter of the action, which is all of theirs. */
    private boolean choosesHost(RouteRule rule) {
        return settings.get(CoreSettings.EXPLICIT_HOST_WINS)
                && (choosesHost(rule.filters())
                        || (rule.backendRefs().size() == 1
                                && choosesHost(rule.backendRefs().get(0).filters())));
    }

    private static boolean choosesHost(List<? extends RouteFilter> filters) {
        return filters.stream()
                .anyMatch(filter -> filter instanceof HttpRouteFilter http
                        && http.urlRewrite() != null
                        && http.urlRewrite().hostname() != null);
    }

    private static boolean choosesTimeout(RouteRule rule) {
        return rule instanceof HttpRouteRule http
                && http.timeouts() != null
                && http.timeouts().request() != null;
    }

    /** Returns the longest of the timeouts, 0 being none and so the longest of all. */
    private static @Nullable Duration longest(
            List<RouteRequirements> required, Function<RouteRequirements, @Nullable Duration> timeout) {
        return required.stream()
                .map(timeout)
                .filter(Objects::nonNull)
                .reduce((one, other) -> isLonger(one, other) ? one : other)
                .orElse(null);
    }

    private static boolean isLonger(Duration one, Duration other) {
        boolean oneEndless = one.getSeconds() == 0 && one.getNanos() == 0;
        boolean otherEndless = other.getSeconds() == 0 && other.getNanos() == 0;
        return oneEndless
                || (!otherEndless
                        && (one.getSeconds() > other.getSeconds()
                                || (one.getSeconds() == other.getSeconds() && one.getNanos() > other.getNanos())));
    }
}
