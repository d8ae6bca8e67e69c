// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMetaBuilder;
import dev.gatewaybackends.schema.ResourceKind;
import dev.gatewaybackends.schema.ValidationProfile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the tree of one Kubernetes object into a resource. Thread-safe. */
final class ResourceBinder {
    private static final ObjectMeta NO_METADATA = ObjectMetaBuilder.builder().build();
    private static final FieldPath API_VERSION = FieldPath.of("apiVersion");
    private static final FieldPath KIND = FieldPath.of("kind");

    private final ResourceKinds kinds;
    private final ValidationProfile profile;
    private final Shapes shapes;
    private final String defaultNamespace;

    ResourceBinder(ResourceKinds kinds, PluginRegistry plugins, ValidationProfile profile, String defaultNamespace) {
        this.kinds = kinds;
        this.profile = profile;
        this.shapes = new Shapes(profile, plugins);
        this.defaultNamespace = defaultNamespace;
    }

    /** Returns the resource, or null if the tree does not say of what kind it is. */
    @Nullable
    ResourceEntry bind(
            JsonNode node, List<Problems.Problem> before, @Nullable Origin origin, List<Diagnostic> diagnostics) {
        Problems problems = new Problems(origin != null && origin.isJson());
        problems.found().addAll(before);
        String apiVersion = text(node, API_VERSION, problems);
        String kindName = text(node, KIND, problems);
        KubernetesResource resource = null;
        ResourceKey key;
        if (apiVersion == null || kindName == null) {
            key = key("", kindName == null ? "" : kindName, node, "");
        } else {
            int slash = apiVersion.indexOf('/');
            String group = slash < 0 ? "" : apiVersion.substring(0, slash);
            ResourceKind<?> kind = kinds.find(group, kindName);
            key = key(group, kindName, node, kind != null && kind.namespaced() ? defaultNamespace : "");
            List<String> served = kind == null ? List.of() : kind.apiVersions(profile);
            if (kind != null && served.contains(apiVersion)) {
                resource = known(kind, node, problems);
            } else {
                if (!served.isEmpty()) {
                    problems.unsupported(API_VERSION, apiVersion, served);
                } else if (kind != null || kinds.isMistaken(group, kindName)) {
                    problems.error(
                            KIND, Reason.NOT_SUPPORTED, "there is no kind \"" + kindName + "\" in the group " + group);
                }
                resource = new UnrecognizedResource(apiVersion, kindName, metadata(node, new Problems(false)));
            }
        }
        List<Diagnostic> found = problems.found().isEmpty() ? List.of() : located(problems.found(), key, origin);
        diagnostics.addAll(found);
        return resource == null ? null : new ResourceEntry(resource, key, found, problems.written(), origin);
    }

    private KubernetesResource known(ResourceKind<?> kind, JsonNode node, Problems problems) {
        RecordShape shape = (RecordShape) shapes.of(kind.type());
        @Nullable Object[] values = shape.values(node, FieldPath.root(), problems);
        int index = shape.indexOf("metadata");
        ObjectMeta metadata = values[index] instanceof ObjectMeta read ? read : NO_METADATA;
        if (kind.namespaced() && metadata.namespace() == null && !defaultNamespace.isEmpty()) {
            metadata = ObjectMetaBuilder.builder(metadata)
                    .namespace(defaultNamespace)
                    .build();
        }
        values[index] = metadata;
        return (KubernetesResource) shape.create(values);
    }

    private ObjectMeta metadata(JsonNode node, Problems ignored) {
        JsonNode metadata = node.get("metadata");
        return metadata == null
                        || !(shapes.of(ObjectMeta.class).bind(metadata, FieldPath.root(), ignored)
                                instanceof ObjectMeta read)
                ? NO_METADATA
                : read;
    }

    private static @Nullable String text(JsonNode node, FieldPath path, Problems problems) {
        JsonNode value = node.get(path.toString());
        if (value == null
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())) {
            problems.error(path, Reason.REQUIRED, "Required value");
            return null;
        }
        return (String) Shape.STRING.bind(value, path, problems);
    }

    private static ResourceKey key(String group, String kind, JsonNode node, String defaultNamespace) {
        String namespace = text(node, "namespace");
        return new ResourceKey(group, kind, namespace.isEmpty() ? defaultNamespace : namespace, text(node, "name"));
    }

    private static String text(JsonNode node, String field) {
        String text = node.path("metadata").path(field).textValue();
        return text == null ? "" : text;
    }

    private static List<Diagnostic> located(List<Problems.Problem> problems, ResourceKey key, @Nullable Origin origin) {
        Positions positions = origin == null ? null : origin.positions();
        List<Diagnostic> located = new ArrayList<>(problems.size());
        for (Problems.Problem problem : problems) {
            located.add(new Diagnostic(
                    problem.severity(),
                    key,
                    problem.path(),
                    problem.reason(),
                    problem.message(),
                    positions == null ? null : problem.locate(positions)));
        }
        return located;
    }
}
