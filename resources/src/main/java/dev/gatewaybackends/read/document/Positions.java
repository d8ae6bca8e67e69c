// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.SourceLocation;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Where the fields of one object stand in its input. Thread-safe.
 *
 * <p>What was computed for a container is kept, so that many fields of one large list are found in linear time.
 */
public final class Positions {
    private final String source;
    private final int firstLine;
    private final int firstColumn;
    private final int[] marks;
    private final JsonNode object;
    private final int firstNode;
    private final IdentityHashMap<JsonNode, Map<Object, Integer>> offsets = new IdentityHashMap<>();

    /**
     * Creates the positions of an object.
     *
     * @param source the name of the input
     * @param firstLine the line of the input that the document starts in, from 0
     * @param firstColumn the column that the document starts in, from 0
     * @param marks the positions of the document's nodes, see {@link ParsedTree}
     * @param object the object: the document's root or an item of a {@code List}
     * @param firstNode the number of the object among the document's nodes
     */
    public Positions(String source, int firstLine, int firstColumn, int[] marks, JsonNode object, int firstNode) {
        this.source = source;
        this.firstLine = firstLine;
        this.firstColumn = firstColumn;
        this.marks = marks;
        this.object = object;
        this.firstNode = firstNode;
    }

    /** Returns the place of a field, or of the innermost object or list around it that exists. */
    public synchronized SourceLocation locate(FieldPath field) {
        int index = firstNode;
        JsonNode node = object;
        for (Object element : field.elements()) {
            JsonNode child = element instanceof String name ? node.get(name) : node.get((Integer) element);
            Integer offset = child == null ? null : offsetsOf(node).get(element);
            if (child == null || offset == null) {
                break;
            }
            index += offset;
            node = child;
        }
        return at(marks[2 * index], marks[2 * index + 1]);
    }

    /** Returns the place at a line and a column of the document, both from 0. */
    public SourceLocation at(int line, int column) {
        return new SourceLocation(source, firstLine + line + 1, (line == 0 ? firstColumn : 0) + column + 1);
    }

    /** How many nodes lie between a container and each of its children in document order. */
    private Map<Object, Integer> offsetsOf(JsonNode container) {
        Map<Object, Integer> known = offsets.get(container);
        if (known == null) {
            known = new HashMap<>();
            int offset = 1;
            if (container.isArray()) {
                for (int i = 0; i < container.size(); i++) {
                    known.put(i, offset);
                    offset += size(container.get(i));
                }
            } else {
                for (Map.Entry<String, JsonNode> field : container.properties()) {
                    known.put(field.getKey(), offset);
                    offset += size(field.getValue());
                }
            }
            offsets.put(container, known);
        }
        return known;
    }

    /** How many nodes a value has, itself included. */
    public static int size(JsonNode node) {
        int size = 1;
        for (JsonNode child : node) {
            size += size(child);
        }
        return size;
    }
}
