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
import dev.gatewaybackends.read.document.DocumentSplitter;
import dev.gatewaybackends.read.document.DocumentText;
import dev.gatewaybackends.read.document.JsonDocuments;
import dev.gatewaybackends.read.document.ParsedTree;
import dev.gatewaybackends.read.document.Positions;
import dev.gatewaybackends.read.document.TextCursor;
import dev.gatewaybackends.read.document.UnreadableException;
import dev.gatewaybackends.settings.ReadLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        for (DocumentSplitter.Document document : DocumentSplitter.split(text)) {
            int json = startOfJson(document.text());
            if (json < 0 || !readJson(source, document, json)) {
                readYaml(source, document);
            }
        }
    }

    private void readYaml(String source, DocumentSplitter.Document document) {
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

    /** Returns where a document that starts like JSON does so, or -1. */
    private static int startOfJson(String document) {
        for (int i = document.startsWith("---") ? 3 : 0; i < document.length(); i++) {
            char c = document.charAt(i);
            if (c > ' ') {
                return c == '{' || c == '[' ? i : -1;
            }
        }
        return -1;
    }

    /** Returns false if the document is no JSON from its start on: then it may be YAML in flow style. */
    private boolean readJson(String source, DocumentSplitter.Document document, int start) {
        TextCursor cursor = new TextCursor(document.text()).moveTo(start);
        int firstLine = document.line() + cursor.line();
        String text = document.text().substring(start);
        boolean first = true;
        try (JsonDocuments documents = new JsonDocuments(text, limits)) {
            for (ParsedTree tree = documents.next(); tree != null; tree = documents.next()) {
                int line = tree.positions()[0];
                int column = tree.positions()[1] + (line == 0 ? cursor.column() : 0);
                DocumentText written = new DocumentText(
                        source,
                        text.substring(documents.start(), documents.end()),
                        true,
                        firstLine + line,
                        column,
                        limits);
                if (written.text().length() > limits.maxDocumentChars()) {
                    unreadable(source, written.line(), column, written.tooLong());
                } else {
                    document(written, tree.movedToOrigin());
                }
                first = false;
            }
            return true;
        } catch (UnreadableException e) {
            if (first && !source.endsWith(".json")) {
                return false;
            }
            unreadable(source, firstLine + e.line(), e.column() + (e.line() == 0 ? cursor.column() : 0), e.problem());
            return true;
        }
    }

    private void document(DocumentText written, ParsedTree tree) {
        if (!(tree.root() instanceof ObjectNode root)) {
            unreadable(written.source(), written.line(), written.column(), "a document must be an object");
            return;
        }
        String kind = root.path("kind").asText("");
        JsonNode items = root.path(ITEMS);
        if (kind.equals(LIST) || (kind.endsWith(LIST) && (items.isArray() || items.isNull()))) {
            list(written, tree, root, kind);
        } else {
            List<Problems.Problem> duplicates = new ArrayList<>(0);
            for (ParsedTree.DuplicateKey key : tree.duplicates()) {
                duplicates.add(duplicate(key, 0));
            }
            DocumentOrigin origin = new DocumentOrigin(written, tree);
            add(binder.bind(root, duplicates, origin, diagnostics));
            origin.release();
        }
    }

    private void list(DocumentText written, ParsedTree tree, ObjectNode root, String kind) {
        Map<Object, List<Problems.Problem>> duplicates = duplicatesOfItems(written, tree);
        int node = 1;
        for (var field : root.properties()) {
            if (!field.getKey().equals(ITEMS) || field.getValue().isNull()) {
                node += Positions.size(field.getValue());
            } else if (!field.getValue().isArray()) {
                diagnostics.add(unreadable(
                        "the items must be a list",
                        written.positions(tree, root, 0).locate(FieldPath.of(ITEMS))));
                return;
            } else {
                items(written, tree, root, kind, node + 1, duplicates);
                node += Positions.size(field.getValue());
            }
        }
    }

    private void items(
            DocumentText written,
            ParsedTree tree,
            ObjectNode root,
            String kind,
            int firstNode,
            Map<Object, List<Problems.Problem>> duplicates) {
        int node = firstNode;
        int index = 0;
        for (JsonNode item : root.path(ITEMS)) {
            if (item instanceof ObjectNode object) {
                ObjectNode typed = typed(object, root, kind);
                Origin origin = Origin.ofItem(written, tree, item, typed, node);
                add(binder.bind(typed, duplicates.getOrDefault(index, List.of()), origin, diagnostics));
            } else {
                diagnostics.add(unreadable(
                        "an item must be an object",
                        written.positions(tree, item, node).locate(FieldPath.root())));
            }
            node += Positions.size(item);
            index++;
        }
    }

    /** Returns the repeated keys in each item; reports those of the list itself. */
    private Map<Object, List<Problems.Problem>> duplicatesOfItems(DocumentText written, ParsedTree tree) {
        Map<Object, List<Problems.Problem>> duplicates = new HashMap<>();
        for (ParsedTree.DuplicateKey key : tree.duplicates()) {
            List<Object> path = key.path();
            if (path.size() > 2 && path.get(0).equals(ITEMS) && path.get(1) instanceof Integer index) {
                duplicates.computeIfAbsent(index, i -> new ArrayList<>()).add(duplicate(key, 2));
            } else {
                Problems.Problem problem = duplicate(key, 0);
                diagnostics.add(new Diagnostic(
                        problem.severity(),
                        null,
                        problem.path(),
                        problem.reason(),
                        problem.message(),
                        problem.locate(written.positions(tree, tree.root(), 0))));
            }
        }
        return duplicates;
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

    private static Problems.Problem duplicate(ParsedTree.DuplicateKey key, int skipped) {
        FieldPath path = FieldPath.root();
        for (Object element : key.path().subList(skipped, key.path().size())) {
            path = element instanceof String name ? path.field(name) : path.item((Integer) element);
        }
        return Problems.duplicateKey(path, key.line(), key.column());
    }

    private void add(@Nullable ResourceEntry entry) {
        if (entry != null) {
            entries.add(entry);
        }
    }
}
