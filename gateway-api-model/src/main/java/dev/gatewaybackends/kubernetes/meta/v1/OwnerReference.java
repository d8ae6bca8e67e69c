// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.meta.v1;

import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The object that another one belongs to. Mirrors {@code metav1.OwnerReference}.
 *
 * @param apiVersion the owner's API version
 * @param kind the owner's kind
 * @param name the owner's name
 * @param uid the owner's identifier
 * @param controller whether the owner manages this object
 * @param blockOwnerDeletion whether the owner waits for this object when it is deleted
 */
@ModelType
public record OwnerReference(
        @NotNull String apiVersion,
        @NotNull String kind,
        @NotNull String name,
        @NotNull String uid,
        @Nullable Boolean controller,
        @Nullable Boolean blockOwnerDeletion) {}
