// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.gatewayapi.v1.LocalPolicyTargetReference;
import dev.gatewaybackends.gatewayapi.v1.SessionPersistence;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The backends of an {@link XBackendTrafficPolicy} and their settings. Mirrors {@code BackendTrafficPolicySpec}.
 *
 * @param targetRefs the backends; null only before validation
 * @param retryConstraint how many requests may be retried
 * @param sessionPersistence how the requests of a session stay with one endpoint
 */
@ModelType
public record XBackendTrafficPolicySpec(
        @NotNull @UniqueBy({"group", "kind", "name"}) @Size(min = 1, max = 16)
        List<@NotNull @Valid LocalPolicyTargetReference> targetRefs,

        @Nullable @Valid RetryConstraint retryConstraint,
        @Nullable @Valid SessionPersistence sessionPersistence) {

    /** Copies the list. */
    public XBackendTrafficPolicySpec {
        targetRefs = Copies.requiredList(targetRefs);
    }
}
