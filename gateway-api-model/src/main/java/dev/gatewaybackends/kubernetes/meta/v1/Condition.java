// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.meta.v1;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.DateTime;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of the state of an object. Mirrors {@code metav1.Condition}.
 *
 * @param type the aspect, unique within a list of conditions
 * @param status whether it holds
 * @param observedGeneration the generation of the object that the condition was computed from
 * @param lastTransitionTime the time of the last change of the status, RFC 3339 as written
 * @param reason the reason of the status, as one word for programs
 * @param message the reason of the status, as a text for people; may be empty
 */
@ModelType
public record Condition(
        @NotNull
        @Chars(max = 316)
        @Matches("^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
                + "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$")
        String type,

        @NotNull ConditionStatus status,
        @Nullable @Min(0) Long observedGeneration,
        @NotNull @DateTime String lastTransitionTime,

        @NotNull @Chars(min = 1, max = 1024) @Matches("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$")
        String reason,

        @NotNull @Chars(max = 32768) String message) {}
