// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatewaybackends.settings.ReadLimits;
import org.jspecify.annotations.Nullable;

/**
 * The text of one document and its place in its input.
 *
 * @param source the name of the input
 * @param text the text
 * @param isJson whether it is JSON; else it is YAML
 * @param line the line of the input that it starts in, from 0
 * @param column the column that it starts in, from 0
 * @param limits what is accepted
 */
public record DocumentText(String source, String text, boolean isJson, int line, int column, ReadLimits limits) {
    /** Returns the tree, or null for an empty document. */
    @Nullable
    public ParsedTree parse() throws UnreadableException {
        if (text.length() > limits.maxDocumentChars()) {
            throw new UnreadableException(tooLong(), 0, 0);
        }
        if (!isJson) {
            return YamlDocument.parse(text, limits);
        }
        try (JsonDocuments documents = new JsonDocuments(text, limits)) {
            return documents.next();
        }
    }

    public String tooLong() {
        return "the document is longer than " + limits.maxDocumentChars() + " characters";
    }

    /** Returns the tree of a document that was parsed before. */
    public ParsedTree parseAgain() {
        try {
            ParsedTree tree = parse();
            if (tree != null) {
                return tree;
            }
        } catch (UnreadableException e) {
            throw new IllegalStateException("a document that was readable is not any more", e);
        }
        throw new IllegalStateException("a document that had content has none any more");
    }

    public Positions positions(ParsedTree tree, JsonNode object, int firstNode) {
        return new Positions(source, line, column, tree.positions(), object, firstNode);
    }
}
