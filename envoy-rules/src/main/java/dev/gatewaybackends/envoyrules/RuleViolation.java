// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import java.util.Objects;

/**
 * One thing Envoy would refuse.
 *
 * <p>The message never contains a text or bytes value of the checked message, only its length; numbers, durations and host
 * addresses may appear.
 *
 * @param path the proto field, {@code load_assignment.endpoints[0].lb_endpoints[0].load_balancing_weight}; keys of
 *     maps are in brackets, and the path continues inside an Any. Empty for the message itself
 * @param message what was found and what is allowed
 */
public record RuleViolation(String path, String message) {
    /** Requires both parts. */
    public RuleViolation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }

    /** Returns {@code path: message}. */
    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
