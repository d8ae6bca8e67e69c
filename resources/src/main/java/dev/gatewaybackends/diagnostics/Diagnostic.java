// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.diagnostics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One finding about one resource or one input.
 *
 * <p>Never contains a secret value. The message starts with what was found and says what is allowed; it has no full stop.
 *
 * @param severity how bad it is
 * @param resource the resource it is about; null where an input could not be read far enough to tell
 * @param path the field it is about, the root path for the whole resource
 * @param reason one word for programs
 * @param message one line for people
 * @param location where the field stands; null for resources that were not read from text
 */
public record Diagnostic(
        Severity severity,
        @Nullable ResourceKey resource,
        FieldPath path,
        Reason reason,
        String message,
        @Nullable SourceLocation location) {

    private static final char REPLACEMENT = '\uFFFD';

    /** Requires every part that is not nullable. */
    public Diagnostic {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
    }

    /** Returns whether something was withheld because of it. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Returns the same finding with its place. */
    public Diagnostic at(@Nullable SourceLocation place) {
        return new Diagnostic(severity, resource, path, reason, message, place);
    }

    /**
     * Returns one line: {@code ERROR backends.yaml:12:9: Backend default/reviews: spec.static.hosts: Required value
     * [Required]}. Parts that are absent are left out, control
     * characters replaced.
     */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(severity.name());
        line.append(' ');
        if (location != null) {
            line.append(location).append(": ");
        }
        if (resource != null) {
            line.append(resource).append(": ");
        }
        String field = path.toString();
        if (!field.isEmpty()) {
            line.append(field).append(": ");
        }
        return printable(line.append(message).append(" [").append(reason).append(']'));
    }

    /** Input text may hold control characters, which must neither end the line nor reach a terminal. */
    private static String printable(StringBuilder line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, REPLACEMENT);
            }
        }
        return line.toString();
    }
}
