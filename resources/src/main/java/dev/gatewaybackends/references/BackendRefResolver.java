// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.GrpcRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteFilter;
import dev.gatewaybackends.gatewayapi.v1.ParentReference;
import dev.gatewaybackends.gatewayapi.v1.Route;
import dev.gatewaybackends.gatewayapi.v1.RouteFilter;
import dev.gatewaybackends.gatewayapi.v1.RouteRule;
import dev.gatewaybackends.gatewayapi.v1.TlsRoute;
import dev.gatewaybackends.gatewayapi.v1.WeightedBackendReference;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.validate.ValidResource;
import dev.gatewaybackends.validate.ValidResources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Resolves the references of routes of every kind: to Backends, to ports of Services and, as kgateway's delegation has it, to
 * other HTTPRoutes; and says which parents accept a route. Immutable.
 *
 * <p>The checks of a reference are made in this order and end with the first that fails: the ReferenceGrant, a port on a
 * reference to a Backend (see {@link CoreSettings#BACKEND_REF_PORT}), the kind, the target and its port, and whether this
 * kind of route can use it.
 */
final class BackendRefResolver {
    private final BackendTargets targets;
    private final RouteParents parents;
    private final TranslationSettings settings;

    private BackendRefResolver(BackendTargets targets, RouteParents parents, TranslationSettings settings) {
        this.targets = targets;
        this.parents = parents;
        this.settings = settings;
    }

    /**
     * Returns a resolver.
     *
     * @param resources what references can lead to
     * @param grants what may cross namespaces
     * @param plugins the plugins of Backends, which know their ports
     * @param settings what a port on a reference to a Backend does, and the wording
     * @param appProtocols which kinds of routes can speak what a Service's port declares
     */
    static BackendRefResolver of(
            ValidResources resources,
            ReferenceGrants grants,
            PluginRegistry plugins,
            TranslationSettings settings,
            AppProtocols appProtocols) {
        RouteDelegation delegation = new RouteDelegation(resources.all(HttpRoute.class));
        return new BackendRefResolver(
                new BackendTargets(resources, grants, delegation, plugins, appProtocols, settings),
                new RouteParents(resources, delegation),
                settings);
    }

    /** Resolves every reference of a route, and says which of its parents accept it. */
    ResolvedRoute resolve(ValidResource<Route> valid) {
        Route route = valid.resource();
        ResourceKey key = valid.key();
        List<Diagnostic> diagnostics = new ArrayList<>(0);
        Resolution resolution = new Resolution(key, new Reporter(key, FieldPath.of("spec"), diagnostics::add));
        List<? extends RouteRule> written = route.spec().rules();
        if (written != null) {
            for (int i = 0; i < written.size(); i++) {
                resolution.rule(written.get(i), FieldPath.of("spec", "rules").item(i));
            }
        }
        Condition resolvedRefs =
                RouteConditions.resolvedRefs(route.metadata().generation(), resolution.failed, settings);
        Map<ParentReference, List<Condition>> parents = parents(key, route, resolution.reporter, resolvedRefs);
        return new ResolvedRoute(
                valid,
                resolution.rules,
                resolution.filterRefs,
                resolvedRefs,
                parents,
                Diagnostics.of(valid.located(diagnostics)));
    }

    private Map<ParentReference, List<Condition>> parents(
            ResourceKey key, Route route, Reporter reporter, Condition resolvedRefs) {
        Map<ParentReference, List<Condition>> conditions = new LinkedHashMap<>();
        parents.of(key, route, hostnames(route)).forEach((parent, acceptance) -> {
            Condition accepted = RouteConditions.accepted(route.metadata().generation(), acceptance);
            conditions.put(parent, List.of(accepted, resolvedRefs));
            int index = route.parentRefs().indexOf(parent);
            if (acceptance != RouteAcceptance.ACCEPTED && index >= 0) {
                reporter.warning(
                        reporter.root().field("parentRefs").item(index),
                        Reason.of(acceptance.reason()),
                        parent.kind() + " " + parent.name() + " does not accept it: " + acceptance.message());
            }
        });
        return conditions;
    }

    private static List<String> hostnames(Route route) {
        if (route instanceof HttpRoute http) {
            return http.spec().hostnames();
        }
        if (route instanceof GrpcRoute grpc) {
            return grpc.spec().hostnames();
        }
        return route instanceof TlsRoute tls && tls.spec().hostnames() != null
                ? tls.spec().hostnames()
                : List.of();
    }

    /** The resolution of the references of one route. */
    private final class Resolution {
        private final ResourceKey route;
        private final Reporter reporter;
        private final List<List<ResolvedBackendRef>> rules = new ArrayList<>();
        private final List<ResolvedBackendRef> filterRefs = new ArrayList<>(0);
        private final List<ResolvedBackendRef> failed = new ArrayList<>(0);

        Resolution(ResourceKey route, Reporter reporter) {
            this.route = route;
            this.reporter = reporter;
        }

        void rule(RouteRule rule, FieldPath path) {
            filters(rule.filters(), path.field("filters"));
            List<ResolvedBackendRef> refs = new ArrayList<>(rule.backendRefs().size());
            for (int i = 0; i < rule.backendRefs().size(); i++) {
                WeightedBackendReference ref = rule.backendRefs().get(i);
                FieldPath refPath = path.field("backendRefs").item(i);
                refs.add(noted(targets.resolve(route, ref, ref.weight(), refPath, reporter)));
                filters(ref.filters(), refPath.field("filters"));
            }
            rules.add(refs);
        }

        private void filters(List<? extends RouteFilter> filters, FieldPath path) {
            for (int i = 0; i < filters.size(); i++) {
                RouteFilter filter = filters.get(i);
                if (filter.requestMirror() != null) {
                    filterRefs.add(noted(targets.resolve(
                            route,
                            filter.requestMirror().backendRef(),
                            1,
                            path.item(i).field("requestMirror").field("backendRef"),
                            reporter)));
                }
                if (filter instanceof HttpRouteFilter http && http.externalAuth() != null) {
                    filterRefs.add(noted(targets.resolve(
                            route,
                            http.externalAuth().backendRef(),
                            1,
                            path.item(i).field("externalAuth").field("backendRef"),
                            reporter)));
                }
            }
        }

        private ResolvedBackendRef noted(ResolvedBackendRef ref) {
            if (ref.failure() != null) {
                failed.add(ref);
            }
            return ref;
        }
    }
}
