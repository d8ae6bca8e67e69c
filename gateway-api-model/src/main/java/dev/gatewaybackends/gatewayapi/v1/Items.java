// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares the items of a list with each other, in linear time. */
final class Items {
    private Items() {}

    /** Returns whether no two items have the same key; null items and items without a key are ignored. */
    static <T> boolean differ(List<T> items, Function<T, @Nullable Object> key) {
        Set<Object> seen = new HashSet<>();
        for (T item : items) {
            Object itemKey = item == null ? null : key.apply(item);
            if (itemKey != null && !seen.add(itemKey)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether all items with the same key agree in a property; null items and items without a key are ignored. */
    static <T> boolean agree(List<T> items, Function<T, @Nullable Object> key, Predicate<T> property) {
        Map<Object, Boolean> first = new HashMap<>();
        for (T item : items) {
            Object itemKey = item == null ? null : key.apply(item);
            if (itemKey != null) {
                Boolean value = property.test(item);
                Boolean before = first.putIfAbsent(itemKey, value);
                if (before != null && !before.equals(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns a text; null if it is absent or empty. Many CEL rules treat the two alike. */
    static @Nullable String nonEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
