// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the API server makes of a document before it validates it: fields that the schema does not have are gone, nulls are
 * absent, and defaults are there.
 *
 * @param unknownFields the paths of the fields that are gone
 */
record StoredForm(ObjectNode object, List<String> unknownFields) {
    /** Every object has these, whatever its schema says of them. */
    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");

    /** Returns what is stored when a new object is created; the document stays as it is. */
    static StoredForm onCreate(CrdVersion crd, ObjectNode document) {
        ObjectNode object = document.deepCopy();
        List<String> unknown = new ArrayList<>();
        for (String field : names(object)) {
            JsonNode schema = crd.schema().path("properties").get(field);
            if (OF_EVERY_OBJECT.contains(field)) {
                continue;
            }
            if (schema == null) {
                unknown.add(field);
                object.remove(field);
            } else {
                clean(object, field, schema, field, unknown);
            }
        }
        fillIn(object, crd.schema());
        if (crd.hasStatus()) {
            object.remove("status");
        }
        return new StoredForm(object, unknown);
    }

    /** Sets the defaults of the schema, also inside what they set. */
    static void fillIn(JsonNode value, JsonNode schema) {
        if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                JsonNode defaultValue = property.getValue().get("default");
                if (defaultValue != null && !object.has(property.getKey())) {
                    object.set(property.getKey(), defaultValue.deepCopy());
                }
            }
        }
        for (SchemaNodes.Child child : SchemaNodes.children(schema, value)) {
            fillIn(child.value(), child.schema());
        }
    }

    private static void clean(ObjectNode parent, String field, JsonNode schema, String path, List<String> unknown) {
        JsonNode value = parent.get(field);
        if (value.isNull()) {
            parent.remove(field);
        } else {
            clean(value, schema, path, unknown);
        }
    }

    private static void clean(JsonNode value, JsonNode schema, String path, List<String> unknown) {
        if (value instanceof ObjectNode object && schema.path("type").asText().equals("object")) {
            for (String field : names(object)) {
                JsonNode known = SchemaNodes.property(schema, field);
                String place = path + '.' + field;
                if (known == null) {
                    unknown.add(place);
                    object.remove(field);
                } else {
                    clean(object, field, known, place, unknown);
                }
            }
        } else if (value instanceof ArrayNode array
                && schema.path("type").asText().equals("array")) {
            for (int i = 0; i < array.size(); i++) {
                clean(array.get(i), schema.path("items"), path + '[' + i + ']', unknown);
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
