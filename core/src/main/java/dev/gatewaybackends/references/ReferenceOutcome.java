// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.Reason;

/** What became of a reference. */
public enum ReferenceOutcome {
    /** It may be used and its target exists. */
    RESOLVED("Resolved"),
    /** It crosses namespaces without a ReferenceGrant; whether the target exists is not said. */
    REF_NOT_PERMITTED("RefNotPermitted"),
    /** Its group and kind are none that can stand there. */
    INVALID_KIND("InvalidKind"),
    /** Its target, or the port of its target, does not exist, or it names a port where none is allowed. */
    BACKEND_NOT_FOUND("BackendNotFound");

    private final String text;

    ReferenceOutcome(String text) {
        this.text = text;
    }

    /** Returns the reason of diagnostics and of the {@code ResolvedRefs} condition. */
    public Reason reason() {
        return Reason.of(text);
    }

    /** Returns {@code Resolved} or the Gateway API's reason. */
    @Override
    public String toString() {
        return text;
    }
}
