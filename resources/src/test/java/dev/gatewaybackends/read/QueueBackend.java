// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import dev.gatewaybackends.backend.BackendDefinition;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Backend type with a field of every JSON type, for tests of reading. */
record QueueBackend(
        List<Server> servers,
        @Nullable String topic,
        @Nullable Long capacity,
        @Nullable Boolean durable,
        @Nullable Double ratio,
        @Nullable Mode mode,
        @Nullable Object extra,
        Map<String, String> options,
        @Nullable List<String> shards)
        implements BackendSource {
    static final BackendType<QueueBackend> TYPE = BackendType.of("queue", QueueBackend.class, "Queue");
    static final BackendDefinition<QueueBackend> DEFINITION = () -> TYPE;
    static final PluginRegistry PLUGINS = PluginRegistry.of(DEFINITION);

    QueueBackend {
        servers = Copies.list(servers);
        options = Copies.map(options);
        shards = Copies.nullableList(shards);
    }

    static QueueBackend ofTopic(@Nullable String topic) {
        return new QueueBackend(List.of(), topic, null, null, null, null, null, Map.of(), null);
    }

    /** A host and a port with a default, whose retry has one as well. */
    record Server(
            @Nullable String host,
            @DefaultJson("5672") Integer port,
            @DefaultJson("{}") Retry retry) {}

    record Retry(@DefaultJson("3") Integer attempts) {}

    enum Mode {
        FIFO("Fifo"),
        LIFO("Lifo");

        private final String literal;

        Mode(String literal) {
            this.literal = literal;
        }

        @Override
        public String toString() {
            return literal;
        }
    }
}
