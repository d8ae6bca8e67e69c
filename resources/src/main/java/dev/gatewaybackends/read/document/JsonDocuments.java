// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatewaybackends.settings.ReadLimits;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON values one after the other from a text, each into a tree with the place of every node. */
public final class JsonDocuments implements AutoCloseable {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final ReadLimits limits;
    private final TextCursor cursor;
    private final Deque<Object> path = new ArrayDeque<>();
    private List<ParsedTree.DuplicateKey> duplicates = new ArrayList<>();
    private int[] positions = new int[64];
    private int nodes;
    private int start;

    public JsonDocuments(String text, ReadLimits limits) {
        this.limits = limits;
        this.cursor = new TextCursor(text);
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        // Deeper than our own limit, which knows the place.
                        .maxNestingDepth(limits.maxDepth() + 1)
                        .maxStringLength(limits.maxScalarChars())
                        .maxNameLength(limits.maxScalarChars())
                        .maxNumberLength(YamlNumbers.MAX_DIGITS)
                        .build())
                .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
                .build();
        try {
            this.parser = factory.createParser(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the next value, or null at the end of the text. */
    @Nullable
    public ParsedTree next() throws UnreadableException {
        duplicates = new ArrayList<>();
        positions = new int[64];
        nodes = 0;
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return null;
            }
            mark();
            start = (int) parser.currentTokenLocation().getCharOffset();
            JsonNode root = value(token);
            return new ParsedTree(root, positions, duplicates);
        } catch (StreamConstraintsException e) {
            throw here("a key, a string or a number is too long (allowed: " + limits.maxScalarChars() + " characters, "
                    + YamlNumbers.MAX_DIGITS + " for numbers)");
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            if (location != null) {
                cursor.moveTo((int) location.getCharOffset());
            }
            throw here(withoutContent(e.getOriginalMessage()));
        } catch (IOException e) {
            throw here("not JSON");
        }
    }

    /** The parser's message without what it quotes from the document, which may be part of a secret. */
    private static String withoutContent(String problem) {
        if (problem.startsWith("Unexpected end-of-input")) {
            return "not JSON: unexpected end";
        }
        int expected = problem.indexOf(": was expecting ");
        return expected < 0 || !problem.startsWith("Unexpected character")
                ? "not JSON"
                : "not JSON: "
                        + problem.substring(expected + 2).lines().findFirst().orElse("");
    }

    private UnreadableException here(String message) {
        return new UnreadableException(message, cursor.line(), cursor.column());
    }

    /** Where the last value started, in UTF-16 units from the start of the text. */
    public int start() {
        return start;
    }

    /** Where the last value ended, in UTF-16 units from the start of the text. */
    public int end() {
        return (int) parser.currentLocation().getCharOffset();
    }

    private void mark() {
        cursor.moveTo((int) parser.currentTokenLocation().getCharOffset());
    }

    private JsonNode value(JsonToken token) throws IOException, UnreadableException {
        if (2 * nodes == positions.length) {
            positions = Arrays.copyOf(positions, positions.length * 2);
        }
        positions[2 * nodes] = cursor.line();
        positions[2 * nodes + 1] = cursor.column();
        nodes++;
        if (token.isStructStart() && path.size() >= limits.maxDepth()) {
            throw here("nested deeper than " + limits.maxDepth());
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> PlainJson.text(parser.getText());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> floating();
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            default -> NullNode.instance;
        };
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> IntNode.valueOf(parser.getIntValue());
            case LONG -> LongNode.valueOf(parser.getLongValue());
            default -> BigIntegerNode.valueOf(parser.getBigIntegerValue());
        };
    }

    private JsonNode floating() throws IOException, UnreadableException {
        JsonNode number = YamlNumbers.floating(parser.getText());
        if (number == null) {
            throw here("a number that is out of every range");
        }
        return number;
    }

    private ObjectNode object() throws IOException, UnreadableException {
        ObjectNode object = JSON.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            String key = PlainJson.text(name).textValue();
            mark();
            path.addLast(key);
            int line = cursor.line();
            int column = cursor.column();
            int before = nodes;
            JsonNode value = value(parser.nextToken());
            if (object.has(key)) {
                duplicates.add(new ParsedTree.DuplicateKey(List.copyOf(path), line, column));
                nodes = before;
            } else {
                object.set(key, value);
            }
            path.removeLast();
        }
        return object;
    }

    private ArrayNode list() throws IOException, UnreadableException {
        ArrayNode array = JSON.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            mark();
            path.addLast(array.size());
            array.add(value(token));
            path.removeLast();
        }
        return array;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
