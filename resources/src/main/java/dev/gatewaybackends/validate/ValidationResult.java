// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The verdicts on the resources of a set, in document order. Immutable. */
public final class ValidationResult {
    private final List<ResourceVerdict> verdicts;
    private final Diagnostics diagnostics;
    private final Function<KubernetesResource, @Nullable String> memberOf;

    ValidationResult(List<ResourceVerdict> verdicts, Function<KubernetesResource, @Nullable String> memberOf) {
        this.verdicts = List.copyOf(verdicts);
        this.memberOf = memberOf;
        List<Diagnostic> found = new ArrayList<>();
        for (ResourceVerdict verdict : verdicts) {
            Set<Diagnostic> read = new HashSet<>(verdict.entry().problems());
            for (Diagnostic error : verdict.errors()) {
                if (!read.contains(error)) {
                    found.add(error);
                }
            }
            found.addAll(verdict.findings());
        }
        this.diagnostics = Diagnostics.of(found);
    }

    /** Returns one verdict for each resource. */
    public List<ResourceVerdict> verdicts() {
        return verdicts;
    }

    /** Returns the union member of {@code spec} that a Backend has; null if it has none or several. */
    @Nullable
    String memberOf(KubernetesResource resource) {
        return memberOf.apply(resource);
    }

    /** Returns what validation found, without what reading had reported already. */
    public Diagnostics diagnostics() {
        return diagnostics;
    }
}
