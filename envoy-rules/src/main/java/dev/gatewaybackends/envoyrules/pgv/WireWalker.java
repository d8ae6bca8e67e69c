// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import dev.gatewaybackends.envoyrules.pgv.FieldRule.CountRule;
import dev.gatewaybackends.envoyrules.pgv.FieldRule.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks one serialised message against compiled rules.
 *
 * <p>Each message is scanned once, noting of each field that matters how often it occurs, where first, and its last value.
 * Then the fields are judged in the order the proto declares them. So order on the wire, repetition of singular fields,
 * one-ofs and absent fields mean what they mean to a parser, and nothing is built on the way.
 */
final class WireWalker {
    private static final int MAX_DEPTH = 100;
    private static final int NO_MEMBER = -1;

    private final RuleCompiler compiler;
    private final RulePath path = new RulePath();
    private final ViolationSink violations;
    private final Set<String> uncheckedTypes = new LinkedHashSet<>(0);
    private byte[] bytes;
    private int depth;

    // One slot for each field of each message on the current path; "top" is the first slot of the next message.
    private int[] counts = new int[128];
    private int[] firsts = new int[128];
    private long[] lasts = new long[128];
    private int top;

    private WireWalker(RuleCompiler compiler, byte[] bytes, ViolationSink violations) {
        this.compiler = compiler;
        this.bytes = bytes;
        this.violations = violations;
    }

    /** Reports the violations of a message; returns the type URLs of the Any contents that were not checked. */
    static List<String> check(RuleCompiler compiler, MessageRules rules, byte[] bytes, ViolationSink violations) {
        WireWalker walker = new WireWalker(compiler, bytes, violations);
        walker.whole(rules, 0, bytes.length);
        return List.copyOf(walker.uncheckedTypes);
    }

    /** Checks a message that was serialised on its own; its bytes may be malformed. */
    private void whole(MessageRules rules, int from, int length) {
        byte[] outerBytes = bytes;
        int outerPath = path.depth();
        int outerDepth = depth;
        int outerTop = top;
        try {
            message(rules, from, length);
        } catch (IOException e) {
            bytes = outerBytes;
            path.returnTo(outerPath);
            depth = outerDepth;
            top = outerTop;
            report(Counts.of(length, "byte") + ", not a valid " + rules.typeName());
        }
    }

    private void message(MessageRules rules, int from, int length) throws IOException {
        if (depth == MAX_DEPTH) {
            report("more than " + MAX_DEPTH + " messages inside each other");
            return;
        }
        depth++;
        int base = top;
        enter(base + rules.size());
        int oneofBase = top;
        enter(top + rules.oneofs().size());
        Arrays.fill(firsts, oneofBase, top, NO_MEMBER);
        scan(rules, base, oneofBase, from, length);
        for (int slot = 0; slot < rules.size(); slot++) {
            judge(rules.field(slot), base + slot, from + length);
        }
        for (int i = 0; i < rules.oneofs().size(); i++) {
            if (rules.oneofs().get(i).required() && firsts[oneofBase + i] == NO_MEMBER) {
                MessageRules.OneofRule oneof = rules.oneofs().get(i);
                violations.add(path.of(oneof.name()), oneof.whenAbsent());
            }
        }
        top = base;
        depth--;
    }

    private void enter(int newTop) {
        if (newTop > counts.length) {
            int size = Math.max(newTop, counts.length * 2);
            counts = Arrays.copyOf(counts, size);
            firsts = Arrays.copyOf(firsts, size);
            lasts = Arrays.copyOf(lasts, size);
        }
        Arrays.fill(counts, top, newTop, 0);
        top = newTop;
    }

    private void scan(MessageRules rules, int base, int oneofBase, int from, int length) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes, from, length);
        int at = from;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int slot = rules.slot(WireFormat.getTagFieldNumber(tag));
            FieldRule field = slot < 0 ? null : rules.field(slot);
            if (field == null || !field.accepts(WireFormat.getTagWireType(tag))) {
                Tags.skip(in, tag);
            } else {
                if (field.oneof() >= 0) {
                    choose(oneofBase + field.oneof(), base + slot);
                }
                if (counts[base + slot]++ == 0) {
                    firsts[base + slot] = at;
                }
                if (field.shape() != Shape.SINGULAR || field.value().isEmpty()) {
                    Tags.skip(in, tag);
                } else {
                    lasts[base + slot] = Occurrences.read(field.value(), in, from);
                }
            }
            at = from + in.getTotalBytesRead();
        }
    }

    /** Sets a member of a one-of: the last one on the wire wins. */
    private void choose(int oneof, int member) {
        int before = firsts[oneof];
        if (before != member && before != NO_MEMBER) {
            counts[before] = 0;
        }
        firsts[oneof] = member;
    }

    private void judge(FieldRule field, int index, int end) throws IOException {
        int count = counts[index];
        if (count == 0 && field.shape() == Shape.SINGULAR) {
            absent(field, end);
            return;
        }
        path.enter(field);
        switch (field.shape()) {
            case SINGULAR -> {
                if (count > 1 && field.value().isMessage()) {
                    merged(field, count, firsts[index], end);
                } else {
                    value(field.value(), lasts[index]);
                }
            }
            case REPEATED -> repeated(field, count, firsts[index], end);
            case MAP -> map(field, count, firsts[index], end);
        }
        path.leave();
    }

    private void absent(FieldRule field, int end) throws IOException {
        if (field.whenAbsent() == null && !field.emptyWhenAbsent()) {
            return;
        }
        path.enter(field);
        if (field.whenAbsent() != null) {
            report(field.whenAbsent());
        } else {
            value(field.value(), Occurrences.range(end, 0));
        }
        path.leave();
    }

    private void value(ValueRule rule, long value) throws IOException {
        if (rule.isNumber()) {
            NumberCheck check = rule.number();
            String wrong = check == null ? null : check.judge(value);
            if (wrong != null) {
                report(wrong);
            }
            return;
        }
        int from = Occurrences.from(value);
        int length = Occurrences.length(value);
        if (rule.content() != null) {
            String wrong = rule.content().judge(bytes, from, length);
            if (wrong != null) {
                report(wrong);
            }
        }
        if (rule.message() != null) {
            message(rule.message().get(), from, length);
        }
        if (rule.isAny()) {
            any(AnyView.read(bytes, from, length));
        }
    }

    private void any(AnyView any) {
        if (any.typeUrl().isEmpty()) {
            return;
        }
        MessageRules rules = compiler.rules(any.typeUrl());
        if (rules == null) {
            uncheckedTypes.add(any.typeUrl());
        } else {
            whole(rules, any.from(), any.length());
        }
    }

    /** Checks a singular message that occurs several times. Parsers merge the occurrences, so their bytes are joined. */
    private void merged(FieldRule field, int count, int first, int end) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Occurrences parts = new Occurrences(bytes, field, count, first, end);
        while (parts.next()) {
            joined.write(bytes, Occurrences.from(parts.value()), Occurrences.length(parts.value()));
        }
        byte[] outer = bytes;
        bytes = joined.toByteArray();
        value(field.value(), Occurrences.range(0, bytes.length));
        bytes = outer;
    }

    private void repeated(FieldRule field, int count, int first, int end) throws IOException {
        CountRule rule = field.counts();
        Map<Object, Integer> seen = rule != null && rule.unique() ? new HashMap<>() : null;
        int items = count;
        if (count > 0 && (seen != null || field.packable() || !field.value().isEmpty())) {
            items = 0;
            Occurrences values = new Occurrences(bytes, field, count, first, end);
            while (values.next()) {
                path.item(items);
                value(field.value(), values.value());
                if (seen != null) {
                    Integer same = seen.putIfAbsent(identity(field.value(), values.value()), items);
                    if (same != null) {
                        report("repeats item " + same + ", all must be different");
                    }
                }
                items++;
            }
            path.wholeField();
        }
        judgeCount(rule, items);
    }

    private Object identity(ValueRule rule, long value) {
        return rule.isNumber()
                ? (Object) value
                : ByteString.copyFrom(bytes, Occurrences.from(value), Occurrences.length(value));
    }

    private void map(FieldRule field, int count, int first, int end) throws IOException {
        Map<String, Long> entries = new LinkedHashMap<>();
        LazyRules rules = field.value().message();
        if (rules != null && count > 0) {
            ValueRule keys = rules.get().field(0).value();
            Occurrences values = new Occurrences(bytes, field, count, first, end);
            while (values.next()) {
                entries.put(
                        key(keys, Occurrences.from(values.value()), Occurrences.length(values.value())),
                        values.value());
            }
            for (Map.Entry<String, Long> entry : entries.entrySet()) {
                path.key(entry.getKey());
                value(field.value(), entry.getValue());
            }
            path.wholeField();
        }
        judgeCount(field.counts(), entries.size());
    }

    private String key(ValueRule rule, int from, int length) throws IOException {
        long key = 0;
        CodedInputStream in = CodedInputStream.newInstance(bytes, from, length);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == Tags.of(1, rule.wireType())) {
                key = Occurrences.read(rule, in, from);
            } else {
                Tags.skip(in, tag);
            }
        }
        return rule.isNumber()
                ? rule.kind().text(key)
                : new String(bytes, Occurrences.from(key), Occurrences.length(key), StandardCharsets.UTF_8);
    }

    private void judgeCount(@Nullable CountRule rule, int count) {
        String wrong = rule == null ? null : rule.judge(count);
        if (wrong != null) {
            report(wrong);
        }
    }

    private void report(String message) {
        violations.add(path.toString(), message);
    }
}
