// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.ResourceKey;
import java.util.List;

/**
 * What became of the references of a resource that is no route. Immutable; everything stands in document order.
 *
 * @param resource the resource that refers
 * @param references its references
 * @param diagnostics what there is to report, with places
 */
public record ResolvedReferences(ResourceKey resource, List<ResolvedReference> references, Diagnostics diagnostics) {

    /** Copies the references. */
    public ResolvedReferences {
        references = List.copyOf(references);
    }
}
