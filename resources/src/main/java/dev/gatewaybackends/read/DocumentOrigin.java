// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatewaybackends.read.document.DocumentText;
import dev.gatewaybackends.read.document.ParsedTree;
import dev.gatewaybackends.read.document.Positions;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a resource that is a whole document. Thread-safe.
 *
 * <p>The document is kept as text, because a tree takes ten times the memory and few resources are asked for a place. The
 * places of those that are asked stay as long as memory lasts, so that a document is parsed for places once.
 */
final class DocumentOrigin implements Origin {
    private final DocumentText document;
    private @Nullable ParsedTree fresh;
    private @Nullable SoftReference<Positions> known;

    /**
     * Creates the origin.
     *
     * @param fresh the tree that the document was just parsed into
     */
    DocumentOrigin(DocumentText document, ParsedTree fresh) {
        this.document = document;
        this.fresh = fresh;
    }

    /** Lets go of the tree that the document was parsed into, once it has been read. */
    synchronized void release() {
        fresh = null;
    }

    @Override
    public JsonNode tree() {
        return document.parseAgain().root();
    }

    @Override
    public synchronized Positions positions() {
        Positions positions = known == null ? null : known.get();
        if (positions == null) {
            ParsedTree tree = fresh == null ? document.parseAgain() : fresh;
            positions = document.positions(tree, tree.root(), 0);
            known = new SoftReference<>(positions);
        }
        return positions;
    }

    @Override
    public boolean isJson() {
        return document.isJson();
    }
}
