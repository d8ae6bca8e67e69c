// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteFilter;
import dev.gatewaybackends.gatewayapi.v1.Route;
import dev.gatewaybackends.gatewayapi.v1.RouteRule;
import dev.gatewaybackends.gatewayapi.v1.UdpRoute;
import dev.gatewaybackends.references.ResolvedBackendRef;
import dev.gatewaybackends.references.ResolvedRoute;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.Requirements;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Translates routes, once the Backends are. */
final class RouteTranslator {
    private final RuleTranslator rules;
    private final Map<ResourceKey, TranslatedBackend> backends;

    RouteTranslator(Map<ResourceKey, TranslatedBackend> backends, TranslationSettings settings) {
        this.backends = backends;
        this.rules = new RuleTranslator(settings, this::requirements);
    }

    RouteTranslation translate(ResolvedRoute resolved, Reporter reporter) {
        ResourceKey key = resolved.route();
        Route route = resolved.resource().resource();
        Set<HttpFilter> filters = new LinkedHashSet<>();
        boolean suppressEnvoyHeaders = false;
        for (ResolvedBackendRef ref : resolved.all()) {
            if (ref.isResolved() && RuleTranslator.speaksHttp(key)) {
                Requirements requirements = requirements(ref.target());
                filters.addAll(requirements.listener().httpFilters());
                suppressEnvoyHeaders |= requirements.listener().suppressEnvoyHeaders();
            }
            if (isWithheld(ref)) {
                reporter.warning(
                        ref.path(),
                        Reason.BACKEND_REJECTED,
                        ref.target() + " has errors, so it has no cluster and its requests fail");
            }
        }
        List<RuleTranslation> translated = new ArrayList<>();
        List<? extends RouteRule> written =
                route.spec().rules() == null ? List.of() : route.spec().rules();
        for (int i = 0; i < written.size(); i++) {
            List<ResolvedBackendRef> refs = resolved.rules().get(i);
            RuleTranslation rule = rules.translate(key, written.get(i), refs);
            translated.add(rule);
            report(written.get(i), rule, refs, FieldPath.of("spec", "rules").item(i), reporter);
        }
        if (written.size() > 1 && !RuleTranslator.speaksHttp(key)) {
            reporter.warning(
                    FieldPath.of("spec", "rules"),
                    Reason.NOT_SUPPORTED,
                    "nothing tells which of " + written.size() + " rules a connection or packet is for (expected: 1)");
        }
        return new RouteTranslation(resolved, translated, List.copyOf(filters), suppressEnvoyHeaders);
    }

    private static void report(
            RouteRule written, RuleTranslation rule, List<ResolvedBackendRef> refs, FieldPath path, Reporter reporter) {
        if (!(rule instanceof RuleTranslation.NoBackend nothing) || mayAnswerItself(written)) {
            return;
        }
        if (refs.stream().filter(ref -> ref.weight() > 0).count() > 1) {
            reporter.warning(
                    path.field("backendRefs"),
                    Reason.NOT_SUPPORTED,
                    "Envoy's UDP proxy sends all packets to one cluster, so a " + UdpRoute.KIND
                            + " with several backends cannot be served");
        } else {
            reporter.warning(
                    path,
                    Reason.NO_BACKENDS,
                    "it has no backend with a weight above 0, so " + consequence(nothing.status()));
        }
    }

    private static String consequence(int status) {
        return status == 0 ? "nothing is forwarded" : "every request is answered with " + status;
    }

    private static boolean mayAnswerItself(RouteRule rule) {
        return rule.filters().stream()
                .anyMatch(filter -> filter.extensionRef() != null
                        || (filter instanceof HttpRouteFilter http && http.requestRedirect() != null));
    }

    private Requirements requirements(ResourceKey key) {
        TranslatedBackend backend = backends.get(key);
        return backend == null ? Requirements.NONE : backend.translation().requirements();
    }

    private boolean isWithheld(ResolvedBackendRef ref) {
        TranslatedBackend backend = ref.isResolved() ? backends.get(ref.target()) : null;
        return backend != null && backend.translation().cluster() == null;
    }
}
