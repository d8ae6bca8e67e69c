// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of one number: of every numeric kind, bool, enum and duration. */
final class NumberCheck {
    private final NumberKind kind;
    private final @Nullable Long only;
    private final @Nullable Bound low;
    private final @Nullable Bound high;
    private final boolean outside;
    private final List<Long> in;
    private final List<Long> notIn;
    private final boolean ignoreEmpty;
    private final @Nullable EnumDescriptor defined;
    private final @Nullable EnumDescriptor names;

    private record Bound(long value, boolean inclusive) {}

    private NumberCheck(Builder builder) {
        this.kind = builder.kind;
        this.only = builder.only;
        this.low = builder.low;
        this.high = builder.high;
        this.outside = low != null && high != null && kind.less(high.value(), low.value());
        this.in = builder.in;
        this.notIn = builder.notIn;
        this.ignoreEmpty = builder.ignoreEmpty;
        this.defined = builder.defined;
        this.names = builder.names;
    }

    /** Returns the check of a scalar, null when there is nothing to check. */
    static @Nullable NumberCheck of(NumberKind kind, RuleFields rules, @Nullable EnumDescriptor names) {
        if (rules.isEmpty()) {
            return null;
        }
        Builder builder = new Builder(kind);
        builder.names = names;
        builder.only = first(kind, rules, PgvFields.NUMBER_CONST);
        if (kind == NumberKind.ENUM) {
            builder.defined = rules.flag(PgvFields.ENUM_DEFINED_ONLY) ? names : null;
            builder.in = values(kind, rules, PgvFields.ENUM_IN);
            builder.notIn = values(kind, rules, PgvFields.ENUM_NOT_IN);
        } else {
            builder.range(
                    first(kind, rules, PgvFields.NUMBER_LT),
                    first(kind, rules, PgvFields.NUMBER_LTE),
                    first(kind, rules, PgvFields.NUMBER_GT),
                    first(kind, rules, PgvFields.NUMBER_GTE));
            builder.in = values(kind, rules, PgvFields.NUMBER_IN);
            builder.notIn = values(kind, rules, PgvFields.NUMBER_NOT_IN);
            builder.ignoreEmpty = rules.flag(PgvFields.NUMBER_IGNORE_EMPTY);
        }
        return new NumberCheck(builder);
    }

    /** Returns the check of the nanoseconds of a duration, null when there is nothing to check. */
    static @Nullable NumberCheck ofDuration(RuleFields rules) {
        if (rules.isEmpty()) {
            return null;
        }
        Builder builder = new Builder(NumberKind.DURATION);
        builder.only = duration(rules, PgvFields.DURATION_CONST);
        builder.range(
                duration(rules, PgvFields.DURATION_LT),
                duration(rules, PgvFields.DURATION_LTE),
                duration(rules, PgvFields.DURATION_GT),
                duration(rules, PgvFields.DURATION_GTE));
        builder.in = rules.children(PgvFields.DURATION_IN).stream()
                .map(NumberCheck::nanos)
                .toList();
        builder.notIn = rules.children(PgvFields.DURATION_NOT_IN).stream()
                .map(NumberCheck::nanos)
                .toList();
        return new NumberCheck(builder);
    }

    /** Returns what is wrong with a value, null when nothing is. */
    @Nullable
    String judge(long value) {
        if (ignoreEmpty && kind.same(value, 0)) {
            return null;
        }
        if (only != null && !kind.same(value, only)) {
            return show(value) + " is not " + show(only) + ", the only value allowed";
        }
        String range = judgeRange(value);
        if (range != null) {
            return range;
        }
        if (!in.isEmpty() && !contains(in, value)) {
            return show(value) + " is not one of " + in.stream().map(this::show).collect(Collectors.joining(", "));
        }
        if (contains(notIn, value)) {
            return show(value) + " is not allowed";
        }
        if (defined != null && defined.findValueByNumber((int) value) == null) {
            return show(value) + " is not a value of " + defined.getName();
        }
        return null;
    }

    private @Nullable String judgeRange(long value) {
        boolean tooLow = low != null && (kind.less(value, low.value()) || (!low.inclusive() && same(value, low)));
        boolean tooHigh = high != null && (kind.less(high.value(), value) || (!high.inclusive() && same(value, high)));
        if (outside) {
            return tooLow && tooHigh && low != null && high != null
                    ? show(value) + " is between " + show(high.value()) + " and " + show(low.value())
                            + ", only values outside are allowed"
                    : null;
        }
        if (tooLow && low != null) {
            return show(value) + (low.inclusive() ? " is less than " : " is not greater than ") + show(low.value());
        }
        if (tooHigh && high != null) {
            return show(value) + (high.inclusive() ? " is greater than " : " is not less than ") + show(high.value());
        }
        return null;
    }

    private boolean same(long value, Bound bound) {
        return kind.same(value, bound.value());
    }

    private boolean contains(List<Long> values, long value) {
        for (long candidate : values) {
            if (kind.same(candidate, value)) {
                return true;
            }
        }
        return false;
    }

    private String show(long value) {
        EnumValueDescriptor name = names == null ? null : names.findValueByNumber((int) value);
        return name == null ? kind.text(value) : kind.text(value) + " (" + name.getName() + ")";
    }

    private static @Nullable Long first(NumberKind kind, RuleFields rules, int number) {
        List<Long> values = values(kind, rules, number);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    private static List<Long> values(NumberKind kind, RuleFields rules, int number) {
        return rules.numbers(number).stream().map(kind::ofRule).toList();
    }

    private static @Nullable Long duration(RuleFields rules, int number) {
        return rules.has(number) ? nanos(rules.child(number)) : null;
    }

    private static long nanos(RuleFields duration) {
        long seconds = duration.number(PgvFields.SECONDS);
        // The limit is beyond any duration that Envoy accepts.
        long limit = Long.MAX_VALUE / 1_000_000_000L - 1;
        return Math.max(-limit, Math.min(limit, seconds)) * 1_000_000_000L + duration.number(PgvFields.NANOS);
    }

    private static final class Builder {
        private final NumberKind kind;
        private @Nullable Long only;
        private @Nullable Bound low;
        private @Nullable Bound high;
        private List<Long> in = List.of();
        private List<Long> notIn = List.of();
        private boolean ignoreEmpty;
        private @Nullable EnumDescriptor defined;
        private @Nullable EnumDescriptor names;

        Builder(NumberKind kind) {
            this.kind = kind;
        }

        void range(@Nullable Long lt, @Nullable Long lte, @Nullable Long gt, @Nullable Long gte) {
            high = lt != null ? new Bound(lt, false) : lte != null ? new Bound(lte, true) : null;
            low = gt != null ? new Bound(gt, false) : gte != null ? new Bound(gte, true) : null;
        }
    }
}
