// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.ParentReference;
import dev.gatewaybackends.gatewayapi.v1.Route;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.validate.ValidResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the references of one route. Immutable; everything stands in document order. */
public final class ResolvedRoute {
    private final ValidResource<Route> route;
    private final List<List<ResolvedBackendRef>> rules;
    private final List<ResolvedBackendRef> filterRefs;
    private final Condition resolvedRefs;
    private final Map<ParentReference, List<Condition>> parents;
    private final Diagnostics diagnostics;

    ResolvedRoute(
            ValidResource<Route> route,
            List<List<ResolvedBackendRef>> rules,
            List<ResolvedBackendRef> filterRefs,
            Condition resolvedRefs,
            Map<ParentReference, List<Condition>> parents,
            Diagnostics diagnostics) {
        this.route = route;
        this.rules = List.copyOf(rules);
        this.filterRefs = List.copyOf(filterRefs);
        this.resolvedRefs = resolvedRefs;
        this.parents = Collections.unmodifiableMap(new LinkedHashMap<>(parents));
        this.diagnostics = diagnostics;
    }

    /** Returns the identity of the route. */
    public ResourceKey route() {
        return route.key();
    }

    /** Returns the route itself. */
    public ValidResource<Route> resource() {
        return route;
    }

    /** Returns the backendRefs of each rule. */
    public List<List<ResolvedBackendRef>> rules() {
        return rules;
    }

    /** Returns the references that filters make: mirrors and external authorization. */
    public List<ResolvedBackendRef> filterRefs() {
        return filterRefs;
    }

    /** Returns the backendRefs of all rules and then the references of filters. */
    public List<ResolvedBackendRef> all() {
        List<ResolvedBackendRef> all = new ArrayList<>();
        rules.forEach(all::addAll);
        all.addAll(filterRefs);
        return all;
    }

    /**
     * Returns the conditions that follow from the references, the same for every parent: {@code ResolvedRefs}, with the
     * generation of the route and without a time.
     */
    public List<Condition> conditions() {
        return List.of(resolvedRefs);
    }

    /**
     * Returns the conditions {@code Accepted} and {@code ResolvedRefs} for each parent that is among the resources: Gateways and
     * ListenerSets, in the order of {@code parentRefs}, and HTTPRoutes that delegate to this one. With the generation of the
     * route and without times.
     *
     * <p>{@code Accepted} says whether a listener of this name and port exists, allows routes of this kind from this namespace,
     * and serves one of the host names. A route whose references fail is accepted all the same.
     */
    public Map<ParentReference, List<Condition>> parents() {
        return parents;
    }

    /** Returns what there is to report, with places. */
    public Diagnostics diagnostics() {
        return diagnostics;
    }

    @Override
    public String toString() {
        return route + " " + all();
    }
}
