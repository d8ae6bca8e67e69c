// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Turns the text of one YAML document into a JSON tree, as Kubernetes does: YAML 1.1 scalars, aliases and merges resolved.
 *
 * <p>The stock Jackson binding of YAML turns aliases into strings, takes the last of two equal keys and knows no merge; so
 * this composes nodes with SnakeYAML and converts them itself.
 */
final class YamlDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ReadLimits limits;
    private final long maxNodes;
    private final IdentityHashMap<Node, Boolean> open = new IdentityHashMap<>();
    private final Deque<Object> path = new ArrayDeque<>();
    private final List<ParsedTree.DuplicateKey> duplicates = new ArrayList<>();
    private int[] positions = new int[64];
    private int nodes;

    private YamlDocument(ReadLimits limits, int chars) {
        this.limits = limits;
        // Every value that is written takes a character at least, so what goes beyond comes from aliases.
        this.maxNodes = (long) chars + limits.maxAliasedValues();
    }

    /** Returns the tree, or null for an empty document. */
    static @Nullable ParsedTree parse(String text, ReadLimits limits) throws UnreadableException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        // Deeper than our own limit, which knows the place: this one only bounds the recursion.
        options.setNestingDepthLimit(limits.maxDepth() + 200);
        options.setMaxAliasesForCollections(limits.maxAliases());
        options.setAllowDuplicateKeys(true);
        Node root;
        try {
            Composer composer = new Composer(
                    new ParserImpl(new StreamReader(new StringReader(text)), options), new Resolver(), options);
            root = composer.getSingleNode();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            String problem = e.getProblem() == null ? "not YAML" : e.getProblem();
            throw new UnreadableException(
                    problem, mark == null ? 0 : mark.getLine(), mark == null ? 0 : mark.getColumn());
        } catch (ReaderException e) {
            throw atIndex(
                    "the character U+" + String.format("%04X", e.getCodePoint()) + " is not allowed in YAML",
                    text,
                    e.getPosition());
        } catch (YAMLException e) {
            throw new UnreadableException(limitMessage(e), 0, 0);
        }
        if (root == null || (root instanceof ScalarNode scalar && isNull(scalar))) {
            return null;
        }
        YamlDocument document = new YamlDocument(limits, text.length());
        JsonNode tree = document.convert(root, root.getStartMark());
        return new ParsedTree(tree, document.positions, document.duplicates);
    }

    private static String limitMessage(YAMLException e) {
        String message = e.getMessage();
        return message == null ? "not YAML" : message.lines().findFirst().orElse("not YAML");
    }

    private static UnreadableException atIndex(String message, String text, int codePoints) {
        int line = 0;
        int column = 0;
        int index = 0;
        for (int i = 0; i < codePoints && index < text.length(); i++) {
            int c = text.codePointAt(index);
            index += Character.charCount(c);
            column = c == '\n' ? 0 : column + 1;
            line = c == '\n' ? line + 1 : line;
        }
        return new UnreadableException(message, line, column);
    }

    private static UnreadableException at(String message, @Nullable Mark mark) {
        return new UnreadableException(message, mark == null ? 0 : mark.getLine(), mark == null ? 0 : mark.getColumn());
    }

    private JsonNode convert(Node node, Mark place) throws UnreadableException {
        if (nodes >= maxNodes) {
            throw at("the aliases add more than " + limits.maxAliasedValues() + " values", place);
        }
        if (2 * nodes == positions.length) {
            positions = Arrays.copyOf(positions, positions.length * 2);
        }
        positions[2 * nodes] = place.getLine();
        positions[2 * nodes + 1] = place.getColumn();
        nodes++;
        if (node instanceof ScalarNode scalar) {
            if (scalar.getValue().length() > limits.maxScalarChars()) {
                throw at("a value is longer than " + limits.maxScalarChars() + " characters", place);
            }
            return scalar(scalar);
        }
        if (path.size() >= limits.maxDepth()) {
            throw at("nested deeper than " + limits.maxDepth(), place);
        }
        if (open.put(node, true) != null) {
            throw at("an alias stands inside its own anchor", place);
        }
        JsonNode converted = node instanceof SequenceNode sequence ? list(sequence) : object((MappingNode) node);
        open.remove(node);
        return converted;
    }

    private ArrayNode list(SequenceNode sequence) throws UnreadableException {
        List<Node> items = sequence.getValue();
        ArrayNode array = new ArrayNode(JSON, items.size());
        for (int i = 0; i < items.size(); i++) {
            path.addLast(i);
            array.add(convert(items.get(i), items.get(i).getStartMark()));
            path.removeLast();
        }
        return array;
    }

    private ObjectNode object(MappingNode mapping) throws UnreadableException {
        ObjectNode object = JSON.objectNode();
        List<NodeTuple> entries = hasMerge(mapping) ? merged(mapping, 0) : mapping.getValue();
        for (NodeTuple entry : entries) {
            String key = key(entry.getKeyNode());
            Mark place = entry.getKeyNode().getStartMark();
            path.addLast(key);
            if (object.has(key)) {
                duplicates.add(new ParsedTree.DuplicateKey(List.copyOf(path), place.getLine(), place.getColumn()));
            } else {
                object.set(key, convert(entry.getValueNode(), place));
            }
            path.removeLast();
        }
        return object;
    }

    private static String key(Node node) throws UnreadableException {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw at("a key must be a string", node.getStartMark());
    }

    private static boolean hasMerge(MappingNode mapping) {
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                return true;
            }
        }
        return false;
    }

    /** The own entries, then the merged ones whose keys are not there yet. */
    private List<NodeTuple> merged(MappingNode mapping, int depth) throws UnreadableException {
        if (depth > limits.maxDepth()) {
            throw at("merges nested deeper than " + limits.maxDepth(), mapping.getStartMark());
        }
        List<NodeTuple> entries = new ArrayList<>();
        Map<String, Boolean> keys = new HashMap<>();
        List<MappingNode> sources = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                addMergeSources(entry.getValueNode(), sources);
            } else {
                entries.add(entry);
                keys.put(key(entry.getKeyNode()), true);
            }
        }
        for (MappingNode source : sources) {
            for (NodeTuple entry : hasMerge(source) ? merged(source, depth + 1) : source.getValue()) {
                if (keys.put(key(entry.getKeyNode()), true) == null) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static void addMergeSources(Node value, List<MappingNode> sources) throws UnreadableException {
        if (value instanceof MappingNode mapping) {
            sources.add(mapping);
        } else if (value instanceof SequenceNode sequence
                && sequence.getValue().stream().allMatch(MappingNode.class::isInstance)) {
            sequence.getValue().forEach(item -> sources.add((MappingNode) item));
        } else {
            throw at("a merge (<<) takes an object or a list of objects", value.getStartMark());
        }
    }

    private static boolean isNull(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.NULL);
    }

    private static JsonNode scalar(ScalarNode scalar) throws UnreadableException {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.STR)) {
            JsonNode number = scalar.isPlain() && YamlNumbers.isJsonFloat(text) ? YamlNumbers.floating(text) : null;
            return number == null ? TextNode.valueOf(text) : number;
        }
        if (tag.equals(Tag.NULL)) {
            return NullNode.instance;
        }
        if (tag.equals(Tag.BOOL)) {
            return BooleanNode.valueOf(isTrue(text));
        }
        JsonNode number = null;
        if (tag.equals(Tag.INT)) {
            number = YamlNumbers.integer(text);
        } else if (tag.equals(Tag.FLOAT)) {
            number = YamlNumbers.floating(text);
        }
        if (number != null) {
            return number;
        }
        if (scalar.isPlain() || tag.equals(Tag.TIMESTAMP) || tag.equals(Tag.BINARY)) {
            return TextNode.valueOf(text);
        }
        if (tag.startsWith(Tag.PREFIX)) {
            throw at("a value tagged " + tag.getValue() + " cannot be read as such", scalar.getStartMark());
        }
        throw at("the tag " + tag.getValue() + " is not supported", scalar.getStartMark());
    }

    private static boolean isTrue(String text) {
        return switch (text.charAt(0)) {
            case 't', 'T', 'y', 'Y' -> true;
            case 'o', 'O' -> text.length() == 2;
            default -> false;
        };
    }
}
