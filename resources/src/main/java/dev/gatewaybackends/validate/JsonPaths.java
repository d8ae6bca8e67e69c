// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.backend.AmbiguousBackend;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendSpec;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.model.Sensitive;
import dev.gatewaybackends.schema.JsonNames;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the property paths of constraint violations into JSON paths, and finds fields by theirs. Thread-safe. */
final class JsonPaths {
    private final PluginRegistry plugins;
    /** What reflection says of each record class, which takes it too long to be asked for every violation. */
    private final Map<Class<?>, Map<String, Member>> members = new ConcurrentHashMap<>();

    JsonPaths(PluginRegistry plugins) {
        this.plugins = plugins;
    }

    /** Where a violation is: its JSON path, and whether the value there must not be shown. */
    record Place(FieldPath path, boolean sensitive) {}

    Place of(ConstraintViolation<?> violation) {
        FieldPath path = FieldPath.root();
        boolean sensitive = false;
        Object current = violation.getRootBean();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.isInIterable()) {
                Integer index = node.getIndex();
                Object key = node.getKey();
                if (index != null) {
                    current = current instanceof List<?> list && index < list.size() ? list.get(index) : null;
                    // The sources of an ambiguous Backend are members of spec, not items of a list.
                    path = current instanceof BackendSource source ? path.field(member(source)) : path.item(index);
                } else if (key != null) {
                    current = current instanceof Map<?, ?> map ? map.get(key) : null;
                    path = path.field(key.toString());
                }
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                Object owner = current;
                Member member = member(owner, node.getName());
                current = member == null || owner == null ? null : member.of(owner);
                sensitive |= member != null && member.sensitive();
                if (owner instanceof BackendSpec && current instanceof BackendSource source) {
                    path = source instanceof AmbiguousBackend ? path : path.field(member(source));
                } else if (!(owner instanceof AmbiguousBackend) && !(member != null && member.isValue())) {
                    path = path.field(member == null ? node.getName() : member.name());
                }
            }
        }
        return new Place(path, sensitive);
    }

    /** A field of a record: the component that holds it, and its value as it is written. */
    record Field(String component, @Nullable Object value) {}

    /** Returns a field of a record by its JSON name; null if there is none. */
    @Nullable
    Field field(@Nullable Object owner, String name) {
        if (owner instanceof BackendSpec spec) {
            return sources(spec)
                    .filter(source -> member(source).equals(name))
                    .map(source -> new Field("source", unwrapped(source)))
                    .findFirst()
                    .orElse(null);
        }
        if (owner instanceof Record) {
            for (Map.Entry<String, Member> member : members(owner).entrySet()) {
                if (member.getValue().name().equals(name)) {
                    return new Field(
                            member.getKey(), unwrapped(member.getValue().of(owner)));
                }
            }
        }
        return null;
    }

    private static Stream<BackendSource> sources(BackendSpec spec) {
        return spec.source() instanceof AmbiguousBackend ambiguous
                ? ambiguous.sources().stream()
                : Stream.ofNullable(spec.source());
    }

    private @Nullable Object unwrapped(@Nullable Object value) {
        if (value instanceof Record) {
            for (Member member : members(value).values()) {
                if (member.isValue()) {
                    return member.of(value);
                }
            }
        }
        return value;
    }

    /** Returns the name of the member of {@code spec} that holds a source. */
    String member(BackendSource source) {
        String member = plugins.member(source);
        return member == null ? "source" : member;
    }

    private @Nullable Member member(@Nullable Object owner, String component) {
        return owner instanceof Record ? members(owner).get(component) : null;
    }

    private Map<String, Member> members(Object owner) {
        return members.computeIfAbsent(owner.getClass(), JsonPaths::members);
    }

    private static Map<String, Member> members(Class<?> type) {
        Map<String, Member> members = new HashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            members.put(
                    component.getName(),
                    new Member(
                            JsonNames.of(component),
                            JsonNames.isValue(component),
                            component.getAccessor().isAnnotationPresent(Sensitive.class),
                            component.getAccessor()));
        }
        return members;
    }

    /** A record component: its JSON name, whether its record is written as it, whether it is secret, and how it is read. */
    private record Member(String name, boolean isValue, boolean sensitive, Method accessor) {
        @Nullable
        Object of(Object owner) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(owner.getClass().getName() + " cannot be read", e);
            }
        }
    }
}
