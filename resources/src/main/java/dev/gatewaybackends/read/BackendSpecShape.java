// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatewaybackends.backend.AmbiguousBackend;
import dev.gatewaybackends.backend.BackendDefinition;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendSpec;
import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.backend.UnrecognizedBackend;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.read.document.PlainJson;
import dev.gatewaybackends.schema.BackendUnion;
import dev.gatewaybackends.schema.ValidationProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code Backend.spec}, an open union: the member whose name a registered type claims is bound to that type's record, and
 * any other member is kept as it is.
 */
final class BackendSpecShape implements Shape {
    private static final String TYPE = "type";

    private final ValidationProfile profile;
    private final PluginRegistry plugins;
    private final Shapes shapes;

    BackendSpecShape(ValidationProfile profile, PluginRegistry plugins, Shapes shapes) {
        this.profile = profile;
        this.plugins = plugins;
        this.shapes = shapes;
    }

    @Override
    public @Nullable Object bind(JsonNode node, FieldPath path, Problems problems) {
        if (!node.isObject()) {
            problems.wrongType(path, "object", node);
            return null;
        }
        String legacyType = null;
        List<BackendSource> sources = new ArrayList<>(1);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            FieldPath member = path.field(name);
            BackendType<?> type = typeOf(name);
            if (type == null && !isInSchema(name)) {
                problems.unknownField(member);
                continue;
            }
            if (value.isNull()) {
                continue;
            }
            if (name.equals(TYPE)) {
                legacyType = (String) STRING.bind(value, member, problems);
            } else if (type != null) {
                BackendSource bound =
                        (BackendSource) shapes.of(type.sourceClass()).bind(value, member, problems);
                sources.add(bound == null ? new UnrecognizedBackend(name, Map.of()) : bound);
            } else if (value.isObject() || value.isArray()) {
                Map<String, @Nullable Object> content = value.isObject() ? PlainJson.map(value) : new LinkedHashMap<>();
                sources.add(new UnrecognizedBackend(name, content));
            } else {
                problems.wrongType(member, "object", value);
                sources.add(new UnrecognizedBackend(name, Map.of()));
            }
        }
        return new BackendSpec(
                legacyType,
                switch (sources.size()) {
                    case 0 -> null;
                    case 1 -> sources.get(0);
                    default -> new AmbiguousBackend(sources);
                });
    }

    private @Nullable BackendType<?> typeOf(String name) {
        BackendDefinition<?> plugin = plugins.find(name);
        BackendType<?> type = plugin == null ? null : plugin.type();
        return type != null && profile.has(type.from(), type.to()) ? type : null;
    }

    private boolean isInSchema(String name) {
        return name.equals(TYPE)
                || profile.version() == null
                || BackendUnion.members(profile.version()).contains(name);
    }
}
