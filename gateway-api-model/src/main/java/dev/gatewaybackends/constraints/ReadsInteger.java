// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import java.util.function.Predicate;

/**
 * The check of a {@link Rule} whose CEL asks for an integer of its object, or of the items of its list.
 *
 * <p>To the API server's schema the JSON number {@code 80.0} is an integer, to CEL it is none: a rule that reads it cannot be
 * evaluated, and the object is refused. Under the same schema {@code 80.0} is fine where no rule reads it.
 *
 * @param <T> what the rule is about
 */
public interface ReadsInteger<T> extends Predicate<T> {
    /**
     * Returns whether the rule cannot do without an integer.
     *
     * @param value what the rule is evaluated on
     * @param field the JSON name of a field of the value, or of an item where the value is a list; it is there, a number
     */
    boolean reads(T value, String field);
}
