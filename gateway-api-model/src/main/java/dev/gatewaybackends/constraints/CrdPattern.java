// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A regular expression of a CRD schema, with the meaning and the linear running time it has in RE2.
 *
 * <p>{@link java.util.regex.Pattern} is no substitute: it recurses once for each turn of a group and may backtrack without
 * bound, so that a long string overflows the stack or takes forever. The syntax is what CRDs use: characters, classes, groups,
 * alternatives, repetition, {@code ^}, {@code $} and {@code .}; anything else is refused when the expression is compiled.
 * Immutable and thread-safe.
 */
public final class CrdPattern {
    private final String expression;
    private final List<Step> steps;
    private final int first;
    private final boolean onlyFromStart;

    /** One step of the program that an expression is compiled to; {@code next} and {@code other} are step numbers. */
    sealed interface Step {
        /** Consumes one code point that lies within the ranges. */
        record Consume(CodePointRanges ranges, int next) implements Step {}

        /** Continues with both steps. */
        record Fork(int next, int other) implements Step {}

        /** Continues only at the start of the text. */
        record AtStart(int next) implements Step {}

        /** Continues only at the end of the text. */
        record AtEnd(int next) implements Step {}

        /** The expression was found. */
        record Found() implements Step {}
    }

    private CrdPattern(String expression) {
        this.expression = expression;
        List<Step> program = new ArrayList<>();
        this.first = new CrdPatternCompiler(expression).compileTo(program);
        this.steps = List.copyOf(program);
        Threads later = new Threads(steps.size());
        this.onlyFromStart = !later.follow(first, false, true) && later.size == 0;
    }

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException if the expression is malformed or uses syntax that is not supported
     */
    public static CrdPattern compile(String expression) {
        return new CrdPattern(expression);
    }

    /** Returns whether the expression occurs in the text: anywhere, or where its anchors require. */
    public boolean foundIn(CharSequence text) {
        Threads current = new Threads(steps.size());
        Threads following = new Threads(steps.size());
        int at = 0;
        if (current.follow(first, true, text.length() == 0)) {
            return true;
        }
        while (at < text.length()) {
            if (onlyFromStart && current.size == 0) {
                return false;
            }
            int codePoint = Character.codePointAt(text, at);
            at += Character.charCount(codePoint);
            boolean atEnd = at == text.length();
            for (int i = 0; i < current.size; i++) {
                Step.Consume step = (Step.Consume) steps.get(current.waiting[i]);
                if (step.ranges().contains(codePoint) && following.follow(step.next(), false, atEnd)) {
                    return true;
                }
            }
            if (!onlyFromStart && following.follow(first, false, atEnd)) {
                return true;
            }
            Threads spare = current;
            current = following;
            following = spare.clear();
        }
        return false;
    }

    /** Returns the expression as it was written. */
    @Override
    public String toString() {
        return expression;
    }

    /** The steps that wait for the next code point, each at most once. */
    private final class Threads {
        private final int[] waiting;
        private final int[] pending;
        private final boolean[] seen;
        private int size;

        Threads(int steps) {
            waiting = new int[steps];
            pending = new int[steps + 1];
            seen = new boolean[steps];
        }

        Threads clear() {
            size = 0;
            Arrays.fill(seen, false);
            return this;
        }

        /** Follows a step until every thread waits for a code point; returns whether a thread found the expression. */
        boolean follow(int start, boolean atStart, boolean atEnd) {
            int left = push(start, 0);
            while (left > 0) {
                int number = pending[--left];
                Step step = steps.get(number);
                if (step instanceof Step.Consume) {
                    waiting[size++] = number;
                } else if (step instanceof Step.Fork fork) {
                    left = push(fork.next(), push(fork.other(), left));
                } else if (step instanceof Step.AtStart begin) {
                    left = atStart ? push(begin.next(), left) : left;
                } else if (step instanceof Step.AtEnd end) {
                    left = atEnd ? push(end.next(), left) : left;
                } else {
                    return true;
                }
            }
            return false;
        }

        private int push(int step, int left) {
            if (seen[step]) {
                return left;
            }
            seen[step] = true;
            pending[left] = step;
            return left + 1;
        }
    }
}
