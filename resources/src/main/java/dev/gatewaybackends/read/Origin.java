// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatewaybackends.read.document.DocumentText;
import dev.gatewaybackends.read.document.ParsedTree;
import dev.gatewaybackends.read.document.Positions;
import org.jspecify.annotations.Nullable;

/** What a resource was read from. Thread-safe. */
interface Origin {
    /** Returns the resource as it was written. */
    JsonNode tree();

    /** Returns where its fields stand; null if it was not read from text. */
    @Nullable
    Positions positions();

    /** Returns whether the resource is written as JSON text. */
    boolean isJson();

    /**
     * Returns the origin of an item of a list, which shares the tree of its document.
     *
     * @param typed the item with its kind, where it leaves that to the list
     * @param firstNode the node of the document that the item starts with
     */
    static Origin ofItem(DocumentText document, ParsedTree tree, JsonNode item, JsonNode typed, int firstNode) {
        return new Origin() {
            @Override
            public JsonNode tree() {
                return typed;
            }

            @Override
            public Positions positions() {
                return document.positions(tree, item, firstNode);
            }

            @Override
            public boolean isJson() {
                return document.isJson();
            }
        };
    }

    /** Returns the origin of a resource that was given as a tree. */
    static Origin ofTree(JsonNode tree) {
        return new Origin() {
            @Override
            public JsonNode tree() {
                return tree;
            }

            @Override
            public @Nullable Positions positions() {
                return null;
            }

            @Override
            public boolean isJson() {
                return false;
            }
        };
    }
}
