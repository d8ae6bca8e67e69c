// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What controllers say about an {@link XBackend}. Mirrors {@code BackendStatus}.
 *
 * @param parents one entry for each parent and controller
 */
@ModelType
public record XBackendStatus(@Size(max = 32) List<@NotNull @Valid XBackendParentStatus> parents) {

    /** Copies the list; null becomes empty. */
    public XBackendStatus {
        parents = Copies.list(parents);
    }
}
