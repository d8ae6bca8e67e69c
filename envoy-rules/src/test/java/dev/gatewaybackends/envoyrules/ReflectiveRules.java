// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.envoyproxy.pgv.validate.Validate;
import io.envoyproxy.pgv.validate.Validate.AnyRules;
import io.envoyproxy.pgv.validate.Validate.DurationRules;
import io.envoyproxy.pgv.validate.Validate.EnumRules;
import io.envoyproxy.pgv.validate.Validate.FieldRules;
import io.envoyproxy.pgv.validate.Validate.KnownRegex;
import io.envoyproxy.pgv.validate.Validate.MapRules;
import io.envoyproxy.pgv.validate.Validate.RepeatedRules;
import io.envoyproxy.pgv.validate.Validate.StringRules;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The proto rules once more, the plain way: by reflection on messages and through the generated options. Knows the rules that
 * Envoy's protos use, and tells only where something is wrong.
 */
final class ReflectiveRules {
    private static final Set<String> LOOSENED = Set.of("runtime_key", "TlvEntry.value", "Audience.url");

    private final EnvoyDescriptors descriptors;
    private final ExtensionRegistry registry = ExtensionRegistry.newInstance();
    private final Set<String> paths = new TreeSet<>();

    private ReflectiveRules(EnvoyDescriptors descriptors) {
        this.descriptors = descriptors;
        Validate.registerAllExtensions(registry);
    }

    static Set<String> check(EnvoyDescriptors descriptors, Message message) {
        ReflectiveRules rules = new ReflectiveRules(descriptors);
        rules.message(message, "");
        return rules.paths;
    }

    private void message(Message message, String path) {
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            FieldRules rules = rules(field);
            if (LOOSENED.stream().anyMatch(field.getFullName()::endsWith)) {
                rules = FieldRules.getDefaultInstance();
            }
            if (field.getName().equals("idle_network_timeout")) {
                FieldRules.Builder loosened = rules.toBuilder();
                loosened.getDurationBuilder().clearLte();
                rules = loosened.build();
            }
            String at = (path.isEmpty() ? "" : path + ".") + field.getName();
            if (field.isMapField()) {
                map((List<?>) message.getField(field), field, rules.getMap(), at);
            } else if (field.isRepeated()) {
                repeated((List<?>) message.getField(field), field, rules.getRepeated(), at);
            } else if (!field.hasPresence() || message.hasField(field)) {
                value(message.getField(field), field, rules, at);
            } else if (field.getRealContainingOneof() == null
                    && (rules.getMessage().getRequired()
                            || rules.getDuration().getRequired()
                            || rules.getAny().getRequired())) {
                paths.add(at);
            }
        }
        for (OneofDescriptor oneof : message.getDescriptorForType().getRealOneofs()) {
            if (oneof.getOptions().getExtension(Validate.required) && !message.hasOneof(oneof)) {
                paths.add((path.isEmpty() ? "" : path + ".") + oneof.getName());
            }
        }
    }

    private FieldRules rules(FieldDescriptor field) {
        try {
            return FieldOptions.parseFrom(field.getOptions().toByteString(), registry)
                    .getExtension(Validate.rules);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private void repeated(List<?> values, FieldDescriptor field, RepeatedRules rules, String path) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            value(values.get(i), field, rules.getItems(), path + "[" + i + "]");
            if (rules.getUnique() && !seen.add(values.get(i))) {
                paths.add(path + "[" + i + "]");
            }
        }
        count(
                values.size(),
                rules.hasMinItems() ? rules.getMinItems() : 0,
                rules.hasMaxItems() ? rules.getMaxItems() : -1,
                path);
    }

    private void map(List<?> entries, FieldDescriptor field, MapRules rules, String path) {
        Descriptor entry = field.getMessageType();
        for (Object found : entries) {
            Message pair = (Message) found;
            String at = path + "[" + pair.getField(entry.findFieldByNumber(1)) + "]";
            value(pair.getField(entry.findFieldByNumber(1)), entry.findFieldByNumber(1), rules.getKeys(), at + ".key");
            value(pair.getField(entry.findFieldByNumber(2)), entry.findFieldByNumber(2), rules.getValues(), at);
        }
        count(
                entries.size(),
                rules.hasMinPairs() ? rules.getMinPairs() : 0,
                rules.hasMaxPairs() ? rules.getMaxPairs() : -1,
                path);
    }

    private void count(int count, long least, long most, String path) {
        if (count < least || (most >= 0 && count > most)) {
            paths.add(path);
        }
    }

    private void value(Object value, FieldDescriptor field, FieldRules rules, String path) {
        if (rules.getMessage().getSkip()) {
            return;
        }
        boolean fine = switch (field.getJavaType()) {
            case MESSAGE -> isFine((Message) value, field, rules, path);
            case STRING -> isFine((String) value, rules.getString());
            case BYTE_STRING -> ((ByteString) value).size() >= rules.getBytes().getMinLen();
            case ENUM -> isFine((EnumValueDescriptor) value, rules.getEnum());
            case BOOLEAN ->
                !rules.getBool().hasConst() || value.equals(rules.getBool().getConst());
            default -> isFineNumber(value, field, rules);
        };
        if (!fine) {
            paths.add(path);
        }
    }

    private boolean isFine(Message message, FieldDescriptor field, FieldRules rules, String path) {
        switch (field.getMessageType().getFullName()) {
            case "google.protobuf.Any" -> {
                return isFine(message, rules.getAny(), path);
            }
            case "google.protobuf.Duration" -> {
                return isFineDuration(message, rules.getDuration());
            }
            default -> {
                FieldDescriptor wrapped = message.getDescriptorForType().findFieldByName("value");
                boolean wrapper = field.getMessageType().getFile().getName().equals("google/protobuf/wrappers.proto");
                if (wrapper) {
                    value(message.getField(wrapped), wrapped, rules, path);
                } else {
                    message(message, path);
                }
                return true;
            }
        }
    }

    private boolean isFine(Message message, AnyRules rules, String path) {
        try {
            Any any = Any.parseFrom(message.toByteString());
            Descriptor type = descriptors.find(any.getTypeUrl());
            if (type != null && !path.contains("upstream_config.") && !path.contains("typed_filter_metadata[")) {
                message(DynamicMessage.parseFrom(type, any.getValue()), path);
            }
            return (rules.getInCount() == 0 || rules.getInList().contains(any.getTypeUrl()))
                    && !rules.getNotInList().contains(any.getTypeUrl());
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static boolean isFineDuration(Message message, DurationRules rules) {
        BigDecimal nanos = nanos(message);
        long seconds = (Long) message.getField(message.getDescriptorForType().findFieldByNumber(1));
        int rest = (Integer) message.getField(message.getDescriptorForType().findFieldByNumber(2));
        boolean high = (!rules.hasLt() || nanos.compareTo(nanos(rules.getLt())) < 0)
                && (!rules.hasLte() || nanos.compareTo(nanos(rules.getLte())) <= 0);
        boolean low = (!rules.hasGt() || nanos.compareTo(nanos(rules.getGt())) > 0)
                && (!rules.hasGte() || nanos.compareTo(nanos(rules.getGte())) >= 0);
        // The one rule of this kind in Envoy's protos: at most 0, or at least a millisecond.
        boolean inverted = rules.hasLte() && nanos(rules.getLte()).compareTo(nanos(rules.getGte())) < 0;
        return seconds >= 0
                && seconds < 9_223_372_036L
                && rest >= 0
                && rest < 1_000_000_000
                && (inverted ? low || high : low && high);
    }

    private static BigDecimal nanos(Message duration) {
        try {
            Duration value = Duration.parseFrom(duration.toByteString());
            return BigDecimal.valueOf(value.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(value.getNanos()));
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isFine(String value, StringRules rules) {
        if (rules.getIgnoreEmpty() && value.isEmpty()) {
            return true;
        }
        int characters = value.codePointCount(0, value.length());
        int bytes = ByteString.copyFromUtf8(value).size();
        String header = rules.getWellKnownRegex() == KnownRegex.HTTP_HEADER_NAME
                ? "^:?[0-9a-zA-Z!#$%&'*+-.^_|~`]+\\z"
                : "^[^\\x00-\\x08\\x0A-\\x1F\\x7F]*\\z";
        header = rules.getStrict() ? header : "^[^\\x00\\n\\r]*\\z";
        return characters >= rules.getMinLen()
                && (!rules.hasMaxLen() || characters <= rules.getMaxLen())
                && bytes >= rules.getMinBytes()
                && (!rules.hasMaxBytes() || bytes <= rules.getMaxBytes())
                && value.startsWith(rules.getPrefix())
                && value.endsWith(rules.getSuffix())
                && (rules.getInCount() == 0 || rules.getInList().contains(value))
                && !rules.getNotInList().contains(value)
                && (!rules.hasPattern()
                        || Pattern.compile(rules.getPattern().replace("$", "\\z"))
                                .matcher(value)
                                .find())
                && (rules.getWellKnownRegex() == KnownRegex.UNKNOWN
                        || Pattern.compile(header).matcher(value).find());
    }

    private static boolean isFine(EnumValueDescriptor value, EnumRules rules) {
        return (!rules.getDefinedOnly() || value.getIndex() >= 0)
                && (!rules.hasConst() || value.getNumber() == rules.getConst())
                && (rules.getInCount() == 0 || rules.getInList().contains(value.getNumber()))
                && !rules.getNotInList().contains(value.getNumber());
    }

    /** Any numeric kind: its rules all have fields of the same names. */
    private static boolean isFineNumber(Object value, FieldDescriptor field, FieldRules rules) {
        FieldDescriptor kind = FieldRules.getDescriptor()
                .findFieldByName(field.getType().name().toLowerCase(java.util.Locale.ROOT));
        if (!rules.hasField(kind)) {
            return true;
        }
        Message bounds = (Message) rules.getField(kind);
        double number = number(value, field);
        Double lt = bound(bounds, field, "lt");
        Double lte = bound(bounds, field, "lte");
        Double gt = bound(bounds, field, "gt");
        Double gte = bound(bounds, field, "gte");
        boolean ignored = bounds.getField(bounds.getDescriptorForType().findFieldByName("ignore_empty"))
                        .equals(true)
                && number == 0;
        List<?> in = (List<?>) bounds.getField(bounds.getDescriptorForType().findFieldByName("in"));
        List<?> notIn = (List<?>) bounds.getField(bounds.getDescriptorForType().findFieldByName("not_in"));
        return ignored
                || ((lt == null || number < lt)
                        && (lte == null || number <= lte)
                        && (gt == null || number > gt)
                        && (gte == null || number >= gte)
                        && (in.isEmpty() || in.contains(value))
                        && !notIn.contains(value));
    }

    private static Double bound(Message bounds, FieldDescriptor field, String name) {
        FieldDescriptor bound = bounds.getDescriptorForType().findFieldByName(name);
        return bounds.hasField(bound) ? number(bounds.getField(bound), field) : null;
    }

    private static double number(Object value, FieldDescriptor field) {
        return switch (field.getType()) {
            case UINT32, FIXED32 -> Integer.toUnsignedLong((Integer) value);
            case UINT64, FIXED64 -> new BigDecimal(Long.toUnsignedString((Long) value)).doubleValue();
            default -> ((Number) value).doubleValue();
        };
    }

    static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE;
    }
}
