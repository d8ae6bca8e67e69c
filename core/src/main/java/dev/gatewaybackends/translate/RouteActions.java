// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import com.google.protobuf.UInt32Value;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.references.ResolvedBackendRef;
import dev.gatewaybackends.references.ResolvedRoute;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.RouteRequirements;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns resolved routes into Envoy route actions. */
final class RouteActions {
    private final TranslationSettings settings;
    private final Function<ResourceKey, RouteRequirements> requirements;

    RouteActions(TranslationSettings settings, Function<ResourceKey, RouteRequirements> requirements) {
        this.settings = settings;
        this.requirements = requirements;
    }

    RouteTranslation translate(ResolvedRoute route) {
        List<@Nullable RouteAction> actions = new ArrayList<>(route.rules().size());
        Set<HttpFilter> filters = new LinkedHashSet<>();
        for (List<ResolvedBackendRef> refs : route.rules()) {
            actions.add(action(refs));
        }
        for (ResolvedBackendRef ref : route.all()) {
            if (ref.isResolved()) {
                filters.addAll(requirements.apply(ref.target()).httpFilters());
            }
        }
        return new RouteTranslation(route, actions, List.copyOf(filters));
    }

    private @Nullable RouteAction action(List<ResolvedBackendRef> refs) {
        boolean single = refs.size() == 1;
        boolean weightless = refs.stream().allMatch(ref -> ref.weight() == 0);
        if (refs.isEmpty() || (weightless && !(single && settings.get(CoreSettings.SINGLE_REF_IGNORES_WEIGHT)))) {
            return null;
        }
        RouteAction.Builder action = RouteAction.newBuilder()
                .setClusterNotFoundResponseCode(RouteAction.ClusterNotFoundResponseCode.INTERNAL_SERVER_ERROR);
        if (single) {
            action.setCluster(refs.get(0).cluster());
        } else {
            WeightedCluster.Builder weighted = WeightedCluster.newBuilder();
            for (ResolvedBackendRef ref : refs) {
                weighted.addClusters(WeightedCluster.ClusterWeight.newBuilder()
                        .setName(ref.cluster())
                        .setWeight(UInt32Value.of(ref.weight())));
            }
            action.setWeightedClusters(weighted);
        }
        Set<String> upgrades = new LinkedHashSet<>();
        for (ResolvedBackendRef ref : refs) {
            if (ref.isResolved()) {
                upgrades.addAll(requirements.apply(ref.target()).upgradeTypes());
            }
        }
        for (String upgrade : upgrades) {
            action.addUpgradeConfigs(RouteAction.UpgradeConfig.newBuilder().setUpgradeType(upgrade));
        }
        return action.build();
    }
}
