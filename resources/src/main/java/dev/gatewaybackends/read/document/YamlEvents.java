// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

import dev.gatewaybackends.settings.ReadLimits;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** The events of a document within the limits on depth and aliases; SnakeYAML's own limits do not tell the place. */
public final class YamlEvents extends ParserImpl {
    private final ReadLimits limits;
    private final Map<String, Boolean> isCollection = new HashMap<>();
    private int depth;
    private int aliases;
    private @Nullable Mark place;

    public YamlEvents(StreamReader reader, LoaderOptions options, ReadLimits limits) {
        super(reader, options);
        this.limits = limits;
    }

    /** Where the last event started. */
    @Nullable
    public Mark place() {
        return place;
    }

    @Override
    public Event getEvent() {
        Event event = super.getEvent();
        place = event.getStartMark();
        if (event instanceof AliasEvent alias) {
            if (isCollection.getOrDefault(alias.getAnchor(), false) && ++aliases > limits.maxAliases()) {
                throw refused("more than " + limits.maxAliases() + " aliases of objects and lists");
            }
        } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
            isCollection.put(node.getAnchor(), node instanceof CollectionStartEvent);
        }
        if (event instanceof CollectionStartEvent && ++depth > limits.maxDepth()) {
            throw refused("nested deeper than " + limits.maxDepth());
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        }
        return event;
    }

    private ParserException refused(String problem) {
        return new ParserException(null, null, problem, place);
    }
}
