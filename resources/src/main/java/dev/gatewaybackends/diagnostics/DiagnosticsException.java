// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.diagnostics;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown by {@code orElseThrow} methods for callers who prefer one exception that carries all findings. */
public final class DiagnosticsException extends RuntimeException {
    private static final int SHOWN = 100;

    private final transient Diagnostics diagnostics;

    /** Creates the exception; its message lists the errors, at most 100 of them. */
    public DiagnosticsException(Diagnostics diagnostics) {
        super(message(diagnostics.errors()));
        this.diagnostics = diagnostics;
    }

    /** Returns all findings, warnings included. */
    public Diagnostics diagnostics() {
        return diagnostics;
    }

    private static String message(List<Diagnostic> errors) {
        String shown = errors.stream().limit(SHOWN).map(Diagnostic::toString).collect(Collectors.joining("\n"));
        return errors.size() <= SHOWN ? shown : shown + "\n... and " + (errors.size() - SHOWN) + " more";
    }
}
