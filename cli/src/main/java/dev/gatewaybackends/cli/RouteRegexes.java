// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.diagnostics.Severity;
import dev.gatewaybackends.gatewayapi.v1.HttpHeaderMatch;
import dev.gatewaybackends.gatewayapi.v1.HttpHeaderMatchType;
import dev.gatewaybackends.gatewayapi.v1.HttpPathMatchType;
import dev.gatewaybackends.gatewayapi.v1.HttpQueryParamMatch;
import dev.gatewaybackends.gatewayapi.v1.HttpQueryParamMatchType;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The regular expressions of matches. */
final class RouteRegexes {
    private RouteRegexes() {}

    /** Returns the expressions of a match by their place in it. */
    static Map<FieldPath, String> of(FieldPath path, HttpRouteMatch match) {
        Map<FieldPath, String> regexes = new LinkedHashMap<>();
        if (match.path().type() == HttpPathMatchType.REGULAR_EXPRESSION) {
            regexes.put(path.field("path").field("value"), match.path().value());
        }
        for (int i = 0; i < match.headers().size(); i++) {
            HttpHeaderMatch header = match.headers().get(i);
            if (header.type() == HttpHeaderMatchType.REGULAR_EXPRESSION) {
                regexes.put(path.field("headers").item(i).field("value"), header.value());
            }
        }
        for (int i = 0; i < match.queryParams().size(); i++) {
            HttpQueryParamMatch parameter = match.queryParams().get(i);
            if (parameter.type() == HttpQueryParamMatchType.REGULAR_EXPRESSION) {
                regexes.put(path.field("queryParams").item(i).field("value"), parameter.value());
            }
        }
        return regexes;
    }

    /** Reports the expressions of a route that Envoy would refuse together with the whole configuration. */
    static List<Diagnostic> check(ResourceKey route, Map<FieldPath, String> regexes) {
        List<Diagnostic> found = new ArrayList<>(0);
        regexes.forEach((path, regex) -> {
            if (!isRe2(regex)) {
                found.add(new Diagnostic(
                        Severity.ERROR,
                        route,
                        path,
                        Reason.ENVOY_REJECTS,
                        "it is no expression that Envoy understands (expected: RE2 syntax, not empty); the match is left out",
                        null));
            }
        });
        return found;
    }

    /** Returns whether an expression is one that RE2, and so Envoy, can compile; Envoy takes no empty one. */
    static boolean isRe2(String regex) {
        try {
            return !regex.isEmpty() && Pattern.compile(regex).pattern().equals(regex);
        } catch (PatternSyntaxException | StackOverflowError e) {
            // The library recurses into groups, of which RE2 allows fewer than fit on a stack.
            return false;
        }
    }
}
