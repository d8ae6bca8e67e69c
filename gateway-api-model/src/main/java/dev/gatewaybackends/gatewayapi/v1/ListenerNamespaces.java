// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.kubernetes.meta.v1.LabelSelector;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * From which namespaces ListenerSets may attach. Mirrors {@code ListenerNamespaces}.
 *
 * @param from how the namespaces are chosen; {@code None} when null
 * @param selector the labels of the namespaces, for {@code Selector}
 */
@ModelType
public record ListenerNamespaces(
        @DefaultJson("\"None\"") ListenerFromNamespaces from,
        @Nullable @Valid LabelSelector selector) {

    /** Applies the default. */
    public ListenerNamespaces {
        from = from == null ? ListenerFromNamespaces.NONE : from;
    }
}
