// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.CrdPattern;
import java.util.function.Predicate;

/**
 * CEL rules for the path of a match, unless it is a regular expression.
 *
 * <p>The CRD also has a rule that the type is known. It has no counterpart here, because the schema reports unknown types
 * first.
 */
final class HttpPathMatchRules {
    private HttpPathMatchRules() {}

    /** A condition for paths that are not regular expressions. */
    abstract static class PlainPath implements Predicate<HttpPathMatch> {
        private final Predicate<String> condition;

        PlainPath(Predicate<String> condition) {
            this.condition = condition;
        }

        @Override
        public final boolean test(HttpPathMatch match) {
            return match.type() == HttpPathMatchType.REGULAR_EXPRESSION || condition.test(match.value());
        }
    }

    /** The path starts with a slash. */
    static final class Absolute extends PlainPath {
        Absolute() {
            super(path -> path.startsWith("/"));
        }
    }

    /** No element of the path is empty. */
    static final class NoEmptyElement extends PlainPath {
        NoEmptyElement() {
            super(path -> !path.contains("//"));
        }
    }

    /** No element within the path is a dot. */
    static final class NoDot extends PlainPath {
        NoDot() {
            super(path -> !path.contains("/./"));
        }
    }

    /** No element within the path is two dots. */
    static final class NoDots extends PlainPath {
        NoDots() {
            super(path -> !path.contains("/../"));
        }
    }

    /** The path has no {@code %2f}. */
    static final class NoLowerCaseEscapedSlash extends PlainPath {
        NoLowerCaseEscapedSlash() {
            super(path -> !path.contains("%2f"));
        }
    }

    /** The path has no {@code %2F}. */
    static final class NoUpperCaseEscapedSlash extends PlainPath {
        NoUpperCaseEscapedSlash() {
            super(path -> !path.contains("%2F"));
        }
    }

    /** The path has no fragment. */
    static final class NoFragment extends PlainPath {
        NoFragment() {
            super(path -> path.indexOf('#') < 0);
        }
    }

    /** The last element of the path is not two dots. */
    static final class NoDotsAtEnd extends PlainPath {
        NoDotsAtEnd() {
            super(path -> !path.endsWith("/.."));
        }
    }

    /** The last element of the path is not a dot. */
    static final class NoDotAtEnd extends PlainPath {
        NoDotAtEnd() {
            super(path -> !path.endsWith("/."));
        }
    }

    /** The path has only characters that are valid in the path of a URI. */
    static final class PathCharacters extends PlainPath {
        /** The pattern of the path. */
        static final String PATTERN = "^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$";

        private static final CrdPattern VALID = CrdPattern.compile(PATTERN);

        PathCharacters() {
            super(VALID::foundIn);
        }
    }
}
