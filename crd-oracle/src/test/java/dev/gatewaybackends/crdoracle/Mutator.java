// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes one thing somewhere in a document, to what may or may not be allowed there. */
final class Mutator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> NUMBERS = List.of(
            IntNode.valueOf(0),
            IntNode.valueOf(-1),
            IntNode.valueOf(65_536),
            IntNode.valueOf(Integer.MAX_VALUE),
            DoubleNode.valueOf(80.5));
    private static final List<JsonNode> LARGE_NUMBERS = List.of(
            LongNode.valueOf(Integer.MAX_VALUE + 1L),
            LongNode.valueOf(Integer.MIN_VALUE - 1L),
            LongNode.valueOf(4_294_967_376L),
            LongNode.valueOf(Long.MAX_VALUE),
            BigIntegerNode.valueOf(BigInteger.ONE.shiftLeft(63)),
            DoubleNode.valueOf(3e9),
            DoubleNode.valueOf(0x1p53),
            DoubleNode.valueOf(1e30));
    /** Integers all the same, except for the rules that read them. */
    private static final List<JsonNode> WHOLE_NUMBERS = List.of(DoubleNode.valueOf(80.0), DoubleNode.valueOf(1.0));

    private final CrdVersion crd;
    private final DocumentGenerator generator;
    private final Choices choices;
    private final Texts texts;

    Mutator(CrdVersion crd, Choices choices, Texts texts) {
        this.crd = crd;
        this.generator = new DocumentGenerator(crd, choices, texts, false);
        this.choices = choices;
        this.texts = texts;
    }

    /** Changes the document, now and then in all places of one schema. */
    void mutate(ObjectNode document) {
        if (choices.oneIn(40)) {
            document.put("unknown", "a");
            return;
        }
        List<Site> sites = Site.in(document, crd.schema());
        if (choices.oneIn(40)) {
            sites.stream().filter(site -> site.value().isInt()).forEach(Mutator::writeAsDecimal);
            return;
        }
        if (sites.isEmpty()) {
            return;
        }
        List<Site> ruled = sites.stream().filter(Site::ruled).toList();
        Site site = choices.one(ruled.isEmpty() || choices.oneIn(2) ? sites : ruled);
        mutate(site);
        if (choices.oneIn(8)) {
            sites.stream().filter(other -> other.schema().equals(site.schema())).forEach(this::mutate);
        }
    }

    private static void writeAsDecimal(Site site) {
        site.set(DoubleNode.valueOf(site.value().doubleValue()));
    }

    private void mutate(Site site) {
        if (site.value().isMissingNode()) {
            return;
        }
        switch (choices.below(14)) {
            case 0, 1 -> site.remove();
            case 2 -> site.set(NODES.nullNode());
            case 3 -> site.set(ofAnyType(site.value()));
            case 4, 5 -> site.set(generator.value(site.schema()));
            default -> {
                switch (site.schema().path("type").asText()) {
                    case "object" -> mutateObject(site);
                    case "array" -> mutateList(site);
                    case "integer" -> site.set(number(site.schema(), site.value()));
                    case "string" ->
                        site.set(TextNode.valueOf(
                                text(site.schema(), site.value().asText())));
                    default -> site.set(BooleanNode.valueOf(choices.oneIn(2)));
                }
            }
        }
    }

    private JsonNode ofAnyType(JsonNode value) {
        return switch (choices.below(8)) {
            case 0 -> BooleanNode.valueOf(choices.oneIn(2));
            case 1 -> choices.one(NUMBERS);
            case 2 -> TextNode.valueOf(value.isValueNode() ? value.asText() : "a");
            case 3 -> NODES.arrayNode();
            case 4 -> NODES.objectNode();
            case 5 -> NODES.arrayNode().add(value.deepCopy());
            case 6 -> NODES.objectNode().set("a", value.deepCopy());
            default -> TextNode.valueOf(texts.any(choices));
        };
    }

    private void mutateObject(Site site) {
        if (!(site.value() instanceof ObjectNode object)) {
            return;
        }
        JsonNode schema = site.schema();
        if (!schema.has("properties")) {
            mutateMap(object, schema);
            return;
        }
        List<String> names = new ArrayList<>();
        schema.get("properties").fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "a" : choices.one(names);
        switch (choices.below(8)) {
            case 0 -> object.put(choices.one(List.of("unknown", "Unknown", name.toUpperCase(Locale.ROOT))), "a");
            case 1 -> object.set("unknown", choices.oneIn(2) ? NODES.nullNode() : NODES.objectNode());
            case 2 -> object.removeAll();
            default -> {
                if (!names.isEmpty()) {
                    object.set(name, generator.value(schema.get("properties").get(name)));
                }
            }
        }
    }

    private void mutateMap(ObjectNode map, JsonNode schema) {
        int most = schema.path("maxProperties").asInt(4);
        switch (choices.below(4)) {
            case 0 -> fill(map, choices.oneIn(2) ? most : most + 1);
            case 1 -> map.set("odd", ofAnyType(TextNode.valueOf("a")));
            case 2 -> map.put("a", text(schema.path("additionalProperties"), "a"));
            default -> map.put(key(), "a");
        }
    }

    private String key() {
        return switch (choices.below(4)) {
            case 0 -> "k".repeat(choices.one(List.of(62, 63, 64)));
            case 1 -> "k".repeat(choices.one(List.of(252, 253, 254))) + "/team";
            default -> texts.any(choices);
        };
    }

    private static void fill(ObjectNode map, int size) {
        for (int i = 0; map.size() < size; i++) {
            map.put("k" + i, "a");
        }
    }

    private void mutateList(Site site) {
        if (!(site.value() instanceof ArrayNode list)) {
            return;
        }
        JsonNode items = site.schema().path("items");
        int least = site.schema().path("minItems").asInt(0);
        int most = site.schema().path("maxItems").asInt(4);
        switch (choices.below(8)) {
            case 0 -> list.removeAll();
            case 1 -> list.add(choices.oneIn(2) ? NODES.nullNode() : ofAnyType(NODES.objectNode()));
            case 2 -> grow(site.schema(), list, choices.oneIn(2) ? most : most + 1);
            case 3 -> {
                while (list.size() > Math.max(0, least - choices.below(2))) {
                    list.remove(list.size() - 1);
                }
            }
            case 4, 5 -> list.add(list.isEmpty() ? generator.value(items) : likeness(choices.one(listOf(list)), items));
            default -> list.add(generator.value(items));
        }
    }

    /** Adds items with keys of their own. */
    private void grow(JsonNode schema, ArrayNode list, int size) {
        JsonNode items = schema.path("items");
        JsonNode item = generator.value(items);
        for (int i = 0; list.size() < size; i++) {
            JsonNode next = item.deepCopy();
            if (next instanceof ObjectNode object) {
                for (JsonNode key : schema.path("x-kubernetes-list-map-keys")) {
                    boolean isText = items.at("/properties/" + key.asText() + "/type")
                            .asText()
                            .equals("string");
                    object.set(key.asText(), isText ? TextNode.valueOf("k" + i) : IntNode.valueOf(i + 1));
                }
            } else if (next.isTextual() && !items.has("enum")) {
                next = TextNode.valueOf(choices.oneIn(50) ? next.asText() : "k" + i + next.asText());
            }
            list.add(next);
        }
    }

    /** Returns a copy, most of the time with one field more, less or changed. */
    private JsonNode likeness(JsonNode item, JsonNode schema) {
        JsonNode copy = item.deepCopy();
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        if (copy instanceof ObjectNode object && !names.isEmpty() && !choices.oneIn(3)) {
            String name = choices.one(names);
            if (choices.oneIn(2)) {
                object.remove(name);
            } else {
                object.set(name, generator.value(schema.at("/properties/" + name)));
            }
        }
        return copy;
    }

    private static List<JsonNode> listOf(ArrayNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    private JsonNode number(JsonNode schema, JsonNode now) {
        int bound = choices.one(
                List.of(schema.path("minimum").asInt(0), schema.path("maximum").asInt(Integer.MAX_VALUE - 1)));
        return switch (choices.below(6)) {
            case 0 -> choices.one(NUMBERS);
            case 1 -> choices.one(LARGE_NUMBERS);
            case 2 -> now.isInt() ? DoubleNode.valueOf(now.doubleValue()) : choices.one(WHOLE_NUMBERS);
            default -> IntNode.valueOf(bound + choices.below(3) - 1);
        };
    }

    private String text(JsonNode schema, String now) {
        return switch (choices.below(8)) {
            case 0 -> typo(now);
            case 1 -> texts.ofLength(Math.max(0, schema.path("minLength").asInt(0) - choices.below(2)), choices);
            case 2, 3 -> {
                int most = schema.path("maxLength").asInt(64);
                yield most > 5000 ? now : texts.ofLength(most + choices.below(2), choices);
            }
            case 4, 5 -> choices.one(texts.inSchema(schema)).asText();
            default -> texts.any(choices);
        };
    }

    private String typo(String text) {
        return switch (choices.below(6)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> text.toUpperCase(Locale.ROOT);
            case 2 -> text + ' ';
            case 3 -> text + '\n';
            case 4 -> ' ' + text;
            default -> text + choices.one(List.of("x", "/", ".", "-", "*", "%", "ı"));
        };
    }
}
