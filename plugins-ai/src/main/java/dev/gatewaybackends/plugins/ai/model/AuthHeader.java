// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.schema.KgatewayVersion;
import org.jspecify.annotations.Nullable;

/**
 * How a token is sent. Mirrors {@code authHeader}, and {@code authHeaderOverride} of kgateway between 2.0 and 2.1.
 *
 * @param prefix what stands in front of the token, to the letter: no space is added; the provider's own if null
 * @param headerName the header; the provider's own if null
 */
@ModelType
@Rule(
        check = AiRules.HeaderNameOrPrefix.class,
        message = AiRules.HeaderNameOrPrefix.MESSAGE,
        groups = KgatewayVersion.Crd2_1.class)
public record AuthHeader(
        @Chars(min = 1, groups = KgatewayVersion.Crd2_1.class) @Nullable
        String prefix,

        @Chars(min = 1) @Nullable String headerName) {}
