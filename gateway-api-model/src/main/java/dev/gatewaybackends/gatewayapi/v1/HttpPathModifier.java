// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How a path is changed. Mirrors {@code HTTPPathModifier}.
 *
 * @param type which part of the path is replaced
 * @param replaceFullPath the new path
 * @param replacePrefixMatch the new prefix; may be empty
 */
@ModelType
@Rule(
        check = HttpRouteFilterRules.FullPathForType.class,
        message = "replaceFullPath must be specified when type is set to 'ReplaceFullPath'")
@Rule(
        check = HttpRouteFilterRules.TypeForFullPath.class,
        message = "type must be 'ReplaceFullPath' when replaceFullPath is set")
@Rule(
        check = HttpRouteFilterRules.PrefixMatchForType.class,
        message = "replacePrefixMatch must be specified when type is set to 'ReplacePrefixMatch'")
@Rule(
        check = HttpRouteFilterRules.TypeForPrefixMatch.class,
        message = "type must be 'ReplacePrefixMatch' when replacePrefixMatch is set")
public record HttpPathModifier(
        @NotNull HttpPathModifierType type,
        @Nullable @Chars(max = 1024) String replaceFullPath,
        @Nullable @Chars(max = 1024) String replacePrefixMatch) {

    /** Returns a modifier that replaces the whole path. */
    public static HttpPathModifier fullPath(String replacement) {
        return new HttpPathModifier(HttpPathModifierType.REPLACE_FULL_PATH, replacement, null);
    }

    /** Returns a modifier that replaces the prefix that matched. */
    public static HttpPathModifier prefixMatch(String replacement) {
        return new HttpPathModifier(HttpPathModifierType.REPLACE_PREFIX_MATCH, null, replacement);
    }
}
