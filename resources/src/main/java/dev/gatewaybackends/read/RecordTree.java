// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import dev.gatewaybackends.backend.AmbiguousBackend;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendSpec;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.backend.UnrecognizedBackend;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.schema.JsonNames;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of model records as plain maps: the reverse of {@link Shape}. */
final class RecordTree {
    private final PluginRegistry plugins;

    RecordTree(PluginRegistry plugins) {
        this.plugins = plugins;
    }

    Map<String, @Nullable Object> of(KubernetesResource resource) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", resource.apiVersion());
        tree.put("kind", resource.kind());
        addComponents((Record) resource, tree);
        return tree;
    }

    private void addComponents(Record value, Map<String, @Nullable Object> tree) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object item = read(value, component);
            if (item != null && !(isEmpty(item) && isAbsentWhenEmpty(component))) {
                tree.putIfAbsent(JsonNames.of(component), json(item));
            }
        }
    }

    /** Absent and empty are one for a collection that is never null, unless absence means a default. */
    private static boolean isAbsentWhenEmpty(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !component.getAccessor().isAnnotationPresent(DefaultJson.class);
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Collection<?> list ? list.isEmpty() : value instanceof Map<?, ?> map && map.isEmpty();
    }

    private static @Nullable Object read(Record value, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(value.getClass().getName() + " cannot be read", e);
        }
    }

    private @Nullable Object json(Object value) {
        if (value instanceof BackendSpec spec) {
            return spec(spec);
        }
        if (value instanceof Record record) {
            RecordComponent component = JsonNames.value(record.getClass());
            if (component != null) {
                Object only = read(record, component);
                return only == null ? null : json(only);
            }
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            addComponents(record, tree);
            return tree;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(item == null ? null : json(item)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            map.forEach((key, item) -> tree.put(String.valueOf(key), json(item)));
            return tree;
        }
        return value instanceof Enum<?> ? value.toString() : value;
    }

    private Map<String, @Nullable Object> spec(BackendSpec spec) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        if (spec.type() != null) {
            tree.put("type", spec.type());
        }
        if (spec.source() instanceof AmbiguousBackend ambiguous) {
            ambiguous.sources().forEach(source -> addSource(source, tree));
        } else if (spec.source() != null) {
            addSource(spec.source(), tree);
        }
        return tree;
    }

    private void addSource(BackendSource source, Map<String, @Nullable Object> tree) {
        if (source instanceof UnrecognizedBackend unrecognized) {
            tree.put(unrecognized.member(), unrecognized.content());
            return;
        }
        String member = plugins.member(source);
        if (member == null) {
            throw new IllegalArgumentException(
                    "no plugin is registered for " + source.getClass().getName());
        }
        tree.put(member, json(source));
    }
}
