// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Whether an expression is one that RE2, and so Envoy, can compile. What Java's engine cannot compile counts as none, although
 * RE2 takes a few of these, such as the names of scripts.
 */
final class Re2Syntax {
    private static final int MAX_REPETITIONS = 1_000;
    private static final int MAX_DEPTH = 1_000;
    private static final String ESCAPES = "dDsSwWbBAzCQEpPafnrtvx0";
    /** Flags, names and groups that capture nothing; looking around and atomic groups are Java's. */
    private static final Pattern GROUP = Pattern.compile("\\(\\?(?:P?<\\w+>|[imsU]*(?:-[imsU]+)?[:)])");

    private static final Pattern REPETITION = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");
    /** Longer names are Java's or POSIX's, which RE2 writes otherwise. */
    private static final Pattern PROPERTY = Pattern.compile("\\\\[pP](?:\\w|\\{\\^?\\w{1,2}\\})");

    private final String regex;
    private int at;
    private int depth;

    private Re2Syntax(String regex) {
        this.regex = regex;
    }

    static boolean isValid(String regex) {
        if (regex.isEmpty() || !new Re2Syntax(regex).isFreeOfJava()) {
            return false;
        }
        try {
            Pattern.compile(regex.replace("(?P<", "(?<"));
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private boolean isFreeOfJava() {
        boolean valid = true;
        char before = '(';
        while (valid && at < regex.length()) {
            char c = regex.charAt(at);
            int start = at;
            valid = switch (c) {
                case '\\' -> escape();
                case '[' -> characterClass();
                case '(' -> group();
                case ')' -> end();
                case '*', '+', '?' -> operator(at + 1);
                case '{' -> repetition(before != '(' && before != '|');
                default -> skip(1);
            };
            before = at == start + 1 ? c : 0;
        }
        return valid;
    }

    private boolean skip(int length) {
        at += length;
        return true;
    }

    private boolean escape() {
        if (regex.startsWith("\\Q", at)) {
            int end = regex.indexOf("\\E", at);
            at = end < 0 ? regex.length() : end + 2;
            return true;
        }
        if (regex.startsWith("\\p", at) || regex.startsWith("\\P", at)) {
            Matcher property = PROPERTY.matcher(regex).region(at, regex.length());
            return property.lookingAt() && skip(property.end() - at);
        }
        if (at + 1 == regex.length()) {
            return false;
        }
        char escaped = regex.charAt(at + 1);
        return (ESCAPES.indexOf(escaped) >= 0 || !isWord(escaped)) && skip(2);
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** A bracket right at the start, or after the caret, is a member of the class. */
    private boolean characterClass() {
        at += regex.startsWith("[^", at) ? 2 : 1;
        for (boolean first = true; at < regex.length(); first = false) {
            char c = regex.charAt(at);
            if (c == ']' && !first) {
                return skip(1);
            }
            if (c == '\\') {
                if (!escape()) {
                    return false;
                }
            } else {
                int posixEnd = regex.startsWith("[:", at) ? regex.indexOf(":]", at) : -1;
                at = posixEnd < 0 ? at + 1 : posixEnd + 2;
            }
        }
        return false;
    }

    private boolean group() {
        depth++;
        if (depth > MAX_DEPTH) {
            return false;
        }
        if (!regex.startsWith("(?", at)) {
            return skip(1);
        }
        Matcher group = GROUP.matcher(regex).region(at, regex.length());
        if (!group.lookingAt()) {
            return false;
        }
        if (group.group().endsWith(")")) {
            depth--;
        }
        return skip(group.end() - at);
    }

    private boolean end() {
        depth--;
        return skip(1);
    }

    /** An operator may be followed by {@code ?}, which makes it reluctant, and by no other. */
    private boolean operator(int end) {
        int next = regex.startsWith("?", end) ? end + 1 : end;
        at = next;
        return next == regex.length() || "*+?".indexOf(regex.charAt(next)) < 0;
    }

    /** What is no repetition is plain text. */
    private boolean repetition(boolean hasOperand) {
        Matcher repetition = REPETITION.matcher(regex).region(at, regex.length());
        if (!repetition.lookingAt()) {
            return skip(1);
        }
        String most = repetition.group(2);
        return hasOperand
                && isSmall(repetition.group(1))
                && (most == null || isSmall(most))
                && operator(repetition.end());
    }

    private static boolean isSmall(String digits) {
        return digits.length() <= 4 && (digits.isEmpty() || Integer.parseInt(digits) <= MAX_REPETITIONS);
    }
}
