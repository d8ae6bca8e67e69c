// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a rule, which is RE2, run by Java's engine.
 *
 * <p>The two differ: in RE2 {@code $} is the very end of the text, only {@code \n} ends a line, and a bracket inside a
 * character class is a plain character. RE2 takes time proportional to the text; Java may not, so a search that exceeds its
 * allowance of steps counts as no match.
 */
final class Re2Pattern {
    private static final int STEPS_PER_CHARACTER = 1_000;
    private static final Map<String, String> POSIX_CLASSES = Map.ofEntries(
            Map.entry("alnum", "\\p{Alnum}"),
            Map.entry("alpha", "\\p{Alpha}"),
            Map.entry("ascii", "\\p{ASCII}"),
            Map.entry("blank", "\\p{Blank}"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("digit", "\\p{Digit}"),
            Map.entry("graph", "\\p{Graph}"),
            Map.entry("lower", "\\p{Lower}"),
            Map.entry("print", "\\p{Print}"),
            Map.entry("punct", "\\p{Punct}"),
            Map.entry("space", "\\p{Space}"),
            Map.entry("upper", "\\p{Upper}"),
            Map.entry("word", "\\w"),
            Map.entry("xdigit", "\\p{XDigit}"));

    private final String source;
    private final @Nullable Pattern pattern;

    private Re2Pattern(String source, @Nullable Pattern pattern) {
        this.source = source;
        this.pattern = pattern;
    }

    /** Returns the pattern; one that Java cannot run matches nothing, so that nothing passes unchecked. */
    static Re2Pattern of(String source) {
        try {
            return new Re2Pattern(source, Pattern.compile(toJava(source), Pattern.UNIX_LINES));
        } catch (PatternSyntaxException e) {
            return new Re2Pattern(source, null);
        }
    }

    boolean occursIn(String text) {
        if (pattern == null) {
            return false;
        }
        try {
            return pattern.matcher(new Allowance(text)).find();
        } catch (OutOfStepsException | StackOverflowError e) {
            return false;
        }
    }

    /** Returns the pattern as the rule states it. */
    @Override
    public String toString() {
        return source;
    }

    private static String toJava(String re2) {
        StringBuilder java = new StringBuilder(re2.length() + 8);
        int at = 0;
        while (at < re2.length()) {
            char c = re2.charAt(at);
            if (c == '\\' && at + 1 < re2.length()) {
                java.append(c).append(re2.charAt(at + 1));
                at += 2;
            } else if (c == '[') {
                at = appendClass(re2, at, java);
            } else if (c == '$') {
                java.append("\\z");
                at++;
            } else if (re2.startsWith("(?P<", at)) {
                java.append("(?<");
                at += 4;
            } else {
                java.append(c);
                at++;
            }
        }
        return java.toString();
    }

    private static int appendClass(String re2, int start, StringBuilder java) {
        int at = start + 1;
        java.append('[');
        if (at < re2.length() && re2.charAt(at) == '^') {
            java.append('^');
            at++;
        }
        int first = at;
        while (at < re2.length() && (re2.charAt(at) != ']' || at == first)) {
            char c = re2.charAt(at);
            int posixEnd = re2.startsWith("[:", at) ? re2.indexOf(":]", at) : -1;
            if (posixEnd > 0) {
                String name = re2.substring(at + 2, posixEnd);
                boolean negated = name.startsWith("^");
                String posix = POSIX_CLASSES.get(negated ? name.substring(1) : name);
                if (posix == null) {
                    throw new PatternSyntaxException("unknown character class", re2, at);
                }
                java.append(negated ? "[^" + posix + "]" : posix);
                at = posixEnd + 2;
            } else if (c == '\\' && at + 1 < re2.length()) {
                java.append(c).append(re2.charAt(at + 1));
                at += 2;
            } else {
                java.append(c == '[' || c == '&' || c == ']' ? "\\" : "").append(c);
                at++;
            }
        }
        java.append(']');
        return at + 1;
    }

    private static final class OutOfStepsException extends RuntimeException {
        OutOfStepsException() {
            super("the pattern takes too many steps", null, false, false);
        }
    }

    /** A text that may be looked at only so often. */
    private static final class Allowance implements CharSequence {
        private final String text;
        private long steps;

        Allowance(String text) {
            this.text = text;
            this.steps = (text.length() + 1L) * STEPS_PER_CHARACTER;
        }

        @Override
        public char charAt(int index) {
            steps--;
            if (steps < 0) {
                throw new OutOfStepsException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
