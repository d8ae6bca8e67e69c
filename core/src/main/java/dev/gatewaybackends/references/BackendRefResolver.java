// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendDefinition;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.ClusterNames;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.BackendObjectReference;
import dev.gatewaybackends.gatewayapi.v1.HttpBackendRef;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteFilter;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteRule;
import dev.gatewaybackends.kubernetes.v1.Service;
import dev.gatewaybackends.kubernetes.v1.ServicePort;
import dev.gatewaybackends.settings.BackendRefPortPolicy;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the references of routes to backends: Backends and ports of Services. Immutable and thread-safe.
 *
 * <p>The checks are made in this order and end with the first that fails: the ReferenceGrant, a port on a reference to a
 * Backend (see {@link CoreSettings#BACKEND_REF_PORT}), the kind, the target and its port.
 */
public final class BackendRefResolver {
    private static final String CORE = "";

    private final ReferenceTargets targets;
    private final ReferenceGrants grants;
    private final Map<Class<?>, BackendDefinition<?>> definitions = new HashMap<>();
    private final TranslationSettings settings;
    private final MessageStyle style;

    private BackendRefResolver(
            ReferenceTargets targets,
            ReferenceGrants grants,
            List<BackendDefinition<?>> definitions,
            TranslationSettings settings) {
        this.targets = targets;
        this.grants = grants;
        this.settings = settings;
        this.style = settings.get(CoreSettings.MESSAGE_STYLE);
        definitions.forEach(definition -> this.definitions.put(definition.type().sourceClass(), definition));
    }

    /**
     * Returns a resolver.
     *
     * @param targets the resources that exist
     * @param grants what may cross namespaces
     * @param definitions the Backend types, which know the ports of their Backends
     * @param settings what a port on a reference to a Backend does, and the wording
     */
    public static BackendRefResolver of(
            ReferenceTargets targets,
            ReferenceGrants grants,
            List<BackendDefinition<?>> definitions,
            TranslationSettings settings) {
        return new BackendRefResolver(targets, grants, definitions, settings);
    }

    /** Resolves every reference of a valid route. */
    public ResolvedRoute resolve(HttpRoute route) {
        ResourceKey key = ResourceKey.of(route);
        List<Diagnostic> diagnostics = new ArrayList<>(0);
        Resolution resolution = new Resolution(key, new Reporter(key, FieldPath.of("spec", "rules"), diagnostics::add));
        List<List<ResolvedBackendRef>> rules = new ArrayList<>();
        List<ResolvedBackendRef> filterRefs = new ArrayList<>(0);
        List<HttpRouteRule> written =
                route.spec().rules() == null ? List.of() : route.spec().rules();
        for (int i = 0; i < written.size(); i++) {
            HttpRouteRule rule = written.get(i);
            FieldPath path = resolution.reporter.root().item(i);
            resolution.filters(rule.filters(), path.field("filters"), filterRefs);
            List<ResolvedBackendRef> refs = new ArrayList<>(rule.backendRefs().size());
            for (int j = 0; j < rule.backendRefs().size(); j++) {
                HttpBackendRef ref = rule.backendRefs().get(j);
                FieldPath refPath = path.field("backendRefs").item(j);
                refs.add(resolution.resolve(
                        refPath, ref.group(), ref.kind(), ref.namespace(), ref.name(), ref.port(), ref.weight()));
                resolution.filters(ref.filters(), refPath.field("filters"), filterRefs);
            }
            rules.add(refs);
        }
        return new ResolvedRoute(
                key,
                rules,
                filterRefs,
                RouteConditions.resolvedRefs(route.metadata().generation(), resolution.failed, settings),
                diagnostics);
    }

    /** The resolution of the references of one route. */
    private final class Resolution {
        private final ResourceKey route;
        private final Reporter reporter;
        private final List<ResolvedBackendRef> failed = new ArrayList<>(0);

        Resolution(ResourceKey route, Reporter reporter) {
            this.route = route;
            this.reporter = reporter;
        }

        void filters(List<HttpRouteFilter> filters, FieldPath path, List<ResolvedBackendRef> resolved) {
            for (int i = 0; i < filters.size(); i++) {
                HttpRouteFilter filter = filters.get(i);
                if (filter.requestMirror() != null) {
                    resolved.add(filter(
                            filter.requestMirror().backendRef(), path.item(i).field("requestMirror")));
                }
                if (filter.externalAuth() != null) {
                    resolved.add(filter(
                            filter.externalAuth().backendRef(), path.item(i).field("externalAuth")));
                }
            }
        }

        private ResolvedBackendRef filter(BackendObjectReference ref, FieldPath path) {
            return resolve(
                    path.field("backendRef"), ref.group(), ref.kind(), ref.namespace(), ref.name(), ref.port(), 1);
        }

        ResolvedBackendRef resolve(
                FieldPath path,
                String group,
                String kind,
                @Nullable String namespace,
                String name,
                @Nullable Integer port,
                int weight) {
            ResourceKey target = new ResourceKey(group, kind, namespace == null ? route.namespace() : namespace, name);
            boolean isBackend = group.equals(Backend.GROUP) && kind.equals(Backend.KIND);
            if (!grants.permits(route, target)) {
                return failed(path, target, weight, ReferenceOutcome.REF_NOT_PERMITTED, notPermitted(target));
            }
            if (isBackend) {
                return backend(path, target, port, weight);
            }
            if (group.equals(CORE) && kind.equals(Service.KIND)) {
                return service(path, target, port, weight);
            }
            return failed(path, target, weight, ReferenceOutcome.INVALID_KIND, invalidKind(target));
        }

        private ResolvedBackendRef backend(FieldPath path, ResourceKey target, @Nullable Integer port, int weight) {
            boolean rejectsPort = settings.get(CoreSettings.BACKEND_REF_PORT) == BackendRefPortPolicy.REJECT;
            if (port != null && rejectsPort) {
                return failed(path, target, weight, ReferenceOutcome.BACKEND_NOT_FOUND, portNotAllowed(target));
            }
            Backend backend = targets.find(target, Backend.class);
            if (backend == null) {
                return failed(path, target, weight, ReferenceOutcome.BACKEND_NOT_FOUND, notFound(target));
            }
            if (port != null) {
                reporter.warning(
                        path.field("port"),
                        Reason.PORT_IGNORED,
                        "port " + port + " is ignored: " + target + " " + portOrigin(backend));
            }
            return ResolvedBackendRef.resolved(
                    path, target, weight, ClusterNames.backend(target.namespace(), target.name()));
        }

        private ResolvedBackendRef service(FieldPath path, ResourceKey target, @Nullable Integer port, int weight) {
            Service service = targets.find(target, Service.class);
            if (service == null || port == null) {
                return failed(path, target, weight, ReferenceOutcome.BACKEND_NOT_FOUND, notFound(target));
            }
            List<Integer> ports =
                    service.spec().ports().stream().map(ServicePort::port).toList();
            if (!ports.contains(port)) {
                return failed(
                        path,
                        target,
                        weight,
                        ReferenceOutcome.BACKEND_NOT_FOUND,
                        target + " has no port " + port + " (its ports: " + joined(ports) + ")");
            }
            return ResolvedBackendRef.resolved(
                    path, target, weight, ClusterNames.service(target.namespace(), target.name(), port));
        }

        private ResolvedBackendRef failed(
                FieldPath path, ResourceKey target, int weight, ReferenceOutcome outcome, String failure) {
            ResolvedBackendRef ref = ResolvedBackendRef.failed(path, target, weight, outcome, failure);
            failed.add(ref);
            reporter.error(path, outcome.reason(), failure);
            return ref;
        }
    }

    private String portOrigin(Backend backend) {
        BackendSource source = backend.spec() == null ? null : backend.spec().source();
        BackendDefinition<?> definition = source == null ? null : definitions.get(source.getClass());
        return definition == null || source == null ? "defines its own port" : portOrigin(definition, source);
    }

    @SuppressWarnings("unchecked") // The definition was found by the class of the source.
    private static <S extends BackendSource> String portOrigin(BackendDefinition<S> definition, BackendSource source) {
        return definition.portOrigin((S) source);
    }

    private static String joined(List<Integer> ports) {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String notPermitted(ResourceKey target) {
        return style == MessageStyle.PLAIN
                ? "no ReferenceGrant in the namespace " + target.namespace() + " permits the reference to " + target
                : "missing reference grant";
    }

    private String invalidKind(ResourceKey target) {
        return style == MessageStyle.PLAIN
                ? "the kind " + target.kind() + " of the group \"" + target.group()
                        + "\" is no backend (expected: Service of the group \"\", or Backend of the group "
                        + Backend.GROUP + ")"
                : "unknown backend kind";
    }

    private static String portNotAllowed(ResourceKey target) {
        return "BackendRef to \"" + target.name()
                + "\" includes a port. Do not specify a port when referencing a Backend "
                + "resource, as it defines its own port configuration";
    }

    private String notFound(ResourceKey target) {
        return style == MessageStyle.KGATEWAY_2_1
                ? target.kind() + " \"" + target.name() + "\" not found"
                : target + " not found";
    }
}
