// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendDefinition;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.ClusterNames;
import dev.gatewaybackends.backend.GuardedPlugin;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.BackendReference;
import dev.gatewaybackends.gatewayapi.v1.GrpcRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.UdpRoute;
import dev.gatewaybackends.gatewayapi.v1.WeightedBackendReference;
import dev.gatewaybackends.kubernetes.v1.Service;
import dev.gatewaybackends.kubernetes.v1.ServicePort;
import dev.gatewaybackends.settings.BackendRefPortPolicy;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.validate.ValidResources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what one reference of a route to a backend leads to. Immutable. */
final class BackendTargets {
    private final ValidResources resources;
    private final ReferenceGrants grants;
    private final RouteDelegation delegation;
    private final PluginRegistry plugins;
    private final AppProtocols appProtocols;
    private final BackendRefTexts texts;
    private final boolean rejectsPort;
    private final boolean checksAppProtocol;

    BackendTargets(
            ValidResources resources,
            ReferenceGrants grants,
            RouteDelegation delegation,
            PluginRegistry plugins,
            AppProtocols appProtocols,
            TranslationSettings settings) {
        this.resources = resources;
        this.grants = grants;
        this.delegation = delegation;
        this.plugins = plugins;
        this.appProtocols = appProtocols;
        this.texts = new BackendRefTexts(settings.get(CoreSettings.MESSAGE_STYLE));
        this.rejectsPort = settings.get(CoreSettings.BACKEND_REF_PORT) == BackendRefPortPolicy.REJECT;
        this.checksAppProtocol = settings.get(CoreSettings.CHECK_APP_PROTOCOL);
    }

    /** Resolves one reference; what fails is reported as an error. */
    ResolvedBackendRef resolve(ResourceKey route, BackendReference ref, int weight, FieldPath path, Reporter reporter) {
        // What only the translation lets through, which has to do with what older releases stored.
        String name = ref.name() == null ? "" : ref.name();
        ResourceKey target = new ResourceKey(
                ref.group(), ref.kind(), ref.namespace() == null ? route.namespace() : ref.namespace(), name);
        ResolvedBackendRef resolved = new Attempt(route, target, weight, path, reporter).resolve(ref);
        if (resolved.failure() != null) {
            reporter.error(path, resolved.outcome().reason(), resolved.failure());
        }
        return resolved;
    }

    /** The checks of one reference; the first that fails ends them. */
    private final class Attempt {
        private final ResourceKey route;
        private final ResourceKey target;
        private final int weight;
        private final FieldPath path;
        private final Reporter reporter;

        Attempt(ResourceKey route, ResourceKey target, int weight, FieldPath path, Reporter reporter) {
            this.route = route;
            this.target = target;
            this.weight = weight;
            this.path = path;
            this.reporter = reporter;
        }

        ResolvedBackendRef resolve(BackendReference ref) {
            // A copy of a request, or a question about it, cannot be delegated.
            if (route.kind().equals(HttpRoute.KIND)
                    && ref instanceof WeightedBackendReference
                    && RouteDelegation.isDelegation(ref.group(), ref.kind())) {
                return delegated();
            }
            if (!grants.permits(route, target)) {
                return failed(ReferenceOutcome.REF_NOT_PERMITTED, texts.notPermitted(target));
            }
            if (target.group().equals(Backend.GROUP) && target.kind().equals(Backend.KIND)) {
                return backend(ref.port());
            }
            return ref.isService()
                    ? service(ref.port())
                    : failed(ReferenceOutcome.INVALID_KIND, texts.invalidKind(target));
        }

        private ResolvedBackendRef delegated() {
            List<ResourceKey> delegates = delegation.delegates(route, target);
            if (!delegates.isEmpty()) {
                return ResolvedBackendRef.delegated(path, target, weight, delegates);
            }
            return delegation.isCycle(route, target)
                    ? failed(ReferenceOutcome.REF_NOT_PERMITTED, texts.delegationCycle(target))
                    : failed(ReferenceOutcome.BACKEND_NOT_FOUND, texts.noDelegate(target));
        }

        private ResolvedBackendRef backend(@Nullable Integer port) {
            if (port != null && rejectsPort) {
                return failed(ReferenceOutcome.BACKEND_NOT_FOUND, texts.portNotAllowed(target));
            }
            Backend backend = resources.find(target, Backend.class);
            BackendSource source = backend == null ? null : backend.spec().source();
            BackendDefinition<BackendSource> plugin = source == null ? null : plugins.find(source);
            if (backend == null && resources.refused(target) == null) {
                return failed(ReferenceOutcome.BACKEND_NOT_FOUND, texts.notFound(target));
            }
            String origin = BackendDefinition.OWN_PORT;
            if (plugin != null && source != null) {
                GuardedPlugin<BackendSource> guarded = new GuardedPlugin<>(plugin);
                Reporter here = reporter.at(path);
                if (!speaksHttp() && !Boolean.FALSE.equals(guarded.requiresHttp(source, here))) {
                    return failed(ReferenceOutcome.INVALID_KIND, texts.needsHttp(target, route));
                }
                String told = port == null ? null : guarded.portOrigin(source, here);
                origin = told == null ? origin : told;
            }
            if (port != null) {
                reporter.warning(
                        path.field("port"),
                        Reason.PORT_IGNORED,
                        "port " + port + " is ignored: " + target + " " + origin);
            }
            return resolved(ClusterNames.backend(target.namespace(), target.name()));
        }

        private boolean speaksHttp() {
            return route.kind().equals(HttpRoute.KIND) || route.kind().equals(GrpcRoute.KIND);
        }

        private ResolvedBackendRef service(@Nullable Integer port) {
            Service service = resources.find(target, Service.class);
            if (port == null || (service == null && resources.refused(target) == null)) {
                return failed(ReferenceOutcome.BACKEND_NOT_FOUND, texts.notFound(target));
            }
            if (service == null) {
                // It exists, and validation of the Service says what is wrong with it.
                return resolved(ClusterNames.service(target.namespace(), target.name(), port));
            }
            List<ServicePort> all =
                    service.spec() == null ? List.of() : service.spec().ports();
            List<ServicePort> ports = all.stream()
                    .filter(declared -> port.equals(declared.port()))
                    .toList();
            if (ports.isEmpty()) {
                return failed(
                        ReferenceOutcome.BACKEND_NOT_FOUND,
                        texts.noSuchPort(
                                target,
                                port,
                                all.stream().map(ServicePort::port).toList()));
            }
            String appProtocol = reached(ports).appProtocol();
            if (checksAppProtocol && appProtocol != null && !appProtocols.canSpeak(route.kind(), appProtocol)) {
                return failed(
                        ReferenceOutcome.UNSUPPORTED_PROTOCOL,
                        texts.unsupportedProtocol(target, port, appProtocol, route));
            }
            return resolved(ClusterNames.service(target.namespace(), target.name(), port));
        }

        /** One number can be a port of TCP and one of UDP. */
        private ServicePort reached(List<ServicePort> ports) {
            String transport = route.kind().equals(UdpRoute.KIND) ? "UDP" : "TCP";
            return ports.stream()
                    .filter(port -> port.protocol().equals(transport))
                    .findFirst()
                    .orElse(ports.get(0));
        }

        private ResolvedBackendRef resolved(String cluster) {
            return ResolvedBackendRef.resolved(path, target, weight, cluster);
        }

        private ResolvedBackendRef failed(ReferenceOutcome outcome, String failure) {
            return ResolvedBackendRef.failed(path, target, weight, outcome, failure);
        }
    }
}
