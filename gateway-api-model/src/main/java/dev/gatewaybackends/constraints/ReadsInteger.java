// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import java.util.function.Predicate;

/**
 * The check of a {@link Rule} whose CEL reads an integer of its object, or of the items of its list.
 *
 * <p>The API server's schema accepts the JSON number {@code 80.0} as an integer, but CEL does not: if a rule reads the
 * number, the rule cannot be evaluated, and the API server refuses the object. If no rule reads it, the object is accepted.
 *
 * @param <T> the type of the value that the rule checks
 */
public interface ReadsInteger<T> extends Predicate<T> {
    /**
     * Returns whether the rule reads the field as an integer.
     *
     * @param value the value that the rule checks
     * @param field the JSON name of a field of the value, or of an item if the value is a list; the field is present and
     *     holds a number
     */
    boolean reads(T value, String field);
}
