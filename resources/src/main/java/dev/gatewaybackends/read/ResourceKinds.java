// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.gatewayapi.v1.BackendTlsPolicy;
import dev.gatewaybackends.gatewayapi.v1.Gateway;
import dev.gatewaybackends.gatewayapi.v1.GatewayClass;
import dev.gatewaybackends.gatewayapi.v1.GrpcRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.ListenerSet;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrant;
import dev.gatewaybackends.gatewayapi.v1.TcpRoute;
import dev.gatewaybackends.gatewayapi.v1.TlsRoute;
import dev.gatewaybackends.gatewayapi.v1.UdpRoute;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackend;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendTrafficPolicy;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XMesh;
import dev.gatewaybackends.kubernetes.v1.ConfigMap;
import dev.gatewaybackends.kubernetes.v1.Namespace;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.kubernetes.v1.Service;
import dev.gatewaybackends.schema.ResourceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds that reading knows. Immutable. */
public final class ResourceKinds {
    private static final String GATEWAY_API = HttpRoute.GROUP;
    private static final String GATEWAY_API_X = XBackend.GROUP;
    /** Kinds of our groups that others read; every further kind of these groups is a mistake. */
    private static final Map<String, Set<String>> OTHER_KINDS = Map.of(
            GATEWAY_API,
            Set.of(),
            GATEWAY_API_X,
            Set.of(),
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
            ResourceKind.namespaced(GATEWAY_API, BackendTlsPolicy.KIND, BackendTlsPolicy.class, "v1", "v1alpha3")
                    .withExperimental("v1alpha3"),
            ResourceKind.namespaced(GATEWAY_API, Gateway.KIND, Gateway.class, "v1", "v1beta1"),
            ResourceKind.clusterScoped(GATEWAY_API, GatewayClass.KIND, GatewayClass.class, "v1", "v1beta1"),
            ResourceKind.namespaced(GATEWAY_API, GrpcRoute.KIND, GrpcRoute.class, "v1"),
            ResourceKind.namespaced(GATEWAY_API, HttpRoute.KIND, HttpRoute.class, "v1", "v1beta1"),
            ResourceKind.namespaced(GATEWAY_API, ListenerSet.KIND, ListenerSet.class, "v1"),
            ResourceKind.namespaced(GATEWAY_API, ReferenceGrant.KIND, ReferenceGrant.class, "v1", "v1beta1"),
            ResourceKind.namespaced(GATEWAY_API, TcpRoute.KIND, TcpRoute.class, "v1", "v1alpha2")
                    .withExperimental("v1alpha2"),
            ResourceKind.namespaced(GATEWAY_API, TlsRoute.KIND, TlsRoute.class, "v1", "v1alpha2", "v1alpha3")
                    .withExperimental("v1alpha2", "v1alpha3"),
            ResourceKind.namespaced(GATEWAY_API, UdpRoute.KIND, UdpRoute.class, "v1", "v1alpha2")
                    .withExperimental("v1alpha2"),
            ResourceKind.namespaced(GATEWAY_API_X, XBackend.KIND, XBackend.class, "v1alpha1")
                    .withExperimental("v1alpha1"),
            ResourceKind.namespaced(GATEWAY_API_X, XBackendTrafficPolicy.KIND, XBackendTrafficPolicy.class, "v1alpha1")
                    .withExperimental("v1alpha1"),
            ResourceKind.clusterScoped(GATEWAY_API_X, XMesh.KIND, XMesh.class, "v1alpha1")
                    .withExperimental("v1alpha1"),
            ResourceKind.namespaced("", ConfigMap.KIND, ConfigMap.class, "v1"),
            ResourceKind.clusterScoped("", Namespace.KIND, Namespace.class, "v1"),
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
