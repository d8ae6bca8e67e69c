// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatewaybackends.settings.ReadLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Turns the text of one YAML document into a JSON tree, as Kubernetes does: YAML 1.1 scalars, aliases and merges resolved.
 *
 * <p>The stock Jackson binding of YAML turns aliases into strings, takes the last of two equal keys and knows no merge; so
 * this composes nodes with SnakeYAML and converts them itself.
 */
public final class YamlDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final KubernetesScalars SCALARS = new KubernetesScalars();
    /** Where a message of the parser goes over to the text it found, except for {@code <token>} names. */
    private static final Pattern FOUND = Pattern.compile(",? but (?:found|got)(?!:? '?<)");

    private static final String UNKNOWN_TAG = "a tag that is not supported";
    private static final String CYCLE = "an alias stands inside its own anchor";

    private final ReadLimits limits;
    /** The anchored objects and lists met so far: true while they are being converted. */
    private final IdentityHashMap<Node, Boolean> anchored = new IdentityHashMap<>();

    private final IdentityHashMap<MappingNode, List<NodeTuple>> merged = new IdentityHashMap<>();
    private final Set<MappingNode> merging = new HashSet<>();
    private final Deque<Object> path = new ArrayDeque<>();
    private final List<ParsedTree.DuplicateKey> duplicates = new ArrayList<>();
    private int[] positions = new int[64];
    private int nodes;
    /** How many aliases and merges the node at hand is in. */
    private int aliasDepth;

    private int aliasedValues;

    private YamlDocument(ReadLimits limits) {
        this.limits = limits;
    }

    /** Returns the tree, or null for an empty document. */
    public static @Nullable ParsedTree parse(String text, ReadLimits limits) throws UnreadableException {
        Node root = compose(text, limits);
        if (root == null || root.getTag().equals(Tag.NULL)) {
            return null;
        }
        YamlDocument document = new YamlDocument(limits);
        JsonNode tree = document.convert(root, root.getStartMark());
        return new ParsedTree(tree, document.positions, document.duplicates);
    }

    private static @Nullable Node compose(String text, ReadLimits limits) throws UnreadableException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        // YamlEvents has the limits on depth and aliases.
        options.setNestingDepthLimit(Integer.MAX_VALUE);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setAllowDuplicateKeys(true);
        YamlEvents events = new YamlEvents(input(text), options, limits);
        try {
            return new Composer(events, SCALARS, options).getSingleNode();
        } catch (MarkedYAMLException e) {
            throw at(withoutContent(e.getProblem()), e.getProblemMark());
        } catch (YAMLException | IllegalArgumentException e) {
            // Such as an escape sequence beyond the last character there is.
            throw at("not YAML", events.place());
        }
    }

    private static YamlInput input(String text) throws UnreadableException {
        try {
            return new YamlInput(text);
        } catch (ReaderException e) {
            TextCursor cursor = new TextCursor(text).moveTo(text.offsetByCodePoints(0, e.getPosition()));
            throw new UnreadableException(
                    "the character U+" + String.format("%04X", e.getCodePoint()) + " is not allowed in YAML",
                    cursor.line(),
                    cursor.column());
        }
    }

    /** The parser's message without what it quotes from the document, which may be part of a secret. */
    private static String withoutContent(@Nullable String problem) {
        if (problem == null) {
            return "not YAML";
        } else if (problem.startsWith("found undefined alias")) {
            return "found an alias without an anchor";
        } else if (problem.startsWith("found undefined tag handle")) {
            return "found an undefined tag handle";
        } else if (problem.startsWith("duplicate tag handle")) {
            return "found a tag handle twice";
        } else if (problem.startsWith("Global tag")) {
            return UNKNOWN_TAG;
        } else if (problem.startsWith("found character")) {
            return "found a character that cannot start a value";
        } else if (problem.startsWith("found unknown escape character")) {
            return "found an unknown escape sequence";
        }
        Matcher found = FOUND.matcher(problem);
        return found.find() ? problem.substring(0, found.start()) : problem;
    }

    private static UnreadableException at(String message, @Nullable Mark mark) {
        return new UnreadableException(message, mark == null ? 0 : mark.getLine(), mark == null ? 0 : mark.getColumn());
    }

    private JsonNode convert(Node node, Mark place) throws UnreadableException {
        boolean again = Boolean.FALSE.equals(anchored.get(node));
        aliasDepth += again ? 1 : 0;
        if (aliasDepth > 0 && ++aliasedValues > limits.maxAliasedValues()) {
            throw at("the aliases add more than " + limits.maxAliasedValues() + " values", place);
        }
        if (2 * nodes == positions.length) {
            positions = Arrays.copyOf(positions, positions.length * 2);
        }
        positions[2 * nodes] = place.getLine();
        positions[2 * nodes + 1] = place.getColumn();
        nodes++;
        JsonNode converted = node instanceof ScalarNode scalar ? scalar(scalar, place) : collection(node, place);
        aliasDepth -= again ? 1 : 0;
        return converted;
    }

    private JsonNode collection(Node node, Mark place) throws UnreadableException {
        if (path.size() >= limits.maxDepth()) {
            throw at("nested deeper than " + limits.maxDepth(), place);
        }
        if (!node.getTag().equals(node instanceof SequenceNode ? Tag.SEQ : Tag.MAP)) {
            throw unknownTag(node);
        }
        if (node.getAnchor() == null) {
            return node instanceof SequenceNode sequence ? list(sequence) : object((MappingNode) node);
        }
        if (Boolean.TRUE.equals(anchored.put(node, true))) {
            throw at(CYCLE, place);
        }
        JsonNode converted = node instanceof SequenceNode sequence ? list(sequence) : object((MappingNode) node);
        anchored.put(node, false);
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
        int own = 0;
        for (NodeTuple entry : mapping.getValue()) {
            own += isMerge(entry) ? 0 : 1;
        }
        int index = 0;
        for (NodeTuple entry : entries(mapping)) {
            int inAlias = index++ < own ? 0 : 1;
            String key = key(entry.getKeyNode());
            Mark place = entry.getKeyNode().getStartMark();
            path.addLast(key);
            if (object.has(key)) {
                duplicates.add(new ParsedTree.DuplicateKey(List.copyOf(path), place.getLine(), place.getColumn()));
            } else {
                aliasDepth += inAlias;
                object.set(key, convert(entry.getValueNode(), place));
                aliasDepth -= inAlias;
            }
            path.removeLast();
        }
        return object;
    }

    /** Returns a key as JSON has it: a string, whatever YAML takes it for. */
    private String key(Node node) throws UnreadableException {
        JsonNode key = node instanceof ScalarNode scalar ? scalar(scalar, scalar.getStartMark()) : null;
        if (key == null || key.isNull()) {
            throw at("a key must be a string", node.getStartMark());
        }
        return key.asText();
    }

    private static boolean isMerge(NodeTuple entry) {
        return entry.getKeyNode().getTag().equals(Tag.MERGE);
    }

    /** The own entries, then the merged ones whose keys are not there yet. */
    private List<NodeTuple> entries(MappingNode mapping) throws UnreadableException {
        if (mapping.getValue().stream().noneMatch(YamlDocument::isMerge)) {
            return mapping.getValue();
        }
        List<NodeTuple> known = merged.get(mapping);
        if (known != null) {
            return known;
        }
        merging.add(mapping);
        List<NodeTuple> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        List<MappingNode> sources = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (isMerge(entry)) {
                sources.addAll(mergeSources(entry));
            } else {
                entries.add(entry);
                keys.add(key(entry.getKeyNode()));
            }
        }
        for (MappingNode source : sources) {
            for (NodeTuple entry : entries(source)) {
                if (keys.add(key(entry.getKeyNode()))) {
                    entries.add(entry);
                }
            }
        }
        merging.remove(mapping);
        merged.put(mapping, entries);
        return entries;
    }

    private List<MappingNode> mergeSources(NodeTuple merge) throws UnreadableException {
        Node value = merge.getValueNode();
        List<Node> items = value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
        List<MappingNode> sources = new ArrayList<>(items.size());
        for (Node item : items) {
            if (!(item instanceof MappingNode source)) {
                throw at("a merge (<<) takes an object or a list of objects", value.getStartMark());
            }
            if (Boolean.TRUE.equals(anchored.get(source)) || merging.contains(source)) {
                throw at(CYCLE, merge.getKeyNode().getStartMark());
            }
            sources.add(source);
        }
        return sources;
    }

    private JsonNode scalar(ScalarNode scalar, Mark place) throws UnreadableException {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (text.length() > limits.maxScalarChars()) {
            throw at("a value is longer than " + limits.maxScalarChars() + " characters", place);
        }
        JsonNode value = null;
        if (tag.equals(Tag.STR) || tag.equals(Tag.MERGE) || tag.equals(Tag.TIMESTAMP)) {
            return PlainJson.text(text);
        } else if (tag.equals(Tag.NULL)) {
            value = text.isEmpty() || Resolver.NULL.matcher(text).matches() ? NullNode.instance : null;
        } else if (tag.equals(Tag.BOOL)) {
            value = Resolver.BOOL.matcher(text).matches() ? BooleanNode.valueOf(isTrue(text)) : null;
        } else if (tag.equals(Tag.INT)) {
            value = YamlNumbers.integer(text);
        } else if (tag.equals(Tag.FLOAT)) {
            value = YamlNumbers.floating(text);
        } else if (tag.equals(Tag.BINARY)) {
            value = binary(text);
        } else {
            throw unknownTag(scalar);
        }
        if (value != null) {
            return value;
        }
        boolean isNumber = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        throw at(
                isNumber ? "a number that JSON does not have" : "a value that does not fit its tag",
                scalar.getStartMark());
    }

    private static UnreadableException unknownTag(Node node) {
        // The tag may be the start of a password that stands without quotes.
        return at(UNKNOWN_TAG, node.getStartMark());
    }

    private static boolean isTrue(String text) {
        char first = text.charAt(0);
        return first == 't' || first == 'T' || first == 'y' || first == 'Y' || text.equalsIgnoreCase("on");
    }

    /** The text whose Base64 form was written; null if it is none. */
    private static @Nullable JsonNode binary(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            return TextNode.valueOf(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }
}
