// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes values at random that a schema allows.
 *
 * <p>A careful one sees to the rules, most of the time with success: an object whose rules do not hold is put together anew,
 * a few times, from the same parts.
 */
final class DocumentGenerator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int ATTEMPTS = 12;
    private static final List<Integer> NUMBERS = List.of(0, 1, 2, 20, 80, 100, 443, 500, 8080, 65_535);
    private static final List<String> KEYS = List.of("a", "team", "example.net/team", "B.c_d");

    private final CrdVersion crd;
    private final Choices choices;
    private final Texts texts;
    private final boolean careful;

    DocumentGenerator(CrdVersion crd, Choices choices, Texts texts, boolean careful) {
        this.crd = crd;
        this.choices = choices;
        this.texts = texts;
        this.careful = careful;
    }

    /** Returns an object of the kind. */
    ObjectNode document() {
        ObjectNode document = NODES.objectNode();
        document.put("apiVersion", crd.apiVersion());
        document.put("kind", crd.kind());
        ObjectNode metadata = document.putObject("metadata").put("name", "parcels");
        if (crd.namespaced()) {
            metadata.put("namespace", "shop");
        }
        JsonNode properties = crd.schema().path("properties");
        document.set("spec", value(properties.path("spec")));
        if (properties.has("status") && choices.oneIn(8)) {
            document.set("status", value(properties.path("status")));
        }
        return document;
    }

    /** Returns a value for the schema. */
    JsonNode value(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "object" -> schema.has("properties") ? object(schema) : map(schema);
            case "array" -> list(schema);
            case "integer" -> number(schema);
            case "boolean" -> BooleanNode.valueOf(choices.oneIn(2));
            default -> choices.one(careful ? texts.allowed(schema) : texts.inSchema(schema));
        };
    }

    private JsonNode number(JsonNode schema) {
        int least = schema.path("minimum").asInt(0);
        int most = schema.path("maximum").asInt(Integer.MAX_VALUE);
        List<Integer> inRange = NUMBERS.stream()
                .filter(number -> number >= least && number <= most)
                .toList();
        return IntNode.valueOf(
                inRange.isEmpty() || choices.oneIn(4) ? choices.one(List.of(least, most)) : choices.one(inRange));
    }

    private ObjectNode map(JsonNode schema) {
        ObjectNode map = NODES.objectNode();
        for (String key : KEYS) {
            if (choices.oneIn(3) && schema.has("additionalProperties")) {
                map.set(key, value(schema.get("additionalProperties")));
            }
        }
        return map;
    }

    private ArrayNode list(JsonNode schema) {
        int least = schema.path("minItems").asInt(0);
        int size = Math.max(
                least,
                Math.min(
                        choices.one(List.of(0, 1, 1, 2, 3)),
                        schema.path("maxItems").asInt(3)));
        ArrayNode list = NODES.arrayNode();
        for (int attempt = 0; attempt < ATTEMPTS && list.size() < size; attempt++) {
            list.add(value(schema.path("items")));
            if (SchemaRules.hasDuplicates(schema, list) || !holds(schema, list)) {
                list.remove(list.size() - 1);
            }
        }
        return list;
    }

    private ObjectNode object(JsonNode schema) {
        Map<String, JsonNode> parts = new HashMap<>();
        ObjectNode object = NODES.objectNode();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            object.removeAll();
            Map<String, JsonNode> literals = new HashMap<>();
            for (String name : chosen(schema, literals)) {
                JsonNode property = schema.path("properties").path(name);
                JsonNode part = property.has("properties") || property.has("items")
                        ? parts.computeIfAbsent(name, ignored -> value(property))
                        : literals.getOrDefault(name, value(property));
                object.set(name, part.deepCopy());
            }
            if (holds(schema, object)) {
                return object;
            }
        }
        return object;
    }

    /**
     * Returns the properties to set: what must be, and more or less of what may be.
     *
     * @param literals is given what names a member of a union
     */
    private Set<String> chosen(JsonNode schema, Map<String, JsonNode> literals) {
        Set<String> chosen = new LinkedHashSet<>();
        schema.path("required").forEach(name -> chosen.add(name.asText()));
        List<String> optional = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(optional::add);
        optional.removeAll(chosen);
        if (!optional.isEmpty() && choices.oneIn(4)) {
            chosen.add(choices.one(optional));
        } else {
            int percent = choices.one(List.of(0, 15, 40, 75));
            optional.stream().filter(name -> choices.percent(percent)).forEach(chosen::add);
        }
        for (Union union : Union.of(schema)) {
            if (!choices.oneIn(careful ? 10 : 2)) {
                JsonNode literal = choices.one(union.literals());
                String member = union.members().get(literal);
                chosen.removeAll(union.members().values());
                if (member != null) {
                    chosen.add(member);
                }
                if (!optional.contains(union.field()) || !choices.oneIn(3)) {
                    chosen.add(union.field());
                    literals.put(union.field(), literal);
                }
            }
        }
        return chosen;
    }

    private boolean holds(JsonNode schema, JsonNode value) {
        if (!careful || !schema.has("x-kubernetes-validations")) {
            return true;
        }
        JsonNode filled = value.deepCopy();
        StoredForm.fillIn(filled, schema);
        return CelRules.hold(schema, filled);
    }
}
