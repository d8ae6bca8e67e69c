// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.schema;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrant;
import dev.gatewaybackends.kubernetes.v1.ConfigMap;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.kubernetes.v1.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds that reading knows. Immutable. */
public final class ResourceKinds {
    private static final String GATEWAY_API = HttpRoute.GROUP;
    /** Kinds of the two groups that others read; every further kind of these groups is a mistake. */
    private static final Map<String, Set<String>> OTHER_KINDS = Map.of(
            GATEWAY_API,
            Set.of(
                    "BackendTLSPolicy",
                    "GRPCRoute",
                    "Gateway",
                    "GatewayClass",
                    "ListenerSet",
                    "TCPRoute",
                    "TLSRoute",
                    "UDPRoute"),
            Backend.GROUP,
            Set.of(
                    "BackendConfigPolicy",
                    "DirectResponse",
                    "GatewayExtension",
                    "GatewayParameters",
                    "HTTPListenerPolicy",
                    "ListenerPolicy",
                    "TrafficPolicy"));

    private static final ResourceKinds BUILT_IN = new ResourceKinds(List.of(
            Backend.RESOURCE_KIND,
            ResourceKind.namespaced(GATEWAY_API, HttpRoute.KIND, HttpRoute.class, "v1", "v1beta1"),
            ResourceKind.namespaced(GATEWAY_API, ReferenceGrant.KIND, ReferenceGrant.class, "v1", "v1beta1"),
            ResourceKind.namespaced("", ConfigMap.KIND, ConfigMap.class, "v1"),
            ResourceKind.namespaced("", Secret.KIND, Secret.class, "v1"),
            ResourceKind.namespaced("", Service.KIND, Service.class, "v1")));

    private final List<ResourceKind<?>> kinds;
    private final Map<String, ResourceKind<?>> byName = new LinkedHashMap<>();

    private ResourceKinds(List<ResourceKind<?>> kinds) {
        this.kinds = List.copyOf(kinds);
        for (ResourceKind<?> kind : kinds) {
            if (byName.putIfAbsent(name(kind.group(), kind.kind()), kind) != null) {
                throw new IllegalArgumentException("two types claim the kind " + kind.kind());
            }
        }
    }

    /** Returns the kinds that the library reads by itself. */
    public static ResourceKinds builtIn() {
        return BUILT_IN;
    }

    /** Returns these kinds and one more. */
    public ResourceKinds and(ResourceKind<?> kind) {
        List<ResourceKind<?>> more = new ArrayList<>(kinds);
        more.add(kind);
        return new ResourceKinds(more);
    }

    /** Returns the kind, whatever its version; null if it is not read. */
    public @Nullable ResourceKind<?> find(String group, String kind) {
        return byName.get(name(group, kind));
    }

    /** Returns whether the group is one whose kinds are all known, and this is none of them. */
    public boolean isMistaken(String group, String kind) {
        Set<String> others = OTHER_KINDS.get(group);
        return others != null && !others.contains(kind) && find(group, kind) == null;
    }

    private static String name(String group, String kind) {
        return group + '/' + kind;
    }
}
