// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import org.jspecify.annotations.Nullable;

/** Checks that several providers make of their fields. */
record ConfigChecks(ValidationContext context) {
    void apiVersion(String version, FieldPath path) {
        if (!HttpSyntax.isSegment(version)) {
            context.error(
                    path,
                    Reason.INVALID,
                    "\"" + version + "\" is not a version of an API (expected: letters, digits, '.', '-', '_')");
        }
    }

    void notEmpty(String text, FieldPath path) {
        if (text.isEmpty()) {
            context.error(path, Reason.REQUIRED, "it must not be empty");
        }
    }

    void segment(@Nullable String text, FieldPath path) {
        if (text != null && (text.indexOf('?') >= 0 || text.indexOf('#') >= 0 || HttpSyntax.hasControls(text))) {
            context.error(
                    path, Reason.INVALID, "it has '?', '#' or control characters, which cannot be part of a path");
        }
    }
}
