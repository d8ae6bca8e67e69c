// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.schema.ExistsIn;
import dev.gatewaybackends.schema.KgatewayVersion;
import org.jspecify.annotations.Nullable;

/**
 * The path to call, query included. Mirrors {@code path}, and {@code pathOverride} of kgateway between 2.0 and 2.1.
 *
 * @param full the whole path; the provider's own if null
 * @param fullPath the whole path, as kgateway between 2.0 and 2.1 spelled it
 */
@ModelType
public record PathOverride(
        @Chars(min = 1) @Nullable String full,
        // No release has it: the first version is after the last one.
        @ExistsIn(from = KgatewayVersion.V2_1, to = KgatewayVersion.V2_0) @Chars(min = 1) @Nullable
        String fullPath) {
    /** Returns a path. */
    public static PathOverride of(String full) {
        return new PathOverride(full, null);
    }
}
