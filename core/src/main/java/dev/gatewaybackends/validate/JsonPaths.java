// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.backend.AmbiguousBackend;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendSpec;
import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.BackendTypes;
import dev.gatewaybackends.backend.UnrecognizedBackend;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.schema.JsonNames;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the property paths of constraint violations into JSON paths. */
final class JsonPaths {
    private final BackendTypes types;

    JsonPaths(BackendTypes types) {
        this.types = types;
    }

    FieldPath of(ConstraintViolation<?> violation) {
        FieldPath path = FieldPath.root();
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
                RecordComponent component = component(owner, node.getName());
                current = component == null || owner == null ? null : read(owner, component);
                if (owner instanceof BackendSpec && current instanceof BackendSource source) {
                    path = source instanceof AmbiguousBackend ? path : path.field(member(source));
                } else if (!(owner instanceof AmbiguousBackend)
                        && !(component != null && JsonNames.isValue(component))) {
                    path = path.field(component == null ? node.getName() : JsonNames.of(component));
                }
            }
        }
        return path;
    }

    /** Returns the name of the member of {@code spec} that holds a source. */
    String member(BackendSource source) {
        BackendType<?> type = types.typeOf(source);
        return type != null
                ? type.member()
                : source instanceof UnrecognizedBackend unrecognized ? unrecognized.member() : "source";
    }

    private static @Nullable RecordComponent component(@Nullable Object owner, String name) {
        if (owner instanceof Record) {
            for (RecordComponent component : owner.getClass().getRecordComponents()) {
                if (component.getName().equals(name)) {
                    return component;
                }
            }
        }
        return null;
    }

    private static @Nullable Object read(Object owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(owner.getClass().getName() + " cannot be read", e);
        }
    }
}
