// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A parsed document: its JSON tree and where each node stands.
 *
 * @param root the tree
 * @param positions line and column, from 0 within the document, of every node in document order: pairs, indexed as the tree
 *     is walked depth first; a field counts at its key
 * @param duplicates keys that occur more than once in one object; the first value was kept
 */
@SuppressWarnings("ArrayRecordComponent") // Two ints for each node; trees are not compared.
public record ParsedTree(JsonNode root, int[] positions, List<DuplicateKey> duplicates) {
    /** A repeated key: its path as in {@link Positions} and its place. */
    public record DuplicateKey(List<Object> path, int line, int column) {}

    /** Returns the same tree with positions counted from where its root stands, as if it were parsed alone. */
    public ParsedTree movedToOrigin() {
        int line = positions[0];
        int column = positions[1];
        if (line == 0 && column == 0) {
            return this;
        }
        int[] moved = positions.clone();
        for (int i = 0; i < moved.length; i += 2) {
            moved[i + 1] -= moved[i] == line ? column : 0;
            moved[i] -= line;
        }
        List<DuplicateKey> movedKeys = duplicates.stream()
                .map(key -> new DuplicateKey(
                        key.path(), key.line() - line, key.line() == line ? key.column() - column : key.column()))
                .toList();
        return new ParsedTree(root, moved, movedKeys);
    }
}
