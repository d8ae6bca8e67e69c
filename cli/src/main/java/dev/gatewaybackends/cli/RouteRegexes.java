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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** The regular expressions of matches. */
final class RouteRegexes {
    private static final int MAX_NESTING = 1_000;
    private static final int MAX_REPETITIONS = 1_000;
    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

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
        if (regex.isEmpty() || exceedsLimits(regex)) {
            return false;
        }
        try {
            return Pattern.compile(regex).pattern().equals(regex);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** RE2 limits how deep groups nest, and how often nested repetitions repeat; re2j leaves both to stack and heap. */
    private static boolean exceedsLimits(String regex) {
        Deque<Long> groups = new ArrayDeque<>();
        long most = 1;
        long last = 1;
        for (int i = 0; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> {
                    i++;
                    last = 1;
                }
                case '[' -> {
                    i = endOfClass(regex, i);
                    last = 1;
                }
                case '(' -> {
                    groups.push(most);
                    most = 1;
                    last = 1;
                }
                case ')' -> {
                    last = most;
                    most = Math.max(most, groups.isEmpty() ? 1 : groups.pop());
                }
                case '{' -> {
                    last *= repetitions(regex, i);
                    most = Math.max(most, last);
                }
                default -> last = 1;
            }
            if (groups.size() > MAX_NESTING || most > MAX_REPETITIONS) {
                return true;
            }
        }
        return false;
    }

    private static int endOfClass(String regex, int start) {
        int i = start + 1;
        // A bracket that closes nothing yet stands for itself.
        for (int first = i; i < regex.length() && (regex.charAt(i) != ']' || i == first); i++) {
            if (regex.charAt(i) == '\\') {
                i++;
            }
        }
        return i;
    }

    /** Returns the greater number of a repetition such as {@code {2,7}}; 1 for a brace that is none. */
    private static long repetitions(String regex, int brace) {
        Matcher repetition = REPETITION.matcher(regex).region(brace, regex.length());
        if (!repetition.lookingAt()) {
            return 1;
        }
        String max = repetition.group(2);
        return Math.max(1, Long.parseLong(max == null || max.isEmpty() ? repetition.group(1) : max));
    }
}
