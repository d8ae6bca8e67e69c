// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;

/**
 * Which ListenerSets may add listeners to a {@link Gateway}. Mirrors {@code AllowedListeners}.
 *
 * @param namespaces the namespaces they may be in; none when null
 */
@ModelType
public record AllowedListeners(
        @DefaultJson("{\"from\":\"None\"}") @Valid ListenerNamespaces namespaces) {

    /** Applies the default. */
    public AllowedListeners {
        namespaces = namespaces == null ? ListenerNamespacesBuilder.builder().build() : namespaces;
    }
}
