// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.read.document.PlainJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of one Java type: checks a tree against it and binds it in the same walk.
 *
 * <p>Nothing is coerced: a string is no number. Whatever does not fit is reported and becomes null, so that binding always
 * goes on and every problem of a document is found at once.
 */
interface Shape {
    /** Returns the Java value, or null if the node does not fit, which was then reported. The node is never null. */
    @Nullable
    Object bind(JsonNode node, FieldPath path, Problems problems);

    /** A string. */
    Shape STRING = (node, path, problems) -> {
        if (node.isTextual()) {
            return node.textValue();
        }
        problems.wrongType(path, "string", node);
        return null;
    };

    /** A boolean. */
    Shape BOOLEAN = (node, path, problems) -> {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        problems.wrongType(path, "boolean", node);
        return null;
    };

    /** A number. */
    Shape NUMBER = (node, path, problems) -> {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        problems.wrongType(path, "number", node);
        return null;
    };

    /** Any JSON as maps, lists, strings, numbers and booleans. */
    Shape ANY = (node, path, problems) -> PlainJson.of(node);

    /** A list whose items have one shape; an item that does not fit is null, so that indices stay. */
    record ListShape(Shape item) implements Shape {
        @Override
        public @Nullable Object bind(JsonNode node, FieldPath path, Problems problems) {
            if (!node.isArray()) {
                problems.wrongType(path, "array", node);
                return null;
            }
            List<@Nullable Object> list = new ArrayList<>(node.size());
            for (int i = 0; i < node.size(); i++) {
                list.add(item.bind(node.get(i), path.item(i), problems));
            }
            return list;
        }
    }

    /** A value that no message may quote. */
    record SensitiveShape(Shape value) implements Shape {
        @Override
        public @Nullable Object bind(JsonNode node, FieldPath path, Problems problems) {
            boolean before = problems.hideValues(true);
            Object bound = value.bind(node, path, problems);
            problems.hideValues(before);
            return bound;
        }
    }

    /** A record that is written as its only component, so that a union member may be a list. */
    record ValueShape(RecordShape record, Shape value) implements Shape {
        @Override
        public @Nullable Object bind(JsonNode node, FieldPath path, Problems problems) {
            Object bound = value.bind(node, path, problems);
            return bound == null ? null : record.create(new Object[] {bound});
        }
    }

    /** An object with free keys whose values have one shape. */
    record MapShape(Shape value) implements Shape {
        @Override
        public @Nullable Object bind(JsonNode node, FieldPath path, Problems problems) {
            if (!node.isObject()) {
                problems.wrongType(path, "object", node);
                return null;
            }
            Map<String, Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                if (!entry.getValue().isNull()) {
                    Object bound = value.bind(entry.getValue(), path.field(entry.getKey()), problems);
                    if (bound != null) {
                        map.put(entry.getKey(), bound);
                    }
                }
            }
            return map;
        }
    }

    /** A closed set of strings. */
    record EnumShape(Map<String, Object> constants) implements Shape {
        @Override
        public @Nullable Object bind(JsonNode node, FieldPath path, Problems problems) {
            if (!node.isTextual()) {
                problems.wrongType(path, "string", node);
                return null;
            }
            Object constant = constants.get(node.textValue());
            if (constant == null) {
                problems.unsupported(path, node.textValue(), List.copyOf(constants.keySet()));
            }
            return constant;
        }
    }

    /** A type that says itself, through Jackson annotations, how it is read. */
    record JacksonShape(ObjectMapper mapper, Class<?> type) implements Shape {
        @Override
        public @Nullable Object bind(JsonNode node, FieldPath path, Problems problems) {
            try {
                return mapper.treeToValue(node, type);
            } catch (com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException e) {
                problems.error(path, Reason.INVALID, "Invalid value: not a valid " + type.getSimpleName());
                return null;
            }
        }
    }
}
