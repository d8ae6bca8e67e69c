// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import dev.gatewaybackends.constraints.CrdPattern.Step;
import java.util.ArrayList;
import java.util.List;

/** Parses an expression and turns it into the steps of a {@link CrdPattern}. */
final class CrdPatternCompiler {
    private static final int MAX_REPEAT = 1000;
    private static final String REPEATERS = "*+?{";

    private final String expression;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    /** A parsed part of an expression. */
    private sealed interface Part {
        record Chars(CodePointRanges ranges) implements Part {}

        record Sequence(List<Part> parts) implements Part {}

        record Choice(List<Part> parts) implements Part {}

        /** {@code max} is negative where there is no maximum. */
        record Repeat(Part part, int min, int max) implements Part {}

        record Start() implements Part {}

        record End() implements Part {}
    }

    CrdPatternCompiler(String expression) {
        this.expression = expression;
    }

    /**
     * Adds the steps to the program from the last to the first, because a step names its successor; returns the first one.
     */
    int compileTo(List<Step> program) {
        Part whole = choice();
        if (at < expression.length()) {
            throw malformed("a closing parenthesis too many");
        }
        int first = lay(whole, add(new Step.Found()));
        program.addAll(steps);
        return first;
    }

    private int add(Step step) {
        steps.add(step);
        return steps.size() - 1;
    }

    /** Adds the steps of a part that is followed by {@code next}, and returns the number of its first step. */
    private int lay(Part part, int next) {
        if (part instanceof Part.Chars chars) {
            return add(new Step.Consume(chars.ranges(), next));
        } else if (part instanceof Part.Start) {
            return add(new Step.AtStart(next));
        } else if (part instanceof Part.End) {
            return add(new Step.AtEnd(next));
        } else if (part instanceof Part.Sequence sequence) {
            int start = next;
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                start = lay(sequence.parts().get(i), start);
            }
            return start;
        } else if (part instanceof Part.Choice choice) {
            int start = lay(choice.parts().get(0), next);
            for (Part other : choice.parts().subList(1, choice.parts().size())) {
                start = add(new Step.Fork(start, lay(other, next)));
            }
            return start;
        }
        Part.Repeat repeat = (Part.Repeat) part;
        int start = next;
        if (repeat.max() < 0) {
            int loop = add(new Step.Fork(next, next));
            steps.set(loop, new Step.Fork(lay(repeat.part(), loop), next));
            start = loop;
        }
        for (int i = repeat.min(); i < repeat.max(); i++) {
            start = add(new Step.Fork(lay(repeat.part(), start), next));
        }
        for (int i = 0; i < repeat.min(); i++) {
            start = lay(repeat.part(), start);
        }
        return start;
    }

    private Part choice() {
        List<Part> parts = new ArrayList<>();
        parts.add(sequence());
        while (take('|')) {
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.get(0) : new Part.Choice(parts);
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (at < expression.length() && !peek('|') && !peek(')')) {
            parts.add(repeated(single()));
        }
        return new Part.Sequence(parts);
    }

    private Part repeated(Part part) {
        if (at == expression.length() || REPEATERS.indexOf(expression.charAt(at)) < 0) {
            return part;
        }
        Part.Repeat repeat;
        if (take('*')) {
            repeat = new Part.Repeat(part, 0, -1);
        } else if (take('+')) {
            repeat = new Part.Repeat(part, 1, -1);
        } else if (take('?')) {
            repeat = new Part.Repeat(part, 0, 1);
        } else {
            take('{');
            int min = number();
            int max = !take(',') ? min : peek('}') ? -1 : number();
            expect('}');
            if (max >= 0 && max < min) {
                throw malformed("a repetition whose maximum is below its minimum");
            }
            repeat = new Part.Repeat(part, min, max);
        }
        // Reluctant repetition prefers other matches; whether there is one stays the same.
        take('?');
        if (at < expression.length() && REPEATERS.indexOf(expression.charAt(at)) >= 0) {
            throw malformed("a repetition of a repetition");
        }
        return repeat;
    }

    private int number() {
        int start = at;
        int value = 0;
        while (at < expression.length() && expression.charAt(at) >= '0' && expression.charAt(at) <= '9') {
            value = value * 10 + expression.charAt(at++) - '0';
            if (value > MAX_REPEAT) {
                throw malformed("a repetition of more than " + MAX_REPEAT);
            }
        }
        if (at == start) {
            throw malformed("a repetition without a number");
        }
        return value;
    }

    private Part single() {
        int codePoint = next();
        return switch (codePoint) {
            case '(' -> {
                if (take('?')) {
                    expect(':');
                }
                Part group = choice();
                expect(')');
                yield group;
            }
            case '[' -> new Part.Chars(characterClass());
            case '.' -> new Part.Chars(new CodePointRanges().add('\n', '\n').negated());
            case '^' -> new Part.Start();
            case '$' -> new Part.End();
            case '\\' -> new Part.Chars(escape());
            case '*', '+', '?', '{' -> throw malformed("a repetition of nothing");
            default -> new Part.Chars(new CodePointRanges().add(codePoint, codePoint));
        };
    }

    private CodePointRanges characterClass() {
        boolean negated = take('^');
        CodePointRanges ranges = new CodePointRanges();
        boolean first = true;
        while (first || !peek(']')) {
            first = false;
            if (expression.startsWith("[:", at) && expression.indexOf(":]", at) > 0) {
                throw malformed("a POSIX class, which is not supported");
            }
            int codePoint = next();
            CodePointRanges item = codePoint == '\\' ? escape() : new CodePointRanges().add(codePoint, codePoint);
            if (item.isOne() && peek('-') && at + 1 < expression.length() && expression.charAt(at + 1) != ']') {
                take('-');
                int last = next();
                CodePointRanges end = last == '\\' ? escape() : new CodePointRanges().add(last, last);
                if (!end.isOne() || end.first() < item.first()) {
                    throw malformed("a range that is none");
                }
                ranges.add(item.first(), end.first());
            } else {
                ranges.addAll(item);
            }
        }
        expect(']');
        return negated ? ranges.negated() : ranges;
    }

    private CodePointRanges escape() {
        int codePoint = next();
        CodePointRanges ranges = new CodePointRanges();
        return switch (codePoint) {
            case 'd' -> ranges.add('0', '9');
            case 'w' -> ranges.add('0', '9').add('A', 'Z').add('a', 'z').add('_', '_');
            case 's' -> ranges.add('\t', '\n').add('\f', '\r').add(' ', ' ');
            case 't' -> ranges.add('\t', '\t');
            case 'n' -> ranges.add('\n', '\n');
            case 'r' -> ranges.add('\r', '\r');
            case 'f' -> ranges.add('\f', '\f');
            case 'x' -> {
                int value = hexDigit() * 16 + hexDigit();
                yield ranges.add(value, value);
            }
            default -> {
                if (codePoint >= 0x80 || Character.isLetterOrDigit(codePoint)) {
                    throw malformed("an escape that is not supported");
                }
                yield ranges.add(codePoint, codePoint);
            }
        };
    }

    private int hexDigit() {
        int digit = Character.digit(next(), 16);
        if (digit < 0) {
            throw malformed("a hexadecimal escape without two digits");
        }
        return digit;
    }

    private int next() {
        if (at == expression.length()) {
            throw malformed("an end that comes too early");
        }
        int codePoint = expression.codePointAt(at);
        at += Character.charCount(codePoint);
        return codePoint;
    }

    private boolean peek(char c) {
        return at < expression.length() && expression.charAt(at) == c;
    }

    private boolean take(char c) {
        boolean found = peek(c);
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw malformed("no '" + c + "' where one is needed");
        }
    }

    private IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException("the expression " + expression + " has " + what + ", at offset " + at);
    }
}
