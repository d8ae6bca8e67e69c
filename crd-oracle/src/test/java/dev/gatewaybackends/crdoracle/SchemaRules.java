// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Checks a stored form by its schema and its list types, all but the CEL rules. */
final class SchemaRules {
    /** How the text of a fault ends that is a number out of range. */
    static final String INT32 = ": int32";

    /** A larger one may have lost digits, and is no integer. */
    private static final double LARGEST_WHOLE_FLOAT = (1L << 53) - 1;

    private static final Set<String> BLOCKING =
            Set.of("type", "required", "enum", "maxLength", "maxItems", "maxProperties", "format");
    private static final Dialect DIALECT = Dialect.builder("https://crd-oracle.test/dialect", Dialects.getOpenApi30())
            .formats(formats -> {
                formats.clear();
                formats.put("ipv4", new TextFormat("ipv4", IpText::hasFormatIpv4));
                formats.put("ipv6", new TextFormat("ipv6", IpText::hasFormatIpv6));
            })
            .build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            DIALECT,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .losslessNarrowing(true)
                    .regularExpressionFactory(pattern -> {
                        Pattern compiled = Pattern.compile(pattern);
                        return text -> compiled.matcher(text).find();
                    })
                    .build()));

    private final JsonNode root;
    private final Schema schema;

    SchemaRules(JsonNode root) {
        Set<String> unknown = SchemaNodes.unknownKeywords(root);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("the schema has keywords that the oracle does not know: " + unknown);
        }
        this.root = root;
        this.schema = REGISTRY.getSchema(root);
    }

    /**
     * One thing that is wrong.
     *
     * @param blocks whether the API server leaves the CEL rules alone because of it
     */
    record Fault(String text, boolean blocks) {}

    /** Returns what is wrong with the value. */
    List<Fault> faults(JsonNode value) {
        List<Fault> faults = new ArrayList<>();
        for (Error error : schema.validate(value)) {
            faults.add(new Fault(
                    error.getInstanceLocation() + ": " + error.getKeyword(), BLOCKING.contains(error.getKeyword())));
        }
        addOthers(root, value, "", faults);
        return faults;
    }

    private static void addOthers(JsonNode schema, JsonNode value, String path, List<Fault> faults) {
        if (value.isNumber() && schema.path("type").asText().equals("integer")) {
            if (isFloat(value) && Math.abs(value.doubleValue()) > LARGEST_WHOLE_FLOAT) {
                faults.add(new Fault(path + ": type", true));
            }
            if (schema.path("format").asText().equals("int32") && !value.canConvertToInt()) {
                faults.add(new Fault(path + INT32, false));
            }
        }
        if (value.isArray() && hasDuplicates(schema, value)) {
            faults.add(new Fault(path + ": duplicate", false));
        }
        for (SchemaNodes.Child child : SchemaNodes.children(schema, value)) {
            addOthers(child.schema(), child.value(), path + child.step(), faults);
        }
    }

    /** Returns whether the API server holds the number as a floating-point number. */
    static boolean isFloat(JsonNode number) {
        return !number.isIntegralNumber() || !number.canConvertToLong();
    }

    /** Returns whether two items of the list have the same key, whatever its type makes of that. */
    static boolean hasDuplicates(JsonNode schema, JsonNode list) {
        String type = schema.path("x-kubernetes-list-type").asText();
        Set<Object> seen = new HashSet<>();
        for (JsonNode item : list) {
            Object key = type.equals("map") ? key(schema, item) : item;
            if ((type.equals("map") || type.equals("set")) && !seen.add(key)) {
                return true;
            }
        }
        return false;
    }

    private static List<JsonNode> key(JsonNode schema, JsonNode item) {
        List<JsonNode> key = new ArrayList<>();
        schema.path("x-kubernetes-list-map-keys").forEach(name -> key.add(item.path(name.asText())));
        return key;
    }

    private record TextFormat(String name, Predicate<String> test) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return test.test(value);
        }
    }
}
