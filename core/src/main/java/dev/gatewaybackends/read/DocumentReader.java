// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Severity;
import dev.gatewaybackends.diagnostics.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the documents of inputs, one after the other, into one {@link ResourceSet}. Not thread-safe. */
final class DocumentReader {
    private static final String LIST = "List";
    private static final String ITEMS = "items";

    private final ResourceBinder binder;
    private final ReadLimits limits;
    private final List<ResourceEntry> entries = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    DocumentReader(ResourceBinder binder, ReadLimits limits) {
        this.binder = binder;
        this.limits = limits;
    }

    ResourceSet result() {
        return new ResourceSet(entries, Diagnostics.of(diagnostics));
    }

    /** Reports an input that cannot be read at all. */
    void unreadable(String source, String message) {
        unreadable(source, 0, 0, message);
    }

    private void unreadable(String source, int line, int column, String message) {
        diagnostics.add(unreadable(message, new SourceLocation(source, line + 1, column + 1)));
    }

    private static Diagnostic unreadable(String message, SourceLocation place) {
        return new Diagnostic(Severity.ERROR, null, FieldPath.root(), Reason.UNREADABLE, message, place);
    }

    void read(String source, String input) {
        String text = input.startsWith("\uFEFF") ? input.substring(1) : input;
        if (!startsLikeJson(text) || !readJson(source, text)) {
            for (DocumentSplitter.Document document : DocumentSplitter.split(text)) {
                DocumentText written = new DocumentText(source, document.text(), false, document.line(), 0, limits);
                try {
                    ParsedTree tree = written.parse();
                    if (tree != null) {
                        document(written, tree);
                    }
                } catch (UnreadableException e) {
                    unreadable(source, document.line() + e.line(), e.column(), e.problem());
                }
            }
        }
    }

    private static boolean startsLikeJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                return c == '{' || c == '[';
            }
        }
        return false;
    }

    /** Returns false if the text is no JSON from its start on: then it may be YAML in flow style. */
    private boolean readJson(String source, String text) {
        boolean first = true;
        try (JsonDocuments documents = new JsonDocuments(text, limits)) {
            for (ParsedTree tree = documents.next(); tree != null; tree = documents.next()) {
                DocumentText written = new DocumentText(
                        source,
                        text.substring(documents.start(), documents.end()),
                        true,
                        tree.positions()[0],
                        tree.positions()[1],
                        limits);
                if (written.text().length() > limits.maxDocumentChars()) {
                    written.parse();
                }
                document(written, tree.movedToOrigin());
                first = false;
            }
            return true;
        } catch (UnreadableException e) {
            if (first && !source.endsWith(".json")) {
                return false;
            }
            unreadable(source, e.line(), e.column(), e.problem());
            return true;
        }
    }

    private void document(DocumentText written, ParsedTree tree) {
        if (!(tree.root() instanceof ObjectNode root)) {
            unreadable(written.source(), written.line(), written.column(), "a document must be an object");
            return;
        }
        JsonNode items = root.get(ITEMS);
        String kind = root.path("kind").asText("");
        if (kind.endsWith(LIST) && items != null && items.isArray()) {
            list(written, tree, root, kind);
        } else {
            add(binder.bind(root, duplicates(tree, List.of()), Origin.of(written), diagnostics));
        }
    }

    private void list(DocumentText written, ParsedTree tree, ObjectNode root, String kind) {
        int node = 1;
        for (var field : root.properties()) {
            if (!field.getKey().equals(ITEMS)) {
                node += Positions.size(field.getValue());
                continue;
            }
            node++;
            int index = 0;
            for (JsonNode item : field.getValue()) {
                int size = Positions.size(item);
                if (item instanceof ObjectNode object) {
                    Origin origin = Origin.ofItem(written, tree, item, node);
                    List<Problems.Problem> duplicates = duplicates(tree, List.of(ITEMS, index));
                    add(binder.bind(typed(object, root, kind), duplicates, origin, diagnostics));
                } else {
                    diagnostics.add(unreadable(
                            "an item must be an object",
                            written.positions(tree, item, node).locate(FieldPath.root())));
                }
                node += size;
                index++;
            }
        }
    }

    /** The items of a list of one kind need not repeat it. */
    private static ObjectNode typed(ObjectNode item, ObjectNode list, String listKind) {
        if (listKind.equals(LIST) || item.has("kind") || item.has("apiVersion")) {
            return item;
        }
        ObjectNode typed = item.objectNode();
        typed.set("apiVersion", list.get("apiVersion"));
        typed.put("kind", listKind.substring(0, listKind.length() - LIST.length()));
        return typed.setAll(item);
    }

    private static List<Problems.Problem> duplicates(ParsedTree tree, List<Object> prefix) {
        List<Problems.Problem> problems = new ArrayList<>(0);
        for (ParsedTree.DuplicateKey key : tree.duplicates()) {
            if (key.path().size() > prefix.size()
                    && key.path().subList(0, prefix.size()).equals(prefix)) {
                FieldPath path = FieldPath.root();
                for (Object element :
                        key.path().subList(prefix.size(), key.path().size())) {
                    path = element instanceof String name ? path.field(name) : path.item((Integer) element);
                }
                problems.add(Problems.duplicateKey(path, key.line(), key.column()));
            }
        }
        return problems;
    }

    private void add(@Nullable ResourceEntry entry) {
        if (entry != null) {
            entries.add(entry);
        }
    }
}
