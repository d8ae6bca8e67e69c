// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Objects made from a schema: most of their parts fit, some are left out, out of bounds, or something else altogether. */
final class RandomDocuments {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "a",
            "web",
            "example.com",
            "*.example.com",
            "a.example.com",
            "gateway.networking.k8s.io",
            "Service",
            "Gateway",
            "HTTPRoute",
            "Backend",
            "Secret",
            "ConfigMap",
            "/",
            "/v1",
            "/v1/items",
            "1s",
            "10ms",
            "2m",
            "http",
            "https",
            "x-one",
            "x-two",
            "GET",
            "https://a.example.com",
            "example.com/controller",
            "System",
            "10.0.0.1",
            "::1",
            "IPAddress",
            "Hostname",
            "HTTP",
            "HTTPS",
            "TLS",
            "TCP",
            "UDP",
            "us-east-1",
            "123456789012",
            "$LATEST",
            "hello",
            "arn:aws:iam::123456789012:role/a",
            "https://a.example.com:443",
            "spiffe://a.example.com/b");
    private static final List<String> ODD_TEXTS = List.of(
            "", " ", "A b", "-a", "a..b", "*", "//", "/a/../b", "/a%2Fb", "1", "1d", "\u00e9", "0h", "a/b", "70000");

    private final Random random;

    RandomDocuments(long seed) {
        this.random = new Random(seed);
    }

    ObjectNode next(Crds.Served crd) {
        ObjectNode object = JSON.objectNode();
        object.put("apiVersion", crd.apiVersion());
        object.put("kind", crd.kind());
        ObjectNode metadata = object.putObject("metadata");
        metadata.put("name", "a");
        if (crd.namespaced()) {
            metadata.put("namespace", "default");
        }
        JsonNode spec = crd.schema().path("properties").path("spec");
        if (random.nextInt(40) > 0) {
            object.set("spec", value(spec, 0));
        }
        return object;
    }

    private boolean rarely() {
        return random.nextInt(60) == 0;
    }

    private JsonNode value(JsonNode schema, int depth) {
        if (rarely()) {
            return odd();
        }
        if (schema.has("enum") && !rarely()) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(schema));
        };
    }

    private JsonNode odd() {
        return switch (random.nextInt(6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.textNode("odd");
            case 2 -> JSON.numberNode(7);
            case 3 -> JSON.objectNode();
            case 4 -> JSON.arrayNode();
            default -> JSON.booleanNode(true);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        String chosen = chosenMember(schema, object);
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = property.getKey();
            if (object.has(name)) {
                continue;
            }
            boolean wanted = isMember(schema, name)
                    ? normal(name).equals(chosen) != rarely()
                    : required.contains(name) ? !rarely() : random.nextInt(3 + depth) == 0;
            if (wanted) {
                object.set(name, value(property.getValue(), depth + 1));
            }
        }
        if (schema.path("additionalProperties").isObject()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                object.set(text(JSON.objectNode()), value(schema.get("additionalProperties"), depth + 1));
            }
        }
        if (rarely()) {
            object.put("notInAnySchema", 1);
        }
        return object;
    }

    /** Sets the discriminator of a union, if there is one, and returns which member should go with it. */
    private String chosenMember(JsonNode schema, ObjectNode object) {
        for (String discriminator : List.of("type", "protocol", "kind")) {
            JsonNode literals = schema.path("properties").path(discriminator).path("enum");
            if (literals.isArray() && hasMembers(schema, literals)) {
                JsonNode literal = literals.get(random.nextInt(literals.size()));
                object.set(discriminator, literal);
                return normal(literal.asText());
            }
        }
        return "";
    }

    private static boolean hasMembers(JsonNode schema, JsonNode literals) {
        for (JsonNode literal : literals) {
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                if (normal(property.getKey()).equals(normal(literal.asText()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMember(JsonNode schema, String name) {
        for (String discriminator : List.of("type", "protocol", "kind")) {
            for (JsonNode literal :
                    schema.path("properties").path(discriminator).path("enum")) {
                if (normal(literal.asText()).equals(normal(name))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String normal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("ref") ? lower.substring(0, lower.length() - 3) : lower;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        int size = least + random.nextInt(depth < 4 ? 3 : 2);
        if (rarely()) {
            size = random.nextInt(4);
        }
        if (rarely() && random.nextInt(4) == 0 && most < 20) {
            size = most + random.nextInt(2);
        }
        for (int i = 0; i < size; i++) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(1000);
        if (rarely()) {
            long[] odd = {least, least - 1, most, most + 1, -1, 3_000_000_000L};
            return odd[random.nextInt(odd.length)];
        }
        return least + random.nextInt((int) Math.min(most - least + 1, 200));
    }

    private String text(JsonNode schema) {
        if (rarely()) {
            int longest = schema.path("maxLength").asInt(300);
            return random.nextBoolean()
                    ? "a".repeat(Math.min(longest + random.nextInt(2), 5000))
                    : ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()));
        }
        List<String> fitting = TEXTS;
        if (schema.has("pattern")) {
            Pattern pattern = Pattern.compile(schema.get("pattern").asText());
            fitting =
                    TEXTS.stream().filter(text -> pattern.matcher(text).find()).toList();
        }
        return fitting.isEmpty() ? "a" : fitting.get(random.nextInt(fitting.size()));
    }
}
