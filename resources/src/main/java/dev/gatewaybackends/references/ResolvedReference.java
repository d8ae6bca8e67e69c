// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.ResourceKey;
import org.jspecify.annotations.Nullable;

/** What became of one reference of a resource. Immutable. */
public sealed class ResolvedReference permits ResolvedBackendRef {
    private final FieldPath path;
    private final ResourceKey target;
    private final ReferenceOutcome outcome;
    private final @Nullable String failure;

    ResolvedReference(FieldPath path, ResourceKey target, ReferenceOutcome outcome, @Nullable String failure) {
        this.path = path;
        this.target = target;
        this.outcome = outcome;
        this.failure = failure;
    }

    /** Returns the path of the reference within its resource. */
    public final FieldPath path() {
        return path;
    }

    /** Returns what it refers to, defaults applied. */
    public final ResourceKey target() {
        return target;
    }

    /** Returns whether it can be used, and if not, why. */
    public final ReferenceOutcome outcome() {
        return outcome;
    }

    /** Returns whether it can be used as it is: permitted, found, and leading to a backend or a certificate. */
    public final boolean isResolved() {
        return outcome == ReferenceOutcome.RESOLVED;
    }

    /** Returns why it cannot be used; null if it can. */
    public final @Nullable String failure() {
        return failure;
    }

    @Override
    public final String toString() {
        return path + " -> " + target + " (" + outcome + ")";
    }
}
