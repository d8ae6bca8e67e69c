// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.BackendReference;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteRule;
import dev.gatewaybackends.gatewayapi.v1.ParentReference;
import dev.gatewaybackends.validate.ValidResource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * kgateway's route delegation: HTTPRoutes that stand in backendRefs of others and decide instead of them. Immutable.
 *
 * <p>A reference selects one HTTPRoute by name, all of a namespace by the name {@code *} or an empty one, or, with kgateway's
 * pseudo-kind, those of a namespace with a label. A route that names parents is selected only by those. What closes a cycle,
 * seen from the routes that attach to something else, selects nothing.
 */
final class RouteDelegation {
    private static final String ANY_NAME = "*";
    private static final String LABEL_GROUP = "delegation.kgateway.dev";
    private static final String LABEL_KIND = "label";
    private static final String LABEL = "delegation.kgateway.dev/label";
    private static final String ALL_NAMESPACES = "all";

    private final Map<ResourceKey, HttpRoute> routes = new LinkedHashMap<>();
    private final Map<String, List<ResourceKey>> byNamespace = new HashMap<>();
    private final Map<ResourceKey, Set<ResourceKey>> parents = new HashMap<>();
    private final Set<Edge> cycles = new HashSet<>();

    private record Edge(ResourceKey from, ResourceKey to) {}

    private record Visit(ResourceKey route, Iterator<ResourceKey> next) {}

    RouteDelegation(List<ValidResource<HttpRoute>> all) {
        for (ValidResource<HttpRoute> route : all) {
            ResourceKey key = route.key();
            routes.put(key, route.resource());
            byNamespace
                    .computeIfAbsent(key.namespace(), namespace -> new ArrayList<>())
                    .add(key);
        }
        Map<ResourceKey, Set<ResourceKey>> children = new LinkedHashMap<>();
        for (ValidResource<HttpRoute> route : all) {
            Set<ResourceKey> selected = children(route);
            if (!selected.isEmpty()) {
                children.put(route.key(), selected);
            }
        }
        Set<ResourceKey> done = new HashSet<>();
        all.stream().filter(route -> isRoot(route.resource())).forEach(root -> visit(root.key(), children, done));
        children.keySet().forEach(route -> visit(route, children, done));
        children.forEach((parent, selected) -> selected.stream()
                .filter(child -> !cycles.contains(new Edge(parent, child)))
                .forEach(child -> parents.computeIfAbsent(child, key -> new LinkedHashSet<>())
                        .add(parent)));
    }

    /** Returns whether this is what a backendRef of an HTTPRoute names in order to delegate. */
    static boolean isDelegation(String group, String kind) {
        return (group.equals(HttpRoute.GROUP) && kind.equals(HttpRoute.KIND))
                || (group.equals(LABEL_GROUP) && kind.equals(LABEL_KIND));
    }

    private static boolean isRoot(HttpRoute route) {
        return route.parentRefs().stream().anyMatch(parent -> !isHttpRoute(parent));
    }

    private static boolean isHttpRoute(ParentReference parent) {
        return parent.group().equals(HttpRoute.GROUP) && parent.kind().equals(HttpRoute.KIND);
    }

    /** Walks depth first, without recursion: routes can be chained as long as their author likes. */
    private void visit(ResourceKey root, Map<ResourceKey, Set<ResourceKey>> children, Set<ResourceKey> done) {
        Set<ResourceKey> open = new HashSet<>();
        Deque<Visit> stack = new ArrayDeque<>();
        if (done.add(root)) {
            open.add(root);
            stack.push(new Visit(root, children.getOrDefault(root, Set.of()).iterator()));
        }
        while (!stack.isEmpty()) {
            Visit visit = stack.element();
            if (!visit.next().hasNext()) {
                open.remove(visit.route());
                stack.pop();
                continue;
            }
            ResourceKey child = visit.next().next();
            if (open.contains(child)) {
                cycles.add(new Edge(visit.route(), child));
            } else if (done.add(child)) {
                open.add(child);
                stack.push(
                        new Visit(child, children.getOrDefault(child, Set.of()).iterator()));
            }
        }
    }

    private Set<ResourceKey> children(ValidResource<HttpRoute> route) {
        Set<ResourceKey> children = new LinkedHashSet<>();
        ResourceKey parent = route.key();
        List<HttpRouteRule> rules = route.resource().spec().rules();
        if (rules != null) {
            for (HttpRouteRule rule : rules) {
                rule.backendRefs().stream()
                        .filter(ref -> isDelegation(ref.group(), ref.kind()))
                        .forEach(ref -> children.addAll(selected(parent, target(parent, ref))));
            }
        }
        return children;
    }

    private static ResourceKey target(ResourceKey referrer, BackendReference ref) {
        return new ResourceKey(
                ref.group(),
                ref.kind(),
                ref.namespace() == null ? referrer.namespace() : ref.namespace(),
                ref.name() == null ? "" : ref.name());
    }

    /** Returns the routes that a delegating reference leads to, in document order; none if it is unresolved. */
    List<ResourceKey> delegates(ResourceKey parent, ResourceKey target) {
        return selected(parent, target).stream()
                .filter(child -> !cycles.contains(new Edge(parent, child)))
                .toList();
    }

    /** Returns whether a delegating reference selects a route, but only such as lead back to its own. */
    boolean isCycle(ResourceKey parent, ResourceKey target) {
        List<ResourceKey> selected = selected(parent, target);
        return !selected.isEmpty() && selected.stream().allMatch(child -> cycles.contains(new Edge(parent, child)));
    }

    /** Returns the routes that delegate to a route, in document order. */
    Set<ResourceKey> parentsOf(ResourceKey child) {
        return parents.getOrDefault(child, Set.of());
    }

    private List<ResourceKey> selected(ResourceKey parent, ResourceKey target) {
        if (target.kind().equals(LABEL_KIND)) {
            return (target.namespace().equals(ALL_NAMESPACES)
                            ? routes.keySet()
                            : byNamespace.getOrDefault(target.namespace(), List.of()))
                    .stream()
                            .filter(child -> hasLabel(child, target.name()) && admits(child, parent))
                            .filter(child -> !child.equals(parent))
                            .toList();
        }
        if (target.name().isEmpty() || target.name().equals(ANY_NAME)) {
            return byNamespace.getOrDefault(target.namespace(), List.of()).stream()
                    .filter(child -> !child.equals(parent) && admits(child, parent))
                    .toList();
        }
        return routes.containsKey(target) && admits(target, parent) ? List.of(target) : List.of();
    }

    private boolean hasLabel(ResourceKey child, String value) {
        HttpRoute route = routes.get(child);
        return route != null && value.equals(route.metadata().labels().get(LABEL));
    }

    /** Returns whether a route lets another one delegate to it: it names no parents, or this one among them. */
    private boolean admits(ResourceKey child, ResourceKey parent) {
        HttpRoute route = routes.get(child);
        if (route == null) {
            return false;
        }
        return child.equals(parent)
                || route.parentRefs().isEmpty()
                || route.parentRefs().stream()
                        .anyMatch(ref -> isHttpRoute(ref)
                                && ref.name().equals(parent.name())
                                && (ref.namespace() == null ? child.namespace() : ref.namespace())
                                        .equals(parent.namespace()));
    }
}
