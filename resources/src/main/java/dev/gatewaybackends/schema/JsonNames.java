// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** The JSON names of record components: the component's own name unless {@link JsonProperty} gives another. */
public final class JsonNames {
    private JsonNames() {}

    /** Returns the component that a record is written as; null if the record is written as an object. */
    public static @Nullable RecordComponent value(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        return components.length == 1 && isValue(components[0]) ? components[0] : null;
    }

    /** Returns whether its record is written as this component, as it is where a union member is a list. */
    public static boolean isValue(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonValue.class);
    }

    /** Returns the JSON name of a component. */
    public static String of(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }
}
