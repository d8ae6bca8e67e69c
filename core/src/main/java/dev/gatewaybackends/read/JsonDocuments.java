// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON values one after the other from a text, each into a tree with the place of every node. */
final class JsonDocuments implements AutoCloseable {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Deque<Object> path = new ArrayDeque<>();
    private List<ParsedTree.DuplicateKey> duplicates = new ArrayList<>();
    private int[] positions = new int[64];
    private int nodes;
    private int start;
    private int keyLine;
    private int keyColumn;

    JsonDocuments(String text, ReadLimits limits) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth() + 1)
                        .maxStringLength(limits.maxScalarChars())
                        .build())
                .build();
        try {
            this.parser = factory.createParser(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the next value, or null at the end of the text. */
    @Nullable
    ParsedTree next() throws UnreadableException {
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
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            String problem = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
            throw location == null
                    ? new UnreadableException(problem, 0, 0)
                    : new UnreadableException(problem, location.getLineNr() - 1, location.getColumnNr() - 1);
        } catch (IOException e) {
            throw new UnreadableException("not JSON", 0, 0);
        }
    }

    /** Where the last value started, in UTF-16 units from the start of the text. */
    int start() {
        return start;
    }

    /** Where the last value ended, in UTF-16 units from the start of the text. */
    int end() {
        return (int) parser.currentLocation().getCharOffset();
    }

    private void mark() {
        JsonLocation location = parser.currentTokenLocation();
        keyLine = location.getLineNr() - 1;
        keyColumn = location.getColumnNr() - 1;
    }

    private JsonNode value(JsonToken token) throws IOException {
        if (2 * nodes == positions.length) {
            positions = Arrays.copyOf(positions, positions.length * 2);
        }
        positions[2 * nodes] = keyLine;
        positions[2 * nodes + 1] = keyColumn;
        nodes++;
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> DoubleNode.valueOf(parser.getDoubleValue());
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

    private ObjectNode object() throws IOException {
        ObjectNode object = JSON.objectNode();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            mark();
            path.addLast(key);
            int line = keyLine;
            int column = keyColumn;
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

    private ArrayNode list() throws IOException {
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
