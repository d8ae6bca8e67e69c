// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.ResourceKey;
import java.util.List;

/**
 * What became of the references of a resource that is no route. Immutable; everything stands in document order.
 *
 * @param resource the resource that refers
 * @param references its references
 * @param diagnostics what there is to report, without places
 */
public record ResolvedReferences(
        ResourceKey resource, List<ResolvedReference> references, List<Diagnostic> diagnostics) {

    /** Copies the lists. */
    public ResolvedReferences {
        references = List.copyOf(references);
        diagnostics = List.copyOf(diagnostics);
    }
}
