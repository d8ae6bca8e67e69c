// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.cluster;

import com.google.protobuf.Any;
import dev.gatewaybackends.envoyrules.cluster.ClusterParts.Discovery;
import dev.gatewaybackends.envoyrules.pgv.ViolationSink;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.CommonLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LbPolicy;
import io.envoyproxy.envoy.config.cluster.v3.LoadBalancingPolicy;
import org.jspecify.annotations.Nullable;

/** Checks that load balancing fits the way of discovery, and that its fields fit each other. */
final class BalancingRules {
    private static final String EXTENSIONS = "envoy.extensions.load_balancing_policies.";
    private static final String PROVIDED = EXTENSIONS + "cluster_provided.v3.ClusterProvided";

    private BalancingRules() {}

    static void check(ClusterParts parts, ViolationSink violations) {
        Cluster cluster = parts.cluster();
        if (cluster.hasLoadBalancingPolicy()) {
            extension(parts, violations);
        } else {
            builtIn(parts, violations);
        }
        if (cluster.getCommonLbConfig().getConsistentHashingLbConfig().getUseHostnameForHashing()
                && !cluster.hasLoadBalancingPolicy()
                && (parts.discovery() != Discovery.STRICT_DNS || cluster.hasClusterType())) {
            violations.add(
                    "common_lb_config.consistent_hashing_lb_config.use_hostname_for_hashing",
                    "set, but only type STRICT_DNS takes it");
        }
    }

    private static void builtIn(ClusterParts parts, ViolationSink violations) {
        Cluster cluster = parts.cluster();
        LbPolicy policy = cluster.getLbPolicy();
        if (policy == LbPolicy.LOAD_BALANCING_POLICY_CONFIG) {
            violations.add("load_balancing_policy", "not set, but lb_policy LOAD_BALANCING_POLICY_CONFIG requires it");
        } else if (policy == LbPolicy.UNRECOGNIZED) {
            return;
        }
        boolean provided = policy == LbPolicy.CLUSTER_PROVIDED;
        agreement(parts.discovery(), provided, "lb_policy", policy.name(), violations);
        if (provided && cluster.hasLbSubsetConfig()) {
            violations.add("lb_subset_config", "set, but lb_policy CLUSTER_PROVIDED excludes it");
        }
    }

    private static void extension(ClusterParts parts, ViolationSink violations) {
        Cluster cluster = parts.cluster();
        if (parts.discovery() == Discovery.ORIGINAL_DST && cluster.getLbPolicy() != LbPolicy.CLUSTER_PROVIDED) {
            agreement(
                    parts.discovery(), false, "lb_policy", cluster.getLbPolicy().name(), violations);
            return;
        }
        if (cluster.hasLbSubsetConfig()) {
            violations.add("lb_subset_config", "set, but load_balancing_policy excludes it");
        }
        CommonLbConfig common = cluster.getCommonLbConfig();
        exclude("zone_aware_lb_config", common.hasZoneAwareLbConfig(), violations);
        exclude("locality_weighted_lb_config", common.hasLocalityWeightedLbConfig(), violations);
        exclude("consistent_hashing_lb_config", common.hasConsistentHashingLbConfig(), violations);
        LoadBalancingPolicy policy = cluster.getLoadBalancingPolicy();
        Any chosen = chosen(policy);
        if (chosen != null) {
            boolean provided = ClusterParts.holds(chosen, PROVIDED);
            agreement(parts.discovery(), provided, "load_balancing_policy", "a policy of its own", violations);
        } else if (policy.getPoliciesList().stream().noneMatch(BalancingRules::mayBeKnown)) {
            violations.add("load_balancing_policy.policies", "no policy of a type Envoy has");
        }
    }

    private static void exclude(String field, boolean set, ViolationSink violations) {
        if (set) {
            violations.add("common_lb_config." + field, "set, but load_balancing_policy excludes it");
        }
    }

    private static void agreement(
            Discovery discovery, boolean provided, String path, String found, ViolationSink violations) {
        switch (discovery) {
            case FORWARD_PROXY, AGGREGATE, ORIGINAL_DST -> {
                if (!provided) {
                    violations.add(path, found + ", but this type of cluster takes CLUSTER_PROVIDED only");
                }
            }
            case STATIC, STRICT_DNS, LOGICAL_DNS, EDS -> {
                if (provided) {
                    violations.add(path, "CLUSTER_PROVIDED, but this type of cluster provides no load balancing");
                }
            }
            default -> {}
        }
    }

    /** Returns the policy Envoy takes: the first whose type it has; null when only unknown ones might be it. */
    private static @Nullable Any chosen(LoadBalancingPolicy policy) {
        for (LoadBalancingPolicy.Policy candidate : policy.getPoliciesList()) {
            Any config = candidate.getTypedExtensionConfig().getTypedConfig();
            if (isKnown(config)) {
                return config;
            }
        }
        return null;
    }

    private static boolean isKnown(Any config) {
        String type = config.getTypeUrl().substring(config.getTypeUrl().lastIndexOf('/') + 1);
        // A stock Envoy never takes pick_first from the list.
        return type.startsWith(EXTENSIONS) && !type.startsWith(EXTENSIONS + "pick_first.");
    }

    private static boolean mayBeKnown(LoadBalancingPolicy.Policy candidate) {
        String typeUrl = candidate.getTypedExtensionConfig().getTypedConfig().getTypeUrl();
        String type = typeUrl.substring(typeUrl.lastIndexOf('/') + 1);
        return !type.isEmpty() && !type.startsWith("envoy.") && !type.startsWith("google.");
    }
}
