// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.gatewaybackends.envoyrules.pgv.FieldRule.CountRule;
import dev.gatewaybackends.envoyrules.pgv.FieldRule.Shape;
import dev.gatewaybackends.envoyrules.pgv.MessageRules.OneofRule;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Turns the options of a message descriptor into {@link MessageRules}, once per type. Thread-safe. */
final class RuleCompiler {
    private static final String REQUIRED = "not set, but required";
    private static final Set<String> WRAPPERS = Set.of(
            "google.protobuf.DoubleValue",
            "google.protobuf.FloatValue",
            "google.protobuf.Int64Value",
            "google.protobuf.UInt64Value",
            "google.protobuf.Int32Value",
            "google.protobuf.UInt32Value",
            "google.protobuf.BoolValue",
            "google.protobuf.StringValue",
            "google.protobuf.BytesValue");

    private final MessageTypes types;
    private final Mode mode;
    private final RuleCompiler durationsOnly;
    private final RuleCompiler closed;
    private final ConcurrentMap<Descriptor, MessageRules> compiled = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, MessageRules> payloads = new ConcurrentHashMap<>();
    private final ConcurrentMap<Descriptor, Boolean> leadsToRules = new ConcurrentHashMap<>();

    private enum Mode {
        ALL,
        /** Only Envoy's checks of every duration apply. */
        DURATIONS_ONLY,
        /** No Any is unpacked. */
        CLOSED
    }

    private RuleCompiler(MessageTypes types, Mode mode) {
        this.types = types;
        this.mode = mode;
        this.durationsOnly = mode == Mode.ALL ? new RuleCompiler(types, Mode.DURATIONS_ONLY) : this;
        this.closed = mode == Mode.ALL ? new RuleCompiler(types, Mode.CLOSED) : this;
    }

    static RuleCompiler of(MessageTypes types) {
        return new RuleCompiler(types, Mode.ALL);
    }

    /** Returns the rules of a type, newer fields included. */
    MessageRules rules(Descriptor type) {
        MessageRules known = compiled.get(type);
        if (known == null) {
            Descriptor overlay = types.overlay(type);
            known = overlay == type ? compile(type) : rules(overlay);
            MessageRules first = compiled.putIfAbsent(type, known);
            known = first == null ? known : first;
        }
        return known;
    }

    /** Returns the rules of the content of an Any, null if its type is unknown or a JSON form of another type. */
    @Nullable
    MessageRules rules(String typeUrl) {
        int slash = typeUrl.lastIndexOf('/');
        if (slash < 0) {
            return null;
        }
        String name = typeUrl.substring(slash + 1);
        MessageRules known = payloads.get(name);
        if (known == null) {
            Descriptor type = types.find(name);
            if (type != null && !EnvoyPractice.isStandIn(type)) {
                known = (EnvoyPractice.applies(type) ? this : durationsOnly).rules(type);
                payloads.put(name, known);
            }
        }
        return known;
    }

    private MessageRules compile(Descriptor type) {
        if (isExempt(type)) {
            return new MessageRules(type, List.of(), List.of());
        }
        Map<FieldDescriptor, FieldRule> rules = new HashMap<>();
        for (FieldDescriptor field : type.getFields()) {
            rules.put(field, field(field));
        }
        List<OneofRule> oneofs = new ArrayList<>();
        Map<OneofDescriptor, Integer> places = new HashMap<>();
        for (OneofDescriptor oneof : type.getRealOneofs()) {
            boolean required = isRequired(oneof);
            if (required || oneof.getFields().stream().anyMatch(field -> matters(rules.get(field)))) {
                places.put(oneof, oneofs.size());
                oneofs.add(new OneofRule(
                        oneof.getName(),
                        required,
                        oneof.getFields().stream().map(FieldDescriptor::getName).toList()));
            }
        }
        List<FieldRule> kept = new ArrayList<>();
        for (FieldDescriptor field : type.getFields()) {
            FieldRule rule = rules.get(field);
            Integer place = places.get(field.getRealContainingOneof());
            if (rule != null && (place != null || matters(rule))) {
                kept.add(place == null ? rule : rule.in(place));
            }
        }
        return new MessageRules(type, kept, oneofs);
    }

    private RuleFields rules(FieldDescriptor field) {
        return mode == Mode.DURATIONS_ONLY ? RuleFields.none() : EnvoyPractice.rules(field);
    }

    private boolean isRequired(OneofDescriptor oneof) {
        return mode != Mode.DURATIONS_ONLY && RuleFields.of(oneof.getOptions()).flag(PgvFields.ONEOF_REQUIRED);
    }

    private static boolean isExempt(Descriptor type) {
        RuleFields options = RuleFields.of(type.getOptions());
        return options.flag(PgvFields.MESSAGE_DISABLED) || options.flag(PgvFields.MESSAGE_IGNORED);
    }

    private static boolean matters(@Nullable FieldRule rule) {
        return rule != null && (!rule.value().isEmpty() || rule.whenAbsent() != null || rule.counts() != null);
    }

    private FieldRule field(FieldDescriptor field) {
        RuleFields rules = rules(field);
        if (field.isMapField()) {
            return map(field, rules);
        }
        if (field.isRepeated()) {
            return repeated(field, rules);
        }
        ValueRule value = value(field, rules);
        String whenAbsent;
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            // Whether a member of a one-of is required is a rule of the one-of.
            whenAbsent = field.getRealContainingOneof() == null && isRequired(rules) ? REQUIRED : null;
        } else {
            whenAbsent = field.hasPresence() ? null : judgeDefault(value);
        }
        return new FieldRule(
                field.getNumber(), field.getName(), Shape.SINGULAR, false, value, whenAbsent, false, null, -1);
    }

    private static boolean isRequired(RuleFields rules) {
        return rules.child(PgvFields.MESSAGE).flag(PgvFields.MESSAGE_REQUIRED)
                || rules.child(PgvFields.ANY).flag(PgvFields.ANY_REQUIRED)
                || rules.child(PgvFields.DURATION).flag(PgvFields.DURATION_REQUIRED)
                || rules.child(PgvFields.TIMESTAMP).flag(PgvFields.TIMESTAMP_REQUIRED);
    }

    private static @Nullable String judgeDefault(ValueRule value) {
        try {
            if (value.number() != null) {
                return value.number().judge(0);
            }
            return value.content() == null ? null : value.content().judge(new byte[0], 0, 0);
        } catch (IOException e) {
            throw new IllegalStateException("an empty value cannot be malformed", e);
        }
    }

    private FieldRule repeated(FieldDescriptor field, RuleFields rules) {
        RuleFields repeated = rules.child(PgvFields.REPEATED);
        CountRule counts = repeated.has(PgvFields.REPEATED_MIN_ITEMS)
                        || repeated.has(PgvFields.REPEATED_MAX_ITEMS)
                        || repeated.flag(PgvFields.REPEATED_UNIQUE)
                ? new CountRule(
                        repeated.count(PgvFields.REPEATED_MIN_ITEMS),
                        repeated.count(PgvFields.REPEATED_MAX_ITEMS),
                        repeated.flag(PgvFields.REPEATED_IGNORE_EMPTY),
                        repeated.flag(PgvFields.REPEATED_UNIQUE),
                        "item")
                : null;
        return new FieldRule(
                field.getNumber(),
                field.getName(),
                Shape.REPEATED,
                field.isPackable(),
                value(field, repeated.child(PgvFields.REPEATED_ITEMS)),
                null,
                false,
                counts,
                -1);
    }

    private FieldRule map(FieldDescriptor field, RuleFields rules) {
        RuleFields map = rules.child(PgvFields.MAP);
        CountRule counts = map.has(PgvFields.MAP_MIN_PAIRS) || map.has(PgvFields.MAP_MAX_PAIRS)
                ? new CountRule(
                        map.count(PgvFields.MAP_MIN_PAIRS),
                        map.count(PgvFields.MAP_MAX_PAIRS),
                        map.flag(PgvFields.MAP_IGNORE_EMPTY),
                        false,
                        "entry")
                : null;
        Descriptor entry = field.getMessageType();
        FieldRule key = entryField("key", entry.findFieldByNumber(1), map.child(PgvFields.MAP_KEYS), false);
        FieldRule value = entryField(
                "", entry.findFieldByNumber(2), map.child(PgvFields.MAP_VALUES), map.flag(PgvFields.MAP_NO_SPARSE));
        ValueRule entries = matters(key) || matters(value) || counts != null
                ? ValueRule.message(null, LazyRules.of(new MessageRules(entry, List.of(key, value), List.of())), false)
                : ValueRule.content(null);
        return new FieldRule(field.getNumber(), field.getName(), Shape.MAP, false, entries, null, false, counts, -1);
    }

    private FieldRule entryField(String name, FieldDescriptor field, RuleFields rules, boolean noSparse) {
        ValueRule value = value(field, rules);
        boolean message = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
        String whenAbsent;
        if (message) {
            whenAbsent = noSparse ? REQUIRED : null;
        } else {
            whenAbsent = judgeDefault(value);
        }
        return new FieldRule(
                field.getNumber(), name, Shape.SINGULAR, false, value, whenAbsent, message && !noSparse, null, -1);
    }

    private ValueRule value(FieldDescriptor field, RuleFields rules) {
        if (field.getType() == FieldDescriptor.Type.GROUP) {
            return ValueRule.group();
        }
        return switch (field.getJavaType()) {
            case MESSAGE -> message(field, rules);
            case STRING -> ValueRule.content(TextRules.ofString(rules.child(PgvFields.STRING)));
            case BYTE_STRING -> ValueRule.content(TextRules.ofBytes(rules.child(PgvFields.BYTES)));
            default -> {
                NumberKind kind = NumberKind.of(field);
                EnumDescriptor names = kind == NumberKind.ENUM ? field.getEnumType() : null;
                yield ValueRule.number(kind, NumberCheck.of(kind, rules.child(kind.rulesField()), names));
            }
        };
    }

    private ValueRule message(FieldDescriptor field, RuleFields rules) {
        Descriptor type = field.getMessageType();
        if (rules.child(PgvFields.MESSAGE).flag(PgvFields.MESSAGE_SKIP)) {
            return ValueRule.content(null);
        }
        String name = type.getFullName();
        switch (name) {
            case "google.protobuf.Any" -> {
                RuleFields any = rules.child(PgvFields.ANY);
                ContentCheck allowed = any.has(PgvFields.ANY_IN) || any.has(PgvFields.ANY_NOT_IN)
                        ? new AnyTypeCheck(any.texts(PgvFields.ANY_IN), any.texts(PgvFields.ANY_NOT_IN))
                        : null;
                return ValueRule.message(allowed, null, mode != Mode.CLOSED && EnvoyPractice.unpacks(field));
            }
            case "google.protobuf.Duration" -> {
                return ValueRule.message(new DurationCheck(rules.child(PgvFields.DURATION)), null, false);
            }
            case "google.protobuf.Timestamp" -> {
                RuleFields timestamp = rules.child(PgvFields.TIMESTAMP);
                ContentCheck check = timestamp.isEmpty() ? null : new TimestampCheck(timestamp, Instant::now);
                return ValueRule.message(check, null, false);
            }
            default -> {
                if (WRAPPERS.contains(name)) {
                    ValueRule inner = value(type.findFieldByNumber(1), rules);
                    return ValueRule.message(inner.isEmpty() ? null : new WrapperCheck(inner), null, false);
                }
                RuleCompiler compiler = EnvoyPractice.unpacks(field) ? this : closed;
                LazyRules inside = leadsToRules(type) ? LazyRules.of(type, compiler) : null;
                return ValueRule.message(null, inside, false);
            }
        }
    }

    private boolean leadsToRules(Descriptor type) {
        Boolean known = leadsToRules.get(type);
        if (known != null) {
            return known;
        }
        Set<Descriptor> seen = new HashSet<>();
        boolean leads = search(type, seen);
        if (leads) {
            leadsToRules.put(type, true);
        } else {
            // Types below a type without any rules have none either.
            seen.forEach(deadEnd -> leadsToRules.put(deadEnd, false));
        }
        return leads;
    }

    private boolean search(Descriptor type, Set<Descriptor> seen) {
        Boolean known = leadsToRules.get(type);
        if (known != null) {
            return known;
        }
        if (!seen.add(type) || isExempt(type)) {
            return false;
        }
        for (OneofDescriptor oneof : type.getRealOneofs()) {
            if (isRequired(oneof)) {
                return true;
            }
        }
        for (FieldDescriptor field : type.getFields()) {
            RuleFields rules = rules(field);
            if (!rules.isEmpty()) {
                return true;
            }
        }
        for (FieldDescriptor field : type.getFields()) {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && leads(field.getMessageType(), seen)) {
                return true;
            }
        }
        return false;
    }

    private boolean leads(Descriptor type, Set<Descriptor> seen) {
        return switch (type.getFullName()) {
            case "google.protobuf.Any", "google.protobuf.Duration" -> true;
            default -> search(type, seen);
        };
    }
}
