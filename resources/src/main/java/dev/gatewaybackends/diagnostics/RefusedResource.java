// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.diagnostics;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What later stages may know of a resource that validation refused: that it exists and why it was refused, but nothing of
 * what it says. Immutable.
 *
 * @param key its identity
 * @param generation its generation, for conditions; null if it has none
 * @param member the union member of {@code spec} that a Backend has; empty if it has none or several, or is no Backend
 * @param errors why the API server would refuse it; empty if it would not
 * @param findings why no proxy can use it although the API server accepts it: errors only
 */
public record RefusedResource(
        ResourceKey key, @Nullable Long generation, String member, List<Diagnostic> errors, List<Diagnostic> findings) {
    /** Requires every part but the generation; copies the lists. */
    public RefusedResource {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(member, "member");
        errors = List.copyOf(errors);
        findings = List.copyOf(findings);
    }
}
