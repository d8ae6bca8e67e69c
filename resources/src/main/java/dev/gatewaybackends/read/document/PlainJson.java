// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the maps, lists, strings, numbers and booleans that every JSON library knows. */
public final class PlainJson {
    private PlainJson() {}

    public static @Nullable Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(node);
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>(node.size());
                node.forEach(item -> list.add(of(item)));
                yield list;
            }
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.numberValue();
            default -> null;
        };
    }

    public static Map<String, @Nullable Object> map(JsonNode object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.properties().forEach(entry -> map.put(entry.getKey(), of(entry.getValue())));
        return map;
    }

    /** Returns a string; half a surrogate pair, which only an escape sequence can make, is no character and becomes U+FFFD. */
    public static TextNode text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int[] codePoints = text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                        .toArray();
                return TextNode.valueOf(new String(codePoints, 0, codePoints.length));
            }
        }
        return TextNode.valueOf(text);
    }

    /** Returns the tree; refuses values that no JSON has, which is the caller's mistake and not the input's. */
    public static JsonNode tree(@Nullable Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = json.objectNode();
            map.forEach((key, item) -> {
                if (!(key instanceof String name)) {
                    throw new IllegalArgumentException("a key that is no string is not JSON");
                }
                object.set(name, tree(item));
            });
            return object;
        }
        if (value instanceof Iterable<?> list) {
            ArrayNode array = json.arrayNode();
            list.forEach(item -> array.add(tree(item)));
            return array;
        }
        if (value == null) {
            return json.nullNode();
        }
        if (value instanceof String text) {
            return json.textNode(text);
        }
        if (value instanceof Boolean flag) {
            return json.booleanNode(flag);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return json.numberNode(((Number) value).intValue());
        }
        if (value instanceof Long number) {
            return json.numberNode(number.longValue());
        }
        if (value instanceof Double || value instanceof Float) {
            double number = Double.parseDouble(value.toString());
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(number + " is not JSON");
            }
            return json.numberNode(number);
        }
        if (value instanceof BigInteger number) {
            return json.numberNode(number);
        }
        if (value instanceof BigDecimal number) {
            return json.numberNode(number);
        }
        throw new IllegalArgumentException("a " + value.getClass().getName() + " is not JSON");
    }
}
