// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field of an object that names another field, the one to set, as far as their names show it.
 *
 * @param literals what the field may be
 * @param members the fields to choose from, by the literal that names them
 */
record Union(String field, List<JsonNode> literals, Map<JsonNode, String> members) {
    /** Returns the unions in an object with this schema. */
    static List<Union> of(JsonNode schema) {
        List<Union> unions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            List<JsonNode> literals = new ArrayList<>();
            Map<JsonNode, String> members = new LinkedHashMap<>();
            for (JsonNode literal : property.getValue().path("enum")) {
                literals.add(literal);
                member(schema, literal.asText()).ifPresent(name -> members.put(literal, name));
            }
            if (!members.isEmpty()) {
                unions.add(new Union(property.getKey(), literals, members));
            }
        }
        return unions;
    }

    private static Optional<String> member(JsonNode schema, String literal) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names.stream().filter(literal::equalsIgnoreCase).findFirst();
    }
}
