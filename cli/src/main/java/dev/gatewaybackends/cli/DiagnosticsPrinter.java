// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Severity;
import java.io.PrintStream;

/** Prints diagnostics one on a line, the severity in colour on a terminal. */
final class DiagnosticsPrinter {
    private static final String RED = "\u001B[31m";
    private static final String YELLOW = "\u001B[33m";
    private static final String PLAIN = "\u001B[0m";

    private final PrintStream out;
    private final boolean colour;

    DiagnosticsPrinter(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    void print(Iterable<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            String line = diagnostic.toString();
            String severity = diagnostic.severity().name();
            if (colour && diagnostic.severity() != Severity.INFO) {
                String start = diagnostic.severity() == Severity.ERROR ? RED : YELLOW;
                out.println(start + severity + PLAIN + line.substring(severity.length()));
            } else {
                out.println(line);
            }
        }
    }
}
