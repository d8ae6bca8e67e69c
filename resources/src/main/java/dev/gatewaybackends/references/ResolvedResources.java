// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.validate.ValidResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Valid resources and what became of their references. Immutable; everything stands in document order.
 *
 * @param resources the resources that validation let through
 * @param routes the routes
 * @param references the other resources that refer to something: Gateways, ListenerSets, BackendTLSPolicies and XBackends
 * @param mistakes mistakes of this library: routes and resources that have one are left out
 */
public record ResolvedResources(
        ValidResources resources,
        List<ResolvedRoute> routes,
        List<ResolvedReferences> references,
        Diagnostics mistakes) {
    /** Requires every part; copies the lists. */
    public ResolvedResources {
        Objects.requireNonNull(resources, "resources");
        routes = List.copyOf(routes);
        references = List.copyOf(references);
        Objects.requireNonNull(mistakes, "mistakes");
    }

    /** Returns what resolving found, with places: resources that are declared twice, then routes, then the others. */
    public Diagnostics diagnostics() {
        List<Diagnostic> all = new ArrayList<>(resources.duplicates().all());
        routes.forEach(route -> all.addAll(route.diagnostics().all()));
        references.forEach(resource -> all.addAll(resource.diagnostics().all()));
        all.addAll(mistakes.all());
        return Diagnostics.of(all);
    }
}
