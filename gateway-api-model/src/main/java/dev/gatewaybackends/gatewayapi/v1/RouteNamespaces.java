// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.kubernetes.meta.v1.LabelSelector;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * From which namespaces routes may attach. Mirrors {@code RouteNamespaces}.
 *
 * @param from how the namespaces are chosen; {@code Same} when null
 * @param selector the labels of the namespaces, for {@code Selector}
 */
@ModelType
public record RouteNamespaces(
        @DefaultJson("\"Same\"") FromNamespaces from,
        @Nullable @Valid LabelSelector selector) {

    /** Applies the default. */
    public RouteNamespaces {
        from = from == null ? FromNamespaces.SAME : from;
    }
}
