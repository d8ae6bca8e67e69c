// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the defensive copies for the compact constructors of model records.
 *
 * <p>Unlike {@link List#copyOf} and {@link Map#copyOf} they keep null elements, which stand for a list item that could not
 * be read, and they keep the order of a map.
 */
public final class Copies {
    private Copies() {}

    /** Returns an unmodifiable copy; empty for null. */
    public static <T> List<T> list(@Nullable List<T> list) {
        List<T> copy = nullableList(list);
        return copy == null ? List.of() : copy;
    }

    /**
     * Returns an unmodifiable copy; null for null. It is for lists whose CRD distinguishes an absent list from an empty one.
     */
    public static <T> @Nullable List<T> nullableList(@Nullable List<T> list) {
        if (list == null) {
            return null;
        }
        return switch (list.size()) {
            case 0 -> List.of();
            case 1 -> Collections.singletonList(list.get(0));
            default -> Collections.unmodifiableList(new ArrayList<>(list));
        };
    }

    /**
     * Returns an unmodifiable copy of a list that the CRD requires.
     *
     * <p>Null stays null, so that {@code @NotNull} can report it. It occurs only in objects that were not yet validated.
     */
    @SuppressWarnings("NullAway")
    public static <T> List<T> requiredList(List<T> list) {
        return nullableList(list);
    }

    /** Returns an unmodifiable copy in the same order; empty for null. */
    public static <V> Map<String, V> map(@Nullable Map<String, V> map) {
        return map == null || map.isEmpty()
                ? Collections.emptyMap()
                : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
