// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;

/**
 * A condition for the path of a request. Mirrors {@code HTTPPathMatch}.
 *
 * @param type how it is compared; {@code PathPrefix} when null
 * @param value the path to compare with; {@code /} when null
 */
@ModelType
@Rule(
        check = HttpPathMatchRules.Absolute.class,
        message = "value must be an absolute path and start with '/' when type one of ['Exact', 'PathPrefix']")
@Rule(
        check = HttpPathMatchRules.NoEmptyElement.class,
        message = "must not contain '//' when type one of ['Exact', 'PathPrefix']")
@Rule(
        check = HttpPathMatchRules.NoDot.class,
        message = "must not contain '/./' when type one of ['Exact', 'PathPrefix']")
@Rule(
        check = HttpPathMatchRules.NoDots.class,
        message = "must not contain '/../' when type one of ['Exact', 'PathPrefix']")
@Rule(
        check = HttpPathMatchRules.NoLowerCaseEscapedSlash.class,
        message = "must not contain '%2f' when type one of ['Exact', 'PathPrefix']")
@Rule(
        check = HttpPathMatchRules.NoUpperCaseEscapedSlash.class,
        message = "must not contain '%2F' when type one of ['Exact', 'PathPrefix']")
@Rule(
        check = HttpPathMatchRules.NoFragment.class,
        message = "must not contain '#' when type one of ['Exact', 'PathPrefix']")
@Rule(
        check = HttpPathMatchRules.NoDotsAtEnd.class,
        message = "must not end with '/..' when type one of ['Exact', 'PathPrefix']")
@Rule(
        check = HttpPathMatchRules.NoDotAtEnd.class,
        message = "must not end with '/.' when type one of ['Exact', 'PathPrefix']")
@Rule(
        check = HttpPathMatchRules.PathCharacters.class,
        message = "must only contain valid characters (matching " + HttpPathMatchRules.PathCharacters.PATTERN
                + ") for types ['Exact', 'PathPrefix']")
public record HttpPathMatch(
        @DefaultJson("\"PathPrefix\"") HttpPathMatchType type,
        @DefaultJson("\"/\"") @Chars(max = 1024) String value) {

    /** Applies the defaults. */
    public HttpPathMatch {
        type = type == null ? HttpPathMatchType.PATH_PREFIX : type;
        value = value == null ? "/" : value;
    }

    /** Returns a match of paths that start with the elements of the given one. */
    public static HttpPathMatch prefix(String path) {
        return new HttpPathMatch(HttpPathMatchType.PATH_PREFIX, path);
    }

    /** Returns a match of exactly the given path. */
    public static HttpPathMatch exact(String path) {
        return new HttpPathMatch(HttpPathMatchType.EXACT, path);
    }
}
