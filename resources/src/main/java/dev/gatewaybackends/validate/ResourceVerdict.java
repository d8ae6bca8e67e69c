// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.read.ResourceEntry;
import java.util.List;
import java.util.Objects;

/**
 * What validation says of one resource. Immutable.
 *
 * @param entry the resource
 * @param errors why the API server would refuse it, what reading found included; empty if it would accept it
 * @param findings what the API server lets through and a proxy cannot use, and what deserves a look
 */
public record ResourceVerdict(ResourceEntry entry, List<Diagnostic> errors, List<Diagnostic> findings) {
    /** Requires every part; copies the lists. */
    public ResourceVerdict {
        Objects.requireNonNull(entry, "entry");
        errors = List.copyOf(errors);
        findings = List.copyOf(findings);
    }

    /** Returns whether the API server would accept the resource. */
    public boolean isAccepted() {
        return errors.isEmpty();
    }

    /** Returns whether the resource can take part in a translation: it is accepted, and no finding is an error. */
    public boolean isUsable() {
        return errors.isEmpty() && (findings.isEmpty() || findings.stream().noneMatch(Diagnostic::isError));
    }
}
