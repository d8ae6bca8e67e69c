// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.List;
import java.util.function.Predicate;

/** A rule that holds for a list if a condition holds for each item. */
abstract class Each<T> implements Predicate<List<T>> {
    private final Predicate<T> condition;

    Each(Predicate<T> condition) {
        this.condition = condition;
    }

    @Override
    public final boolean test(List<T> items) {
        for (T item : items) {
            if (item != null && !condition.test(item)) {
                return false;
            }
        }
        return true;
    }
}
