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
        if (apiVersion == null || kindName == null) {
            ResourceKey key = ResourceKey.of(
                    new UnrecognizedResource("", kindName == null ? "" : kindName, metadata(node, null)));
            diagnostics.addAll(located(problems.found(), key, origin));
            return null;
        }
        KubernetesResource resource = resource(apiVersion, kindName, node, problems);
        ResourceKey key = ResourceKey.of(resource);
        List<Diagnostic> found = problems.found().isEmpty() ? List.of() : located(problems.found(), key, origin);
        diagnostics.addAll(found);
        return new ResourceEntry(resource, key, found, problems.written(), origin);
    }

    private KubernetesResource resource(String apiVersion, String kindName, JsonNode node, Problems problems) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        ResourceKind<?> kind = kinds.find(group, kindName);
        List<String> served = kind == null ? List.of() : kind.apiVersions(profile);
        if (kind != null && served.contains(apiVersion)) {
            return known(kind, node, problems);
        }
        if (!served.isEmpty()) {
            problems.unsupported(API_VERSION, apiVersion, served);
        } else if (kind != null || kinds.isMistaken(group, kindName)) {
            problems.error(KIND, Reason.NOT_SUPPORTED, "there is no kind \"" + kindName + "\" in the group " + group);
        }
        return new UnrecognizedResource(apiVersion, kindName, metadata(node, kind));
    }

    private KubernetesResource known(ResourceKind<?> kind, JsonNode node, Problems problems) {
        RecordShape shape = (RecordShape) shapes.of(kind.type());
        @Nullable Object[] values = shape.values(node, FieldPath.root(), problems);
        int index = shape.indexOf("metadata");
        values[index] = placed(values[index] instanceof ObjectMeta read ? read : NO_METADATA, kind);
        return (KubernetesResource) shape.create(values);
    }

    /** Returns the metadata with the namespace that the API server gives to what names none: an empty one is none. */
    private ObjectMeta placed(ObjectMeta metadata, @Nullable ResourceKind<?> kind) {
        String namespace = metadata.namespace();
        boolean absent = namespace == null || namespace.isEmpty();
        return kind != null && kind.namespaced() && absent && !defaultNamespace.isEmpty()
                ? ObjectMetaBuilder.builder(metadata)
                        .namespace(defaultNamespace)
                        .build()
                : metadata;
    }

    /** Returns what can be read of the metadata of an object that has no type of its own here. */
    private ObjectMeta metadata(JsonNode node, @Nullable ResourceKind<?> kind) {
        JsonNode written = node.get("metadata");
        return written != null
                        && shapes.of(ObjectMeta.class).bind(written, FieldPath.root(), new Problems(false))
                                instanceof ObjectMeta read
                ? placed(read, kind)
                : placed(NO_METADATA, kind);
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
