// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.diagnostics;

/** How bad a {@link Diagnostic} is. */
public enum Severity {
    /** Something was withheld because of it. */
    ERROR,
    /** Output is complete, but deserves a look. Never removes output. */
    WARNING,
    /** Good to know. */
    INFO
}
