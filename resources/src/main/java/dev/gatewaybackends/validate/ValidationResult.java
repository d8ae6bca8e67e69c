// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The verdicts on the resources of a set, in document order. Immutable. */
public final class ValidationResult {
    private final List<ResourceVerdict> verdicts;
    private final Diagnostics diagnostics;

    ValidationResult(List<ResourceVerdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
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

    /** Returns what validation found, without what reading had reported already. */
    public Diagnostics diagnostics() {
        return diagnostics;
    }
}
