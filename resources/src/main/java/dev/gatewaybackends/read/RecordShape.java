// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.schema.JsonNames;
import dev.gatewaybackends.schema.ValidationProfile;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object with known fields: a record, its components being the fields. Nulls count as absent, absent ones get their default. */
final class RecordShape implements Shape {
    private final Class<?> type;
    private final Set<String> alsoKnown;
    private final Map<String, Member> members = new HashMap<>();
    private final Member[] withDefault;
    private final MethodHandle constructor;
    private final int size;
    private final int status;

    /** A field: where its value goes, what it looks like and what it is when absent. */
    private record Member(
            int index, String name, Shape shape, @Nullable Object fallback) {}

    /**
     * Derives the shape of a record.
     *
     * @param alsoKnown fields that the schema has and the record does not
     */
    RecordShape(Class<?> type, ValidationProfile profile, Shapes shapes, Set<String> alsoKnown) {
        this.type = type;
        this.alsoKnown = alsoKnown;
        RecordComponent[] components = type.getRecordComponents();
        this.size = components.length;
        if (size > Long.SIZE) {
            throw new IllegalArgumentException(
                    type.getName() + " has " + size + " components (expected: at most " + Long.SIZE + ")");
        }
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            if (profile.has(component.getAccessor())) {
                String name = JsonNames.of(component);
                Shape shape = shapes.of(component);
                DefaultJson fallback = component.getAccessor().getAnnotation(DefaultJson.class);
                members.put(name, new Member(i, name, shape, fallback == null ? null : value(fallback, shape, shapes)));
            }
        }
        this.withDefault = Arrays.stream(components)
                .map(component -> members.get(JsonNames.of(component)))
                .filter(member -> member != null && member.fallback() != null)
                .toArray(Member[]::new);
        this.constructor = constructor(type, components);
        this.status = KubernetesResource.class.isAssignableFrom(type) ? indexOf("status") : -1;
    }

    /** Returns what the default stands for: one immutable value for all objects. */
    private static @Nullable Object value(DefaultJson fallback, Shape shape, Shapes shapes) {
        Object value = shape.bind(shapes.json(fallback.value()), FieldPath.root(), new Problems(false));
        return value instanceof List<?> list ? Collections.unmodifiableList(list) : value;
    }

    /** Returns the index of a component, or -1. */
    int indexOf(String name) {
        Member member = members.get(name);
        return member == null ? -1 : member.index();
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be created", e);
        }
    }

    @Override
    public @Nullable Object bind(JsonNode node, FieldPath path, Problems problems) {
        if (!node.isObject()) {
            problems.wrongType(path, "object", node);
            return null;
        }
        return create(values(node, path, problems));
    }

    /** Binds the fields of an object, one value for each component. */
    @Nullable
    Object[] values(JsonNode node, FieldPath path, Problems problems) {
        @Nullable Object[] values = new Object[size];
        long seen = 0;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Member member = members.get(field.getKey());
            if (member == null) {
                if (!alsoKnown.contains(field.getKey())) {
                    problems.unknownField(path.field(field.getKey()));
                }
            } else if (!field.getValue().isNull()) {
                seen |= 1L << member.index();
                problems.enterStatus(member.index() == status || problems.isInStatus());
                values[member.index()] = member.shape().bind(field.getValue(), path.field(member.name()), problems);
                problems.enterStatus(member.index() != status && problems.isInStatus());
            }
        }
        for (Member member : withDefault) {
            if ((seen & 1L << member.index()) == 0) {
                values[member.index()] = member.fallback();
            }
        }
        return values;
    }

    Object create(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(type.getName() + " cannot be created", e);
        }
    }
}
