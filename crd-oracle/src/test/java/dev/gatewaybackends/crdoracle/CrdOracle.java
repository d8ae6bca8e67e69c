// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an API server with one CRD would say of an object: pruning, defaults, JSON schema, list types and CEL, by libraries
 * that know nothing of this project.
 */
final class CrdOracle {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");

    private final Crds.Served crd;
    private final Schema schema;
    private final CelRules rules = new CelRules();

    CrdOracle(Crds.Served crd) {
        this.crd = crd;
        this.schema = SchemaRegistry.withDialect(Dialects.getOpenApi30()).getSchema(crd.schema());
    }

    /**
     * A verdict.
     *
     * @param schemaErrors what breaks the schema
     * @param messages those of the CEL rules that do not hold; none are evaluated where the schema is broken
     * @param unknownFields the fields that no schema has, sorted
     */
    record Verdict(List<String> schemaErrors, List<String> messages, List<String> unknownFields) {
        boolean isAccepted() {
            return schemaErrors.isEmpty() && messages.isEmpty();
        }
    }

    Verdict judge(ObjectNode written) {
        ObjectNode object = written.deepCopy();
        if (crd.hasStatus()) {
            object.remove("status");
        }
        List<String> unknown = new ArrayList<>();
        prune(object, crd.schema(), "", unknown);
        unknown.sort(null);
        applyDefaults(object, crd.schema());
        List<String> errors = new ArrayList<>();
        schema.validate(object).forEach(error -> errors.add(error.toString()));
        checkNode(object, crd.schema(), "", errors);
        List<String> messages = new ArrayList<>();
        if (errors.isEmpty()) {
            rules.check(object, crd.schema(), messages);
        }
        return new Verdict(errors, messages, unknown);
    }

    /** Removes what the schema does not have, and nulls, which count as absent. */
    private static void prune(JsonNode node, JsonNode schema, String path, List<String> unknown) {
        if (node instanceof ObjectNode object
                && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            JsonNode properties = schema.path("properties");
            JsonNode values = schema.path("additionalProperties");
            Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                String child = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                boolean root = path.isEmpty() && OF_EVERY_OBJECT.contains(field.getKey());
                JsonNode property = properties.has(field.getKey()) ? properties.get(field.getKey()) : values;
                if (root) {
                    continue;
                }
                if (!properties.has(field.getKey()) && !values.isObject()) {
                    if (schema.path("type").asText().equals("object") && !values.asBoolean(false)) {
                        unknown.add(child);
                        fields.remove();
                    }
                } else if (field.getValue().isNull()) {
                    fields.remove();
                } else {
                    prune(field.getValue(), property, child, unknown);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                prune(array.get(i), schema.path("items"), path + "[" + i + "]", unknown);
            }
        }
    }

    private static void applyDefaults(JsonNode node, JsonNode schema) {
        if (node instanceof ObjectNode object) {
            schema.path("properties").properties().forEach(property -> {
                if (!object.has(property.getKey()) && property.getValue().has("default")) {
                    object.set(
                            property.getKey(),
                            property.getValue().get("default").deepCopy());
                }
                if (object.has(property.getKey())) {
                    applyDefaults(object.get(property.getKey()), property.getValue());
                }
            });
            if (schema.path("additionalProperties").isObject()) {
                object.forEach(value -> applyDefaults(value, schema.get("additionalProperties")));
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> applyDefaults(item, schema.path("items")));
        }
    }

    /** Checks what JSON schema does not know: ranges of integer formats, and lists that are maps or sets. */
    private static void checkNode(JsonNode node, JsonNode schema, String path, List<String> errors) {
        if (node.isNumber() && schema.path("type").asText().equals("integer")) {
            BigDecimal value = node.decimalValue();
            boolean fits = schema.path("format").asText().equals("int32")
                    ? value.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) >= 0
                            && value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                    : value.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                            && value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
            if (!fits) {
                errors.add(path + ": out of range");
            }
        } else if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                JsonNode properties = schema.path("properties");
                checkNode(
                        field.getValue(),
                        properties.has(field.getKey())
                                ? properties.get(field.getKey())
                                : schema.path("additionalProperties"),
                        path + "." + field.getKey(),
                        errors);
            });
        } else if (node instanceof ArrayNode array) {
            checkListType(array, schema, path, errors);
            for (int i = 0; i < array.size(); i++) {
                checkNode(array.get(i), schema.path("items"), path + "[" + i + "]", errors);
            }
        }
    }

    private static void checkListType(ArrayNode array, JsonNode schema, String path, List<String> errors) {
        String type = schema.path("x-kubernetes-list-type").asText();
        Set<Object> seen = new HashSet<>();
        for (JsonNode item : array) {
            Object key = item;
            if (type.equals("map")) {
                List<JsonNode> keys = new ArrayList<>();
                schema.path("x-kubernetes-list-map-keys").forEach(name -> keys.add(item.path(name.asText())));
                key = keys;
            }
            if ((type.equals("map") || type.equals("set")) && !seen.add(key)) {
                errors.add(path + ": Duplicate value");
            }
        }
    }
}
