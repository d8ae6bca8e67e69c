// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a document and its schema go together, node by node. */
final class SchemaNodes {
    /** What the oracle reads in a schema, or may pass over; with any other keyword it would be wrong. */
    private static final Set<String> KEYWORDS = Set.of(
            "additionalProperties",
            "anyOf",
            "default",
            "description",
            "enum",
            "format",
            "items",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "not",
            "oneOf",
            "pattern",
            "properties",
            "required",
            "type",
            "x-kubernetes-list-map-keys",
            "x-kubernetes-list-type",
            "x-kubernetes-map-type",
            "x-kubernetes-validations");

    private SchemaNodes() {}

    /**
     * A value inside another one.
     *
     * @param step what to append to the path of the parent
     */
    record Child(String step, JsonNode schema, JsonNode value) {}

    /** Returns the values inside a value that the schema speaks of. */
    static List<Child> children(JsonNode schema, JsonNode value) {
        List<Child> children = new ArrayList<>();
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode known = property(schema, field.getKey());
                if (known != null) {
                    children.add(new Child('.' + field.getKey(), known, field.getValue()));
                }
            }
        } else if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                children.add(new Child("[" + i + ']', schema.get("items"), value.get(i)));
            }
        }
        return children;
    }

    /** Returns the schema of a property of an object; null if there is none. */
    static JsonNode property(JsonNode schema, String name) {
        JsonNode known = schema.path("properties").get(name);
        JsonNode additional = schema.get("additionalProperties");
        return known == null && additional != null && additional.isObject() ? additional : known;
    }

    /** Returns the keywords of the schema that the oracle does not know. */
    static Set<String> unknownKeywords(JsonNode schema) {
        Set<String> unknown = new HashSet<>();
        if (schema.isObject()) {
            for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
                if (!KEYWORDS.contains(keyword.getKey())) {
                    unknown.add(keyword.getKey());
                } else if (keyword.getKey().equals("properties")) {
                    keyword.getValue().forEach(property -> unknown.addAll(unknownKeywords(property)));
                } else if (Set.of("items", "additionalProperties", "not").contains(keyword.getKey())) {
                    unknown.addAll(unknownKeywords(keyword.getValue()));
                } else if (Set.of("oneOf", "anyOf").contains(keyword.getKey())) {
                    keyword.getValue().forEach(choice -> unknown.addAll(unknownKeywords(choice)));
                }
            }
        }
        return unknown;
    }
}
