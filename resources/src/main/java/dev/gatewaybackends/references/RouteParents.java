// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.FromNamespaces;
import dev.gatewaybackends.gatewayapi.v1.Gateway;
import dev.gatewaybackends.gatewayapi.v1.GrpcRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.Listener;
import dev.gatewaybackends.gatewayapi.v1.ListenerSet;
import dev.gatewaybackends.gatewayapi.v1.ParentReference;
import dev.gatewaybackends.gatewayapi.v1.ParentReferenceBuilder;
import dev.gatewaybackends.gatewayapi.v1.Route;
import dev.gatewaybackends.gatewayapi.v1.RouteNamespaces;
import dev.gatewaybackends.gatewayapi.v1.TcpRoute;
import dev.gatewaybackends.gatewayapi.v1.TlsRoute;
import dev.gatewaybackends.gatewayapi.v1.UdpRoute;
import dev.gatewaybackends.kubernetes.v1.Namespace;
import dev.gatewaybackends.validate.ValidResources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the parents of a route accept it. Immutable.
 *
 * <p>Judged are parents that are among the resources: Gateways, ListenerSets, and HTTPRoutes that delegate. Nothing is said
 * about others.
 */
final class RouteParents {
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private final ValidResources resources;
    private final RouteDelegation delegation;

    RouteParents(ValidResources resources, RouteDelegation delegation) {
        this.resources = resources;
        this.delegation = delegation;
    }

    /** Returns, for each parent that is known, why it does not accept the route; {@link RouteAcceptance#ACCEPTED} if it does. */
    Map<ParentReference, RouteAcceptance> of(ResourceKey key, Route route, List<String> hostnames) {
        Map<ParentReference, RouteAcceptance> parents = new LinkedHashMap<>();
        for (ParentReference parent : route.parentRefs()) {
            RouteAcceptance acceptance = acceptance(key, parent, hostnames);
            if (acceptance != null) {
                parents.put(parent, hasFitRules(route) ? acceptance : RouteAcceptance.UNSUPPORTED_VALUE);
            }
        }
        if (route.parentRefs().isEmpty()) {
            for (ResourceKey parent : delegation.parentsOf(key)) {
                parents.put(
                        ParentReferenceBuilder.builder()
                                .kind(parent.kind())
                                .namespace(parent.namespace())
                                .name(parent.name())
                                .build(),
                        RouteAcceptance.ACCEPTED);
            }
        }
        return parents;
    }

    /** TLS and TCP are routed by the first rule alone; older versions of these kinds allow more. */
    private static boolean hasFitRules(Route route) {
        return !(route instanceof TlsRoute || route instanceof TcpRoute || route instanceof UdpRoute)
                || route.spec().rules().size() == 1;
    }

    private @Nullable RouteAcceptance acceptance(ResourceKey route, ParentReference parent, List<String> hostnames) {
        ResourceKey key = new ResourceKey(
                parent.group(),
                parent.kind(),
                parent.namespace() == null ? route.namespace() : parent.namespace(),
                parent.name());
        Gateway gateway = resources.find(key, Gateway.class);
        if (gateway != null) {
            return acceptance(route, parent, key, gateway.spec().listeners(), hostnames);
        }
        ListenerSet set = resources.find(key, ListenerSet.class);
        if (set != null) {
            return acceptance(route, parent, key, set.spec().listeners(), hostnames);
        }
        if (resources.find(key, HttpRoute.class) != null) {
            return delegation.parentsOf(route).contains(key) ? RouteAcceptance.ACCEPTED : RouteAcceptance.NOT_DELEGATED;
        }
        return null;
    }

    private RouteAcceptance acceptance(
            ResourceKey route,
            ParentReference parent,
            ResourceKey key,
            List<Listener> listeners,
            List<String> hostnames) {
        List<Listener> named = listeners.stream()
                .filter(listener ->
                        (parent.sectionName() == null || listener.name().equals(parent.sectionName()))
                                && (parent.port() == null || listener.port().equals(parent.port())))
                .toList();
        if (named.isEmpty()) {
            return RouteAcceptance.NO_MATCHING_PARENT;
        }
        List<Listener> allowing = named.stream()
                .filter(listener -> allowsKind(listener, route) && allowsNamespace(listener, route, key.namespace()))
                .toList();
        if (allowing.isEmpty()) {
            return RouteAcceptance.NOT_ALLOWED_BY_LISTENERS;
        }
        return allowing.stream().anyMatch(listener -> Hostnames.meet(listener.hostname(), hostnames))
                ? RouteAcceptance.ACCEPTED
                : RouteAcceptance.NO_MATCHING_LISTENER_HOSTNAME;
    }

    private static boolean allowsKind(Listener listener, ResourceKey route) {
        if (!listener.allowedRoutes().kinds().isEmpty()
                && listener.allowedRoutes().kinds().stream()
                        .noneMatch(kind -> kind.group().equals(route.group())
                                && kind.kind().equals(route.kind()))) {
            return false;
        }
        return switch (listener.protocol()) {
            case "HTTP", "HTTPS" ->
                route.kind().equals(HttpRoute.KIND) || route.kind().equals(GrpcRoute.KIND);
            case "TLS" -> route.kind().equals(TlsRoute.KIND) || route.kind().equals(TcpRoute.KIND);
            case "TCP" -> route.kind().equals(TcpRoute.KIND);
            case "UDP" -> route.kind().equals(UdpRoute.KIND);
            // A protocol of somebody's own.
            default -> true;
        };
    }

    private boolean allowsNamespace(Listener listener, ResourceKey route, String parentNamespace) {
        RouteNamespaces namespaces = listener.allowedRoutes().namespaces();
        if (namespaces.from() == FromNamespaces.ALL) {
            return true;
        }
        if (namespaces.from() == FromNamespaces.SAME || namespaces.selector() == null) {
            return route.namespace().equals(parentNamespace);
        }
        Namespace namespace =
                resources.find(new ResourceKey("", Namespace.KIND, "", route.namespace()), Namespace.class);
        Map<String, String> labels = new TreeMap<>();
        if (namespace != null) {
            labels.putAll(namespace.metadata().labels());
        }
        // The API server puts this label on every namespace.
        labels.putIfAbsent(NAMESPACE_NAME, route.namespace());
        return LabelSelectors.matches(namespaces.selector(), labels);
    }
}
