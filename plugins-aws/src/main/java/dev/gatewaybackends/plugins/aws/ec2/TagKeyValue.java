// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A tag and its value. Mirrors {@code keyValue} of a {@link TagFilter}.
 *
 * @param key the key of the tag
 * @param value its value, compared with regard to case
 */
@ModelType
public record TagKeyValue(
        @NotNull @Chars(min = 1, max = 128) String key,
        @NotNull @Chars(min = 1, max = 256) String value) {}
