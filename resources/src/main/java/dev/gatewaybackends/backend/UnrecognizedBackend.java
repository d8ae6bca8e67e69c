// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Backend whose union member no registered plugin claims. It is kept, and never translated.
 *
 * <p>Its content may hold credentials, so {@link #toString} leaves it out.
 *
 * @param member the member of {@code spec}
 * @param content the member's value as JSON: maps, lists, strings, numbers and booleans
 */
public record UnrecognizedBackend(String member, Map<String, @Nullable Object> content) implements BackendSource {
    /** Requires a member; copies the content. */
    public UnrecognizedBackend {
        Objects.requireNonNull(member, "member");
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }

    @Override
    public String toString() {
        return "UnrecognizedBackend[member=" + member + "]";
    }
}
