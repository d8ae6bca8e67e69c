// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.rules;

import dev.gatewaybackends.constraints.CrdPattern;
import dev.gatewaybackends.gatewayapi.v1.HttpPathMatch;
import dev.gatewaybackends.gatewayapi.v1.HttpPathMatchType;
import java.util.function.Predicate;

/**
 * What holds for the path of a match, unless it is a regular expression.
 *
 * <p>The CRD's rule that the type is a known one has no counterpart: the schema reports that first.
 */
public final class HttpPathMatchRules {
    private HttpPathMatchRules() {}

    /** A condition on paths that are no expressions. */
    public abstract static class PlainPath implements Predicate<HttpPathMatch> {
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
    public static final class Absolute extends PlainPath {
        /** Creates the check. */
        public Absolute() {
            super(path -> path.startsWith("/"));
        }
    }

    /** No element of the path is empty. */
    public static final class NoEmptyElement extends PlainPath {
        /** Creates the check. */
        public NoEmptyElement() {
            super(path -> !path.contains("//"));
        }
    }

    /** No element within the path is a dot. */
    public static final class NoDot extends PlainPath {
        /** Creates the check. */
        public NoDot() {
            super(path -> !path.contains("/./"));
        }
    }

    /** No element within the path is two dots. */
    public static final class NoDots extends PlainPath {
        /** Creates the check. */
        public NoDots() {
            super(path -> !path.contains("/../"));
        }
    }

    /** The path has no {@code %2f}. */
    public static final class NoLowerCaseEscapedSlash extends PlainPath {
        /** Creates the check. */
        public NoLowerCaseEscapedSlash() {
            super(path -> !path.contains("%2f"));
        }
    }

    /** The path has no {@code %2F}. */
    public static final class NoUpperCaseEscapedSlash extends PlainPath {
        /** Creates the check. */
        public NoUpperCaseEscapedSlash() {
            super(path -> !path.contains("%2F"));
        }
    }

    /** The path has no fragment. */
    public static final class NoFragment extends PlainPath {
        /** Creates the check. */
        public NoFragment() {
            super(path -> path.indexOf('#') < 0);
        }
    }

    /** The last element of the path is not two dots. */
    public static final class NoDotsAtEnd extends PlainPath {
        /** Creates the check. */
        public NoDotsAtEnd() {
            super(path -> !path.endsWith("/.."));
        }
    }

    /** The last element of the path is not a dot. */
    public static final class NoDotAtEnd extends PlainPath {
        /** Creates the check. */
        public NoDotAtEnd() {
            super(path -> !path.endsWith("/."));
        }
    }

    /** The path has only the characters that a path of a URI may have. */
    public static final class PathCharacters extends PlainPath {
        /** The expression that the path matches. */
        public static final String PATTERN = "^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$";

        private static final CrdPattern VALID = CrdPattern.compile(PATTERN);

        /** Creates the check. */
        public PathCharacters() {
            super(VALID::foundIn);
        }
    }
}
