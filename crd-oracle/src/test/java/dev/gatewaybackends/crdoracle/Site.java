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
 * A place in a document where a value is.
 *
 * @param parent the object or list that holds the value
 * @param field the name of the field; null in a list
 * @param index the index in the list
 * @param ruled whether it, or what holds it, has rules
 */
record Site(JsonNode parent, String field, int index, JsonNode schema, boolean ruled) {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");

    /** Returns every place inside a document that its own schema speaks of. */
    static List<Site> in(ObjectNode document, JsonNode schema) {
        List<Site> sites = new ArrayList<>();
        for (SchemaNodes.Child child : SchemaNodes.children(schema, document)) {
            String field = child.step().substring(1);
            if (!OF_EVERY_OBJECT.contains(field)) {
                sites.add(new Site(document, field, 0, child.schema(), hasRules(schema) || hasRules(child.schema())));
                addAll(child.value(), child.schema(), sites);
            }
        }
        return sites;
    }

    JsonNode value() {
        return field == null ? parent.path(index) : parent.path(field);
    }

    void set(JsonNode value) {
        if (field != null) {
            ((ObjectNode) parent).set(field, value);
        } else if (index < parent.size()) {
            ((ArrayNode) parent).set(index, value);
        }
    }

    void remove() {
        if (field != null) {
            ((ObjectNode) parent).remove(field);
        } else if (index < parent.size()) {
            ((ArrayNode) parent).remove(index);
        }
    }

    private static void addAll(JsonNode value, JsonNode schema, List<Site> sites) {
        boolean ruled = hasRules(schema);
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode known = SchemaNodes.property(schema, field.getKey());
                if (known != null) {
                    sites.add(new Site(value, field.getKey(), 0, known, ruled || hasRules(known)));
                    addAll(field.getValue(), known, sites);
                }
            }
        } else if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                sites.add(new Site(value, null, i, schema.get("items"), ruled || hasRules(schema.get("items"))));
                addAll(value.get(i), schema.get("items"), sites);
            }
        }
    }

    private static boolean hasRules(JsonNode schema) {
        return schema.has("x-kubernetes-validations");
    }
}
